package demarche.lens.preferences;

import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// The value of a parameter, nearest to its present one, at which an answer changes.
///
/// **Definition.** Between critical values nothing changes; so one value of each gap is asked,
/// outward from the present value, and each critical value itself where it is a fraction. An answer
/// that changes at a single value which is no fraction, and nowhere beside it, is not seen.
///
/// @param at where it changes
/// @param side 1 if it has changed above, -1 if below the present value
/// @param inclusive whether the answer at the value itself is already the other one
/// @param inRange whether the value lies in the first stretch that was searched
public record Flip(Critical at, int side, boolean inclusive, boolean inRange) {

  /// The nearest change in the first stretch that has one; of two equally near ones the lower.
  ///
  /// @param criticals ascending, all that the widest stretch has
  /// @param answer at a value of the parameter; empty where there is none
  public static Optional<Flip> nearest(
      Domain domain, List<Critical> criticals, Function<BigFraction, Optional<Boolean>> answer) {
    Optional<Boolean> now = answer.apply(domain.present());
    if (now.isEmpty()) return Optional.empty();
    Function<BigFraction, Boolean> changed =
        x -> answer.apply(x).map(then -> !then.equals(now.get())).orElse(false);
    for (Domain.Stretch stretch : domain.stretches()) {
      boolean first = stretch.equals(domain.stretches().getFirst());
      List<Critical> within = criticals.stream().filter(stretch::has).toList();
      List<Flip> found = new ArrayList<>();
      outward(domain.present(), within, stretch.low(), -1, first, changed).ifPresent(found::add);
      outward(domain.present(), within, stretch.high(), 1, first, changed).ifPresent(found::add);
      if (!found.isEmpty()) {
        return found.stream().min((a, b) -> Exact.compare(a.off(domain), b.off(domain)));
      }
    }
    return Optional.empty();
  }

  /// How far from the present value.
  BigFraction off(Domain domain) {
    return at.value().subtract(domain.present()).abs();
  }

  private static Optional<Flip> outward(
      BigFraction present,
      List<Critical> criticals,
      BigFraction end,
      int side,
      boolean first,
      Function<BigFraction, Boolean> changed) {
    List<Critical> ahead = new ArrayList<>(criticals);
    ahead.removeIf(c -> Integer.signum(Exact.compare(c.value(), present)) == -side);
    if (side < 0) Collections.reverse(ahead);
    for (int k = 0; k < ahead.size(); k++) {
      Critical at = ahead.get(k);
      boolean isPresent = at.isExact() && at.low().equals(present);
      if (at.isExact() && !isPresent && changed.apply(at.low())) {
        return Optional.of(new Flip(at, side, true, first));
      }
      BigFraction from = side > 0 ? at.high() : at.low();
      BigFraction to =
          k + 1 == ahead.size() ? end : side > 0 ? ahead.get(k + 1).low() : ahead.get(k + 1).high();
      if (from.equals(to)) continue;
      if (changed.apply(from.add(to).divide(2))) {
        return Optional.of(new Flip(at, side, false, first));
      }
    }
    return Optional.empty();
  }
}
