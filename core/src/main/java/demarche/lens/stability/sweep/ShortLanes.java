package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Fibres.Fold;
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
  static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;
  static final int COUNT = SPECIES.length();
  static final short LOW = Short.MIN_VALUE;
  static final short TOP = Short.MAX_VALUE;

  @Override
  public int count() {
    return COUNT;
  }

  @Override
  public short[] ranks(StateSpace space, Ranks ranks, Codes codes) {
    if (ranks instanceof Ranks.Shorts(var known, _) && codes == Codes.ALL_STATES) return known;
    short[] by = new short[Math.max(COUNT, 1 << space.bits())];
    Arrays.fill(by, LOW);
    int first = codes == Codes.ALL_STATES ? LOW : LOW + 1;
    for (int s = 0; s < ranks.size(); s++) {
      by[(int) space.bits(s)] = (short) (ranks.at(s) + first);
    }
    return by;
  }

  @Override
  public int silent(short[] ranks, int own, Codes codes) {
    short[] filled = codes == Codes.GAPS ? ranks.clone() : ranks;
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
  private static boolean isSilent(short[] ranks, int bit, Codes codes) {
    for (int code = 0; code < ranks.length; code += COUNT) {
      if (bit >= COUNT && (code & bit) != 0) continue;
      ShortVector here = ShortVector.fromArray(SPECIES, ranks, code);
      ShortVector there = ShortVector.fromArray(SPECIES, ranks, bit < COUNT ? code : code | bit);
      if (bit < COUNT) there = there.rearrange(ACROSS[bit]);
      VectorMask<Short> differs = here.compare(VectorOperators.NE, there);
      if (codes == Codes.GAPS)
        differs = differs.and(here.min(there).compare(VectorOperators.GT, LOW));
      if (differs.anyTrue()) return false;
    }
    return true;
  }

  /// Gives what is no state the rank of the state that differs from it in a bit alone.
  private static void fill(short[] ranks, int bit) {
    for (int code = 0; code < ranks.length; code += COUNT) {
      ShortVector there = ShortVector.fromArray(SPECIES, ranks, bit < COUNT ? code : code ^ bit);
      if (bit < COUNT) there = there.rearrange(ACROSS[bit]);
      ShortVector.fromArray(SPECIES, ranks, code).max(there).intoArray(ranks, code);
    }
  }

  @Override
  public short[] array(int codes) {
    return new short[Math.max(COUNT, codes)];
  }

  @Override
  public void put(int rank, Codes codes, short[] into, int at) {
    into[at] = (short) (LOW + rank + (codes == Codes.GAPS ? 1 : 0));
  }

  @Override
  public void worths(short[] ranks, Codes codes, short[] into) {
    System.arraycopy(ranks, 0, into, 0, ranks.length);
    if (codes == Codes.ALL_STATES) return;
    for (int code = 0; code < ranks.length; code += COUNT) {
      ShortVector rank = ShortVector.fromArray(SPECIES, ranks, code);
      rank.blend(TOP, rank.compare(VectorOperators.EQ, LOW)).intoArray(into, code);
    }
  }

  /// What takes each lane to the one at a distance, by distance.
  static final VectorShuffle<Short>[] ACROSS = shuffles();

  private static VectorShuffle<Short>[] shuffles() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Short>[] shuffles = new VectorShuffle[COUNT];
    for (int d = 0; d < COUNT; d++) {
      int distance = d;
      shuffles[d] = VectorShuffle.fromOp(SPECIES, lane -> lane ^ distance);
    }
    return shuffles;
  }

  static void pack(Fibres fibres, int first, short[] from, short[] buffer) {
    int[] rows = fibres.rows();
    for (int h = 0; h < rows.length; h++) {
      ShortVector.fromArray(SPECIES, from, first | rows[h]).intoArray(buffer, h * COUNT);
    }
  }

  @Override
  public boolean lower(Fibres fibres, Codes codes, Pass<short[]> pass) {
    if (!fibres.isFree()) return new GuidedShorts(fibres, codes, pass).lower();
    Fold fold = pass.kind() == Kind.MOVES ? fibres.moves() : fibres.improvements();
    if (pass.kind() == Kind.IMPROVEMENTS && fold.isWhole()) return false;
    return new FoldedShorts(fibres, fold, codes, pass).lower();
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
    short[] rank = new short[rows.length * COUNT];
    short[] best = new short[COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      if (fibres.isFree()) best(fibres.own(), rank, best);
      for (int h = 0; h < rows.length; h++) {
        int code = first | rows[h];
        if (fibres.isFree()) {
          ShortVector.fromArray(SPECIES, worth, code)
              .max(ShortVector.fromArray(SPECIES, best, 0))
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
  private static void best(int own, short[] rank, short[] best) {
    ShortVector most = ShortVector.fromArray(SPECIES, rank, 0);
    for (int at = COUNT; at < rank.length; at += COUNT) {
      most = most.max(ShortVector.fromArray(SPECIES, rank, at));
    }
    for (int rest = own; rest != 0; rest &= rest - 1) {
      most = most.max(most.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
    }
    most.intoArray(best, 0);
  }

  /// Raises one vector along allowed moves to lanes at a distance.
  private static void raised(
      Fibres fibres, int distance, short[] rank, int row, short[] worth, int code) {
    VectorShuffle<Short> shuffle = ACROSS[fibres.distances()[distance]];
    ShortVector most = ShortVector.fromArray(SPECIES, worth, code);
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      VectorMask<Short> can = VectorMask.fromLong(SPECIES, fibres.allowed(row, other, distance));
      ShortVector there = ShortVector.fromArray(SPECIES, rank, at).rearrange(shuffle);
      most = most.lanewise(VectorOperators.MAX, there, can);
    }
    most.intoArray(worth, code);
  }

  @Override
  public void improve(Fibres fibres, short[] ranks, long[] marks) {
    if (!fibres.isFree()) {
      leave(fibres, ranks, ranks, marks);
      return;
    }
    int[] rows = fibres.rows();
    short[] rank = new short[rows.length * COUNT];
    short[] best = new short[COUNT];
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

  private static long less(short[] rank, int at, short[] best) {
    return ShortVector.fromArray(SPECIES, rank, at)
        .compare(VectorOperators.LT, ShortVector.fromArray(SPECIES, best, 0))
        .toLong();
  }

  @Override
  public void leave(Fibres fibres, short[] ranks, short[] worth, long[] marks) {
    int[] rows = fibres.rows();
    short[] rank = new short[rows.length * COUNT];
    short[] gain = new short[rank.length];
    short[] best = new short[COUNT];
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      pack(fibres, first, ranks, rank);
      pack(fibres, first, worth, gain);
      // what a move gains is no more than its rank, and no more than what replies leave of it
      for (int at = 0; at < gain.length; at += COUNT) {
        ShortVector.fromArray(SPECIES, gain, at)
            .min(ShortVector.fromArray(SPECIES, rank, at))
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
  private static long gains(Fibres fibres, short[] rank, short[] gain, int row) {
    long leaves = 0;
    for (int d = 0; d < fibres.distances().length; d++) {
      leaves |= gains(fibres, d, rank, gain, row);
    }
    return leaves;
  }

  /// The same by a move to lanes at a distance.
  private static long gains(Fibres fibres, int distance, short[] rank, short[] gain, int row) {
    VectorShuffle<Short> shuffle = ACROSS[fibres.distances()[distance]];
    ShortVector here = ShortVector.fromArray(SPECIES, rank, row * COUNT);
    long leaves = 0;
    for (int at = 0, other = 0; at < rank.length; at += COUNT, other++) {
      leaves |=
          ShortVector.fromArray(SPECIES, gain, at)
                  .rearrange(shuffle)
                  .compare(VectorOperators.GT, here)
                  .toLong()
              & fibres.allowed(row, other, distance);
    }
    return leaves;
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
        least = least.min(least.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
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
        best = best.max(best.rearrange(ACROSS[Integer.lowestOneBit(rest)]));
      }
      least = least.min(best);
    }
    return least.reduceLanes(VectorOperators.MIN) - LOW;
  }

  @Override
  public void below(short[] ranks, int from, int to, int bound, long[] marks) {
    short bar = (short) (bound + LOW);
    for (int code = from; code < to; code += COUNT) {
      VectorMask<Short> below =
          ShortVector.fromArray(SPECIES, ranks, code).compare(VectorOperators.LT, bar);
      marks[code >>> 6] |= below.toLong() << code;
    }
  }
}
