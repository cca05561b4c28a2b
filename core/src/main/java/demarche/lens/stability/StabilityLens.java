package demarche.lens.stability;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.lens.Account;
import demarche.lens.Defining;
import demarche.lens.Inquiry;
import demarche.lens.Run;
import demarche.lens.SideBySide;
import demarche.lens.Standings;
import demarche.lens.stability.Inquiries.Followed;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which states hold, for whom, and why.
///
/// @param concepts the definitions of stability that are asked for
/// @param rows how many equilibria the table of what holds shows
public record StabilityLens(Set<Concept> concepts, int rows) implements Defining {
  private static final int USUAL_ROWS = 12;

  /// Under every concept that there is.
  public static final StabilityLens ALL = new StabilityLens(EnumSet.allOf(Concept.class));

  public StabilityLens {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
  }

  public StabilityLens(Set<Concept> concepts) {
    this(concepts, USUAL_ROWS);
  }

  @Override
  public StabilityLens showing(int states) {
    return new StabilityLens(concepts, states);
  }

  @Override
  public String key() {
    return "stability";
  }

  @Override
  public String question() {
    return "Which outcomes are stable, for whom, and why not the announced one?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("targets");
  }

  @Override
  public boolean appliesTo(Model model) {
    return true;
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return followed(space, run).stream().map(Followed::inquiry).toList();
  }

  private List<Followed> followed(StateSpace space, Run run) {
    return Inquiries.of(Stability.known(space, Inquiries.usual(concepts), run));
  }

  @Override
  public Optional<SideBySide> sideBySide(StateSpace space, Run run) {
    return DrawnStability.of(space, followed(space, run));
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Picture picture = new Picture(Stability.known(space, concepts, run), run);
    List<Finding> findings = new ArrayList<>();
    Outcomes outcomes = new Outcomes(picture);
    findings.add(outcomes.finding(rows));
    findings.add(new Chart(picture).finding(outcomes.mostTelling(USUAL_ROWS)));
    findings.add(Quo.finding(picture));
    findings.addAll(Targets.findings(picture));
    findings.add(
        new Standings(
                space, picture.parties(), picture.concepts().stream().map(picture::stable).toList())
            .finding("each decision maker", "equilibria: stable for all", "Stable for whom"));
    return new Answer(key(), "Stability", findings, StabilityData.of(picture), Method.of(picture));
  }

  @Override
  public List<String> names() {
    return Stream.of(Concept.values()).map(Concept::name).toList();
  }

  @Override
  public StabilityLens by(List<String> names) {
    Set<Concept> chosen = EnumSet.noneOf(Concept.class);
    for (String name : names) chosen.add(Concept.valueOf(name.toUpperCase(Locale.ROOT)));
    return new StabilityLens(chosen, rows);
  }

  @Override
  public Account explain(Asked asked, Run run) {
    return Explain.of(asked, concepts, run);
  }
}
