package demarche.model;

/// What chance says of each uncertain input of a file.
public interface Lots {
  /// Says that an input stays as the base analysis has it.
  double BASE = Double.NaN;

  /// @param input its key, see [Input]
  /// @return from 0 to below 1, or `BASE`; the same whenever it is asked
  double of(String input);

  /// Of an input that is one of several, which it is, whatever its lot.
  ///
  /// @return a name of [Input.Choice]; one that the input does not have leaves it to the lot
  default String choice(String input) {
    return "";
  }
}
