package demarche.ensemble.sensitivity;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// The smallest change of a single assumption at which a finding is no longer what it was.
///
/// **Definition.** From the base value the finding is asked at points evenly spread up to either
/// end of the range. Where it first differs, the step is halved, keeping one end at which it is as
/// in the base and one at which it differs, until they are no further apart than the precision. A
/// finding that turns and turns back between two neighbouring points is overlooked, and the answer
/// says on how fine a grid it was sought.
///
/// **Cost.** At most 2 n + 1 questions on the grid, and for each side log2(step / precision).
///
/// @param below what lies between the base value and the low end
/// @param above what lies between the base value and the high end
public record Turn(Range range, Side below, Side above) {
  /// The values that an assumption may have, in its own unit.
  public record Range(double low, double base, double high) {
    public Range {
      if (!(low <= base && base <= high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException("%s to %s around %s".formatted(low, high, base));
      }
    }
  }

  /// How finely turns are sought.
  ///
  /// @param points of the grid on each side, its end among them
  /// @param precision the greatest distance between the two values told, in the unit of the range
  public record Search(int points, double precision) {
    public Search {
      if (points < 1 || !(precision > 0)) {
        throw new IllegalArgumentException(points + " points, precision " + precision);
      }
    }
  }

  /// What was found on one side of the base value.
  public sealed interface Side {}

  /// The finding is at `still` what it is at the base value, and another at `other`.
  public record Between(double still, double other) implements Side {}

  /// It is the same at every one of so many points.
  public record NotFound(int points) implements Side {}

  /// The base value is the end of the range.
  public record NoRoom() implements Side {}

  /// @param finding whether it is so at a value
  public static Turn of(DoublePredicate finding, Range range, Search search) {
    boolean usual = finding.test(range.base);
    DoublePredicate differs = value -> finding.test(value) != usual;
    return new Turn(
        range,
        side(differs, range.base, range.low, search),
        side(differs, range.base, range.high, search));
  }

  private static Side side(DoublePredicate differs, double base, double end, Search search) {
    if (base == end) return new NoRoom();
    double still = base;
    for (int k = 1; k <= search.points; k++) {
      double share = (double) k / search.points;
      double value = k == search.points ? end : base + (end - base) * share;
      if (differs.test(value)) return halved(differs, still, value, search.precision);
      still = value;
    }
    return new NotFound(search.points);
  }

  private static Between halved(DoublePredicate differs, double from, double to, double precision) {
    double still = from;
    double other = to;
    while (Math.abs(other - still) > precision) {
      double middle = still + (other - still) / 2;
      if (middle == still || middle == other) break; // nothing lies between two doubles
      if (differs.test(middle)) other = middle;
      else still = middle;
    }
    return new Between(still, other);
  }

  /// The turn with the least distance from the base value, of equal ones that below.
  public Optional<Between> nearest() {
    List<Between> turns =
        Stream.of(below, above).filter(Between.class::isInstance).map(Between.class::cast).toList();
    return turns.stream().min((a, b) -> Double.compare(distance(a), distance(b)));
  }

  private double distance(Between turn) {
    return Math.abs(turn.other - range.base);
  }
}
