package demarche.store;

/// Draws that follow each other.
///
/// @param last at least `first`; it belongs to them
public record Draws(long first, long last) {
  public Draws {
    if (first < 0 || last < first) throw new IllegalArgumentException(first + " to " + last);
  }

  public long count() {
    return last - first + 1;
  }
}
