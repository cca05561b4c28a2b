package demarche.lens.stability.sweep;

import static demarche.lens.stability.sweep.ShortLanes.ACROSS;
import static demarche.lens.stability.sweep.ShortLanes.COUNT;
import static demarche.lens.stability.sweep.ShortLanes.LOW;
import static demarche.lens.stability.sweep.ShortLanes.SPECIES;
import static demarche.lens.stability.sweep.ShortLanes.TOP;
import static demarche.lens.stability.sweep.ShortLanes.pack;

import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.lens.stability.sweep.Lanes.Kind;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// A pass along allowed moves alone: the loops of [GuidedBytes], on purpose apart from them.
final class GuidedShorts {
  private final Fibres fibres;
  private final boolean gaps;
  private final Pass<short[]> pass;
  private final short[] rank;
  private final short[] worth;
  private final short[] bar;
  private final short[] least = new short[COUNT];

  GuidedShorts(Fibres fibres, Codes codes, Pass<short[]> pass) {
    this.fibres = fibres;
    this.gaps = codes == Codes.GAPS;
    this.pass = pass;
    rank = new short[fibres.rows().length * COUNT];
    worth = new short[rank.length];
    bar = new short[rank.length];
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
    ShortVector ranks = ShortVector.fromArray(SPECIES, rank, at);
    VectorMask<Short> none = ranks.compare(VectorOperators.EQ, LOW);
    if (!gaps) none = none.andNot(none);
    ShortVector bars = ranks;
    if (pass.kind() == Kind.MOVES) {
      ShortVector.broadcast(SPECIES, TOP).blend(LOW, none).intoArray(rank, at);
      bars = ShortVector.broadcast(SPECIES, LOW);
    }
    bars.blend(TOP, none).intoArray(bar, at);
  }

  private boolean row(int code, int row) {
    short[] to = pass.to();
    ShortVector.fromArray(SPECIES, to, code).intoArray(least, 0);
    for (int d = 0; d < fibres.distances().length; d++) along(d, row);
    ShortVector before = ShortVector.fromArray(SPECIES, to, code);
    ShortVector after = ShortVector.fromArray(SPECIES, least, 0);
    if (!after.compare(VectorOperators.LT, before).anyTrue()) return false;
    after.intoArray(to, code);
    pass.written().at(code, pass.now());
    return true;
  }

  private void along(int distance, int row) {
    VectorShuffle<Short> shuffle = ACROSS[fibres.distances()[distance]];
    ShortVector bars = ShortVector.fromArray(SPECIES, bar, row * COUNT);
    ShortVector worst = ShortVector.fromArray(SPECIES, least, 0);
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      VectorMask<Short> gain =
          ShortVector.fromArray(SPECIES, rank, at)
              .rearrange(shuffle)
              .compare(VectorOperators.GT, bars)
              .and(VectorMask.fromLong(SPECIES, fibres.allowed(row, other, distance)));
      ShortVector there = ShortVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
      worst = worst.lanewise(VectorOperators.MIN, there, gain);
    }
    worst.intoArray(least, 0);
  }
}
