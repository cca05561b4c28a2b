package demarche.lens.change;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Moves;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Under how many strict orders of one actor a state is stable for it, all else as it is.
///
/// **Definition.** An order ranks all n states without ties; there are n! of them. Of an order only
/// this matters: which states stand below the one asked about. Of m states that decide, a set of k
/// stands below, and no other of them, in n! · k! (m - k)! / (m + 1)! orders.
///
/// **Cost.** O(2^m · replies) for the m states to which moves, answers and escapes lead; at most
/// [#MOST_DECIDING], which is checked beforehand. Bodies answer as they vote now, though a member's
/// vote would change with its wishes.
///
/// **Source.** Inverse graph model: Kinsara, Kilgour & Hipel (2015).
///
/// @param stable of so many orders
/// @param all n!
public record Orders(Actor actor, int state, Concept concept, BigInteger stable, BigInteger all) {
  /// More states that decide are not looked at.
  public static final int MOST_DECIDING = 20;

  /// A gain, and for each answer the states all of which must stand below for it to deter.
  private record Gain(int to, List<int[]> answers) {}

  /// Empty where too many states decide, and under SIM.
  public static Optional<Orders> of(StateSpace space, Actor actor, int state, Concept concept) {
    if (concept == Concept.SIM) return Optional.empty();
    Map<Integer, Integer> deciding = new LinkedHashMap<>();
    List<Gain> gains = new ArrayList<>();
    Moves own = space.moves(actor);
    int[] into = new int[own.most()];
    int count = own.targets(state, into);
    for (int q : Arrays.copyOf(into, count)) {
      deciding.putIfAbsent(q, deciding.size());
      gains.add(new Gain(q, answers(space, actor, q, concept)));
      for (int[] answer : gains.getLast().answers) {
        for (int t : answer) if (t != state) deciding.putIfAbsent(t, deciding.size());
      }
      if (deciding.size() > MOST_DECIDING) return Optional.empty();
    }
    BigInteger all = factorial(space.size());
    BigInteger sum = BigInteger.ZERO;
    int m = deciding.size();
    for (int below = 0; below < 1 << m; below++) {
      if (!isStable(gains, deciding, state, below)) continue;
      int k = Integer.bitCount(below);
      sum = sum.add(factorial(k).multiply(factorial(m - k)));
    }
    BigInteger stable = all.multiply(sum).divide(factorial(m + 1));
    return Optional.of(new Orders(actor, state, concept, stable, all));
  }

  private static boolean isStable(
      List<Gain> gains, Map<Integer, Integer> deciding, int state, int below) {
    return gains.stream()
        .allMatch(g ->
            isBelow(g.to, deciding, state, below)
                || g.answers.stream()
                    .anyMatch(answer ->
                        Arrays.stream(answer).allMatch(t -> isBelow(t, deciding, state, below))));
  }

  private static boolean isBelow(int t, Map<Integer, Integer> deciding, int state, int below) {
    return t == state || (below >> deciding.getOrDefault(t, 0) & 1) == 1;
  }

  private static List<int[]> answers(StateSpace space, Actor actor, int gain, Concept concept) {
    if (concept == Concept.R) return List.of();
    Arcs arcs = Arcs.of(space);
    List<Party> others =
        space.model().parties().stream().filter(p -> p.index() != actor.index()).toList();
    boolean credible = concept == Concept.SEQ || concept == Concept.SSEQ;
    Arcs.Kind kind = credible ? Arcs.Kind.IMPROVEMENTS : Arcs.Kind.MOVES;
    Reach reach = new Reach(arcs, kind, others, gain);
    List<int[]> answers = new ArrayList<>();
    for (int t = reach.next(); t >= 0; t = reach.next()) {
      answers.add(harm(space, actor, t, concept));
      if (answers.size() > 1 << MOST_DECIDING) break;
    }
    return answers;
  }

  /// What must stand below for an answer that ends here to deter.
  private static int[] harm(StateSpace space, Actor actor, int t, Concept concept) {
    if (concept != Concept.SMR && concept != Concept.SSEQ) return new int[] {t};
    Moves own = space.moves(actor);
    int[] into = new int[own.most()];
    int count = own.targets(t, into);
    int[] all = Arrays.copyOf(into, count + 1);
    all[count] = t;
    return all;
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int k = 2; k <= n; k++) product = product.multiply(BigInteger.valueOf(k));
    return product;
  }
}
