package demarche.ensemble;

import java.util.List;

/// The draws from `first` to `last`, both among them.
public record Span(long first, long last) {
  public Span {
    if (first < 0 || last < first) throw new IllegalArgumentException(first + " to " + last);
  }

  public static Span first(long draws) {
    return new Span(0, draws - 1);
  }

  public long count() {
    return last - first + 1;
  }

  /// The draw at a place in several of them, one after the other.
  static long at(List<Span> spans, long place) {
    long left = place;
    for (Span span : spans) {
      if (left < span.count()) return span.first + left;
      left -= span.count();
    }
    throw new IllegalArgumentException(place + " of " + spans);
  }
}
