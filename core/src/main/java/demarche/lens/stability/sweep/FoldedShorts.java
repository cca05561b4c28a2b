package demarche.lens.stability.sweep;

import static demarche.lens.stability.sweep.ShortLanes.ACROSS;
import static demarche.lens.stability.sweep.ShortLanes.COUNT;
import static demarche.lens.stability.sweep.ShortLanes.LOW;
import static demarche.lens.stability.sweep.ShortLanes.SPECIES;
import static demarche.lens.stability.sweep.ShortLanes.TOP;

import demarche.lens.stability.sweep.Fibres.Fold;
import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.lens.stability.sweep.Lanes.Kind;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// A pass along free fibres, taken together where the mover makes no difference.
///
/// The loops are those of [FoldedBytes], on purpose apart from them. No vector goes from method to
/// method: the compiler would put it on the heap.
final class FoldedShorts {
  private final Fibres fibres;
  private final Fold fold;
  private final boolean gaps;
  private final Pass<short[]> pass;
  private final short[] rank;
  private final short[] worth;
  private final short[] least;

  FoldedShorts(Fibres fibres, Fold fold, Codes codes, Pass<short[]> pass) {
    this.fibres = fibres;
    this.fold = fold;
    this.gaps = codes == Codes.GAPS;
    this.pass = pass;
    rank = new short[fold.loud().length * COUNT];
    worth = new short[rank.length];
    least = pass.kind() == Kind.MOVES ? worth : new short[rank.length];
  }

  boolean lower() {
    int[] loud = fold.loud();
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      if (!pass.read().isDue(first, fibres.rows(), pass.since())) continue;
      for (int l = 0; l < loud.length; l++) together(first | loud[l], l * COUNT);
      if (pass.kind() == Kind.IMPROVEMENTS) {
        for (int l = 0; l < loud.length; l++) {
          better(fold.distances(), rank, worth, l * COUNT, least);
        }
      }
      for (int l = 0; l < loud.length; l++) lowered |= apply(first | loud[l], l * COUNT);
    }
    return lowered;
  }

  /// The rank of rows of one rank, and the least of their worths.
  private void together(int code, int at) {
    int[] silent = fold.silent();
    ShortVector most = ShortVector.fromArray(SPECIES, pass.ranks(), code);
    ShortVector worst = ShortVector.fromArray(SPECIES, pass.from(), code);
    for (int s = 1; s < silent.length; s++) {
      worst = worst.min(ShortVector.fromArray(SPECIES, pass.from(), code | silent[s]));
      if (gaps) most = most.max(ShortVector.fromArray(SPECIES, pass.ranks(), code | silent[s]));
    }
    for (int rest = fold.low(); rest != 0; rest &= rest - 1) {
      VectorShuffle<Short> shuffle = ACROSS[Integer.lowestOneBit(rest)];
      worst = worst.min(worst.rearrange(shuffle));
      if (gaps) most = most.max(most.rearrange(shuffle));
    }
    most.intoArray(rank, at);
    worst.intoArray(worth, at);
  }

  /// The least worth of what is better than a row: in the same lanes, then at each distance.
  private static void better(int[] distances, short[] rank, short[] worth, int row, short[] least) {
    ShortVector bar = ShortVector.fromArray(SPECIES, rank, row);
    ShortVector worst = ShortVector.broadcast(SPECIES, TOP);
    for (int at = 0; at < rank.length; at += COUNT) {
      VectorMask<Short> gain =
          ShortVector.fromArray(SPECIES, rank, at).compare(VectorOperators.GT, bar);
      worst = worst.lanewise(VectorOperators.MIN, ShortVector.fromArray(SPECIES, worth, at), gain);
    }
    for (int d = 1; d < distances.length; d++) {
      VectorShuffle<Short> shuffle = ACROSS[distances[d]];
      for (int at = 0; at < rank.length; at += COUNT) {
        VectorMask<Short> gain =
            ShortVector.fromArray(SPECIES, rank, at)
                .rearrange(shuffle)
                .compare(VectorOperators.GT, bar);
        ShortVector there = ShortVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
        worst = worst.lanewise(VectorOperators.MIN, there, gain);
      }
    }
    worst.intoArray(least, row);
  }

  /// Lowers the states of rows that were taken together.
  private boolean apply(int row, int at) {
    short[] to = pass.to();
    boolean lowered = false;
    for (int silent : fold.silent()) {
      int code = row | silent;
      ShortVector before = ShortVector.fromArray(SPECIES, to, code);
      ShortVector after = before.min(ShortVector.fromArray(SPECIES, least, at));
      VectorMask<Short> less = after.compare(VectorOperators.LT, before);
      if (gaps) {
        less =
            less.and(
                ShortVector.fromArray(SPECIES, pass.ranks(), code)
                    .compare(VectorOperators.GT, LOW));
      }
      if (!less.anyTrue()) continue;
      before.blend(after, less).intoArray(to, code);
      pass.written().at(code, pass.now());
      lowered = true;
    }
    return lowered;
  }
}
