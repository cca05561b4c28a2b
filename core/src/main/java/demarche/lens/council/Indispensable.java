package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Model;
import java.util.Set;

/// Without whom a body decides nothing, by its rule alone.
public final class Indispensable {
  private Indispensable() {}

  /// Whether the body can decide, and cannot where these members vote no: whether no coalition of
  /// the others wins. Preferences, sponsors, followers and fixed votes are left aside, as in
  /// [Power]; the members of bodies that must approve the same change count too.
  ///
  /// @param members ids; others than members may be among them
  public static boolean are(Model model, Body body, Set<String> members) {
    Game game = Game.of(model, body);
    if (!game.canWin()) return false;
    return game.bounds().stream()
        .anyMatch(bound -> {
          long left = bound.total();
          for (int i = 0; i < game.size(); i++) {
            if (members.contains(game.players().get(i))) left -= bound.weights().get(i);
          }
          return left < bound.quota();
        });
  }
}
