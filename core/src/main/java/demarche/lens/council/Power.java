package demarche.lens.council;

import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Model;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// The power that a body's rule gives its members, whatever they want.
///
/// **Definition.** Each coalition of members votes yes and all others no; sponsors, preferences,
/// followers and fixed votes are left aside. A *swing* of a member is a coalition that wins with it
/// and loses without. The indices are those of [PowerIndex]. Exact.
///
/// **Method.** Players without whom nobody wins are set apart. The others are counted by classes of
/// players alike ([ByClasses]) where these are few, else by sums of weights ([BySums], [OneQuota]).
/// What neither can count is left out.
///
/// @param players ids, the body's members first
/// @param alike players to whom the rule gives the same, by their places; the first of each class
///   stands for all
/// @param winning how many of the 2^n coalitions win; empty where they were not counted
/// @param minimalWinning how many win with nobody to spare; empty where they were not counted
/// @param minimalBlocking how many keep all others from winning, with nobody to spare; the same
/// @param byClass the indices of each class where members vote yes or no; those that were not
///   worked out, or do not exist as nobody ever wins, are missing
/// @param abstaining the indices of each player where members may abstain; empty where they were
///   not worked out
/// @param shapes what minimal coalitions look like
/// @param method how coalitions were counted, in a few words
public record Power(
    List<String> players,
    List<List<Integer>> alike,
    List<BigInteger> winning,
    List<BigInteger> minimalWinning,
    List<BigInteger> minimalBlocking,
    List<Map<PowerIndex, BigFraction>> byClass,
    List<Map<PowerIndex, BigFraction>> abstaining,
    Shapes shapes,
    String method) {
  public Power {
    players = List.copyOf(players);
    alike = alike.stream().map(List::copyOf).toList();
    winning = List.copyOf(winning);
    minimalWinning = List.copyOf(minimalWinning);
    minimalBlocking = List.copyOf(minimalBlocking);
    byClass = byClass.stream().<Map<PowerIndex, BigFraction>>map(LinkedHashMap::new).toList();
    abstaining = abstaining.stream().<Map<PowerIndex, BigFraction>>map(LinkedHashMap::new).toList();
  }

  /// Minimal coalitions by how many of each class of `alike` they have.
  ///
  /// @param winning those that win; empty where there are too many kinds to be listed
  /// @param blocking those that keep all others from winning; the same
  public record Shapes(List<List<Integer>> winning, List<List<Integer>> blocking) {
    static final Shapes NONE = new Shapes(List.of(), List.of());

    public Shapes {
      winning = winning.stream().map(List::copyOf).toList();
      blocking = blocking.stream().map(List::copyOf).toList();
    }
  }

  private static final long LITTLE = 1 << 16;

  /// Whether the rule is so small that its indices come for nothing.
  static boolean isSmall(Model model, Body body) {
    Game game = Game.of(model, body);
    return ByClasses.vectors(game.without(game.vetoes()).classes()) <= LITTLE
        && Ternary.vectors(model, body) <= LITTLE;
  }

  public static Power of(Model model, Body body, Run run) {
    Game game = Game.of(model, body);
    Power power = game.canWin() ? new Counting(game, run).power() : nobody(game);
    return power.with(Ternary.of(model, body, run));
  }

  private static Power nobody(Game game) {
    return new Power(
        game.players(),
        game.classes(),
        List.of(BigInteger.ZERO),
        List.of(BigInteger.ZERO),
        List.of(),
        game.classes().stream().<Map<PowerIndex, BigFraction>>map(_ -> Map.of()).toList(),
        List.of(),
        Shapes.NONE,
        "no coalition wins");
  }

  private Power with(List<Map<PowerIndex, BigFraction>> abstaining) {
    return new Power(
        players,
        alike,
        winning,
        minimalWinning,
        minimalBlocking,
        byClass,
        abstaining,
        shapes,
        method);
  }

  /// All coalitions: 2^n.
  public BigInteger coalitions() {
    return BigInteger.ONE.shiftLeft(players.size());
  }

  /// Coleman's power of the body to act: the share of the coalitions that win; empty where they
  /// were not counted.
  public List<BigFraction> toAct() {
    return winning.stream().map(w -> BigFraction.of(w, coalitions())).toList();
  }

  /// Whether nobody ever loses or wins by a member of the class.
  boolean isIdle(int c) {
    BigFraction swings = byClass.get(c).get(PowerIndex.BANZHAF);
    return swings != null && swings.signum() == 0;
  }

  /// An index of a member; empty where it was not worked out, or there is no such player.
  public List<BigFraction> of(String member, PowerIndex index) {
    return Optional.ofNullable(indices(players.indexOf(member)).get(index)).stream().toList();
  }

  /// All indices of a player that were worked out, in their order.
  Map<PowerIndex, BigFraction> indices(int player) {
    Map<PowerIndex, BigFraction> indices = new EnumMap<>(PowerIndex.class);
    for (int c = 0; c < alike.size(); c++) {
      if (alike.get(c).contains(player)) indices.putAll(byClass.get(c));
    }
    if (player >= 0 && !abstaining.isEmpty()) indices.putAll(abstaining.get(player));
    return indices;
  }
}
