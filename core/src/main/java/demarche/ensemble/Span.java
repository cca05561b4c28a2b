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

  /// The draws at some places in several of them, one after the other.
  ///
  /// @param from the first place
  /// @param to the place after the last
  static long[] at(List<Span> spans, int from, int to) {
    long[] draws = new long[to - from];
    long before = 0;
    for (Span span : spans) {
      long first = Math.max(from, before);
      long end = Math.min(to, before + span.count());
      for (long place = first; place < end; place++) {
        draws[(int) (place - from)] = span.first + place - before;
      }
      before += span.count();
    }
    if (to > before) throw new IllegalArgumentException(to + " of " + spans);
    return draws;
  }
}
