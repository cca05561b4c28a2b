package demarche.lens.stability.sweep;

import demarche.model.Party;
import demarche.states.Outline;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How the codes that one party moves among lie in an array.
///
/// A vector holds `lanes` codes in a row. A party's own bits above them tell rows of such vectors
/// apart; own bits within a vector tell its lanes apart, and the lane that differs from another in
/// some of them is at a *distance*, the exclusive or of the two. So each pair of settings is a pair
/// of rows and a distance.
///
/// @param rows where the rows of a fibre stand, from its first code
/// @param distances between lanes; the first is 0
/// @param between the bits above the lanes that are not the party's: each setting of them has a
///   fibre of its own (a bundle of fibres, side by side)
/// @param bundles how many settings `between` has
/// @param own the party's bits within a vector
/// @param allowed by row, other row and distance, from which lanes the move is allowed; empty where
///   all moves are
/// @param start of a part: how many bundles come before
/// @param improvements the fold that keeps apart what the party does not hold equally good
/// @param moves the fold of everything into one
record Fibres(
    int[] rows,
    int[] distances,
    int between,
    int start,
    int bundles,
    int own,
    long[] allowed,
    Fold improvements,
    Fold moves) {
  /// So many pairs of rows and distances are gone through without a pause: less than a millisecond,
  /// though some hundred times as long before the compiler has seen the loop.
  private static final long MOST_AT_ONCE = 1 << 15;

  /// More entries of `allowed` than this are not kept.
  private static final long MOST_PAIRS = 1 << 20;

  /// A fibre taken together where it makes no difference.
  ///
  /// @param loud where the rows stand that are kept apart, from the first code
  /// @param silent where the rows stand that are taken together with each of these
  /// @param distances between the lanes that are kept apart; the first is 0
  /// @param low the bits within a vector whose lanes are taken together
  record Fold(int[] loud, int[] silent, int[] distances, int low) {
    static Fold of(int own, int silent, int lanes) {
      int apart = own & ~silent;
      int together = own & silent;
      return new Fold(
          subsets(apart & -lanes),
          subsets(together & -lanes),
          subsets(apart & (lanes - 1)),
          together & (lanes - 1));
    }

    /// Whether all is one: there is nothing to gain.
    boolean isWhole() {
      return loud.length == 1 && distances.length == 1;
    }
  }

  /// Where the codes of a space lie one beside the other.
  ///
  /// @param silent the bits of the party's options that make no difference to it
  static Fibres of(StateSpace space, Party party, int silent, int lanes) {
    int bits = Math.max(space.bits(), Integer.numberOfTrailingZeros(lanes));
    return new Making(space, party, bits, 0).fibres(silent, lanes);
  }

  /// Where each vector holds one code in as many draws as it has lanes.
  static Fibres drawn(StateSpace space, Party party, int silent, int lanes) {
    int shift = Integer.numberOfTrailingZeros(lanes);
    return new Making(space, party, space.bits() + shift, shift).fibres(silent, lanes);
  }

  /// @param bits of a place in the array
  /// @param shift how many of them, the lowest, are not the code's
  private record Making(StateSpace space, Party party, int bits, int shift) {
    Fibres fibres(int silent, int lanes) {
      int all = (int) ((1L << bits) - 1);
      int own = (int) space.own(party) << shift;
      int between = all & -lanes & ~own;
      int[] rows = subsets(own & -lanes);
      int[] distances = subsets(own & (lanes - 1));
      long[] allowed = space.moves(party).isFree() ? new long[0] : allowed(rows, distances, lanes);
      return new Fibres(
          rows,
          distances,
          between,
          0,
          1 << Integer.bitCount(between),
          own & (lanes - 1),
          allowed,
          Fold.of(own, silent << shift, lanes),
          Fold.of(own, own, lanes));
    }

    private long[] allowed(int[] rows, int[] distances, int lanes) {
      int low = distances[distances.length - 1];
      long[] allowed = new long[rows.length * rows.length * distances.length];
      int at = 0;
      for (int from : rows) {
        for (int to : rows) {
          for (int distance : distances) {
            for (int lane = 0; lane < lanes; lane++) {
              if (isAllowed(from | (lane & low), to | ((lane ^ distance) & low))) {
                allowed[at] |= 1L << lane;
              }
            }
            at++;
          }
        }
      }
      return allowed;
    }

    private boolean isAllowed(int from, int to) {
      return from != to && space.allows(party, from >> shift, to >> shift);
    }
  }

  /// Whether the table of allowed moves stays small.
  static boolean fits(Outline outline, Party party, int lanes) {
    return outline.isFree(party) || pairs(outline, party, lanes) <= MOST_PAIRS;
  }

  /// How many entries `allowed` has, for a party that does not move freely.
  static long pairs(Outline outline, Party party, int lanes) {
    int own = (int) outline.own(party);
    int high = Integer.bitCount(own & -lanes);
    int low = Integer.bitCount(own & (lanes - 1));
    return 1L << (2 * high + low);
  }

  private static int[] subsets(int mask) {
    int[] subsets = new int[1 << Integer.bitCount(mask)];
    for (int k = 0; k < subsets.length; k++) subsets[k] = Integer.expand(k, mask);
    return subsets;
  }

  /// The same bundles in parts, of which each is gone through in a few milliseconds, save where a
  /// single fibre is huge.
  List<Fibres> parts() {
    long each = Math.max(1, MOST_AT_ONCE / ((long) rows.length * rows.length * distances.length));
    if (each >= bundles) return List.of(this);
    List<Fibres> parts = new ArrayList<>();
    for (int from = 0; from < bundles; from += (int) each) {
      int count = (int) Math.min(each, bundles - from);
      parts.add(
          new Fibres(rows, distances, between, from, count, own, allowed, improvements, moves));
    }
    return parts;
  }

  /// The same fibres cut across: each row of all bundles.
  List<Fibres> cuts() {
    return IntStream.of(rows)
        .mapToObj(r ->
            new Fibres(
                new int[] {r},
                distances,
                between,
                start,
                bundles,
                own,
                allowed,
                improvements,
                moves))
        .toList();
  }

  /// The first code of a bundle.
  int first(int bundle) {
    return Integer.expand(start + bundle, between);
  }

  boolean isFree() {
    return allowed.length == 0;
  }

  /// From which lanes of a row the party may move to a row at a distance.
  long allowed(int row, int other, int distance) {
    if (allowed.length == 0) return -1;
    return allowed[(row * rows.length + other) * distances.length + distance];
  }
}
