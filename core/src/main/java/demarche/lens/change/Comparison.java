package demarche.lens.change;

import demarche.model.Actor;
import demarche.scenario.Formula;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an actor must think of two states.
///
/// @param better that which it must like more, or no less
/// @param allowance what is borne, in its values: a loss of no more is none; none for nothing
record Comparison(
    Actor actor,
    List<Integer> better,
    List<Integer> worse,
    Relation relation,
    List<Formula> allowance) {
  Comparison {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
    allowance = List.copyOf(allowance);
  }

  /// How the better must stand to the worse.
  enum Relation {
    AT_LEAST,
    MORE
  }

  static Comparison of(Actor actor, int[] better, int[] worse, Relation relation) {
    return new Comparison(actor, list(better), list(worse), relation, List.of());
  }

  Comparison bearing(List<Formula> loss) {
    return new Comparison(actor, better, worse, relation, loss);
  }

  private static List<Integer> list(int[] levels) {
    return Arrays.stream(levels).boxed().toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Comparison c
        && c.actor.index() == actor.index()
        && c.better.equals(better)
        && c.worse.equals(worse)
        && c.relation == relation
        && c.allowance.equals(allowance);
  }

  /// By the actor's place: all that it wishes would take long.
  @Override
  public int hashCode() {
    return Objects.hash(actor.index(), better, worse, relation);
  }

  int[] one() {
    return better.stream().mapToInt(Integer::intValue).toArray();
  }

  int[] other() {
    return worse.stream().mapToInt(Integer::intValue).toArray();
  }
}
