package demarche.lens.settlement.linkage;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Slot;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.settlement.zone.Stakes;
import demarche.lens.settlement.zone.Unit;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which issues must be on the table together for something to be agreed.
public record LinkageLens(Unit unit) implements Lens {
  /// Gains in u.
  public static final LinkageLens USUAL = new LinkageLens(Unit.U);

  private static final String TITLE = "Linkage";

  @Override
  public String key() {
    return "linkage";
  }

  @Override
  public String question() {
    return "Which issues must be on the table together, and what does only the broad agenda allow?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("issues", "disagreement");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.issues().isEmpty();
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    String all = String.join(", ", space.model().issues().keySet());
    return Stream.concat(
            space.model().issues().keySet().stream(),
            space.model().issues().size() < 2 ? Stream.of() : Stream.of(all))
        .map(areas ->
            new Inquiry(
                "linkage/" + areas.replace(", ", "+"),
                "settlements with %s alone".formatted(areas),
                "linkage({%s})".formatted(areas)))
        .toList();
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    String refusal = Linkage.refusal(space.model());
    if (!refusal.isEmpty()) return refused(refusal);
    Linkage linkage = Linkage.of(space, run);
    Worth worth = new Worth(linkage, new Stakes(space, linkage.required(), unit));
    return new Answer(
        key(),
        TITLE,
        new LinkageWords(space.model(), linkage, worth).findings(),
        LinkageData.of(linkage, worth),
        List.of(
            say("All agendas are counted exactly; options in no area stay as in the status quo")));
  }

  private Answer refused(String reason) {
    return new Answer(
        key(),
        TITLE,
        List.of(
            new Finding(
                "linkage",
                Prominence.HEADLINE,
                say("Agendas were not compared: {}", new Slot.Plain(reason)),
                List.of(),
                List.of())),
        new Data.Fields(Map.of("notSearched", new Data.Text(reason))),
        List.of());
  }
}
