package demarche.lens.council;

import java.math.BigInteger;
import java.util.List;

/// How often coalitions win and players turn them, in a game without veto players.
///
/// @param winning how many coalitions win
/// @param bySize by class of players alike and by how many others: the coalitions of others that
///   lose and win once a player of the class joins
record Swings(BigInteger winning, List<List<BigInteger>> bySize) {
  Swings {
    bySize = bySize.stream().map(List::copyOf).toList();
  }
}
