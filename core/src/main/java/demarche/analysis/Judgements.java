package demarche.analysis;

import demarche.scenario.ActorEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.ConstraintEntry;
import demarche.scenario.Evidence;
import demarche.scenario.ParameterEntry;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Scenario;
import demarche.scenario.TermEntry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How many judgements of one kind a scenario makes, and how many of them cite no source.
///
/// @param one what one is called, such as `value`
/// @param unsourced those without a source that supports them
public record Judgements(String one, String many, long all, long unsourced) {
  /// Such as `3 of 11 values`: those without a source.
  public String inWords() {
    return "%,d of %,d %s".formatted(unsourced, all, all == 1 ? one : many);
  }

  /// Every kind that the analysis rests on and the file has, in file order.
  static List<Judgements> of(Scenario scenario) {
    List<ActorEntry> actors = scenario.actors();
    List<BodyEntry> bodies = scenario.bodies();
    return Stream.of(
            count("parameter", "parameters", scenario.parameters(), ParameterEntry::evidence),
            count("red line", "red lines", flat(actors, ActorEntry::redLines), r -> r.evidence()),
            count("value", "values", flat(actors, Judgements::terms), TermEntry::evidence),
            count("priority", "priorities", flat(actors, Judgements::wants), p -> p.evidence()),
            count(
                "member's vote",
                "members' votes",
                flat(bodies, BodyEntry::others),
                o -> o.evidence()),
            count("voting rule", "voting rules", flat(bodies, BodyEntry::rules), r -> r.evidence()),
            count("constraint", "constraints", scenario.constraints(), ConstraintEntry::evidence))
        .filter(kind -> kind.all > 0)
        .toList();
  }

  private static <T> Judgements count(
      String one, String many, List<T> entries, Function<T, Evidence> evidence) {
    long unsourced = entries.stream().filter(e -> !isSourced(evidence.apply(e))).count();
    return new Judgements(one, many, entries.size(), unsourced);
  }

  private static boolean isSourced(Evidence evidence) {
    return evidence.citations().stream().anyMatch(c -> c.bearing() == Evidence.Bearing.FOR);
  }

  private static <S, T> List<T> flat(List<S> holders, Function<S, List<T>> entries) {
    return holders.stream().flatMap(h -> entries.apply(h).stream()).toList();
  }

  private static List<TermEntry> terms(ActorEntry actor) {
    return actor.preference() instanceof PreferenceEntry.Values(var terms) ? terms : List.of();
  }

  private static List<PreferenceEntry.Priority> wants(ActorEntry actor) {
    return actor.preference() instanceof PreferenceEntry.Priorities(var wants) ? wants : List.of();
  }
}
