package demarche.lens.beliefs;

import demarche.model.Actor;
import demarche.model.Belief;
import demarche.model.Imagined;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One thing that an actor sees otherwise than it is.
public sealed interface Misreading {
  Actor holder();

  /// A false picture of what another wants.
  record Of(Actor holder, Actor other) implements Misreading {}

  /// Options that it does not know of.
  record Blindness(Actor holder) implements Misreading {}

  /// All that the file has, in file order of holders, then of those whom they see.
  static List<Misreading> all(Model model) {
    List<Misreading> all = new ArrayList<>();
    for (Actor holder : Hypergame.holders(model)) {
      for (Belief belief : model.beliefs()) {
        if (!belief.holder().equals(holder.id())) continue;
        model.actors().stream()
            .filter(other -> belief.views().containsKey(other.id()))
            .forEach(other -> all.add(new Of(holder, other)));
        if (!belief.blindTo().isEmpty()) all.add(new Blindness(holder));
      }
    }
    return all;
  }

  /// The model in which it is put right.
  default Model corrected(Model model) {
    return switch (this) {
      case Of(var holder, var other) -> Imagined.corrected(model, holder.id(), Set.of(other.id()));
      case Blindness(var holder) -> Imagined.sighted(model, holder.id());
    };
  }
}
