package demarche.scenario;

/// A name, level or short text as the file writes it, and where.
///
/// @param text as written; empty where the file leaves it out
public record Word(String text, Place place) {
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
