package demarche.lens.roles;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Without whom no way leads to a target.
///
/// **Definition.** A set of actors *blocks* a target if no way leads to it where they hold back all
/// that is theirs by right: see [Barriers]. It is *minimal* if no part of it does. Where the target
/// holds already nobody blocks it; where no way leads to it at all the empty set does. An actor is
/// *critical* in as many of the minimal sets as it is in.
///
/// **Cost.** A search of the states for each set that is looked at; sets of more than [#most]
/// actors are left out where that would be too many.
///
/// @param sets the smaller first; each by ids in file order
/// @param most how many actors a set has at most that was looked at
public record Blocking(int target, Answer answer, List<List<String>> sets, int most) {
  private static final double MOST_WORK = 2e8;

  public Blocking {
    sets = sets.stream().map(List::copyOf).toList();
  }

  /// What there is to block.
  public enum Answer {
    HOLDS_NOW,
    NO_WAY,
    WAYS
  }

  /// @param targets by their places
  static List<Blocking> of(Scene scene, List<Integer> targets, Run run) {
    List<String> players = Players.of(scene.model()).stream().map(Actor::id).toList();
    int most = most(players.size(), scene.space().size());
    List<Open> open = targets.stream().map(t -> Open.of(scene, t)).toList();
    boolean any = open.stream().anyMatch(o -> o.answer == Answer.WAYS);
    for (int size = 1; size <= most && any; size++) {
      for (Set<String> set : subsets(players, size)) look(scene, set, open, run);
    }
    List<Blocking> found = new ArrayList<>();
    for (int k = 0; k < targets.size(); k++) {
      List<List<String>> sets = open.get(k).found.stream().<List<String>>map(List::copyOf).toList();
      found.add(new Blocking(targets.get(k), open.get(k).answer, sets, most));
    }
    return found;
  }

  /// A target while its sets are looked for.
  private record Open(StateSet wanted, Answer answer, List<Set<String>> found) {
    static Open of(Scene scene, int target) {
      StateSet wanted = Question.wanted(scene, target);
      List<Set<String>> found = new ArrayList<>();
      if (wanted.contains(scene.space().statusQuo())) {
        return new Open(wanted, Answer.HOLDS_NOW, found);
      }
      if (scene.barriers().isOpen(Set.of(), wanted)) return new Open(wanted, Answer.WAYS, found);
      found.add(Set.of());
      return new Open(wanted, Answer.NO_WAY, found);
    }

    boolean isOpen(Set<String> set) {
      return answer == Answer.WAYS && found.stream().noneMatch(set::containsAll);
    }
  }

  private static void look(Scene scene, Set<String> set, List<Open> open, Run run) {
    run.check();
    if (open.stream().noneMatch(o -> o.isOpen(set))) return;
    StateSet reached = scene.barriers().reached(set);
    for (Open o : open) {
      if (o.isOpen(set) && !reached.meets(o.wanted)) o.found.add(set);
    }
  }

  private static int most(int players, int states) {
    double work = 0;
    double sets = 1;
    for (int size = 1; size <= players; size++) {
      sets = sets * (players - size + 1) / size;
      work += sets * states;
      if (work > MOST_WORK) return Math.max(1, size - 1);
    }
    return players;
  }

  /// All sets of so many players, in file order.
  private static List<Set<String>> subsets(List<String> players, int size) {
    List<Set<String>> all = new ArrayList<>();
    choose(players, 0, size, new ArrayList<>(), all);
    return all;
  }

  private static void choose(
      List<String> players, int from, int size, List<String> chosen, List<Set<String>> all) {
    if (size == 0) {
      all.add(new LinkedHashSet<>(chosen));
      return;
    }
    for (int k = from; k <= players.size() - size; k++) {
      chosen.add(players.get(k));
      choose(players, k + 1, size - 1, chosen, all);
      chosen.removeLast();
    }
  }

  /// In how many of the minimal sets an actor is.
  long critical(String actor) {
    return sets.stream().filter(set -> set.contains(actor)).count();
  }
}
