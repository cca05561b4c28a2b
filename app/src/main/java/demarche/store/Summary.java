package demarche.store;

import demarche.ensemble.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// What the draws of a run have in one column.
///
/// @param answered draws with an answer
/// @param unanswered draws without one
public record Summary(Column column, long answered, long unanswered, Shape shape) {
  /// Of which quantiles are told.
  static final List<Double> LEVELS = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  /// The answers taken together.
  public sealed interface Shape {
    /// No draw has an answer.
    record Empty() implements Shape {}

    /// @param infinite how many are; the mean and `sd`, the deviation, leave them out
    /// @param quantiles the least number with at least 5, 25, 50, 75, 95 % of all at or below it
    record Numbers(
        double least,
        double most,
        long infinite,
        OptionalDouble mean,
        OptionalDouble sd,
        List<Double> quantiles)
        implements Shape {
      public Numbers {
        quantiles = List.copyOf(quantiles);
      }
    }

    record Yes(long yes, Interval interval) implements Shape {}

    /// The most frequent first, those as frequent in the order of letters.
    record Words(List<Frequency> words) implements Shape {
      public Words {
        words = List.copyOf(words);
      }
    }
  }

  /// How many draws have a word.
  public record Frequency(String word, long draws) {}

  /// Where the mean lies.
  public Optional<Interval> meanInterval() {
    if (!(shape instanceof Shape.Numbers numbers)) return Optional.empty();
    long finite = answered - numbers.infinite();
    if (numbers.mean().isEmpty() || numbers.sd().isEmpty()) return Optional.empty();
    return Interval.around(
        numbers.mean().getAsDouble(), numbers.sd().getAsDouble() / Math.sqrt((double) finite));
  }

  static Summary of(Database database, String table, Stored stored) {
    String name = stored.quoted();
    long[] counts =
        database.one(
            r -> new long[] {r.getLong(1), r.getLong(2)},
            "SELECT count(%s), count(*) FROM %s".formatted(name, table));
    long answered = counts[0];
    Shape shape =
        answered == 0
            ? new Shape.Empty()
            : switch (stored.column().kind()) {
              case NUMBER -> numbers(database, table, name);
              case YES_NO -> yes(database, table, name, answered);
              case WORD -> words(database, table, name);
            };
    return new Summary(stored.column(), answered, counts[1] - answered, shape);
  }

  private static Shape numbers(Database database, String table, String name) {
    String quantiles =
        LEVELS.stream()
            .map(level -> ", quantile_disc(%s, %s)".formatted(name, level))
            .collect(Collectors.joining());
    return database.one(
        Summary::numbers,
        """
        SELECT min(%1$s), max(%1$s), count(*) FILTER (WHERE isinf(%1$s)),
          favg(%1$s) FILTER (WHERE isfinite(%1$s)),
          stddev_samp(%1$s) FILTER (WHERE isfinite(%1$s))%2$s
        FROM %3$s WHERE %1$s IS NOT NULL\
        """
            .formatted(name, quantiles, table));
  }

  private static Shape numbers(ResultSet r) throws SQLException {
    double[] quantiles = new double[LEVELS.size()];
    for (int q = 0; q < quantiles.length; q++) quantiles[q] = r.getDouble(6 + q);
    return new Shape.Numbers(
        r.getDouble(1),
        r.getDouble(2),
        r.getLong(3),
        finite(r, 4),
        finite(r, 5),
        DoubleStream.of(quantiles).boxed().toList());
  }

  /// None where there is nothing to be taken together, or the result is beyond all numbers.
  static OptionalDouble finite(ResultSet r, int column) throws SQLException {
    double value = r.getDouble(column);
    return r.wasNull() || !Double.isFinite(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(value);
  }

  private static Shape yes(Database database, String table, String name, long answered) {
    long yes =
        database.one(r -> r.getLong(1), "SELECT count(*) FROM %s WHERE %s".formatted(table, name));
    return new Shape.Yes(yes, Interval.ofShare(yes, answered));
  }

  private static Shape words(Database database, String table, String name) {
    return new Shape.Words(
        database.list(
            r -> new Frequency(r.getString(1), r.getLong(2)),
            """
            SELECT %1$s, count(*) AS draws FROM %2$s WHERE %1$s IS NOT NULL
            GROUP BY %1$s ORDER BY draws DESC, %1$s\
            """
                .formatted(name, table)));
  }
}
