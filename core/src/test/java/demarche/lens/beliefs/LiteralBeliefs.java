package demarche.lens.beliefs;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.testing.ByDefinition;
import demarche.testing.Scenarios;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Hypergames, read word by word: each perceived game is a file of its own. Slow on purpose; shares
/// no code with the lens.
final class LiteralBeliefs {
  private final RandomBeliefs drawn;
  private final String concept;
  private final Model model;
  private final ByDefinition real;
  private final Map<String, LiteralBeliefs> seen = new HashMap<>();

  LiteralBeliefs(RandomBeliefs drawn, String concept) {
    this.drawn = drawn;
    this.concept = concept;
    this.model = Scenarios.model(drawn.yaml());
    this.real = new ByDefinition(model);
  }

  ByDefinition real() {
    return real;
  }

  int quo() {
    List<Integer> levels = new ArrayList<>();
    for (int level : model.statusQuo()) levels.add(level);
    return real.states().indexOf(levels);
  }

  /// The game that a party plays.
  LiteralBeliefs game(Party party) {
    if (!drawn.holders().contains(party.id())) return this;
    return seen.computeIfAbsent(party.id(), id -> new LiteralBeliefs(drawn.seenBy(id), concept));
  }

  List<Party> parties() {
    return model.parties();
  }

  Party party(String id) {
    return model.parties().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  /// The state with what the party does not know of at the status quo, in its game; -1 if it is
  /// none.
  int image(Party party, int s) {
    List<Integer> levels = new ArrayList<>(real.states().get(s));
    for (Option option : model.options()) {
      boolean unseen = drawn.blind().getOrDefault(party.id(), Set.of()).contains(option.shortId());
      if (unseen) levels.set(option.index(), model.statusQuo()[option.index()]);
    }
    return game(party).real.states().indexOf(levels);
  }

  Set<List<Integer>> equilibria() {
    Set<List<Integer>> equilibria = new HashSet<>();
    for (int s = 0; s < real.states().size(); s++) {
      int state = s;
      if (model.parties().stream().allMatch(p -> real.isStable(concept, p, state))) {
        equilibria.add(real.states().get(s));
      }
    }
    return equilibria;
  }

  boolean isStable(Party party, int s) {
    LiteralBeliefs own = game(party);
    int image = image(party, s);
    return image < 0 || own.real.isStable(concept, own.party(party.id()), image);
  }

  Set<List<Integer>> hypergame() {
    Set<List<Integer>> all = new HashSet<>();
    for (int s = 0; s < real.states().size(); s++) {
      int state = s;
      if (model.parties().stream().allMatch(p -> isStable(p, state))) {
        all.add(real.states().get(s));
      }
    }
    return all;
  }

  /// Where the party would go, as levels of the real world, feasible or not.
  Set<List<Integer>> going(Party party, int s) {
    LiteralBeliefs own = game(party);
    int image = image(party, s);
    Set<List<Integer>> going = new HashSet<>();
    if (image < 0) return going;
    Party self = own.party(party.id());
    Set<Integer> undeterred = new TreeSet<>();
    for (int q : own.real.improvements(self, image)) {
      if (concept.equals("R") || own.isUndeterred(self, image, q)) undeterred.add(q);
    }
    for (int q : undeterred) {
      boolean best =
          !(self instanceof Actor)
              || undeterred.stream().noneMatch(other -> own.real.prefers(self, q, other));
      if (!best) continue;
      List<Integer> levels = new ArrayList<>(real.states().get(s));
      for (Option option : party.options()) {
        levels.set(option.index(), own.real.states().get(q).get(option.index()));
      }
      going.add(levels);
    }
    return going;
  }

  private boolean isUndeterred(Party self, int s, int q) {
    return real.replies(self, q, ByDefinition.Step.IMPROVEMENT).stream()
        .allMatch(t -> real.prefers(self, s, t));
  }

  /// One step of the play from each state, as probabilities.
  private double[] oneByOne(int s) {
    double[] chances = new double[real.states().size()];
    List<Set<Integer>> leaving = new ArrayList<>();
    for (Party party : model.parties()) {
      Set<Integer> to = new TreeSet<>();
      going(party, s).forEach(levels -> to.add(real.states().indexOf(levels)));
      to.remove(-1);
      if (!to.isEmpty()) leaving.add(to);
    }
    for (Set<Integer> to : leaving) {
      for (int t : to) chances[t] += 1.0 / leaving.size() / to.size();
    }
    if (leaving.isEmpty()) chances[s] = 1;
    return chances;
  }

  private double[] atOnce(int s) {
    double[] chances = new double[real.states().size()];
    List<List<Integer>> together = List.of(real.states().get(s));
    boolean anybody = false;
    for (Party party : model.parties()) {
      List<List<Integer>> feasible =
          going(party, s).stream().filter(levels -> real.states().contains(levels)).toList();
      if (feasible.isEmpty()) continue;
      anybody = true;
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : together) {
        for (List<Integer> to : feasible) {
          List<Integer> after = new ArrayList<>(before);
          for (Option o : party.options()) after.set(o.index(), to.get(o.index()));
          longer.add(after);
        }
      }
      together = longer;
    }
    List<Integer> states = new ArrayList<>();
    for (List<Integer> levels : together) states.add(real.states().indexOf(levels));
    states.removeIf(t -> t < 0);
    if (!anybody || states.isEmpty()) chances[s] = 1;
    else states.forEach(t -> chances[t] += 1.0 / states.size());
    return chances;
  }

  /// Where the play ends, with shares: by what is left after ever so many steps.
  Map<Set<List<Integer>>, Double> ends(Play.Pace pace) {
    List<Integer> reached = new ArrayList<>(List.of(quo()));
    List<double[]> steps = new ArrayList<>();
    for (int k = 0; k < reached.size(); k++) {
      double[] step =
          pace == Play.Pace.ONE_BY_ONE ? oneByOne(reached.get(k)) : atOnce(reached.get(k));
      steps.add(step);
      for (int t = 0; t < step.length; t++) {
        if (step[t] > 0 && !reached.contains(t)) reached.add(t);
      }
    }
    int size = reached.size();
    boolean[][] leads = new boolean[size][size];
    double[][] later = new double[size][size];
    for (int s = 0; s < size; s++) {
      for (int t = 0; t < size; t++) {
        double chance = steps.get(s)[reached.get(t)];
        leads[s][t] = s == t || chance > 0;
        later[s][t] = (chance + (s == t ? 1 : 0)) / 2;
      }
    }
    for (int k = 0; k < size; k++) {
      for (int s = 0; s < size; s++) {
        for (int t = 0; t < size; t++) leads[s][t] |= leads[s][k] && leads[k][t];
      }
    }
    for (int k = 0; k < 30; k++) later = product(later, later);
    Map<Set<List<Integer>>, Double> ends = new HashMap<>();
    for (int s = 0; s < size; s++) {
      Set<List<Integer>> members = new HashSet<>();
      boolean closed = true;
      for (int t = 0; t < size; t++) {
        if (!leads[s][t]) continue;
        closed &= leads[t][s];
        members.add(real.states().get(reached.get(t)));
      }
      if (closed) ends.merge(members, later[0][s], Double::sum);
    }
    return ends;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < a.length; k++) {
        if (a[i][k] == 0) continue;
        for (int j = 0; j < a.length; j++) c[i][j] += a[i][k] * b[k][j];
      }
    }
    return c;
  }

  /// The share of ends that no actor prefers to the status quo and some actor likes less.
  double unwanted(Map<Set<List<Integer>>, Double> ends) {
    double share = 0;
    for (Map.Entry<Set<List<Integer>>, Double> end : ends.entrySet()) {
      boolean wanted = false;
      boolean feared = false;
      for (List<Integer> levels : end.getKey()) {
        int s = real.states().indexOf(levels);
        for (Actor actor : model.actors()) {
          wanted |= real.prefers(actor, quo(), s);
          feared |= real.prefers(actor, s, quo());
        }
      }
      if (feared && !wanted) share += end.getValue();
    }
    return share;
  }

  /// The smallest sets of corrections that leave no unwanted end.
  Set<Set<String>> repairs() {
    List<String> all = List.copyOf(drawn.misreadings());
    Map<Integer, List<Set<String>>> bySize = new TreeMap<>();
    for (int mask = 1; mask < 1 << all.size(); mask++) {
      Set<String> set = new TreeSet<>();
      for (int k = 0; k < all.size(); k++) if ((mask >> k & 1) == 1) set.add(all.get(k));
      bySize.computeIfAbsent(set.size(), _ -> new ArrayList<>()).add(set);
    }
    Set<Set<String>> repairs = new HashSet<>();
    bySize
        .values()
        .forEach(sets -> {
          for (Set<String> set : sets) {
            if (repairs.stream().anyMatch(set::containsAll)) continue;
            LiteralBeliefs other = new LiteralBeliefs(drawn.corrected(set), concept);
            if (other.unwanted(other.ends(Play.Pace.ONE_BY_ONE)) == 0) repairs.add(set);
          }
        });
    return repairs;
  }

  /// Moves of others from a state that the holder does not see coming, as `by to kind`.
  Set<String> surprises(Party holder, int s) {
    Set<String> surprises = new TreeSet<>();
    LiteralBeliefs own = game(holder);
    for (Party by : model.parties()) {
      if (by.equals(holder)) continue;
      for (int t : real.improvements(by, s)) {
        int before = image(holder, s);
        int after = image(holder, t);
        boolean seen =
            before != after
                && before >= 0
                && after >= 0
                && own.real.improvements(own.party(by.id()), before).contains(after);
        if (!seen) {
          surprises.add(by.id() + " " + t + " " + (before == after ? "UNSEEN" : "MISREAD"));
        }
      }
    }
    return surprises;
  }
}
