package demarche.lens.paths;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Which of several states a group would choose together, as far as that can be said.
///
/// No chosen state is worse for one of its actors without being better for another. Of those that
/// are left the one that changes the fewest options is told, then the first. Bodies rank nothing,
/// so they do not count here.
///
/// **Cost.** O(n log n + n · f) for n states of which f are left.
public record Choice(StateSpace space, List<Party> members, int start) {
  public int best(int[] states) {
    Comparator<Integer> order =
        Comparator.comparingInt(this::changes).thenComparing(Comparator.naturalOrder());
    return undominated(states).stream().min(order).orElseThrow();
  }

  /// The greatest sum of ranks first: what comes later dominates nothing that came before.
  private List<Integer> undominated(int[] states) {
    List<Actor> actors =
        members.stream().filter(Actor.class::isInstance).map(Actor.class::cast).toList();
    List<Integer> left = new ArrayList<>();
    Arrays.stream(states)
        .boxed()
        .sorted(Comparator.comparingLong((Integer s) -> -sum(actors, s)))
        .forEach(s -> {
          if (left.stream().noneMatch(better -> dominates(actors, better, s))) left.add(s);
        });
    return left;
  }

  private long sum(List<Actor> actors, int state) {
    return actors.stream().mapToLong(a -> space.rank(a, state)).sum();
  }

  private boolean dominates(List<Actor> actors, int better, int state) {
    return actors.stream().allMatch(a -> space.rank(a, better) >= space.rank(a, state))
        && actors.stream().anyMatch(a -> space.rank(a, better) > space.rank(a, state));
  }

  private int changes(int state) {
    int[] before = space.levels(start);
    int[] after = space.levels(state);
    int changes = 0;
    for (int o = 0; o < before.length; o++) if (before[o] != after[o]) changes++;
    return changes;
  }
}
