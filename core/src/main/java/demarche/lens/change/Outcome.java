package demarche.lens.change;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a search for the least change came to.
sealed interface Outcome {
  /// Changes at the least cost; nothing costs less.
  ///
  /// @param whole whether these are all at that cost
  record Least(BigFraction cost, List<Repair> repairs, Whole whole) implements Outcome {
    public Least {
      repairs = List.copyOf(repairs);
    }
  }

  /// Whether a list was cut off.
  enum Whole {
    ALL,
    /// The list was long enough, or looking for more took too long.
    CUT_OFF
  }

  /// No set of changes in the pool is enough.
  ///
  /// @param reasons which party alone nothing brings to it; empty where each could be brought
  record Never(List<Bar> reasons) implements Outcome {
    public Never {
      reasons = List.copyOf(reasons);
    }
  }

  /// A limit was met before an answer: anything costs at least so much.
  record Unfinished(BigFraction atLeast, long tried) implements Outcome {}
}
