package demarche.lens.stability.sweep;

import demarche.states.Ranks;
import demarche.states.StateSpace;
import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Up to 255 ranks, as many codes side by side as the machine's vectors have bytes.
///
/// A bundle of fibres is copied to a buffer first: rows of a fibre stand powers of two apart, and
/// would push one another out of the caches. [ShortLanes] is the same for shorts: loops are fast
/// only where the compiler knows the width.
final class ByteLanes implements Lanes<byte[]> {
  private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
  private static final int COUNT = SPECIES.length();
  private static final byte LOW = Byte.MIN_VALUE;

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public byte[] ranks(StateSpace space, Ranks ranks) {
    byte[] known = ((Ranks.Bytes) ranks).ranks();
    if (space.isEveryCode() && known.length >= COUNT) return known;
    byte[] by = blank(space);
    for (int s = 0; s < known.length; s++) by[(int) space.bits(s)] = known[s];
    return by;
  }

  private static byte[] blank(StateSpace space) {
    byte[] blank = new byte[Math.max(COUNT, 1 << space.bits())];
    Arrays.fill(blank, LOW);
    return blank;
  }

  @Override
  public byte[] present(StateSpace space) {
    byte[] present = blank(space);
    for (int s = 0; s < space.size(); s++) present[(int) space.bits(s)] = LOW + 1;
    return present;
  }

  @Override
  public byte[] copy(byte[] ranks) {
    return ranks.clone();
  }

  /// What takes the distances of fibres from one lane to another.
  private static VectorShuffle<Byte>[] shuffles(int[] distances) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Byte>[] shuffles = new VectorShuffle[distances.length];
    for (int d = 0; d < shuffles.length; d++) {
      int distance = distances[d];
      shuffles[d] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
    }
    return shuffles;
  }

  private static void pack(Fibres fibres, int first, byte[] from, byte[] buffer) {
    int[] rows = fibres.rows();
    for (int h = 0; h < rows.length; h++) {
      ByteVector.fromArray(SPECIES, from, first | rows[h]).intoArray(buffer, h * COUNT);
    }
  }

  @Override
  public boolean lower(Fibres fibres, Kind kind, byte[] ranks, byte[] to, byte[] from) {
    int[] rows = fibres.rows();
    VectorShuffle<Byte>[] shuffles = shuffles(fibres.distances());
    byte[] rank = new byte[rows.length * COUNT];
    byte[] source = new byte[rank.length];
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, from, source);
      for (int h = 0; h < rows.length; h++) {
        ByteVector before = ByteVector.fromArray(SPECIES, to, first | rows[h]);
        ByteVector bar =
            kind == Kind.MOVES
                ? ByteVector.broadcast(SPECIES, LOW)
                : ByteVector.fromArray(SPECIES, rank, h * COUNT);
        ByteVector least = least(fibres, h, rank, source, bar, before, shuffles);
        if (least.compare(VectorOperators.LT, before).anyTrue()) {
          lowered = true;
          least.intoArray(to, first | rows[h]);
        }
      }
    }
    return lowered;
  }

  /// The least worth of a row and of what its arcs lead to.
  private static ByteVector least(
      Fibres fibres,
      int row,
      byte[] rank,
      byte[] source,
      ByteVector bar,
      ByteVector before,
      VectorShuffle<Byte>[] shuffles) {
    ByteVector least = before;
    boolean free = fibres.isFree();
    int all = rank.length / COUNT;
    for (int o = 0; o < all; o++) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, o * COUNT).compare(VectorOperators.GT, bar);
      if (!free) gain = gain.and(VectorMask.fromLong(SPECIES, fibres.allowed(row, o, 0)));
      least =
          least.lanewise(
              VectorOperators.MIN, ByteVector.fromArray(SPECIES, source, o * COUNT), gain);
    }
    for (int d = 1; d < shuffles.length; d++) {
      VectorShuffle<Byte> shuffle = shuffles[d];
      for (int o = 0; o < all; o++) {
        VectorMask<Byte> gain =
            ByteVector.fromArray(SPECIES, rank, o * COUNT)
                .rearrange(shuffle)
                .compare(VectorOperators.GT, bar);
        if (!free) gain = gain.and(VectorMask.fromLong(SPECIES, fibres.allowed(row, o, d)));
        ByteVector worth = ByteVector.fromArray(SPECIES, source, o * COUNT).rearrange(shuffle);
        least = least.lanewise(VectorOperators.MIN, worth, gain);
      }
    }
    return least;
  }

  @Override
  public boolean lower(byte[] to, int here, byte[] from, int there) {
    if (from[there] >= to[here]) return false;
    to[here] = from[there];
    return true;
  }

  @Override
  public void raise(Fibres fibres, byte[] ranks, byte[] worth) {
    int[] rows = fibres.rows();
    VectorShuffle<Byte>[] shuffles = shuffles(fibres.distances());
    byte[] rank = new byte[rows.length * COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      for (int h = 0; h < rows.length; h++) {
        ByteVector best = ByteVector.fromArray(SPECIES, worth, first | rows[h]);
        for (int d = 0; d < shuffles.length; d++) {
          for (int o = 0; o < rows.length; o++) {
            ByteVector there = ByteVector.fromArray(SPECIES, rank, o * COUNT);
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
  public void leave(Fibres fibres, byte[] ranks, byte[] worth, long[] marks) {
    int[] rows = fibres.rows();
    VectorShuffle<Byte>[] shuffles = shuffles(fibres.distances());
    byte[] rank = new byte[rows.length * COUNT];
    byte[] gain = new byte[rank.length];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, worth, gain);
      // an improvement that is worth its rank, or less, must beat the state by both
      for (int h = 0; h < gain.length; h += COUNT) {
        ByteVector.fromArray(SPECIES, gain, h)
            .min(ByteVector.fromArray(SPECIES, rank, h))
            .intoArray(gain, h);
      }
      for (int h = 0; h < rows.length; h++) {
        ByteVector here = ByteVector.fromArray(SPECIES, rank, h * COUNT);
        VectorMask<Byte> leaves = SPECIES.maskAll(false);
        for (int d = 0; d < shuffles.length; d++) {
          for (int o = 0; o < rows.length; o++) {
            ByteVector there = ByteVector.fromArray(SPECIES, gain, o * COUNT);
            if (d > 0) there = there.rearrange(shuffles[d]);
            VectorMask<Byte> better = there.compare(VectorOperators.GT, here);
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
  public int maximin(Fibres fibres, byte[] ranks) {
    int others = COUNT - 1 & ~fibres.own();
    byte best = LOW;
    for (int row : fibres.rows()) {
      ByteVector least = ByteVector.broadcast(SPECIES, Byte.MAX_VALUE);
      for (int k = 0; k < fibres.bundles(); k++) {
        least = least.min(ByteVector.fromArray(SPECIES, ranks, fibres.first(k) | row));
      }
      for (int rest = others; rest != 0; rest &= rest - 1) {
        least = least.min(least.rearrange(across(Integer.lowestOneBit(rest))));
      }
      best = (byte) Math.max(best, least.reduceLanes(VectorOperators.MAX));
    }
    return best - LOW;
  }

  @Override
  public int minimax(Fibres fibres, byte[] ranks) {
    ByteVector least = ByteVector.broadcast(SPECIES, Byte.MAX_VALUE);
    for (int k = 0; k < fibres.bundles(); k++) {
      ByteVector best = ByteVector.broadcast(SPECIES, LOW);
      for (int row : fibres.rows()) {
        best = best.max(ByteVector.fromArray(SPECIES, ranks, fibres.first(k) | row));
      }
      for (int rest = fibres.own(); rest != 0; rest &= rest - 1) {
        best = best.max(best.rearrange(across(Integer.lowestOneBit(rest))));
      }
      least = least.min(best);
    }
    return least.reduceLanes(VectorOperators.MIN) - LOW;
  }

  private static VectorShuffle<Byte> across(int bit) {
    return VectorShuffle.fromOp(SPECIES, lane -> lane ^ bit);
  }

  @Override
  public void below(byte[] ranks, int bound, long[] marks) {
    byte bar = (byte) (bound + LOW);
    for (int code = 0; code < ranks.length; code += COUNT) {
      VectorMask<Byte> below =
          ByteVector.fromArray(SPECIES, ranks, code).compare(VectorOperators.LT, bar);
      marks[code >>> 6] |= below.toLong() << code;
    }
  }
}
