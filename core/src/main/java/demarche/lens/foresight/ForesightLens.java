package demarche.lens.foresight;

import demarche.finding.Answer;
import demarche.lens.Account;
import demarche.lens.Defining;
import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What holds where decision makers look several moves ahead. Asked for by name.
///
/// @param notions how far they look, in the order in which the answer tells them
public record ForesightLens(List<Notion> notions) implements Defining {
  /// A few moves ahead, and however far.
  public static final ForesightLens USUAL =
      new ForesightLens(List.of(new Notion.Limited(3), new Notion.NonMyopic()));

  public ForesightLens {
    if (notions.isEmpty()) throw new IllegalArgumentException("no notion");
    notions = notions.stream().distinct().toList();
  }

  @Override
  public String key() {
    return "foresight";
  }

  @Override
  public String question() {
    return "What holds where decision makers look several moves ahead, or one of them leads?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return true;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Foresight foresight = Foresight.of(space, notions, run);
    ForesightWords words = new ForesightWords(foresight, notions);
    return new Answer(
        key(), "Foresight", words.findings(), ForesightData.of(foresight, notions), words.method());
  }

  @Override
  public List<String> names() {
    return Notion.all().stream().map(Notion::name).toList();
  }

  @Override
  public ForesightLens by(List<String> names) {
    return new ForesightLens(
        names.stream()
            .map(name -> Notion.named(name.toUpperCase(Locale.ROOT)).orElseThrow())
            .toList());
  }

  @Override
  public Account explain(Asked asked, Run run) {
    return Explaining.of(asked, notions, run);
  }
}
