package demarche.lens.settlement.deadlock;

import demarche.lens.Run;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The smallest groups that must move together, step by step, to get from one state to another.
///
/// **Definition.** On the way from *s* to *t* a *joint step* sets some of the options that still
/// stand otherwise to what *t* has, each in a move that it allows, and leads to a feasible state
/// that every owner of such an option prefers to the state before. Of all sequences of joint steps
/// from *s* to *t* one whose largest group is smallest, and of these one with the fewest steps.
///
/// **Cost.** O(3^n) for n options that differ, at most 16, which is checked beforehand; once for
/// each size of a group.
///
/// @param steps empty where no sequence leads there
/// @param largest the size of the largest group; 0 where there are no steps
/// @param notSearched why there is no answer; empty where there is one
public record Together(List<JointStep> steps, int largest, String notSearched) {
  private static final int MOST_OPTIONS = 16;

  public Together {
    steps = List.copyOf(steps);
  }

  /// Several parties, or one, that move at the same moment.
  public record JointStep(List<Party> by, int to) {
    public JointStep {
      by = List.copyOf(by);
    }
  }

  /// @throws java.util.concurrent.CancellationException once the run is stopped
  static Together of(StateSpace space, int from, int to, Run run) {
    List<Option> differing =
        space.model().options().stream()
            .filter(o -> space.level(from, o) != space.level(to, o))
            .toList();
    if (differing.size() > MOST_OPTIONS) {
      return new Together(
          List.of(),
          0,
          "%d options differ, at most %d are combined".formatted(differing.size(), MOST_OPTIONS));
    }
    boolean allowed =
        differing.stream().allMatch(o -> o.allows(space.level(from, o), space.level(to, o)));
    return allowed
        ? new Search(space, from, to, differing, run).found()
        : new Together(List.of(), 0, "");
  }

  private static final class Search {
    private final StateSpace space;
    private final Run run;
    private final List<Party> owners;
    private final long[] owned; // by option the bit of its owner
    private final int[] states; // by set of options that stand as in the end, -1 where infeasible

    Search(StateSpace space, int from, int to, List<Option> differing, Run run) {
      this.space = space;
      this.run = run;
      owners =
          space.model().parties().stream()
              .filter(p -> differing.stream().anyMatch(o -> o.holder().equals(p.id())))
              .toList();
      owned = new long[differing.size()];
      for (int o = 0; o < owned.length; o++) {
        for (int p = 0; p < owners.size(); p++) {
          if (owners.get(p).id().equals(differing.get(o).holder())) owned[o] = 1L << p;
        }
      }
      states = new int[1 << differing.size()];
      int[] target = space.levels(to);
      for (int set = 0; set < states.length; set++) {
        int[] levels = space.levels(from);
        for (int o = 0; o < owned.length; o++) {
          int index = differing.get(o).index();
          if ((set >>> o & 1) == 1) levels[index] = target[index];
        }
        states[set] = space.state(levels);
      }
    }

    Together found() {
      for (int size = 1; size <= owners.size(); size++) {
        int[] before = reached(size);
        if (before[states.length - 1] >= 0) return new Together(path(before), size, "");
      }
      return new Together(List.of(), 0, "");
    }

    /// Breadth first, with groups of at most so many: by set the one before it, -1 where none is.
    private int[] reached(int size) {
      int[] before = new int[states.length];
      Arrays.fill(before, -1);
      Deque<Integer> open = new ArrayDeque<>(List.of(0));
      before[0] = 0;
      while (!open.isEmpty()) {
        run.check();
        int set = open.remove();
        int rest = states.length - 1 & ~set;
        for (int added = rest & -rest; added != 0; added = (added - rest) & rest) {
          int next = set | added;
          if (before[next] >= 0 || states[next] < 0 || !isStep(set, added, size)) continue;
          before[next] = set;
          open.add(next);
        }
      }
      return before;
    }

    private boolean isStep(int set, int added, int size) {
      long group = group(added);
      if (Long.bitCount(group) > size) return false;
      for (int p = 0; p < owners.size(); p++) {
        if ((group >>> p & 1) == 0) continue;
        if (!space.prefers(owners.get(p), states[set], states[set | added])) return false;
      }
      return true;
    }

    private long group(int added) {
      long group = 0;
      for (int o = 0; o < owned.length; o++) if ((added >>> o & 1) == 1) group |= owned[o];
      return group;
    }

    private List<JointStep> path(int[] before) {
      List<JointStep> steps = new ArrayList<>();
      for (int set = states.length - 1; set != 0; set = before[set]) {
        long group = group(set & ~before[set]);
        List<Party> by = new ArrayList<>();
        for (int p = 0; p < owners.size(); p++) {
          if ((group >>> p & 1) == 1) by.add(owners.get(p));
        }
        steps.addFirst(new JointStep(by, states[set]));
      }
      return steps;
    }
  }
}
