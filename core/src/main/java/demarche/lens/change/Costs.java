package demarche.lens.change;

import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What changes cost: 1 each.
///
/// @param free kinds that cost nothing here
record Costs(Set<Kind> free) {
  Costs {
    free = Set.copyOf(free);
  }

  BigFraction of(Atom atom) {
    return free.contains(atom.kind()) ? BigFraction.ZERO : BigFraction.ONE;
  }
}
