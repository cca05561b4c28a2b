package demarche.states;

import demarche.model.Model;
import demarche.model.Preference;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/// What preferring one state to another is worth to an actor, in its own unit.
///
/// With values, their difference. With a mere order, evenly spaced ranks from 0 to 1 over the
/// classes of equally good states, as found among the feasible states of the unvaried scenario
/// (events free) that cross none of the actor's red lines: an assumption. A class that does not
/// occur there stands half a step above the next lower one. A variant that is another file with
/// other options has its own states for that.
final class Scale {
  private final Preference preference;
  private final List<int[]> classes;

  private Scale(Preference preference, List<int[]> classes) {
    this.preference = preference;
    this.classes = classes;
  }

  /// @param preference an actor's in the model, which may be varied
  static Scale of(Preference preference, Model model) {
    if (preference.order() instanceof Preference.Values) return new Scale(preference, List.of());
    Preference orderOnly = new Preference(List.of(), preference.order());
    TreeSet<int[]> classes = new TreeSet<>((Comparator<int[]>) orderOnly::compare);
    Model unvaried = model.unvaried();
    FeasibleStates reference =
        FeasibleStates.of(
            Utility.hasSameOptions(model, unvaried) ? unvaried : model,
            Layout.Events.FREE,
            Watch.NONE);
    for (int s = 0; s < reference.size(); s++) {
      int[] levels = reference.levels(s);
      if (!preference.crossesAny(levels)) classes.add(levels);
    }
    return new Scale(orderOnly, List.copyOf(classes));
  }

  BigFraction worth(int[] levels) {
    if (preference.order() instanceof Preference.Values values) return values.of(levels);
    int steps = classes.size() - 1;
    if (steps <= 0) return BigFraction.ONE;
    int found = Collections.binarySearch(classes, levels, preference::compare);
    int halves = found >= 0 ? 2 * found : 2 * ~found - 1;
    return BigFraction.of(halves, 2 * steps);
  }
}
