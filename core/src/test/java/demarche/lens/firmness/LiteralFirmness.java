package demarche.lens.firmness;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.scenario.Exact;
import demarche.testing.ByDefinition;
import demarche.testing.ByDefinition.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Changes of one actor's wishes, tried one after another. Slow on purpose.
final class LiteralFirmness {
  private final Actor actor;
  private final ByDefinition literal;
  private final List<int[]> states;

  LiteralFirmness(Model model, Actor actor) {
    this.actor = actor;
    literal = new ByDefinition(model);
    states =
        literal.states().stream()
            .map(s -> s.stream().mapToInt(Integer::intValue).toArray())
            .toList();
  }

  int size() {
    return states.size();
  }

  /// The definition of a concept with other wishes of the actor, all else as it is.
  ///
  /// @param better whether the actor would prefer the second to the first
  boolean isStable(String concept, int s, BiPredicate<Integer, Integer> better) {
    Step step = concept.endsWith("SEQ") ? Step.IMPROVEMENT : Step.MOVE;
    boolean symmetric = concept.equals("SMR") || concept.equals("SSEQ");
    return literal.moves(actor, s).stream()
        .filter(q -> better.test(s, q))
        .allMatch(q ->
            !concept.equals("R")
                && literal.replies(actor, q, step).stream()
                    .anyMatch(t ->
                        !better.test(s, t)
                            && (!symmetric
                                || literal.moves(actor, t).stream()
                                    .noneMatch(u -> better.test(s, u)))));
  }

  boolean prefers(int s, int t) {
    return literal.prefers(actor, s, t);
  }

  /// The fewest pairs that stand otherwise in an order with ties under which the state is not
  /// stable; -1 where there is no such order. All orders with ties are tried.
  int fall(String concept, int s) {
    return orders(size())
        .filter(places -> !isStable(concept, s, (x, y) -> places[y] > places[x]))
        .mapToInt(this::distance)
        .min()
        .orElse(-1);
  }

  private int distance(int[] places) {
    int pairs = 0;
    for (int x = 0; x < size(); x++) {
      for (int y = 0; y < x; y++) {
        int before = prefers(x, y) ? 1 : prefers(y, x) ? -1 : 0;
        if (before != Integer.compare(places[y], places[x])) pairs++;
      }
    }
    return pairs;
  }

  /// Every order with ties, as places: higher is better. Some come more than once.
  private static Stream<int[]> orders(int n) {
    int all = IntStream.range(0, n).reduce(1, (product, _) -> product * n);
    return IntStream.range(0, all)
        .mapToObj(code -> {
          int[] places = new int[n];
          int rest = code;
          for (int s = 0; s < n; s++, rest /= n) places[s] = rest % n;
          return places;
        });
  }

  /// Lists of priorities nearest first, until one under which the state is not stable; -1 where
  /// there is none.
  int swaps(String concept, int s, Preference.Priorities priorities) {
    List<Integer> present = IntStream.range(0, priorities.base().size()).boxed().toList();
    Map<List<Integer>, Integer> away = new HashMap<>(Map.of(present, 0));
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(present));
    while (!open.isEmpty()) {
      List<Integer> list = open.remove();
      int swaps = away.getOrDefault(list, 0);
      Preference.Order order =
          new Preference.Priorities(list.stream().map(priorities.base()::get).toList());
      if (!isStable(concept, s, by(order))) return swaps;
      for (int k = 1; k < list.size(); k++) {
        List<Integer> next = new ArrayList<>(list);
        Collections.swap(next, k - 1, k);
        if (!away.containsKey(next)) {
          away.put(next, swaps + 1);
          open.add(next);
        }
      }
    }
    return -1;
  }

  private BiPredicate<Integer, Integer> by(Preference.Order order) {
    List<RedLine> lines = actor.preference().redLines();
    Preference preference = new Preference(lines, order);
    return (x, y) -> preference.compare(states.get(y), states.get(x)) > 0;
  }

  /// Whether the state is stable where one weight is changed by an amount.
  boolean isStable(
      String concept, int s, Preference.Values values, int term, int weight, BigFraction change) {
    List<RedLine> lines = actor.preference().redLines();
    var when = values.terms().get(term).weights().get(weight).when();
    List<BigFraction> value =
        states.stream().map(x -> when.holds(x) ? values.of(x).add(change) : values.of(x)).toList();
    Preference byLines = new Preference(lines, new Preference.Indifferent());
    return isStable(
        concept,
        s,
        (x, y) -> {
          int sign = byLines.compare(states.get(y), states.get(x));
          return sign != 0 ? sign > 0 : value.get(y).subtract(value.get(x)).signum() > 0;
        });
  }

  /// All sizes of change at which the order of two states may turn, ascending from 0.
  List<BigFraction> turns(Preference.Values values) {
    TreeSet<BigFraction> turns = new TreeSet<>(Exact.ORDER);
    turns.add(BigFraction.ZERO);
    for (int[] x : states) {
      for (int[] y : states) turns.add(values.of(x).subtract(values.of(y)).abs());
    }
    return List.copyOf(turns);
  }
}
