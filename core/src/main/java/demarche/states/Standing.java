package demarche.states;

import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// How one actor ranks the states of a space, and what it could say about each.
///
/// @param rank dense, by state; higher is better, equal means indifferent; red lines included
/// @param order dense ranks by the order alone, red lines left out
/// @param crossed where each red line is crossed
/// @param sums exact values; empty where the actor has a mere order
record Standing(int[] rank, int[] order, List<StateSet> crossed, List<ExactSums> sums) {
  /// A key of this many priorities fits a `long`.
  private static final int CHUNK = 62;

  /// Prepares the evaluation of a preference along with others in one walk over the codes.
  static final class Builder {
    private final int states;
    private final List<Integer> lineGates = new ArrayList<>();
    private final List<Integer> orderGates = new ArrayList<>();
    private final List<StateSet> crossed = new ArrayList<>();
    private final List<long[]> keys = new ArrayList<>();
    private final List<ExactSums> sums = new ArrayList<>();

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
    }

    /// Propositions in order of importance; a group of a ranking counts like a priority, for a
    /// state in an earlier group has its bit further up.
    private void keyed(List<Proposition> propositions, Circuit circuit) {
      propositions.forEach(p -> orderGates.add(circuit.of(p)));
      int chunks = (propositions.size() + CHUNK - 1) / CHUNK;
      for (int c = 0; c < chunks; c++) keys.add(new long[states]);
    }

    /// Takes in the states of one word.
    void word(Circuit circuit, int first, long feasible, int word) {
      for (int line = 0; line < crossed.size(); line++) {
        mark(crossed.get(line), first, feasible, circuit.register(lineGates.get(line))[word]);
      }
      for (int p = 0; p < orderGates.size(); p++) {
        long holds = circuit.register(orderGates.get(p))[word];
        if (!sums.isEmpty()) sums.getFirst().add(p, first, feasible, holds);
        else addBit(keys.get(p / CHUNK), CHUNK - 1 - p % CHUNK, first, feasible, holds);
      }
    }

    private static void mark(StateSet set, int first, long feasible, long holds) {
      for (long rest = holds & feasible; rest != 0; rest &= rest - 1) {
        set.add(first + Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1)));
      }
    }

    private static void addBit(long[] keys, int bit, int first, long feasible, long holds) {
      for (long rest = holds & feasible; rest != 0; rest &= rest - 1) {
        keys[first + Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1))] |= 1L << bit;
      }
    }

    Standing standing() {
      int[] order = sums.isEmpty() ? new int[states] : sums.getFirst().ranks();
      for (int c = 0; c < keys.size(); c++) {
        int[] next = Keys.dense(keys.get(c));
        order = c == 0 ? next : Keys.lexicographic(order, next);
      }
      int[] rank = order;
      for (int line = crossed.size() - 1; line >= 0; line--) {
        int[] kept = new int[states];
        StateSet never = crossed.get(line);
        for (int s = 0; s < states; s++) kept[s] = never.contains(s) ? 0 : 1;
        rank = Keys.lexicographic(kept, rank);
      }
      return new Standing(rank, order, List.copyOf(crossed), List.copyOf(sums));
    }
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
