package demarche.lens.stability.sweep;

import demarche.states.Ranks;
import demarche.states.StateSpace;
import java.util.Arrays;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Up to 65,535 ranks, as many codes side by side as the machine's vectors have shorts.
///
/// The loops are those of [ByteLanes], on purpose apart from them.
final class ShortLanes implements Lanes<short[]> {
  private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;
  private static final int COUNT = SPECIES.length();
  private static final short LOW = Short.MIN_VALUE;

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public short[] ranks(StateSpace space, Ranks ranks) {
    if (ranks instanceof Ranks.Shorts(var known, _) && space.isEveryCode()) {
      if (known.length >= COUNT) return known;
    }
    short[] by = blank(space);
    for (int s = 0; s < ranks.size(); s++) {
      by[(int) space.bits(s)] = (short) (ranks.at(s) + LOW);
    }
    return by;
  }

  private static short[] blank(StateSpace space) {
    short[] blank = new short[Math.max(COUNT, 1 << space.bits())];
    Arrays.fill(blank, LOW);
    return blank;
  }

  @Override
  public short[] present(StateSpace space) {
    short[] present = blank(space);
    for (int s = 0; s < space.size(); s++) present[(int) space.bits(s)] = LOW + 1;
    return present;
  }

  @Override
  public short[] copy(short[] ranks) {
    return ranks.clone();
  }

  /// What takes the distances of fibres from one lane to another.
  private static VectorShuffle<Short>[] shuffles(int[] distances) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Short>[] shuffles = new VectorShuffle[distances.length];
    for (int d = 0; d < shuffles.length; d++) {
      int distance = distances[d];
      shuffles[d] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
    }
    return shuffles;
  }

  private static void pack(Fibres fibres, int first, short[] from, short[] buffer) {
    int[] rows = fibres.rows();
    for (int h = 0; h < rows.length; h++) {
      ShortVector.fromArray(SPECIES, from, first | rows[h]).intoArray(buffer, h * COUNT);
    }
  }

  @Override
  public boolean lower(Fibres fibres, Kind kind, short[] ranks, short[] to, short[] from) {
    int[] rows = fibres.rows();
    VectorShuffle<Short>[] shuffles = shuffles(fibres.distances());
    short[] rank = new short[rows.length * COUNT];
    short[] source = new short[rank.length];
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, from, source);
      for (int h = 0; h < rows.length; h++) {
        ShortVector before = ShortVector.fromArray(SPECIES, to, first | rows[h]);
        ShortVector bar =
            kind == Kind.MOVES
                ? ShortVector.broadcast(SPECIES, LOW)
                : ShortVector.fromArray(SPECIES, rank, h * COUNT);
        ShortVector least = least(fibres, h, rank, source, bar, before, shuffles);
        if (least.compare(VectorOperators.LT, before).anyTrue()) {
          lowered = true;
          least.intoArray(to, first | rows[h]);
        }
      }
    }
    return lowered;
  }

  /// The least worth of a row and of what its arcs lead to.
  private static ShortVector least(
      Fibres fibres,
      int row,
      short[] rank,
      short[] source,
      ShortVector bar,
      ShortVector before,
      VectorShuffle<Short>[] shuffles) {
    ShortVector least = before;
    boolean free = fibres.isFree();
    int all = rank.length / COUNT;
    for (int o = 0; o < all; o++) {
      VectorMask<Short> gain =
          ShortVector.fromArray(SPECIES, rank, o * COUNT).compare(VectorOperators.GT, bar);
      if (!free) gain = gain.and(VectorMask.fromLong(SPECIES, fibres.allowed(row, o, 0)));
      least =
          least.lanewise(
              VectorOperators.MIN, ShortVector.fromArray(SPECIES, source, o * COUNT), gain);
    }
    for (int d = 1; d < shuffles.length; d++) {
      VectorShuffle<Short> shuffle = shuffles[d];
      for (int o = 0; o < all; o++) {
        VectorMask<Short> gain =
            ShortVector.fromArray(SPECIES, rank, o * COUNT)
                .rearrange(shuffle)
                .compare(VectorOperators.GT, bar);
        if (!free) gain = gain.and(VectorMask.fromLong(SPECIES, fibres.allowed(row, o, d)));
        ShortVector worth = ShortVector.fromArray(SPECIES, source, o * COUNT).rearrange(shuffle);
        least = least.lanewise(VectorOperators.MIN, worth, gain);
      }
    }
    return least;
  }

  @Override
  public boolean lower(short[] to, int here, short[] from, int there) {
    if (from[there] >= to[here]) return false;
    to[here] = from[there];
    return true;
  }

  @Override
  public void raise(Fibres fibres, short[] ranks, short[] worth) {
    int[] rows = fibres.rows();
    VectorShuffle<Short>[] shuffles = shuffles(fibres.distances());
    short[] rank = new short[rows.length * COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      for (int h = 0; h < rows.length; h++) {
        ShortVector best = ShortVector.fromArray(SPECIES, worth, first | rows[h]);
        for (int d = 0; d < shuffles.length; d++) {
          for (int o = 0; o < rows.length; o++) {
            ShortVector there = ShortVector.fromArray(SPECIES, rank, o * COUNT);
            if (d > 0) there = there.rearrange(shuffles[d]);
            best =
                fibres.isFree()
                    ? best.max(there)
                    : best.lanewise(
                        VectorOperators.MAX,
                        there,
                        VectorMask.fromLong(SPECIES, fibres.allowed(h, o, d)));
          }
        }
        best.intoArray(worth, first | rows[h]);
      }
    }
  }

  @Override
  public void leave(Fibres fibres, short[] ranks, short[] worth, long[] marks) {
    int[] rows = fibres.rows();
    VectorShuffle<Short>[] shuffles = shuffles(fibres.distances());
    short[] rank = new short[rows.length * COUNT];
    short[] gain = new short[rank.length];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, worth, gain);
      // an improvement that is worth its rank, or less, must beat the state by both
      for (int h = 0; h < gain.length; h += COUNT) {
        ShortVector.fromArray(SPECIES, gain, h)
            .min(ShortVector.fromArray(SPECIES, rank, h))
            .intoArray(gain, h);
      }
      for (int h = 0; h < rows.length; h++) {
        ShortVector here = ShortVector.fromArray(SPECIES, rank, h * COUNT);
        VectorMask<Short> leaves = SPECIES.maskAll(false);
        for (int d = 0; d < shuffles.length; d++) {
          for (int o = 0; o < rows.length; o++) {
            ShortVector there = ShortVector.fromArray(SPECIES, gain, o * COUNT);
            if (d > 0) there = there.rearrange(shuffles[d]);
            VectorMask<Short> better = there.compare(VectorOperators.GT, here);
            if (!fibres.isFree()) {
              better = better.and(VectorMask.fromLong(SPECIES, fibres.allowed(h, o, d)));
            }
            leaves = leaves.or(better);
          }
        }
        int code = first | rows[h];
        marks[code >>> 6] |= leaves.toLong() << code;
      }
    }
  }

  @Override
  public int maximin(Fibres fibres, short[] ranks) {
    int others = COUNT - 1 & ~fibres.own();
    short best = LOW;
    for (int row : fibres.rows()) {
      ShortVector least = ShortVector.broadcast(SPECIES, Short.MAX_VALUE);
      for (int k = 0; k < fibres.bundles(); k++) {
        least = least.min(ShortVector.fromArray(SPECIES, ranks, fibres.first(k) | row));
      }
      for (int rest = others; rest != 0; rest &= rest - 1) {
        least = least.min(least.rearrange(across(Integer.lowestOneBit(rest))));
      }
      best = (short) Math.max(best, least.reduceLanes(VectorOperators.MAX));
    }
    return best - LOW;
  }

  @Override
  public int minimax(Fibres fibres, short[] ranks) {
    ShortVector least = ShortVector.broadcast(SPECIES, Short.MAX_VALUE);
    for (int k = 0; k < fibres.bundles(); k++) {
      ShortVector best = ShortVector.broadcast(SPECIES, LOW);
      for (int row : fibres.rows()) {
        best = best.max(ShortVector.fromArray(SPECIES, ranks, fibres.first(k) | row));
      }
      for (int rest = fibres.own(); rest != 0; rest &= rest - 1) {
        best = best.max(best.rearrange(across(Integer.lowestOneBit(rest))));
      }
      least = least.min(best);
    }
    return least.reduceLanes(VectorOperators.MIN) - LOW;
  }

  private static VectorShuffle<Short> across(int bit) {
    return VectorShuffle.fromOp(SPECIES, lane -> lane ^ bit);
  }

  @Override
  public void below(short[] ranks, int bound, long[] marks) {
    short bar = (short) (bound + LOW);
    for (int code = 0; code < ranks.length; code += COUNT) {
      VectorMask<Short> below =
          ShortVector.fromArray(SPECIES, ranks, code).compare(VectorOperators.LT, bar);
      marks[code >>> 6] |= below.toLong() << code;
    }
  }
}
