package demarche.lens.roles;

import demarche.model.Proposition;
import java.util.Set;
import java.util.TreeSet;

/// The options that a condition speaks of.
final class Named {
  private Named() {}

  /// By their indices.
  static Set<Integer> options(Proposition proposition) {
    Set<Integer> options = new TreeSet<>();
    collect(proposition, options);
    return options;
  }

  private static void collect(Proposition proposition, Set<Integer> into) {
    switch (proposition) {
      case Proposition.Within(int option, int _, int _) -> into.add(option);
      case Proposition.Not(var inner) -> collect(inner, into);
      case Proposition.All(var parts) -> parts.forEach(p -> collect(p, into));
      case Proposition.Any(var parts) -> parts.forEach(p -> collect(p, into));
      case Proposition.Counted(var parts, int _, int _) -> parts.forEach(p -> collect(p, into));
      case Proposition.Same(var left, var right) -> {
        collect(left, into);
        collect(right, into);
      }
    }
  }
}
