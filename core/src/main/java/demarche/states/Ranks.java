package demarche.states;

import java.util.Arrays;

/// Dense ranks of states in the narrowest array that holds them: 0 for the worst, equal ranks for
/// equally good states.
///
/// **Cost.** 1, 2 or 4 bytes a state, for up to 255, 65,535 or more ranks. The first two leave one
/// value unused at the top, for sweeps that mark what is no state.
public sealed interface Ranks {
  /// What working them out is called, for whoever watches.
  String STEP = "ranks";

  /// How many different ranks there are.
  int distinct();

  int size();

  /// The rank of a state.
  int at(int state);

  /// Whether both rank every state alike. O(n), stops at the first difference.
  default boolean isSame(Ranks other) {
    return switch (this) {
      case Bytes(byte[] own, int _) ->
          other instanceof Bytes(byte[] ranks, int _) && Arrays.equals(own, ranks);
      case Shorts(short[] own, int _) ->
          other instanceof Shorts(short[] ranks, int _) && Arrays.equals(own, ranks);
      case Ints(int[] own, int _) ->
          other instanceof Ints(int[] ranks, int _) && Arrays.equals(own, ranks);
    };
  }

  /// The ranks themselves, a copy.
  default int[] toArray() {
    int[] ranks = new int[size()];
    Arrays.setAll(ranks, this::at);
    return ranks;
  }

  /// Up to 255 ranks.
  ///
  /// @param ranks by state, less 128, so that signed bytes compare as ranks do; not to be changed
  record Bytes(byte[] ranks, int distinct) implements Ranks {
    public static final int MOST = 255;

    @Override
    public int size() {
      return ranks.length;
    }

    @Override
    public int at(int state) {
      return ranks[state] - Byte.MIN_VALUE;
    }
  }

  /// Up to 65,535 ranks.
  ///
  /// @param ranks by state, less 32,768; not to be changed
  record Shorts(short[] ranks, int distinct) implements Ranks {
    public static final int MOST = 65_535;

    @Override
    public int size() {
      return ranks.length;
    }

    @Override
    public int at(int state) {
      return ranks[state] - Short.MIN_VALUE;
    }
  }

  /// Any number of ranks.
  ///
  /// @param ranks by state; not to be changed
  record Ints(int[] ranks, int distinct) implements Ranks {
    @Override
    public int size() {
      return ranks.length;
    }

    @Override
    public int at(int state) {
      return ranks[state];
    }

    @Override
    public int[] toArray() {
      return ranks.clone();
    }
  }

  /// Every state alike.
  static Ranks alike(int states) {
    byte[] ranks = new byte[states];
    Arrays.fill(ranks, Byte.MIN_VALUE);
    return new Bytes(ranks, Math.min(states, 1));
  }

  /// What gives each state a rank, dense or not.
  interface Numbers {
    int at(int state);
  }

  /// Bytes a state where there are so many ranks.
  static int width(long distinct) {
    return distinct <= Bytes.MOST ? 1 : distinct <= Shorts.MOST ? 2 : 4;
  }

  /// Ranks of numbers that are dense already, from 0 to `distinct - 1`.
  static Ranks of(int states, int distinct, Numbers dense, Watch watch) {
    return switch (width(distinct)) {
      case 1 -> {
        byte[] ranks = new byte[states];
        watch.over(
            STEP,
            states,
            (from, to) -> {
              for (int s = from; s < to; s++) ranks[s] = (byte) (dense.at(s) + Byte.MIN_VALUE);
            });
        yield new Bytes(ranks, distinct);
      }
      case 2 -> {
        short[] ranks = new short[states];
        watch.over(
            STEP,
            states,
            (from, to) -> {
              for (int s = from; s < to; s++) ranks[s] = (short) (dense.at(s) + Short.MIN_VALUE);
            });
        yield new Shorts(ranks, distinct);
      }
      default -> {
        int[] ranks = new int[states];
        watch.over(
            STEP,
            states,
            (from, to) -> {
              for (int s = from; s < to; s++) ranks[s] = dense.at(s);
            });
        yield new Ints(ranks, distinct);
      }
    };
  }
}
