package demarche.states;

import demarche.model.Body;
import java.util.Arrays;

/// What a body would pass from every state: a bit for each state and setting of its options.
///
/// **Cost.** O(states x settings) votes, and as many bits, settings rounded up to a power of 2.
final class Resolutions {
  private static final String STEP = "votes";
  private static final long MOST_VOTES = 1L << 31;

  private final OptionMoves moves;
  private final int states;
  private final int width;
  private final long[] passed;
  private final boolean transitive;

  private Resolutions(StateSpace space, OptionMoves moves, Assembly assembly, Watch watch) {
    this.moves = moves;
    states = space.size();
    width = width(moves.most());
    passed = new long[(int) (((long) states * width + Long.SIZE - 1) >>> 6)];
    int[] into = new int[moves.most()];
    watch.over(
        STEP,
        states,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            int count = moves.targets(s, into);
            for (int k = 0; k < count; k++) if (assembly.prefers(s, into[k])) pass(s, into[k]);
          }
        });
    boolean[] holds = {true};
    watch.over(
        STEP,
        states,
        (from, to) -> {
          for (int s = from; s < to && holds[0]; s++) holds[0] = isTransitive(s);
        });
    transitive = holds[0];
  }

  static Resolutions of(StateSpace space, Body body, Watch watch) {
    OptionMoves moves = (OptionMoves) space.moves(body);
    if ((long) space.size() * moves.most() > MOST_VOTES) {
      throw new TooLarge(
          "the votes of '" + body.id() + "'",
          "%,d states times %,d texts".formatted(space.size(), moves.most()),
          "%,d votes".formatted(MOST_VOTES),
          "drop options or levels of the body, or hold some with a variant (passive, agenda)");
    }
    return new Resolutions(space, moves, space.assembly(body), watch);
  }

  /// Of states with so many settings.
  static long bytes(long states, long settings) {
    return states * width((int) Math.min(settings, 1 << 30)) / Byte.SIZE;
  }

  /// Bits a state, so that a row is within a word or is made of whole ones.
  private static int width(int settings) {
    if (settings <= 1) return 1;
    return settings > Long.SIZE
        ? (settings + Long.SIZE - 1) & -Long.SIZE
        : Integer.highestOneBit(2 * settings - 1);
  }

  private void pass(int from, int to) {
    long bit = (long) from * width + moves.setting(to);
    passed[(int) (bit >>> 6)] |= 1L << bit;
  }

  private boolean passes(int from, int setting) {
    long bit = (long) from * width + setting;
    return (passed[(int) (bit >>> 6)] >>> bit & 1) != 0;
  }

  private boolean isTransitive(int state) {
    int[] once = new int[moves.most()];
    int[] twice = new int[moves.most()];
    int count = targets(state, once);
    for (int q : Arrays.copyOf(once, count)) {
      int further = targets(q, twice);
      for (int k = 0; k < further; k++) {
        if (twice[k] != state && !passes(state, moves.setting(twice[k]))) return false;
      }
    }
    return true;
  }

  /// Whether two resolutions in a row never lead further than one.
  boolean isTransitive() {
    return transitive;
  }

  int targets(int state, int[] into) {
    long rest = moves.rest(state);
    int count = 0;
    for (int k = 0; k < width; k += Long.SIZE) {
      long bit = (long) state * width + k;
      long row = passed[(int) (bit >>> 6)] >>> bit;
      if (width < Long.SIZE) row &= (1L << width) - 1;
      for (; row != 0; row &= row - 1) {
        into[count++] = moves.state(rest, k + Long.numberOfTrailingZeros(row));
      }
    }
    return count;
  }

  int sources(int state, int[] into) {
    long rest = moves.rest(state);
    int here = moves.setting(state);
    int count = 0;
    for (int k = 0; k < moves.most(); k++) {
      if (k == here) continue;
      int from = moves.state(rest, k);
      if (from >= 0 && passes(from, here)) into[count++] = from;
    }
    return count;
  }
}
