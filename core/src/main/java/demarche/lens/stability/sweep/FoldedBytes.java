package demarche.lens.stability.sweep;

import static demarche.lens.stability.sweep.ByteLanes.ACROSS;
import static demarche.lens.stability.sweep.ByteLanes.COUNT;
import static demarche.lens.stability.sweep.ByteLanes.LOW;
import static demarche.lens.stability.sweep.ByteLanes.SPECIES;
import static demarche.lens.stability.sweep.ByteLanes.TOP;

import demarche.lens.stability.sweep.Fibres.Fold;
import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.lens.stability.sweep.Lanes.Kind;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// A pass along free fibres, taken together where the mover makes no difference.
///
/// No vector goes from method to method: the compiler would put it on the heap.
final class FoldedBytes {
  private final Fibres fibres;
  private final Fold fold;
  private final boolean gaps;
  private final Pass<byte[]> pass;
  private final byte[] rank;
  private final byte[] worth;
  private final byte[] least;

  FoldedBytes(Fibres fibres, Fold fold, Codes codes, Pass<byte[]> pass) {
    this.fibres = fibres;
    this.fold = fold;
    this.gaps = codes == Codes.GAPS;
    this.pass = pass;
    rank = new byte[fold.loud().length * COUNT];
    worth = new byte[rank.length];
    least = pass.kind() == Kind.MOVES ? worth : new byte[rank.length];
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
    ByteVector most = ByteVector.fromArray(SPECIES, pass.ranks(), code);
    ByteVector worst = ByteVector.fromArray(SPECIES, pass.from(), code);
    for (int s = 1; s < silent.length; s++) {
      worst = worst.min(ByteVector.fromArray(SPECIES, pass.from(), code | silent[s]));
      if (gaps) most = most.max(ByteVector.fromArray(SPECIES, pass.ranks(), code | silent[s]));
    }
    for (int rest = fold.low(); rest != 0; rest &= rest - 1) {
      VectorShuffle<Byte> shuffle = ACROSS[Integer.lowestOneBit(rest)];
      worst = worst.min(worst.rearrange(shuffle));
      if (gaps) most = most.max(most.rearrange(shuffle));
    }
    most.intoArray(rank, at);
    worst.intoArray(worth, at);
  }

  /// The least worth of what is better than a row: in the same lanes, then at each distance.
  private static void better(int[] distances, byte[] rank, byte[] worth, int row, byte[] least) {
    ByteVector bar = ByteVector.fromArray(SPECIES, rank, row);
    ByteVector worst = ByteVector.broadcast(SPECIES, TOP);
    for (int at = 0; at < rank.length; at += COUNT) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, at).compare(VectorOperators.GT, bar);
      worst = worst.lanewise(VectorOperators.MIN, ByteVector.fromArray(SPECIES, worth, at), gain);
    }
    for (int d = 1; d < distances.length; d++) {
      VectorShuffle<Byte> shuffle = ACROSS[distances[d]];
      for (int at = 0; at < rank.length; at += COUNT) {
        VectorMask<Byte> gain =
            ByteVector.fromArray(SPECIES, rank, at)
                .rearrange(shuffle)
                .compare(VectorOperators.GT, bar);
        ByteVector there = ByteVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
        worst = worst.lanewise(VectorOperators.MIN, there, gain);
      }
    }
    worst.intoArray(least, row);
  }

  /// Lowers the states of rows that were taken together.
  private boolean apply(int row, int at) {
    byte[] to = pass.to();
    boolean lowered = false;
    for (int silent : fold.silent()) {
      int code = row | silent;
      ByteVector before = ByteVector.fromArray(SPECIES, to, code);
      ByteVector after = before.min(ByteVector.fromArray(SPECIES, least, at));
      VectorMask<Byte> less = after.compare(VectorOperators.LT, before);
      if (gaps) {
        less =
            less.and(
                ByteVector.fromArray(SPECIES, pass.ranks(), code).compare(VectorOperators.GT, LOW));
      }
      if (!less.anyTrue()) continue;
      before.blend(after, less).intoArray(to, code);
      pass.written().at(code, pass.now());
      lowered = true;
    }
    return lowered;
  }
}
