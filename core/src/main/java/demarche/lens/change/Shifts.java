package demarche.lens.change;

import demarche.model.Model;
import demarche.model.Proposition;
import demarche.model.Proposition.All;
import demarche.model.Proposition.Any;
import demarche.model.Proposition.Counted;
import demarche.model.Proposition.Not;
import demarche.model.Proposition.Same;
import demarche.model.Proposition.Within;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A red line with one comparison in it moved by one level, in all ways.
///
/// Conditions that it names are written out, so that a comparison within one moves for this line
/// alone. What holds at all levels, or at none, is no comparison, before or after. One with the
/// lowest level is read as "at most", one with the highest as "at least".
final class Shifts {
  private final Model model;
  private final int actor;
  private final int line;
  private final List<Atom> found = new ArrayList<>();

  private Shifts(Model model, int actor, int line) {
    this.model = model;
    this.actor = actor;
    this.line = line;
  }

  static List<Atom> of(Model model, int actor, int line, Proposition never) {
    Shifts shifts = new Shifts(model, actor, line);
    shifts.walk(never, whole -> whole);
    return shifts.found;
  }

  /// @param whole what the line becomes where something else stands here
  private void walk(Proposition part, UnaryOperator<Proposition> whole) {
    switch (part) {
      case Within within -> shift(within, whole);
      case Not(var inner) -> walk(inner, p -> whole.apply(new Not(p)));
      case All(var parts) -> each(parts, other -> whole.apply(new All(other)));
      case Any(var parts) -> each(parts, other -> whole.apply(new Any(other)));
      case Counted(var parts, int low, int high) ->
          each(parts, other -> whole.apply(new Counted(other, low, high)));
      case Same(var left, var right) -> {
        walk(left, p -> whole.apply(new Same(p, right)));
        walk(right, p -> whole.apply(new Same(left, p)));
      }
    }
  }

  private void each(List<Proposition> parts, Function<List<Proposition>, Proposition> whole) {
    for (int k = 0; k < parts.size(); k++) {
      int at = k;
      walk(
          parts.get(k),
          p -> {
            List<Proposition> other = new ArrayList<>(parts);
            other.set(at, p);
            return whole.apply(other);
          });
    }
  }

  private void shift(Within before, UnaryOperator<Proposition> whole) {
    int last = model.option(before.option()).levels().size() - 1;
    boolean always = before.low() <= 0 && before.high() >= last;
    if (always || before.low() > before.high()) return;
    for (int by : new int[] {-1, 1}) {
      Within after = shifted(before, by, last);
      boolean isOpen = after.low() > 0 || after.high() < last;
      if (isOpen && after.low() >= 0 && after.high() <= last && after.low() <= after.high()) {
        found.add(new Atom.Shifted(actor, line, whole.apply(after), before, after));
      }
    }
  }

  /// From below or from above one end moves, else both do.
  private static Within shifted(Within before, int by, int last) {
    if (before.low() == 0) return new Within(before.option(), 0, before.high() + by);
    if (before.high() == last) return new Within(before.option(), before.low() + by, last);
    return new Within(before.option(), before.low() + by, before.high() + by);
  }
}
