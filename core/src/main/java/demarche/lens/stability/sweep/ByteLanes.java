package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Fibres.Fold;
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
/// only where the compiler knows the width. So are the passes, [FoldedBytes] and [GuidedBytes].
final class ByteLanes implements Lanes<byte[]> {
  static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
  static final int COUNT = SPECIES.length();
  static final byte LOW = Byte.MIN_VALUE;
  static final byte TOP = Byte.MAX_VALUE;

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public byte[] ranks(StateSpace space, Ranks ranks, Codes codes) {
    byte[] known = ((Ranks.Bytes) ranks).ranks();
    if (codes == Codes.ALL_STATES) return known;
    byte[] by = new byte[Math.max(COUNT, 1 << space.bits())];
    Arrays.fill(by, LOW);
    for (int s = 0; s < known.length; s++) by[(int) space.bits(s)] = (byte) (known[s] + 1);
    return by;
  }

  @Override
  public int silent(byte[] ranks, int own, Codes codes) {
    byte[] filled = codes == Codes.GAPS ? ranks.clone() : ranks;
    int silent = 0;
    for (int rest = own; rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      if (!isSilent(filled, bit, codes)) continue;
      silent |= bit;
      if (codes == Codes.GAPS) fill(filled, bit);
    }
    return silent;
  }

  /// Whether ranks are equal wherever two states differ in a bit alone.
  private static boolean isSilent(byte[] ranks, int bit, Codes codes) {
    for (int code = 0; code < ranks.length; code += COUNT) {
      if (bit >= COUNT && (code & bit) != 0) continue;
      ByteVector here = ByteVector.fromArray(SPECIES, ranks, code);
      ByteVector there = ByteVector.fromArray(SPECIES, ranks, bit < COUNT ? code : code | bit);
      if (bit < COUNT) there = there.rearrange(ACROSS[bit]);
      VectorMask<Byte> differs = here.compare(VectorOperators.NE, there);
      if (codes == Codes.GAPS)
        differs = differs.and(here.min(there).compare(VectorOperators.GT, LOW));
      if (differs.anyTrue()) return false;
    }
    return true;
  }

  /// Gives what is no state the rank of the state that differs from it in a bit alone.
  private static void fill(byte[] ranks, int bit) {
    for (int code = 0; code < ranks.length; code += COUNT) {
      ByteVector there = ByteVector.fromArray(SPECIES, ranks, bit < COUNT ? code : code ^ bit);
      if (bit < COUNT) there = there.rearrange(ACROSS[bit]);
      ByteVector.fromArray(SPECIES, ranks, code).max(there).intoArray(ranks, code);
    }
  }

  @Override
  public byte[] array(int codes) {
    return new byte[Math.max(COUNT, codes)];
  }

  @Override
  public void put(int rank, Codes codes, byte[] into, int at) {
    into[at] = (byte) (LOW + rank + (codes == Codes.GAPS ? 1 : 0));
  }

  @Override
  public void worths(byte[] ranks, Codes codes, byte[] into) {
    System.arraycopy(ranks, 0, into, 0, ranks.length);
    if (codes == Codes.ALL_STATES) return;
    for (int code = 0; code < ranks.length; code += COUNT) {
      ByteVector rank = ByteVector.fromArray(SPECIES, ranks, code);
      rank.blend(TOP, rank.compare(VectorOperators.EQ, LOW)).intoArray(into, code);
    }
  }

  /// What takes each lane to the one at a distance, by distance.
  static final VectorShuffle<Byte>[] ACROSS = shuffles();

  private static VectorShuffle<Byte>[] shuffles() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Byte>[] shuffles = new VectorShuffle[COUNT];
    for (int d = 0; d < COUNT; d++) {
      int distance = d;
      shuffles[d] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
    }
    return shuffles;
  }

  static void pack(Fibres fibres, int first, byte[] from, byte[] buffer) {
    int[] rows = fibres.rows();
    for (int h = 0; h < rows.length; h++) {
      ByteVector.fromArray(SPECIES, from, first | rows[h]).intoArray(buffer, h * COUNT);
    }
  }

  @Override
  public boolean lower(Fibres fibres, Codes codes, Pass<byte[]> pass) {
    if (!fibres.isFree()) return new GuidedBytes(fibres, codes, pass).lower();
    Fold fold = pass.kind() == Kind.MOVES ? fibres.moves() : fibres.improvements();
    if (pass.kind() == Kind.IMPROVEMENTS && fold.isWhole()) return false;
    return new FoldedBytes(fibres, fold, codes, pass).lower();
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
    byte[] best = new byte[COUNT];
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
      if (fibres.isFree()) best(fibres.own(), gain, best);
      for (int h = 0; h < rows.length; h++) {
        int code = first | rows[h];
        long leaves = fibres.isFree() ? less(rank, h * COUNT, best) : gains(fibres, rank, gain, h);
        marks[code >>> 6] |= leaves << code;
      }
    }
  }

  /// The lanes of a row that gain by an allowed move.
  private static long gains(Fibres fibres, byte[] rank, byte[] gain, int row) {
    long leaves = 0;
    for (int d = 0; d < fibres.distances().length; d++) {
      leaves |= gains(fibres, d, rank, gain, row);
    }
    return leaves;
  }

  /// The same by a move to lanes at a distance.
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
