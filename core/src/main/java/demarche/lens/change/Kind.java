package demarche.lens.change;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What may be changed.
public enum Kind {
  /// Neighbours in an actor's list of priorities swapped; priorities that may hold counted or not.
  PRIORITIES("priorities swapped, uncertain ones taken up or dropped"),
  /// Weights of value terms, within their ranges.
  WEIGHTS("weights moved within their ranges"),
  /// Red lines dropped, or shifted by one level of one comparison.
  RED_LINES("red lines dropped, or shifted by one level"),
  /// Pictures that actors have of others, put right. Asked alone.
  BELIEFS("pictures of others put right"),
  /// Parameters, within their ranges.
  PARAMETERS("parameters moved within their ranges"),
  /// Options that the proposal leaves alone or sets, set otherwise.
  OPTIONS("options set otherwise than proposed"),
  /// Issue areas put on the table; options of open areas may then be set at no further cost.
  ISSUES("issue areas put on the table"),
  /// Majorities of bodies by one, vetoes given or taken.
  RULES("majorities of bodies by one, vetoes given or taken");

  /// All that are searched where nobody chooses.
  public static final Set<Kind> USUAL =
      Set.copyOf(EnumSet.of(PRIORITIES, WEIGHTS, RED_LINES, PARAMETERS, OPTIONS, RULES));

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /// In commands and JSON, such as `red-lines`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// In a few words, for people.
  String words() {
    return words;
  }
}
