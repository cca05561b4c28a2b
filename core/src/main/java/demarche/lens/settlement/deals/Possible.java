package demarche.lens.settlement.deals;

import demarche.model.Proposition;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What can be said of a proposition without listing states, where each option is free in a set of
/// levels of its own.
///
/// ALWAYS and NEVER are certain; SOMETIMES may be less than could be known, for parts that speak of
/// the same option are judged one by one.
///
/// @param allowed by option index
record Possible(List<BitSet> allowed) {
  enum Truth {
    NEVER,
    SOMETIMES,
    ALWAYS;

    Truth negated() {
      return switch (this) {
        case NEVER -> ALWAYS;
        case SOMETIMES -> SOMETIMES;
        case ALWAYS -> NEVER;
      };
    }
  }

  Truth of(Proposition proposition) {
    return switch (proposition) {
      case Proposition.Within within -> of(within);
      case Proposition.Not(var inner) -> of(inner).negated();
      case Proposition.All(var parts) -> counted(parts, parts.size(), parts.size());
      case Proposition.Any(var parts) -> counted(parts, 1, parts.size());
      case Proposition.Counted(var parts, int low, int high) -> counted(parts, low, high);
      case Proposition.Same(var left, var right) -> {
        Truth one = of(left);
        Truth other = of(right);
        boolean isOpen = one == Truth.SOMETIMES || other == Truth.SOMETIMES;
        yield isOpen ? Truth.SOMETIMES : one == other ? Truth.ALWAYS : Truth.NEVER;
      }
    };
  }

  private Truth of(Proposition.Within within) {
    BitSet levels = allowed.get(within.option());
    int inside = levels.get(within.low(), Math.max(within.low(), within.high() + 1)).cardinality();
    if (inside == 0) return Truth.NEVER;
    return inside == levels.cardinality() ? Truth.ALWAYS : Truth.SOMETIMES;
  }

  private Truth counted(List<Proposition> parts, int low, int high) {
    int sure = 0;
    int open = 0;
    for (Proposition part : parts) {
      Truth truth = of(part);
      if (truth == Truth.ALWAYS) sure++;
      if (truth == Truth.SOMETIMES) open++;
    }
    if (sure > high || sure + open < low) return Truth.NEVER;
    return sure >= low && sure + open <= high ? Truth.ALWAYS : Truth.SOMETIMES;
  }

  /// The options of which the proposition speaks and that are free in more than one level.
  Set<Integer> open(Proposition proposition) {
    Set<Integer> open = new TreeSet<>();
    collect(proposition, open);
    return open;
  }

  private void collect(Proposition proposition, Set<Integer> open) {
    switch (proposition) {
      case Proposition.Within within -> {
        if (allowed.get(within.option()).cardinality() > 1) open.add(within.option());
      }
      case Proposition.Not(var inner) -> collect(inner, open);
      case Proposition.All(var parts) -> parts.forEach(p -> collect(p, open));
      case Proposition.Any(var parts) -> parts.forEach(p -> collect(p, open));
      case Proposition.Counted(var parts, int _, int _) -> parts.forEach(p -> collect(p, open));
      case Proposition.Same(var left, var right) -> {
        collect(left, open);
        collect(right, open);
      }
    }
  }
}
