package demarche.store;

import demarche.store.Comparison.Contrast;
import demarche.store.Comparison.Pairing;
import demarche.store.Comparison.Side;
import demarche.store.Summary.Frequency;
import demarche.store.Summary.Shape;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;

/// Compares the findings of two runs, one by one.
record Contrasts(Database database, String first, String second, Pairing pairing) {
  Contrast of(Stored a, Stored b) {
    return switch (a.column().kind()) {
      case NUMBER -> numbers(a, a.quoted(), b.quoted(), " AND isfinite(a) AND isfinite(b)");
      case YES_NO ->
          numbers(
              a, "CAST(" + a.quoted() + " AS DOUBLE)", "CAST(" + b.quoted() + " AS DOUBLE)", "");
      case WORD -> words(a, b);
    };
  }

  private String pairs(String a, String b) {
    return """
    (SELECT a, b FROM (SELECT draw, %s AS a FROM %s) JOIN (SELECT draw, %s AS b FROM %s)
      USING (draw) WHERE a IS NOT NULL AND b IS NOT NULL)\
    """
        .formatted(a, Catalogue.draws(first), b, Catalogue.draws(second));
  }

  private Contrast numbers(Stored column, String a, String b, String finite) {
    return switch (pairing) {
      case COMMON ->
          database.one(
              r -> paired(column, r),
              """
              SELECT count(*), favg(a), favg(b), favg(b - a), stddev_samp(b - a),
                count(*) FILTER (WHERE a <> b)
              FROM %s WHERE true%s\
              """
                  .formatted(pairs(a, b), finite));
      case NONE -> apart(column, sample(a, first), sample(b, second));
    };
  }

  private static Contrast paired(Stored column, ResultSet r) throws SQLException {
    long draws = r.getLong(1);
    OptionalDouble difference = Summary.finite(r, 4);
    double error = Summary.finite(r, 5).orElse(Double.NaN) / Math.sqrt((double) draws);
    return new Contrast(
        column.column(),
        new Side(draws, Summary.finite(r, 2), ""),
        new Side(draws, Summary.finite(r, 3), ""),
        difference,
        Interval.around(difference.orElse(Double.NaN), error),
        Optional.of(r.getLong(6)));
  }

  private static Contrast apart(Stored column, Sample one, Sample other) {
    OptionalDouble difference = difference(one.mean, other.mean);
    return new Contrast(
        column.column(),
        new Side(one.draws, one.mean, ""),
        new Side(other.draws, other.mean, ""),
        difference,
        Interval.around(difference.orElse(Double.NaN), Math.hypot(one.error(), other.error())),
        Optional.empty());
  }

  private static OptionalDouble difference(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(other.getAsDouble() - one.getAsDouble());
  }

  /// The answers of one run.
  private record Sample(long draws, OptionalDouble mean, OptionalDouble sd) {
    double error() {
      return sd.orElse(Double.NaN) / Math.sqrt((double) draws);
    }
  }

  private Sample sample(String value, String run) {
    return database.one(
        r -> new Sample(r.getLong(1), Summary.finite(r, 2), Summary.finite(r, 3)),
        """
        SELECT count(*), favg(a), stddev_samp(a)
        FROM (SELECT CAST(%s AS DOUBLE) AS a FROM %s) WHERE isfinite(a)\
        """
            .formatted(value, Catalogue.draws(run)));
  }

  private Contrast words(Stored a, Stored b) {
    Side one = side(Summary.of(database, Catalogue.draws(first), a));
    Side other = side(Summary.of(database, Catalogue.draws(second), b));
    return switch (pairing) {
      case NONE ->
          new Contrast(
              a.column(), one, other, OptionalDouble.empty(), Optional.empty(), Optional.empty());
      case COMMON -> {
        long[] counts =
            database.one(
                r -> new long[] {r.getLong(1), r.getLong(2)},
                "SELECT count(*), count(*) FILTER (WHERE a <> b) FROM "
                    + pairs(a.quoted(), b.quoted()));
        OptionalDouble share =
            counts[0] == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) counts[1] / counts[0]);
        yield new Contrast(a.column(), one, other, share, Optional.empty(), Optional.of(counts[1]));
      }
    };
  }

  private static Side side(Summary summary) {
    if (!(summary.shape() instanceof Shape.Words(var words))) {
      return new Side(0, OptionalDouble.empty(), "");
    }
    Frequency top = words.getFirst();
    return new Side(
        summary.answered(),
        OptionalDouble.of((double) top.draws() / summary.answered()),
        top.word());
  }
}
