package demarche.lens.change;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Changes after which what is wanted holds.
///
/// @param changes in the order of the pool
/// @param levels the state that is meant after them
/// @param needed for each change how far it must go; the change itself where there is no less
record Repair(BigFraction cost, List<Atom> changes, List<Integer> levels, List<Needed> needed) {
  Repair {
    changes = List.copyOf(changes);
    levels = List.copyOf(levels);
    needed = List.copyOf(needed);
  }

  int[] state() {
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }
}
