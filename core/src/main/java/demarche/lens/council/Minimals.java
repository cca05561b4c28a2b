package demarche.lens.council;

import java.math.BigInteger;
import java.util.List;

/// Coalitions that win with nobody to spare, and who is critical in those that win, in a game
/// without veto players.
///
/// @param bySize how many coalitions win and lose by the loss of any member, by size
/// @param withBySize the same of those that have a player, by its class
/// @param critical how many coalitions win, by how many of their members are critical: whose loss
///   makes them lose
/// @param withCritical of those in which a player is critical, by its class
/// @param blocking how many coalitions keep the others from winning, and lose that by the loss of
///   any member
record Minimals(
    List<BigInteger> bySize,
    List<List<BigInteger>> withBySize,
    List<BigInteger> critical,
    List<List<BigInteger>> withCritical,
    BigInteger blocking) {
  Minimals {
    bySize = List.copyOf(bySize);
    withBySize = withBySize.stream().map(List::copyOf).toList();
    critical = List.copyOf(critical);
    withCritical = withCritical.stream().map(List::copyOf).toList();
  }
}
