package demarche.finding;

import java.util.List;

/// One answer: a statement, why it is so, what shows it.
///
/// @param id stable within its lens, for links and comparisons
/// @param prominence where a brief puts it
public record Finding(
    String id,
    Prominence prominence,
    Sentence statement,
    List<Sentence> reasons,
    List<Figure> figures) {
  public Finding {
    reasons = List.copyOf(reasons);
    figures = List.copyOf(figures);
  }

  /// Where a brief puts a finding.
  public enum Prominence {
    /// Among the first lines of the brief.
    HEADLINE,
    /// In the lens's own section.
    SECTION,
    /// Only where somebody asks for everything.
    DETAIL
  }
}
