package demarche.model;

import java.util.List;

/// An expression whose names are resolved: true or false in every state.
///
/// Levels are given by option index, as in [Model#options()] and then [Model#events()].
public sealed interface Proposition {
  Proposition TRUE = new All(List.of());
  Proposition FALSE = new Any(List.of());

  /// Reads the definition: O(size of the expression).
  boolean holds(int[] levels);

  /// The option stands between two levels, both included.
  record Within(int option, int low, int high) implements Proposition {
    @Override
    public boolean holds(int[] levels) {
      return low <= levels[option] && levels[option] <= high;
    }
  }

  record Not(Proposition inner) implements Proposition {
    @Override
    public boolean holds(int[] levels) {
      return !inner.holds(levels);
    }
  }

  /// Every part holds; true where there is none.
  record All(List<Proposition> parts) implements Proposition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] levels) {
      return parts.stream().allMatch(p -> p.holds(levels));
    }
  }

  /// Some part holds; false where there is none.
  record Any(List<Proposition> parts) implements Proposition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] levels) {
      return parts.stream().anyMatch(p -> p.holds(levels));
    }
  }

  /// Both hold, or neither.
  record Same(Proposition left, Proposition right) implements Proposition {
    @Override
    public boolean holds(int[] levels) {
      return left.holds(levels) == right.holds(levels);
    }
  }

  /// The number of parts that hold lies between two numbers, both included.
  record Counted(List<Proposition> parts, int low, int high) implements Proposition {
    public Counted {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] levels) {
      long count = parts.stream().filter(p -> p.holds(levels)).count();
      return low <= count && count <= high;
    }
  }
}
