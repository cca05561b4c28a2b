package demarche.states;

import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How one actor ranks the states of a space, and what it could say about each.
///
/// @param rank red lines included
/// @param order ranks by the order alone, red lines left out
/// @param crossed where each red line is crossed
record Standing(Ranks rank, Ranks order, List<StateSet> crossed) {
  /// Evaluates a preference in one walk over the codes; where every code is a state, over those
  /// alone that it tells apart.
  static Standing of(Preference preference, FeasibleStates states, Watch watch) {
    Layout narrow = narrow(preference, states.outline());
    if (narrow.bits() == states.layout().bits()) {
      Circuit circuit = new Circuit(states.layout());
      return of(preference, circuit, states.admitted(circuit), states.size(), watch);
    }
    Circuit circuit = new Circuit(narrow);
    int all = circuit.of(Proposition.TRUE);
    return of(preference, circuit, all, 1 << narrow.bits(), watch)
        .spread(Spread.of(states.layout(), narrow), watch);
  }

  private static Standing of(
      Preference preference, Circuit circuit, int admitted, int states, Watch watch) {
    Builder builder = new Builder(preference, circuit, states);
    int[] first = new int[1];
    new Cells(circuit.layout(), circuit, admitted)
        .walk(
            Ranks.STEP,
            watch,
            (_, feasible, word) -> {
              builder.word(circuit, first[0], feasible, word);
              first[0] += Long.bitCount(feasible);
            });
    return builder.standing(watch);
  }

  /// The layout of what a preference tells apart; the whole one where some codes are no states.
  private static Layout narrow(Preference preference, Outline outline) {
    if (!outline.isEveryCode()) return outline.layout();
    Circuit circuit = new Circuit(outline.layout());
    Builder builder = new Builder(preference, circuit, 0);
    return outline.layout().narrow(circuit.support(builder.gates()), Spread.LEAST_BIT);
  }

  private Standing spread(Spread over, Watch watch) {
    Ranks all = over.ranks(order, watch);
    return new Standing(
        crossed.isEmpty() ? all : over.ranks(rank, watch),
        all,
        crossed.stream().map(line -> over.set(line, watch)).toList());
  }

  private static final class Builder {
    private final int states;
    private final List<Integer> lineGates = new ArrayList<>();
    private final List<Integer> orderGates = new ArrayList<>();
    private final List<StateSet> crossed = new ArrayList<>();
    private final List<Bits> order = new ArrayList<>();
    private final List<ExactSums> sums = new ArrayList<>();
    private final List<long[]> weights = new ArrayList<>();
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
        case Preference.Values values -> values(values, circuit);
      }
      holds = new long[orderGates.size()];
    }

    List<Integer> gates() {
      return Stream.concat(lineGates.stream(), orderGates.stream()).toList();
    }

    /// Propositions in order of importance; a group of a ranking counts like a priority, for a
    /// state in an earlier group has its bit further up.
    private void keyed(List<Proposition> propositions, Circuit circuit) {
      propositions.forEach(p -> orderGates.add(circuit.of(p)));
      for (int p = 0; p < propositions.size(); p += Bits.MOST) {
        order.add(new Bits(Math.min(Bits.MOST, propositions.size() - p), states));
      }
    }

    /// Few weights: what holds in a state is a key, and so each sum is worked out once.
    private void values(Preference.Values values, Circuit circuit) {
      List<Term.Weight> terms = ExactSums.weights(values);
      if (ExactSums.areKeyed(terms)) {
        keyed(terms.stream().map(Term.Weight::when).toList(), circuit);
        weights.add(ExactSums.Scaled.of(terms).toLongs());
      } else {
        terms.forEach(w -> orderGates.add(circuit.of(w.when())));
        sums.add(ExactSums.zero(terms, states));
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

    Standing standing(Watch watch) {
      Ranks ranks = order(watch);
      Ranks guarded = ranks;
      for (int line = crossed.size() - 1; line >= 0; line--) {
        StateSet never = crossed.get(line);
        Ranks kept = Ranks.of(states, 2, s -> never.contains(s) ? 0 : 1, watch);
        guarded = Keys.lexicographic(kept, guarded, watch);
      }
      return new Standing(guarded, ranks, List.copyOf(crossed));
    }

    private Ranks order(Watch watch) {
      Ranks ranks = ordered(watch);
      order.clear(); // what red lines need memory for next
      sums.clear();
      return ranks;
    }

    private Ranks ordered(Watch watch) {
      if (!sums.isEmpty()) return sums.getFirst().ranks(watch);
      if (order.isEmpty()) return Ranks.alike(states);
      if (!weights.isEmpty()) return order.getFirst().ranks(weights.getFirst(), watch);
      Ranks ranks = order.getFirst().ranks(watch);
      for (Bits next : order.subList(1, order.size())) {
        ranks = Keys.lexicographic(ranks, next.ranks(watch), watch);
      }
      return ranks;
    }
  }

  /// The same, with the other's objects for what is equal in both.
  Standing sharing(Standing other) {
    return new Standing(
        rank.isSame(other.rank) ? other.rank : rank,
        order.isSame(other.order) ? other.order : order,
        crossed.equals(other.crossed) ? other.crossed : crossed);
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

  /// How many ranks a preference can tell apart, at most.
  static long mostRanks(Preference preference, int states) {
    long most =
        switch (preference.order()) {
          case Preference.Indifferent() -> 1;
          case Preference.Priorities priorities -> powerOfTwo(priorities.base().size());
          case Preference.Ranking(var groups) -> groups.size() + 1L; // none may hold
          case Preference.Values values ->
              ExactSums.distinct(ExactSums.weights(values), Math.min(states, Ranks.Shorts.MOST));
        };
    int lines = Math.min(preference.redLines().size(), 31);
    return Math.min(states, Math.min(most, 1L << 31) << lines);
  }

  private static long powerOfTwo(int exponent) {
    return 1L << Math.min(exponent, 31);
  }

  /// What [#of] takes.
  static Footprint footprint(Preference preference, Outline outline) {
    long n = outline.size();
    Layout narrow = narrow(preference, outline);
    long told = narrow.bits() == outline.bits() ? n : 1L << narrow.bits();
    Footprint made = footprint(preference, told, outline.size());
    if (told < n) {
      long kept = made.kept() * (n / told);
      made = new Footprint(kept, Math.max(made.peak(), kept + made.kept()));
    }
    return new Footprint(made.kept(), made.peak() + registers(preference, outline));
  }

  private static Footprint footprint(Preference preference, long n, int states) {
    Preference unguarded = new Preference(List.of(), preference.order());
    long ranks = mostRanks(unguarded, states);
    long all = mostRanks(preference, states);
    int lines = preference.redLines().size();
    Footprint made =
        Footprint.of(lines * n / 8)
            .then(new Footprint(n * Ranks.width(ranks), order(preference.order(), ranks, n)));
    if (lines == 0) return made;
    long line = n + Keys.bytes(n, 2 * all) + n * Ranks.width(all);
    return made.then(new Footprint(n * Ranks.width(all), n * Ranks.width(all) + line));
  }

  /// What ranking by an order takes, its ranks included.
  private static long order(Preference.Order order, long ranks, long n) {
    long kept = n * Ranks.width(ranks);
    return switch (order) {
      case Preference.Indifferent() -> kept;
      case Preference.Priorities priorities -> kept + keyed(priorities.base().size(), n);
      case Preference.Ranking(var groups) -> kept + keyed(groups.size(), n);
      case Preference.Values values -> {
        List<Term.Weight> terms = ExactSums.weights(values);
        yield ExactSums.areKeyed(terms)
            ? kept + Bits.bytes(terms.size(), n)
            : kept + ExactSums.bytes(ExactSums.Scaled.of(terms), n);
      }
    };
  }

  private static long keyed(int propositions, long n) {
    if (propositions <= Bits.MOST) return Bits.bytes(propositions, n);
    long keys = (propositions + 7L) / 8 * n;
    return keys + 8 * n + Keys.bytes(n, 1L << 32); // two ranks of four bytes are joined
  }

  private static long registers(Preference preference, Outline outline) {
    Circuit circuit = new Circuit(outline.layout());
    outline.admitted(circuit);
    new Builder(preference, circuit, 0);
    return circuit.bytes();
  }
}
