package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.model.Target;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// In how many equilibria each target holds, and who would leave where it holds in none.
final class Targets {
  private final Picture picture;
  private final List<Sought> sought;

  private Targets(Picture picture) {
    this.picture = picture;
    sought =
        picture.space().model().targets().stream()
            .map(t ->
                new Sought(t, picture.space().where(t.when().meaning(), picture.run().watch())))
            .toList();
  }

  /// A target with the feasible states in which it holds.
  private record Sought(Target target, StateSet states) {
    Slot name() {
      return new Slot.Plain(target.name());
    }
  }

  /// Nothing where the file has no targets.
  static List<Finding> findings(Picture picture) {
    if (picture.space().model().targets().isEmpty()) return List.of();
    Targets targets = new Targets(picture);
    return Stream.concat(targets.hopeless().map(targets::nowhere), Stream.of(targets.table()))
        .toList();
  }

  /// Targets that hold in some feasible state, and in no equilibrium under any concept.
  private Stream<Sought> hopeless() {
    return sought.stream()
        .filter(s -> !s.states.isEmpty())
        .filter(s ->
            picture.concepts().stream()
                .allMatch(c -> picture.equilibria(c).and(s.states).isEmpty()));
  }

  private Finding nowhere(Sought sought) {
    Concept weakest =
        Concept.WEAKEST_FIRST.stream()
            .filter(picture.concepts()::contains)
            .findFirst()
            .orElseThrow();
    Party breaker =
        picture.parties().stream()
            .max(Comparator.comparingLong((Party p) -> left(sought, p, weakest)))
            .orElseThrow();
    long left = left(sought, breaker, weakest);
    int all = sought.states.count();
    Slot where =
        all == 1
            ? new Slot.Plain("the one state that has it")
            : new Slot.Plain(
                "%s of the %,d states that have it"
                    .formatted(left == all ? "each" : "%,d".formatted(left), all));
    Sentence who =
        say(
            "{} leaves {}{}",
            picture.wording().party(breaker),
            where,
            new Slot.Plain(Leaving.inVain(weakest)));
    return new Finding(
        "target-" + sought.target.id(),
        Prominence.HEADLINE,
        say("No equilibrium under {} has {}", picture.any(), sought.name()),
        Stream.concat(Stream.of(who), example(sought).stream()).toList(),
        List.of());
  }

  /// Who would leave the proposal that has the target, or the nearest state that has it, and what
  /// that gains.
  private List<Sentence> example(Sought sought) {
    StateSpace space = picture.space();
    List<Sentence> example = new ArrayList<>();
    for (Proposal proposal : space.model().proposals()) {
      int end = space.state(proposal.end());
      if (end < 0 || !sought.states.contains(end) || !example.isEmpty()) continue;
      Leaving leaving = leaving(end);
      Slot name = new Slot.Quoted(proposal.name());
      example.add(say("Take the proposal {}: {}", name, new Slot.Clause(leaving.reason(space))));
      example.addAll(leaving.gain(space));
    }
    if (example.isEmpty()) {
      int nearest = nearest(sought);
      Leaving leaving = leaving(nearest);
      example.add(
          say("Take {}: {}", picture.state(nearest), new Slot.Clause(leaving.reason(space))));
      example.addAll(leaving.gain(space));
    }
    return example;
  }

  private Leaving leaving(int state) {
    return Leaving.of(picture.stability(), state, picture.run()).getFirst();
  }

  private int nearest(Sought sought) {
    return picture
        .asking(sought.states.stream())
        .boxed()
        .min(
            Comparator.<Integer, Picture.Road>comparing(picture::road)
                .thenComparingInt(picture::distance))
        .orElseThrow();
  }

  /// In how many of the target's states a party is not stable.
  private long left(Sought sought, Party party, Concept concept) {
    long staying = sought.states.and(picture.stability().stable(concept, party)).count();
    return sought.states.count() - staying;
  }

  private Finding table() {
    List<String> headers = new ArrayList<>(List.of("", "where"));
    picture.concepts().forEach(c -> headers.add(c.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    rows.add(row(say("all equilibria"), say(""), StateSet.all(picture.space().size())));
    for (Sought s : sought) {
      if (s.states.isEmpty()) continue;
      rows.add(
          row(
              say("{}", s.name()),
              say("{}", new Slot.OfExpression(s.target.when().toString())),
              s.states));
    }
    return new Finding(
        "targets",
        Prominence.SECTION,
        say("In how many equilibria each target holds"),
        sought.stream().filter(s -> s.states.isEmpty()).map(Targets::impossible).toList(),
        List.of(new Figure.Table("Targets", headers, rows)));
  }

  private static Sentence impossible(Sought sought) {
    return say(
        "{} ({}) holds in no feasible state: constraints or events that are held still rule it out",
        sought.name(),
        new Slot.OfExpression(sought.target.when().toString()));
  }

  private List<Sentence> row(Sentence name, Sentence where, StateSet states) {
    List<Sentence> row = new ArrayList<>(List.of(name, where));
    for (Concept concept : picture.concepts()) {
      long count = picture.equilibria(concept).and(states).count();
      row.add(say("{}", new Slot.Count(count, "", "")));
    }
    return row;
  }
}
