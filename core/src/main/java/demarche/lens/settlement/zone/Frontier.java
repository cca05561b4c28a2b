package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.states.Ranks;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The settlements than which none is better for all.
///
/// **Definition.** A settlement is on the Pareto frontier iff no other settlement is weakly
/// preferred to it by every required actor and strictly by one. Settlements that are equally good
/// to all of them stand or fall together: none of them is dropped for the sake of another.
///
/// **Cost.** States that are alike to all are one profile. Profiles are taken by the sum of their
/// ranks, the greatest first, so that what comes later dominates nothing before it: O(p · f · k)
/// for p profiles, f of them on the frontier, and k actors. At most 262,144 settlements, which is
/// checked beforehand. Ranks are compared, no computed numbers.
///
/// @param profiles by their first state
/// @param notSearched why there is no answer; empty where there is one
public record Frontier(List<Profile> profiles, String notSearched) {
  /// How many settlements are compared at most.
  static final int MOST_SETTLEMENTS = 1 << 18;

  private static final int CHECK_EVERY = 1 << 10;

  public Frontier {
    profiles = List.copyOf(profiles);
  }

  /// Settlements that are equally good to every required actor.
  ///
  /// @param states in ascending order
  public record Profile(List<Integer> states) {
    public Profile {
      states = List.copyOf(states);
    }

    /// One that stands for all of them.
    public int first() {
      return states.getFirst();
    }
  }

  static Frontier of(Zone zone, Run run) {
    int settlements = zone.settlements().count();
    if (settlements > MOST_SETTLEMENTS) {
      return new Frontier(
          List.of(),
          "%,d settlements would have to be compared, the limit is %,d; a narrower agenda, or constraints, leave fewer"
              .formatted(settlements, MOST_SETTLEMENTS));
    }
    Search search = new Search(zone, run);
    return new Frontier(search.undominated(), "");
  }

  /// All states of the frontier.
  public StateSet states(int size) {
    StateSet states = new StateSet(size);
    profiles.forEach(p -> p.states.forEach(states::add));
    return states;
  }

  /// Ranks by actor.
  private record Key(List<Integer> ranks) {}

  private static final class Search {
    private final Run run;
    private final int parties;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<int[]> ranks = new ArrayList<>();

    Search(Zone zone, Run run) {
      this.run = run;
      List<Ranks> orders = new ArrayList<>();
      for (Actor actor : zone.required()) orders.add(zone.space().ranks(actor));
      parties = orders.size();
      Map<Key, List<Integer>> alike = new LinkedHashMap<>();
      zone.settlements()
          .forEach(s -> {
            Key key = new Key(orders.stream().map(order -> order.at(s)).toList());
            alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(s);
          });
      alike.forEach((key, states) -> {
        profiles.add(new Profile(states));
        ranks.add(key.ranks.stream().mapToInt(Integer::intValue).toArray());
      });
    }

    List<Profile> undominated() {
      Integer[] order = new Integer[profiles.size()];
      Arrays.setAll(order, p -> p);
      Arrays.sort(order, Comparator.comparingLong(p -> -Arrays.stream(ranks.get(p)).sum()));
      int[] kept = new int[Math.max(16, parties)];
      int used = 0;
      List<Integer> frontier = new ArrayList<>();
      for (int k = 0; k < order.length; k++) {
        if (k % CHECK_EVERY == 0) run.watch().at("frontier", k, order.length);
        int[] own = ranks.get(order[k]);
        if (isDominated(own, kept, used)) continue;
        if (used + parties > kept.length) kept = Arrays.copyOf(kept, 2 * kept.length);
        System.arraycopy(own, 0, kept, used, parties);
        used += parties;
        frontier.add(order[k]);
      }
      return frontier.stream().sorted().map(profiles::get).toList();
    }

    /// Whether all actors like one of those kept at least as well; as profiles differ, one likes it
    /// better.
    private boolean isDominated(int[] own, int[] kept, int used) {
      for (int at = 0; at < used; at += parties) {
        int i = 0;
        while (i < parties && kept[at + i] >= own[i]) i++;
        if (i == parties) return true;
      }
      return false;
    }
  }
}
