package demarche.scenario;

import java.util.List;

/// Why an entry of the file says what it says.
///
/// @param because the reason in the author's words; empty where none is given
/// @param citations the sources named, in file order
public record Evidence(String because, List<Citation> citations) {
  public static final Evidence NONE = new Evidence("", List.of());

  public Evidence {
    citations = List.copyOf(citations);
  }

  /// One source that an entry names.
  ///
  /// @param source the id of a source
  /// @param at page, paragraph or row; may be empty
  public record Citation(Word source, String at, Bearing bearing) {}

  /// Whether a source supports the entry or contradicts it.
  public enum Bearing {
    FOR,
    AGAINST
  }
}
