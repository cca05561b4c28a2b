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

  /// What takes each lane to the one at a distance, by distance.
  private static final VectorShuffle<Byte>[] ACROSS = shuffles();

  private static VectorShuffle<Byte>[] shuffles() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Byte>[] shuffles = new VectorShuffle[COUNT];
    for (int d = 0; d < COUNT; d++) {
      int distance = d;
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
    int[] distances = fibres.distances();
    byte[] rank = new byte[rows.length * COUNT];
    byte[] worth = new byte[rank.length];
    byte[] bar = rank;
    if (kind == Kind.MOVES) {
      bar = new byte[rank.length];
      Arrays.fill(bar, LOW);
    }
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, from, worth);
      for (int h = 0; h < rows.length; h++) {
        int code = first | rows[h];
        if (fibres.isFree()) {
          lowered |= straight(rank, worth, bar, h * COUNT, to, code);
          for (int d = 1; d < distances.length; d++) {
            lowered |= across(ACROSS[distances[d]], rank, worth, bar, h * COUNT, to, code);
          }
        } else {
          for (int d = 0; d < distances.length; d++) {
            lowered |= allowed(fibres, d, rank, worth, bar, h, to, code);
          }
        }
      }
    }
    return lowered;
  }

  /// Lowers one vector to the least worth of the same lanes in the rows of its fibres.
  ///
  /// No vector goes from method to method: the compiler would put it on the heap.
  private static boolean straight(
      byte[] rank, byte[] worth, byte[] bars, int row, byte[] to, int code) {
    ByteVector before = ByteVector.fromArray(SPECIES, to, code);
    ByteVector bar = ByteVector.fromArray(SPECIES, bars, row);
    ByteVector least = before;
    for (int at = 0; at < rank.length; at += COUNT) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, at).compare(VectorOperators.GT, bar);
      least = least.lanewise(VectorOperators.MIN, ByteVector.fromArray(SPECIES, worth, at), gain);
    }
    boolean lowered = least.compare(VectorOperators.LT, before).anyTrue();
    if (lowered) least.intoArray(to, code);
    return lowered;
  }

  /// The same from lanes at a distance.
  private static boolean across(
      VectorShuffle<Byte> shuffle,
      byte[] rank,
      byte[] worth,
      byte[] bars,
      int row,
      byte[] to,
      int code) {
    ByteVector before = ByteVector.fromArray(SPECIES, to, code);
    ByteVector bar = ByteVector.fromArray(SPECIES, bars, row);
    ByteVector least = before;
    for (int at = 0; at < rank.length; at += COUNT) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, at)
              .rearrange(shuffle)
              .compare(VectorOperators.GT, bar);
      ByteVector there = ByteVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
      least = least.lanewise(VectorOperators.MIN, there, gain);
    }
    boolean lowered = least.compare(VectorOperators.LT, before).anyTrue();
    if (lowered) least.intoArray(to, code);
    return lowered;
  }

  /// The same along allowed moves alone.
  private static boolean allowed(
      Fibres fibres,
      int distance,
      byte[] rank,
      byte[] worth,
      byte[] bars,
      int row,
      byte[] to,
      int code) {
    VectorShuffle<Byte> shuffle = ACROSS[fibres.distances()[distance]];
    ByteVector before = ByteVector.fromArray(SPECIES, to, code);
    ByteVector bar = ByteVector.fromArray(SPECIES, bars, row * COUNT);
    ByteVector least = before;
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      VectorMask<Byte> gain =
          ByteVector.fromArray(SPECIES, rank, at)
              .rearrange(shuffle)
              .compare(VectorOperators.GT, bar)
              .and(VectorMask.fromLong(SPECIES, fibres.allowed(row, other, distance)));
      ByteVector there = ByteVector.fromArray(SPECIES, worth, at).rearrange(shuffle);
      least = least.lanewise(VectorOperators.MIN, there, gain);
    }
    boolean lowered = least.compare(VectorOperators.LT, before).anyTrue();
    if (lowered) least.intoArray(to, code);
    return lowered;
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
    byte[] rank = new byte[rows.length * COUNT];
    byte[] best = new byte[COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      if (fibres.isFree()) best(fibres.own(), rank, best);
      for (int h = 0; h < rows.length; h++) {
        int code = first | rows[h];
        if (fibres.isFree()) {
          ByteVector.fromArray(SPECIES, worth, code)
              .max(ByteVector.fromArray(SPECIES, best, 0))
              .intoArray(worth, code);
        } else {
          for (int d = 0; d < fibres.distances().length; d++) {
            raised(fibres, d, rank, h, worth, code);
          }
        }
      }
    }
  }

  /// The best rank of each lane's fibre.
  private static void best(int own, byte[] rank, byte[] best) {
    ByteVector most = ByteVector.fromArray(SPECIES, rank, 0);
    for (int at = COUNT; at < rank.length; at += COUNT) {
      most = most.max(ByteVector.fromArray(SPECIES, rank, at));
    }
    for (int rest = own; rest != 0; rest &= rest - 1) {
      most = most.max(most.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
    }
    most.intoArray(best, 0);
  }

  /// Raises one vector along allowed moves to lanes at a distance.
  private static void raised(
      Fibres fibres, int distance, byte[] rank, int row, byte[] worth, int code) {
    VectorShuffle<Byte> shuffle = ACROSS[fibres.distances()[distance]];
    ByteVector most = ByteVector.fromArray(SPECIES, worth, code);
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      VectorMask<Byte> can = VectorMask.fromLong(SPECIES, fibres.allowed(row, other, distance));
      ByteVector there = ByteVector.fromArray(SPECIES, rank, at).rearrange(shuffle);
      most = most.lanewise(VectorOperators.MAX, there, can);
    }
    most.intoArray(worth, code);
  }

  @Override
  public void improve(Fibres fibres, byte[] ranks, long[] marks) {
    if (!fibres.isFree()) {
      leave(fibres, ranks, ranks, marks);
      return;
    }
    int[] rows = fibres.rows();
    byte[] rank = new byte[rows.length * COUNT];
    byte[] best = new byte[COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      best(fibres.own(), rank, best);
      for (int h = 0; h < rows.length; h++) {
        int code = first | rows[h];
        marks[code >>> 6] |= less(rank, h * COUNT, best) << code;
      }
    }
  }

  private static long less(byte[] rank, int at, byte[] best) {
    return ByteVector.fromArray(SPECIES, rank, at)
        .compare(VectorOperators.LT, ByteVector.fromArray(SPECIES, best, 0))
        .toLong();
  }

  @Override
  public void leave(Fibres fibres, byte[] ranks, byte[] worth, long[] marks) {
    int[] rows = fibres.rows();
    byte[] rank = new byte[rows.length * COUNT];
    byte[] gain = new byte[rank.length];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, worth, gain);
      // what a move gains is no more than its rank, and no more than what replies leave of it
      for (int at = 0; at < gain.length; at += COUNT) {
        ByteVector.fromArray(SPECIES, gain, at)
            .min(ByteVector.fromArray(SPECIES, rank, at))
            .intoArray(gain, at);
      }
      for (int h = 0; h < rows.length; h++) {
        long leaves = 0;
        for (int d = 0; d < fibres.distances().length; d++) {
          leaves |= gains(fibres, d, rank, gain, h);
        }
        int code = first | rows[h];
        marks[code >>> 6] |= leaves << code;
      }
    }
  }

  /// The lanes of a row that gain by a move to lanes at a distance.
  private static long gains(Fibres fibres, int distance, byte[] rank, byte[] gain, int row) {
    VectorShuffle<Byte> shuffle = ACROSS[fibres.distances()[distance]];
    ByteVector here = ByteVector.fromArray(SPECIES, rank, row * COUNT);
    long leaves = 0;
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      leaves |=
          ByteVector.fromArray(SPECIES, gain, at)
                  .rearrange(shuffle)
                  .compare(VectorOperators.GT, here)
                  .toLong()
              & fibres.allowed(row, other, distance);
    }
    return leaves;
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
        least = least.min(least.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
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
        best = best.max(best.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
      }
      least = least.min(best);
    }
    return least.reduceLanes(VectorOperators.MIN) - LOW;
  }

  @Override
  public void below(byte[] ranks, int from, int to, int bound, long[] marks) {
    byte bar = (byte) (bound + LOW);
    for (int code = from; code < to; code += COUNT) {
      VectorMask<Byte> below =
          ByteVector.fromArray(SPECIES, ranks, code).compare(VectorOperators.LT, bar);
      marks[code >>> 6] |= below.toLong() << code;
    }
  }
}
