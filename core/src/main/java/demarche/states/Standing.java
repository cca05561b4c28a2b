package demarche.states;

import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// How one actor ranks the states of a space, and what it could say about each.
///
/// @param rank red lines included
/// @param order ranks by the order alone, red lines left out
/// @param crossed where each red line is crossed
/// @param sums exact values; empty where the actor has a mere order
record Standing(Ranks rank, Ranks order, List<StateSet> crossed, List<ExactSums> sums) {
  /// Evaluates a preference in one walk over the codes.
  static Standing of(Preference preference, FeasibleStates states) {
    Circuit circuit = new Circuit(states.layout());
    int admitted = states.admitted(circuit);
    Builder builder = new Builder(preference, circuit, states.size());
    int[] first = new int[1];
    Cells.walk(
        states.layout(),
        circuit,
        admitted,
        (_, feasible, word) -> {
          builder.word(circuit, first[0], feasible, word);
          first[0] += Long.bitCount(feasible);
        });
    return builder.standing();
  }

  private static final class Builder {
    private final int states;
    private final List<Integer> lineGates = new ArrayList<>();
    private final List<Integer> orderGates = new ArrayList<>();
    private final List<StateSet> crossed = new ArrayList<>();
    private final List<Bits> order = new ArrayList<>();
    private final List<ExactSums> sums = new ArrayList<>();
    private final long[] holds;

    Builder(Preference preference, Circuit circuit, int states) {
      this.states = states;
      for (Preference.RedLine line : preference.redLines()) {
        lineGates.add(circuit.of(line.never().meaning()));
        crossed.add(new StateSet(states));
      }
      switch (preference.order()) {
        case Preference.Indifferent() -> {}
        case Preference.Priorities priorities ->
            keyed(priorities.base().stream().map(p -> p.want().meaning()).toList(), circuit);
        case Preference.Ranking(var groups) -> keyed(groups, circuit);
        case Preference.Values(var terms) -> {
          List<Term.Weight> weights = terms.stream().flatMap(t -> t.weights().stream()).toList();
          weights.forEach(w -> orderGates.add(circuit.of(w.when())));
          sums.add(new ExactSums(weights, states));
        }
      }
      holds = new long[orderGates.size()];
    }

    /// Propositions in order of importance; a group of a ranking counts like a priority, for a
    /// state in an earlier group has its bit further up.
    private void keyed(List<Proposition> propositions, Circuit circuit) {
      propositions.forEach(p -> orderGates.add(circuit.of(p)));
      for (int p = 0; p < propositions.size(); p += Bits.MOST) {
        order.add(new Bits(Math.min(Bits.MOST, propositions.size() - p), states));
      }
    }

    /// Takes in the states of one word.
    void word(Circuit circuit, int first, long feasible, int word) {
      for (int line = 0; line < crossed.size(); line++) {
        mark(crossed.get(line), first, feasible, circuit.register(lineGates.get(line))[word]);
      }
      for (int p = 0; p < holds.length; p++) {
        holds[p] = circuit.register(orderGates.get(p))[word] & feasible;
        if (!sums.isEmpty()) sums.getFirst().add(p, first, feasible, holds[p]);
      }
      for (int k = 0; k < order.size(); k++) {
        order.get(k).word(first, feasible, holds, k * Bits.MOST);
      }
    }

    private static void mark(StateSet set, int first, long feasible, long holds) {
      for (long rest = holds & feasible; rest != 0; rest &= rest - 1) {
        set.add(first + Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1)));
      }
    }

    Standing standing() {
      Ranks ranks = sums.isEmpty() ? Ranks.alike(states) : sums.getFirst().ranks();
      for (int k = 0; k < order.size(); k++) {
        Ranks next = order.get(k).ranks();
        ranks = k == 0 ? next : Keys.lexicographic(ranks, next);
      }
      Ranks guarded = ranks;
      for (int line = crossed.size() - 1; line >= 0; line--) {
        StateSet never = crossed.get(line);
        Ranks kept = Ranks.of(states, 2, s -> never.contains(s) ? 0 : 1);
        guarded = Keys.lexicographic(kept, guarded);
      }
      return new Standing(guarded, ranks, List.copyOf(crossed), List.copyOf(sums));
    }
  }

  /// The same, with the other's objects for what is equal in both.
  Standing sharing(Standing other) {
    return new Standing(
        rank.isSame(other.rank) ? other.rank : rank,
        order.isSame(other.order) ? other.order : order,
        crossed.equals(other.crossed) ? other.crossed : crossed,
        sums);
  }

  /// Whether it shares with the other all that decides a vote without objection cost.
  boolean votesAs(Standing other) {
    return rank.equals(other.rank) && order.equals(other.order) && crossed.equals(other.crossed);
  }

  /// Whether a move crosses a red line that was not crossed before.
  boolean crossesNew(int from, int to) {
    for (int l = 0; l < crossed.size(); l++) { // plain, for votes ask it often
      if (crossed.get(l).contains(to) && !crossed.get(l).contains(from)) return true;
    }
    return false;
  }

  boolean crossesAny(int state) {
    return crossed.stream().anyMatch(line -> line.contains(state));
  }

  BigFraction value(int state) {
    return sums.getFirst().value(state);
  }
}
