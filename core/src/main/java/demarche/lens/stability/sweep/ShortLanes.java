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
  private static final VectorSpecies<Short> SPECIES = ShortVector.SPECIES_PREFERRED;
  private static final int COUNT = SPECIES.length();
  private static final short LOW = Short.MIN_VALUE;
  private static final short TOP = Short.MAX_VALUE;

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
  public short[] worths(short[] ranks, Codes codes) {
    short[] worths = ranks.clone();
    if (codes == Codes.ALL_STATES) return worths;
    for (int code = 0; code < ranks.length; code += COUNT) {
      ShortVector rank = ShortVector.fromArray(SPECIES, ranks, code);
      rank.blend(TOP, rank.compare(VectorOperators.EQ, LOW)).intoArray(worths, code);
    }
    return worths;
  }

  @Override
  public short[] copy(short[] worths) {
    return worths.clone();
  }

  /// What takes each lane to the one at a distance, by distance.
  private static final VectorShuffle<Short>[] ACROSS = shuffles();

  private static VectorShuffle<Short>[] shuffles() {
    @SuppressWarnings({"unchecked", "rawtypes"})
    VectorShuffle<Short>[] shuffles = new VectorShuffle[COUNT];
    for (int d = 0; d < COUNT; d++) {
      int distance = d;
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
  public boolean lower(Fibres fibres, Codes codes, Pass<short[]> pass) {
    if (!fibres.isFree()) return new Guided(fibres, codes, pass).lower();
    Fold fold = pass.kind() == Kind.MOVES ? fibres.moves() : fibres.improvements();
    if (pass.kind() == Kind.IMPROVEMENTS && fold.isWhole()) return false;
    return new Folded(fibres, fold, codes, pass).lower();
  }

  /// A pass along free fibres, taken together where the mover makes no difference.
  ///
  /// No vector goes from method to method: the compiler would put it on the heap.
  private static final class Folded {
    private final Fibres fibres;
    private final Fold fold;
    private final boolean gaps;
    private final Pass<short[]> pass;
    private final short[] rank;
    private final short[] worth;
    private final short[] least;

    Folded(Fibres fibres, Fold fold, Codes codes, Pass<short[]> pass) {
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
    private static void better(
        int[] distances, short[] rank, short[] worth, int row, short[] least) {
      ShortVector bar = ShortVector.fromArray(SPECIES, rank, row);
      ShortVector worst = ShortVector.broadcast(SPECIES, TOP);
      for (int at = 0; at < rank.length; at += COUNT) {
        VectorMask<Short> gain =
            ShortVector.fromArray(SPECIES, rank, at).compare(VectorOperators.GT, bar);
        worst =
            worst.lanewise(VectorOperators.MIN, ShortVector.fromArray(SPECIES, worth, at), gain);
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

  /// A pass along allowed moves alone.
  private static final class Guided {
    private final Fibres fibres;
    private final boolean gaps;
    private final Pass<short[]> pass;
    private final short[] rank;
    private final short[] worth;
    private final short[] bar;
    private final short[] least = new short[COUNT];

    Guided(Fibres fibres, Codes codes, Pass<short[]> pass) {
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
        long leaves = fibres.isFree() ? less(rank, h * COUNT, best) : 0;
        for (int d = 0; d < fibres.distances().length && !fibres.isFree(); d++) {
          leaves |= gains(fibres, d, rank, gain, h);
        }
        int code = first | rows[h];
        marks[code >>> 6] |= leaves << code;
      }
    }
  }

  /// The lanes of a row that gain by a move to lanes at a distance.
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
