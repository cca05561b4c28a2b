package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.lens.forecast.Chain.Clock;
import demarche.lens.forecast.Terrain.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The likeliest ways to a target, as sequences of changes, whenever they occur.
///
/// **Definition.** Of the changes that the process makes, occasions on which everybody stays left
/// out, the next is by cause *c* to state *t* with a probability that is its rate over that of all
/// changes. A route's probability is the product of those of its changes: that the very next
/// changes are these. A route comes to the target with its last change and no state twice.
///
/// **Cost.** For the best continuation from each state, a few looks at each state and cause; then
/// only what lies on the best routes is gone through, at most [#MOST_LOOKS] times.
final class Routes {
  private static final int MOST_LOOKS = 4_000;
  private static final int MOST_ROUNDS = 400;

  private final Chain chain;
  private final boolean[] isTarget;
  private final double[] leaving;
  private final double[] ahead;
  private final double[] best;
  private final double[] second;
  private final int[] which;
  private final int[] into;

  private Routes(Chain chain, int[] target) {
    this.chain = chain;
    int n = chain.terrain().size();
    isTarget = new boolean[n];
    for (int s : target) isTarget[s] = true;
    leaving = new double[n];
    ahead = new double[n];
    for (int s : target) ahead[s] = 1;
    best = new double[chain.groups()];
    second = new double[best.length];
    which = new int[best.length];
    into = new int[chain.terrain().drift().most()];
  }

  /// One change.
  ///
  /// @param cause its place in the list of causes
  /// @param to a place
  record Change(int cause, int to) {}

  /// @param probability that the next changes are these
  record Route(double probability, List<Change> changes) {
    Route {
      changes = List.copyOf(changes);
    }
  }

  /// The likeliest, the first the likeliest; fewer where there are fewer, or where too many have to
  /// be looked at.
  static List<Route> of(Chain chain, int[] target, int most, Run run) {
    Routes routes = new Routes(chain, target);
    if (routes.isTarget[chain.terrain().start()]) return List.of();
    for (Clock clock : chain.clocks()) routes.addLeaving(clock);
    int round = 0;
    while (routes.improve() && round++ < MOST_ROUNDS) run.check();
    return routes.best(most, run);
  }

  /// Added up over what is left for, not one less what is stayed with: that may be all but 1.
  private void addLeaving(Clock clock) {
    switch (clock.ways()) {
      case Ways.Groups groups -> addLeaving(groups, clock.share(), clock.chance());
      case Ways.Falls(var _, int[] target) -> {
        for (int s = 0; s < leaving.length; s++) if (target[s] != s) leaving[s] += clock.share();
      }
      case Ways.Branches(var _, int[] first, int[] targets) -> {
        for (int s = 0; s < leaving.length; s++) {
          for (int a = first[s]; a < first[s + 1]; a++) {
            if (targets[a] != s) leaving[s] += clock.share() * clock.chance()[a];
          }
        }
      }
    }
  }

  /// Who is likelier than all others of its group leaves for these; the others as one less their
  /// own.
  private void addLeaving(Ways.Groups groups, double share, double[] chance) {
    double[] others = new double[groups.count()];
    for (int s = 0; s < leaving.length; s++) {
      if (chance[s] <= 0.5) others[groups.group()[s]] += chance[s];
    }
    for (int s = 0; s < leaving.length; s++) {
      leaving[s] += share * (chance[s] <= 0.5 ? 1 - chance[s] : others[groups.group()[s]]);
    }
  }

  /// Lets each state look one change further; false where nobody saw anything better.
  private boolean improve() {
    boolean improved = false;
    for (Clock clock : chain.clocks()) {
      if (clock.ways() instanceof Ways.Groups groups) gather(groups, clock.chance());
      for (int s = 0; s < ahead.length; s++) {
        if (isTarget[s] || leaving[s] <= 0) continue;
        double seen = clock.share() * seen(clock, s) / leaving[s];
        if (seen > ahead[s] * (1 + 1e-12)) {
          ahead[s] = seen;
          improved = true;
        }
      }
    }
    return improved;
  }

  /// The best that a state of each group offers, and the next best for that state itself.
  private void gather(Ways.Groups groups, double[] chance) {
    Arrays.fill(best, 0, groups.count(), 0);
    Arrays.fill(second, 0, groups.count(), 0);
    Arrays.fill(which, 0, groups.count(), -1);
    for (int s = 0; s < ahead.length; s++) {
      int g = groups.group()[s];
      double offer = chance[s] * ahead[s];
      if (offer > best[g]) {
        second[g] = best[g];
        best[g] = offer;
        which[g] = s;
      } else if (offer > second[g]) {
        second[g] = offer;
      }
    }
  }

  private double seen(Clock clock, int s) {
    return switch (clock.ways()) {
      case Ways.Groups(var _, int[] group, var _) ->
          which[group[s]] == s ? second[group[s]] : best[group[s]];
      case Ways.Falls(var _, int[] target) -> target[s] == s ? 0 : ahead[target[s]];
      case Ways.Branches(var _, int[] first, int[] targets) -> {
        double most = 0;
        for (int a = first[s]; a < first[s + 1]; a++) {
          if (targets[a] != s) most = Math.max(most, clock.chance()[a] * ahead[targets[a]]);
        }
        yield most;
      }
    };
  }

  /// What has been gone so far.
  ///
  /// @param before itself at the beginning
  private record Node(int state, int cause, double probability, double bound, List<Node> before) {
    boolean passed(int place) {
      Node at = this;
      while (true) {
        if (at.state == place) return true;
        if (at.before.isEmpty()) return false;
        at = at.before.getFirst();
      }
    }

    Route route() {
      List<Change> changes = new ArrayList<>();
      Node at = this;
      while (!at.before.isEmpty()) {
        changes.addFirst(new Change(at.cause, at.state));
        at = at.before.getFirst();
      }
      return new Route(probability, changes);
    }
  }

  private List<Route> best(int most, Run run) {
    int start = chain.terrain().start();
    List<Route> routes = new ArrayList<>();
    PriorityQueue<Node> open =
        new PriorityQueue<>(Comparator.comparingDouble(Node::bound).reversed());
    if (ahead[start] > 0) open.add(new Node(start, -1, 1, ahead[start], List.of()));
    for (int looks = 0; !open.isEmpty() && routes.size() < most && looks < MOST_LOOKS; looks++) {
      run.check();
      Node node = open.remove();
      if (isTarget[node.state]) routes.add(node.route());
      else goOn(node, open);
    }
    return routes;
  }

  private void goOn(Node node, PriorityQueue<Node> open) {
    for (Clock clock : chain.clocks()) {
      double share = clock.share() / leaving[node.state];
      switch (clock.ways()) {
        case Ways.Groups(var cause, var _, var _) -> {
          Terrain terrain = chain.terrain();
          int count = terrain.drift().targets(cause, terrain.state(node.state), into);
          for (int k = 0; k < count; k++) {
            int to = terrain.place(into[k]);
            add(node, cause, to, share * clock.chance()[to], open);
          }
        }
        case Ways.Falls(var cause, int[] target) ->
            add(node, cause, target[node.state], share, open);
        case Ways.Branches(var cause, int[] first, int[] targets) -> {
          for (int a = first[node.state]; a < first[node.state + 1]; a++) {
            add(node, cause, targets[a], share * clock.chance()[a], open);
          }
        }
      }
    }
  }

  private void add(Node node, int cause, int to, double chance, PriorityQueue<Node> open) {
    double bound = node.probability * chance * ahead[to];
    if (bound <= 0 || node.passed(to)) return;
    open.add(new Node(to, cause, node.probability * chance, bound, List.of(node)));
  }
}
