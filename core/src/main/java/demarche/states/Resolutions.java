package demarche.states;

import demarche.model.Body;
import java.util.Arrays;

/// What a body would pass from every state, in both directions.
///
/// @param first where the targets of each state begin
/// @param isTransitive whether two resolutions in a row never lead further than one
record Resolutions(
    int[] first, int[] targets, int[] firstSource, int[] sources, boolean isTransitive) {
  private static final long MOST_VOTES = 1L << 31;
  private static final int MOST_PASSED = 1 << 28;

  /// O(states x settings) votes.
  static Resolutions of(StateSpace space, Body body) {
    Moves moves = space.moves(body);
    if ((long) space.size() * moves.most() > MOST_VOTES) {
      throw new TooLarge(
          "the votes of '" + body.id() + "'",
          "%,d states times %,d texts".formatted(space.size(), moves.most()),
          "%,d votes".formatted(MOST_VOTES),
          "drop options or levels of the body, or hold some with a variant (passive, agenda)");
    }
    Assembly assembly = space.assembly(body);
    int[] first = new int[space.size() + 1];
    int[] targets = new int[Math.max(16, space.size())];
    int[] into = new int[moves.most()];
    int at = 0;
    for (int s = 0; s < space.size(); s++) {
      first[s] = at;
      int count = moves.targets(s, into);
      if (at + count > targets.length) targets = Arrays.copyOf(targets, grown(body, at + count));
      for (int k = 0; k < count; k++) {
        if (assembly.prefers(s, into[k])) targets[at++] = into[k];
      }
    }
    first[space.size()] = at;
    targets = Arrays.copyOf(targets, at);
    return reversed(first, targets);
  }

  private static int grown(Body body, int needed) {
    if (needed > MOST_PASSED) {
      throw new TooLarge(
          "what '" + body.id() + "' would pass",
          "more than %,d resolutions".formatted(MOST_PASSED),
          "%,d".formatted(MOST_PASSED),
          "drop options or levels of the body, or hold some with a variant (passive, agenda)");
    }
    return Math.max(needed, (int) Math.min(MOST_PASSED, needed * 2L));
  }

  private static Resolutions reversed(int[] first, int[] targets) {
    int size = first.length - 1;
    int[] firstSource = new int[size + 1];
    for (int t : targets) firstSource[t + 1]++;
    for (int s = 0; s < size; s++) firstSource[s + 1] += firstSource[s];
    int[] next = firstSource.clone();
    int[] sources = new int[targets.length];
    for (int s = 0; s < size; s++) {
      for (int k = first[s]; k < first[s + 1]; k++) sources[next[targets[k]]++] = s;
    }
    return new Resolutions(first, targets, firstSource, sources, transitive(first, targets));
  }

  private static boolean transitive(int[] first, int[] targets) {
    for (int s = 0; s + 1 < first.length; s++) {
      for (int k = first[s]; k < first[s + 1]; k++) {
        int q = targets[k];
        for (int l = first[q]; l < first[q + 1]; l++) {
          int t = targets[l];
          if (t != s && Arrays.binarySearch(targets, first[s], first[s + 1], t) < 0) return false;
        }
      }
    }
    return true;
  }

  int targets(int state, int[] into) {
    int count = first[state + 1] - first[state];
    System.arraycopy(targets, first[state], into, 0, count);
    return count;
  }

  int sources(int state, int[] into) {
    int count = firstSource[state + 1] - firstSource[state];
    System.arraycopy(sources, firstSource[state], into, 0, count);
    return count;
  }
}
