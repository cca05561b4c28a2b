package demarche.exchange;

import java.util.List;

/// A scenario made of other programs' files.
public sealed interface Imported permits Draft, DealDraft {
  /// What the files did not say or could not be kept.
  List<String> notes();

  /// The scenario file.
  ///
  /// @throws demarche.states.TooLarge if it would have more entries than are read
  String yaml();
}
