package demarche.lens.stability.sweep;

import static demarche.lens.stability.sweep.ByteLanes.ACROSS;
import static demarche.lens.stability.sweep.ByteLanes.COUNT;
import static demarche.lens.stability.sweep.ByteLanes.LOW;
import static demarche.lens.stability.sweep.ByteLanes.SPECIES;
import static demarche.lens.stability.sweep.ByteLanes.TOP;
import static demarche.lens.stability.sweep.ByteLanes.pack;

import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.lens.stability.sweep.Lanes.Kind;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// A pass along allowed moves alone.
final class GuidedBytes {
  private final Fibres fibres;
  private final boolean gaps;
  private final Pass<byte[]> pass;
  private final byte[] rank;
  private final byte[] worth;
  private final byte[] bar;
  private final byte[] least = new byte[COUNT];

  GuidedBytes(Fibres fibres, Codes codes, Pass<byte[]> pass) {
    this.fibres = fibres;
    this.gaps = codes == Codes.GAPS;
    this.pass = pass;
    rank = new byte[fibres.rows().length * COUNT];
    worth = new byte[rank.length];
    bar = new byte[rank.length];
  }

  boolean lower() {
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      if (!pass.read().isDue(first, fibres.rows(), pass.since())) continue;
      pack(fibres, first, pass.ranks(), rank);
      pack(fibres, first, pass.from(), worth);
      for (int at = 0; at < rank.length; at += COUNT) bars(at);
      for (int h = 0; h < fibres.rows().length; h++) lowered |= row(first | fibres.rows()[h], h);
    }
    return lowered;
  }

  /// What a target must exceed. Any state will do for moves, and nothing leads from what is none.
  private void bars(int at) {
    ByteVector ranks = ByteVector.fromArray(SPECIES, rank, at);
    VectorMask<Byte> none = ranks.compare(VectorOperators.EQ, LOW);
    if (!gaps) none = none.andNot(none);
    ByteVector bars = ranks;
    if (pass.kind() == Kind.MOVES) {
      ByteVector.broadcast(SPECIES, TOP).blend(LOW, none).intoArray(rank, at);
      bars = ByteVector.broadcast(SPECIES, LOW);
    }
    bars.blend(TOP, none).intoArray(bar, at);
  }

  private boolean row(int code, int row) {
    byte[] to = pass.to();
    ByteVector.fromArray(SPECIES, to, code).intoArray(least, 0);
    for (int d = 0; d < fibres.distances().length; d++) along(d, row);
    ByteVector before = ByteVector.fromArray(SPECIES, to, code);
    ByteVector after = ByteVector.fromArray(SPECIES, least, 0);
    if (!after.compare(VectorOperators.LT, before).anyTrue()) return false;
    after.intoArray(to, code);
    pass.written().at(code, pass.now());
    return true;
  }

  private void along(int distance, int row) {
    VectorShuffle<Byte> shuffle = ACROSS[fibres.distances()[distance]];
    ByteVector bars = ByteVector.fromArray(SPECIES, bar, row * COUNT);
    ByteVector worst = ByteVector.fromArray(SPECIES, least, 0);
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, at)
              .rearrange(shuffle)
              .compare(VectorOperators.GT, bars)
              .and(VectorMask.fromLong(SPECIES, fibres.allowed(row, other, distance)));
      ByteVector there = ByteVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
      worst = worst.lanewise(VectorOperators.MIN, there, gain);
    }
    worst.intoArray(least, 0);
  }
}
