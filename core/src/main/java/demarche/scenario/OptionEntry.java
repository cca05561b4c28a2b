package demarche.scenario;

import java.util.List;

/// Something that an actor, a body or nobody (an event) controls.
///
/// @param name for readers; the id where the file gives none
/// @param levels lowest first, two or more
public record OptionEntry(
    Word id, String name, List<Word> levels, Freedom freedom, Stride stride, Evidence evidence) {
  public OptionEntry {
    levels = List.copyOf(levels);
  }

  /// In which direction an option's holder may move it.
  public enum Freedom {
    BOTH,
    UP,
    DOWN
  }

  /// How far one move may take an option.
  public enum Stride {
    ANY,
    ONE
  }
}
