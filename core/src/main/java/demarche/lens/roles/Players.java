package demarche.lens.roles;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import java.util.List;

/// The actors that can change anything.
final class Players {
  private Players() {}

  /// Those that can move, have a seat, or are followed by one: of all others it makes no difference
  /// whether they are active.
  static List<Actor> of(Model model) {
    return model.actors().stream().filter(a -> canMove(model, a) || isHeard(model, a)).toList();
  }

  static boolean canMove(Model model, Actor actor) {
    return model.isGraph() ? !model.listedMoves(actor).isEmpty() : !actor.options().isEmpty();
  }

  private static boolean isHeard(Model model, Actor actor) {
    return model.bodies().stream()
        .flatMap(b -> b.seats().stream())
        .anyMatch(seat ->
            seat.id().equals(actor.id())
                || (seat.voter() instanceof Body.Wishes(int index) && index == actor.index()));
  }
}
