package demarche.lens.roles;

import demarche.lens.council.LiteralPower;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Proposal;
import demarche.model.Target;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Scenario.TieEntry;
import demarche.scenario.Twist;
import demarche.testing.ByDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Roles by their definitions, over lists of levels, without a forecast. Slow on purpose; shares no
/// code with the lens but what a world is.
final class LiteralRoles {
  private final Model model;
  private final ByDefinition literal;
  private final Map<Set<String>, List<Double>> figures = new HashMap<>();
  private final Map<Integer, Set<Integer>> equilibria = new HashMap<>();
  private final Map<Set<String>, Set<Integer>> reached = new HashMap<>();

  LiteralRoles(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
  }

  private Set<Integer> equilibria() {
    return equilibria.computeIfAbsent(0, _ -> equilibria(model, literal));
  }

  private static Set<Integer> equilibria(Model model, ByDefinition literal) {
    Set<Integer> all = new TreeSet<>();
    for (int s = 0; s < literal.states().size(); s++) {
      int state = s;
      if (model.parties().stream().allMatch(p -> literal.isStable("SEQ", p, state))) all.add(s);
    }
    return all;
  }

  private static boolean holds(Model model, ByDefinition literal, int target, int state) {
    return model.targets().get(target).when().holds(levels(literal, state));
  }

  private static int[] levels(ByDefinition literal, int state) {
    return literal.states().get(state).stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean holds(int target, int state) {
    return holds(model, literal, target, state);
  }

  /// The share of the equilibria of a model in which a target holds.
  static List<Double> figure(Model model, int target) {
    ByDefinition literal = new ByDefinition(model);
    Set<Integer> equilibria = equilibria(model, literal);
    if (equilibria.isEmpty()) return List.of();
    long with = equilibria.stream().filter(s -> holds(model, literal, target, s)).count();
    return List.of((double) with / equilibria.size());
  }

  List<Double> figure(int target) {
    return without(Set.of("now" + target), List.of(), target);
  }

  private List<Double> without(Set<String> key, List<Twist> twists, int target) {
    List<Double> known = figures.get(key);
    if (known != null) return known;
    List<Double> figure;
    try {
      figure = figure(Imagined.twisted(model, twists), target);
    } catch (InvalidScenario e) {
      figure = List.of();
    }
    figures.put(key, figure);
    return figure;
  }

  /// The figure without an actor; empty where there is none, or no such world.
  List<Double> without(String kind, Actor actor, int target) {
    var name = Imagined.word(actor.id());
    List<Twist> twists =
        switch (kind) {
          case "passive" -> List.of(new Twist.Passive(name));
          case "absent" -> List.of(new Twist.Absent(name));
          case "indifferent" -> List.of(new Twist.Indifferent(name));
          case "without-veto" -> List.of(new Twist.WithoutVeto(name));
          case "inactive" -> List.of(new Twist.Passive(name), new Twist.Indifferent(name));
          default -> throw new IllegalArgumentException(kind);
        };
    if (kind.equals("without-veto") && !holdsVeto(actor)) return List.of();
    return without(Set.of(kind, actor.id(), "of " + target), twists, target);
  }

  private boolean holdsVeto(Actor actor) {
    for (Body body : model.bodies()) {
      for (Body.Seat seat : body.seats()) {
        boolean there = !(seat.voter() instanceof Body.Absent);
        if (seat.id().equals(actor.id()) && there && seat.veto().name().equals("HELD")) return true;
      }
    }
    return false;
  }

  /// The figure where all but some are passive and indifferent.
  List<Double> active(Set<String> active, int target) {
    List<Twist> twists = new ArrayList<>();
    for (Actor actor : model.actors()) {
      if (active.contains(actor.id())) continue;
      twists.add(new Twist.Passive(Imagined.word(actor.id())));
      twists.add(new Twist.Indifferent(Imagined.word(actor.id())));
    }
    Set<String> key = new HashSet<>(active);
    key.add("active of " + target);
    return without(key, twists, target);
  }

  /// What an actor adds, on average over every order of all actors; empty where some set has no
  /// figure.
  List<Double> shapley(Actor actor, int target) {
    List<List<String>> orders = new ArrayList<>();
    orders(new ArrayList<>(), model.actors().stream().map(Actor::id).toList(), orders);
    double sum = 0;
    for (List<String> order : orders) {
      Set<String> before = new HashSet<>(order.subList(0, order.indexOf(actor.id())));
      Set<String> with = new HashSet<>(before);
      with.add(actor.id());
      List<Double> less = active(before, target);
      List<Double> more = active(with, target);
      if (less.isEmpty() || more.isEmpty()) return List.of();
      sum += more.getFirst() - less.getFirst();
    }
    return List.of(sum / orders.size());
  }

  private static void orders(List<String> begun, List<String> left, List<List<String>> into) {
    if (left.isEmpty()) into.add(List.copyOf(begun));
    for (String next : left) {
      List<String> rest = new ArrayList<>(left);
      rest.remove(next);
      begun.add(next);
      orders(begun, rest, into);
      begun.removeLast();
    }
  }

  /// Legal sequences by some parties from the status quo: a node is a state and who moved last.
  Set<Integer> reached(Set<String> holding) {
    return reached.computeIfAbsent(Set.copyOf(holding), this::search);
  }

  private Set<Integer> search(Set<String> holding) {
    Set<String> out = new HashSet<>(holding);
    for (int round = 0; round <= model.bodies().size(); round++) {
      for (Body body : model.bodies()) {
        if (!holding.isEmpty() && new LiteralPower(model, body).needs(out)) out.add(body.id());
      }
    }
    List<Party> movers = model.parties().stream().filter(p -> !out.contains(p.id())).toList();
    int start = literal.states().indexOf(Arrays.stream(model.statusQuo()).boxed().toList());
    Set<List<Integer>> seen = new LinkedHashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(start, -1)));
    while (!open.isEmpty()) {
      List<Integer> node = open.remove();
      if (!seen.add(node)) continue;
      for (Party mover : movers) {
        if (mover.index() == node.getLast()) continue;
        for (int t : literal.moves(mover, node.getFirst())) open.add(List.of(t, mover.index()));
      }
    }
    Set<Integer> states = new TreeSet<>();
    seen.forEach(node -> states.add(node.getFirst()));
    return states;
  }

  int start() {
    return literal.states().indexOf(Arrays.stream(model.statusQuo()).boxed().toList());
  }

  private boolean isOpen(Set<String> holding, int target) {
    return reached(holding).stream().anyMatch(s -> holds(target, s));
  }

  boolean isVetoPlayer(Actor actor, int target) {
    return !holds(target, start())
        && isOpen(Set.of(), target)
        && !isOpen(Set.of(actor.id()), target);
  }

  /// The minimal sets without whom no way leads to a target.
  Set<Set<String>> blocking(int target) {
    Set<Set<String>> blocking = new HashSet<>();
    if (holds(target, start())) return blocking;
    List<String> ids = model.actors().stream().map(Actor::id).toList();
    for (int set = 0; set < 1 << ids.size(); set++) {
      Set<String> holding = new HashSet<>();
      for (int i = 0; i < ids.size(); i++) if ((set >> i & 1) == 1) holding.add(ids.get(i));
      if (!isOpen(holding, target)) blocking.add(holding);
    }
    Set<Set<String>> all = Set.copyOf(blocking);
    blocking.removeIf(b -> all.stream().anyMatch(less -> !less.equals(b) && b.containsAll(less)));
    return blocking;
  }

  List<Double> effect(String kind, Actor actor, int target) {
    List<Double> with = figure(target);
    List<Double> without = without(kind, actor, target);
    return with.isEmpty() || without.isEmpty()
        ? List.of()
        : List.of(with.getFirst() - without.getFirst());
  }

  boolean isDecisive(Actor actor, int target, double threshold) {
    List<Double> own = effect("passive", actor, target);
    if (own.isEmpty() || Math.abs(own.getFirst()) <= threshold + 1e-9) return false;
    for (Actor other : model.actors()) {
      List<Double> rival = effect("passive", other, target);
      if (rival.isEmpty()) continue;
      if (Math.abs(rival.getFirst()) > Math.abs(own.getFirst()) + 1e-9) return false;
    }
    return true;
  }

  /// @param copied the effect where it copies its nearest; empty where there is none
  boolean isBystander(Actor actor, int target, List<Double> copied) {
    List<List<Double>> all = new ArrayList<>(List.of(copied));
    for (String kind : List.of("passive", "absent", "indifferent", "without-veto", "inactive")) {
      all.add(effect(kind, actor, target));
    }
    all.removeIf(List::isEmpty);
    return !all.isEmpty() && all.stream().allMatch(e -> Math.abs(e.getFirst()) < 0.001);
  }

  boolean isSpoiler(Actor actor, int target, double threshold) {
    if (holds(target, start())) return false;
    Set<Integer> nearest = nearest(target);
    if (nearest.isEmpty()) return false;
    if (!nearest.stream().allMatch(s -> literal.prefers(actor, s, start()))) return false;
    if (isVetoPlayer(actor, target)) return true;
    for (String kind : List.of("passive", "absent", "indifferent", "without-veto", "inactive")) {
      List<Double> effect = effect(kind, actor, target);
      if (!effect.isEmpty() && -effect.getFirst() > threshold + 1e-9) return true;
    }
    return false;
  }

  /// Breadth first, one more legal move at a time.
  private Set<Integer> nearest(int target) {
    Set<List<Integer>> layer = Set.of(List.of(start(), -1));
    Set<List<Integer>> seen = new HashSet<>(layer);
    while (!layer.isEmpty()) {
      Set<Integer> found = new TreeSet<>();
      for (List<Integer> node : layer)
        if (holds(target, node.getFirst())) found.add(node.getFirst());
      if (!found.isEmpty()) return found;
      Set<List<Integer>> next = new HashSet<>();
      for (List<Integer> node : layer) {
        for (Party mover : model.parties()) {
          if (mover.index() == node.getLast()) continue;
          for (int t : literal.moves(mover, node.getFirst())) {
            if (seen.add(List.of(t, mover.index()))) next.add(List.of(t, mover.index()));
          }
        }
      }
      layer = next;
    }
    Set<Integer> all = new TreeSet<>();
    for (int s = 0; s < literal.states().size(); s++) if (holds(target, s)) all.add(s);
    return all;
  }

  /// Which share of the equilibria with the target would cease to be without somebody's answers.
  List<Double> guarded(Actor actor, int target) {
    List<Integer> held = equilibria().stream().filter(s -> holds(target, s)).toList();
    if (held.isEmpty()) return List.of();
    long lapsing = held.stream().filter(s -> lapses(actor, s)).count();
    return List.of((double) lapsing / held.size());
  }

  private boolean lapses(Actor actor, int s) {
    for (Party leaver : model.parties()) {
      if (leaver.index() == actor.index()) continue;
      for (int q : literal.improvements(leaver, s)) {
        if (replies(leaver, actor, q).stream().allMatch(t -> literal.prefers(leaver, s, t))) {
          return true;
        }
      }
    }
    return false;
  }

  /// What the others' improvements lead to, those of one of them left out.
  private Set<Integer> replies(Party leaver, Actor mute, int q) {
    Set<List<Integer>> seen = new HashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(q, -1)));
    Set<Integer> states = new TreeSet<>();
    while (!open.isEmpty()) {
      List<Integer> node = open.remove();
      for (Party mover : model.parties()) {
        if (mover.index() == leaver.index() || mover.index() == mute.index()) continue;
        if (mover.index() == node.getLast()) continue;
        for (int t : literal.improvements(mover, node.getFirst())) {
          states.add(t);
          if (seen.add(List.of(t, mover.index()))) open.add(List.of(t, mover.index()));
        }
      }
    }
    return states;
  }

  List<String> disputants(Actor mediator, int target) {
    Target asked = model.targets().get(target);
    Set<String> named = new TreeSet<>(asked.between());
    if (asked.between().isEmpty()) {
      for (Proposal proposal : model.proposals()) {
        if (asked.when().holds(proposal.end())) named.addAll(proposal.consent());
      }
    }
    return model.actors().stream()
        .map(Actor::id)
        .filter(a -> named.contains(a) && !a.equals(mediator.id()))
        .toList();
  }

  boolean hasAccess(Actor mediator, String other) {
    for (TieEntry tie : model.scenario().ties()) {
      boolean between = tie.from().text().equals(mediator.id()) && tie.to().text().equals(other);
      if (between && model.number(tie.access()).doubleValue() > 0) return true;
    }
    return false;
  }

  /// The largest leverage of a tie times the largest trust of one with access.
  double weight(Actor mediator, String other) {
    double leverage = 0;
    double trust = 0;
    for (TieEntry tie : model.scenario().ties()) {
      if (!tie.from().text().equals(mediator.id()) || !tie.to().text().equals(other)) continue;
      leverage = Math.max(leverage, model.number(tie.leverage()).doubleValue());
      if (model.number(tie.access()).signum() <= 0) continue;
      trust = Math.max(trust, model.number(tie.trust()).doubleValue());
    }
    return leverage * trust;
  }

  boolean isAttempted(Actor mediator, int target) {
    List<String> disputants = disputants(mediator, target);
    return disputants.size() >= 2 && disputants.stream().allMatch(d -> hasAccess(mediator, d));
  }

  /// What a world is worth to an actor: its u over the equilibria, on average.
  static List<Double> worth(Model model, Actor actor) {
    ByDefinition literal = new ByDefinition(model);
    Set<Integer> equilibria = equilibria(model, literal);
    if (equilibria.isEmpty()) return List.of();
    double sum = 0;
    for (int s : equilibria) sum += u(model, literal, actor, s);
    return List.of(sum / equilibria.size());
  }

  /// Values on the scale of the unvaried scenario, where that gives values; else evenly spaced.
  private static double u(Model model, ByDefinition literal, Actor actor, int s) {
    if (actor.preference().crossesAny(levels(literal, s))) return -1;
    if (!(actor.preference().order() instanceof Preference.Values values)) {
      return literal.share(actor, s).orElseThrow().doubleValue();
    }
    Model unvaried = model.unvaried();
    Preference reference = unvaried.actors().get(actor.index()).preference();
    ByDefinition all = ByDefinition.withEvents(unvaried);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < all.states().size(); t++) {
      if (reference.crossesAny(levels(all, t))) continue;
      double value = ((Preference.Values) reference.order()).of(levels(all, t)).doubleValue();
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (low >= high) return 1;
    return (values.of(levels(literal, s)).doubleValue() - low) / (high - low);
  }
}
