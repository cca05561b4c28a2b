package demarche.lens.change;

import demarche.model.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What the weights of one actor's value terms come to under all moves of the numbers in them.
final class Ranges {
  /// A term with more combinations of moves is not written out.
  private static final int MOST_COMBINATIONS = 243;

  private final Wanted wanted;
  private final List<Atom> moves;
  private final List<List<Combination>> known = new ArrayList<>();

  /// @param moves those that the search may make
  Ranges(Wanted wanted, List<Atom> moves) {
    this.wanted = wanted;
    this.moves = moves;
    for (int t = 0; t < wanted.terms().size(); t++) known.add(List.of());
  }

  /// Some moves together.
  ///
  /// @param amounts what each weight of the term then comes to
  record Combination(Set<Atom> moves, List<BigFraction> amounts) {
    Combination {
      amounts = List.copyOf(amounts);
    }
  }

  int terms() {
    return wanted.terms().size();
  }

  List<Term.Weight> weights(int term) {
    return wanted.terms().get(term).term().weights();
  }

  /// All of a term, those of fewer moves first; none where there are too many.
  List<Combination> of(int term) {
    if (known.get(term).isEmpty()) known.set(term, made(term));
    return known.get(term);
  }

  private List<Combination> made(int term) {
    int actor = wanted.actor().index();
    Set<Lever> levers = new LinkedHashSet<>();
    levers.add(new Lever.Weight(actor, term));
    levers.add(new Lever.Factor(actor, term));
    wanted.terms().get(term).parameters(wanted.model()).stream()
        .sorted()
        .forEach(p -> levers.add(new Lever.Parameter(p)));
    List<Combination> made = new ArrayList<>();
    for (Set<Atom> together : combinations(moves, levers)) {
      Readings readings = wanted.readings(together);
      List<BigFraction> amounts = new ArrayList<>();
      for (int w = 0; w < weights(term).size(); w++) {
        amounts.add(wanted.amount(term, w, together, readings));
      }
      made.add(new Combination(together, amounts));
    }
    return made;
  }

  /// All ways to move some numbers, those with fewer moves first; none where there are too many.
  static List<Set<Atom>> combinations(List<Atom> moves, Set<Lever> levers) {
    List<Set<Atom>> all = new ArrayList<>(List.of(Set.of()));
    for (Lever lever : levers) {
      List<Set<Atom>> longer = new ArrayList<>();
      for (Atom atom : moves) {
        if (!(atom instanceof Atom.Moved m) || !m.lever().equals(lever)) continue;
        for (Set<Atom> before : all) {
          Set<Atom> with = new HashSet<>(before);
          with.add(atom);
          longer.add(Set.copyOf(with));
        }
      }
      all.addAll(longer);
      if (all.size() > MOST_COMBINATIONS) return List.of();
    }
    all.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return all;
  }
}
