package demarche.lens.firmness;

import demarche.model.Actor;
import java.util.List;
import java.util.Optional;

/// What it takes until one actor leaves an equilibrium.
///
/// @param isExact whether no vote of a body depends on the actor's wishes where replies do
/// @param reordering of the actor's priorities; empty where it has none, or where it was not looked
///   for
/// @param weight the smallest change of one weight; empty where the actor has no values, where none
///   is enough, or where it was not looked for
/// @param isSought whether changes of priorities or weights were looked for
record Hold(
    Actor actor,
    Fall fall,
    boolean isExact,
    boolean isSought,
    List<Reordering> reordering,
    List<WeightChange> weight) {
  Hold {
    reordering = List.copyOf(reordering);
    weight = List.copyOf(weight);
  }

  Hold(Actor actor, Fall fall, boolean isExact) {
    this(actor, fall, isExact, false, List.of(), List.of());
  }

  Hold with(Reordering order) {
    return new Hold(actor, fall, isExact, true, List.of(order), List.of());
  }

  Hold with(Optional<WeightChange> change) {
    return new Hold(actor, fall, isExact, true, List.of(), change.stream().toList());
  }
}
