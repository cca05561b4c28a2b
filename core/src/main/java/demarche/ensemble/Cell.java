package demarche.ensemble;

/// What one draw has in one column.
public sealed interface Cell {
  /// A number; never NaN, possibly infinite.
  record Amount(double value) implements Cell {
    public Amount {
      if (Double.isNaN(value)) throw new IllegalArgumentException("not a number");
    }
  }

  /// A yes or a no.
  record YesNo(boolean yes) implements Cell {}

  /// One of several names: a source, an analyst, a list of parties.
  record Word(String text) implements Cell {}

  /// The question has no answer in this draw.
  record None() implements Cell {}
}
