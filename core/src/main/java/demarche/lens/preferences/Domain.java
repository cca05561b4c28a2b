package demarche.lens.preferences;

import demarche.model.Model;
import demarche.scenario.Exact;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Where a threshold of a parameter is looked for: in the first stretch, then in the next.
///
/// **Definition.** First the range that the file gives. Then from 0 to 1 if the present value lies
/// there, else from 0 to ten times the present value; always widened to hold the range and the
/// present value.
///
/// @param present the value that counts in the analysis
/// @param ranged whether the file gives a range, which the first stretch then is
public record Domain(
    String parameter, BigFraction present, boolean ranged, List<Stretch> stretches) {
  private static final int TIMES = 10;

  public Domain {
    stretches = List.copyOf(stretches);
  }

  /// Values from `low` to `high`.
  public record Stretch(BigFraction low, BigFraction high) {
    Stretch with(BigFraction x) {
      return new Stretch(Exact.isMore(low, x) ? x : low, Exact.isMore(x, high) ? x : high);
    }

    public boolean has(Critical value) {
      return Exact.isAtLeast(value.high(), low) && Exact.isAtLeast(high, value.low());
    }
  }

  /// @param parameter one that the model has
  public static Domain of(Model model, String parameter) {
    BigFraction present = model.parameters().getOrDefault(parameter, BigFraction.ZERO);
    List<Stretch> stretches = new ArrayList<>();
    range(model, parameter, present).forEach(r -> stretches.add(r.with(present)));
    boolean ranged = !stretches.isEmpty();
    Stretch wide = new Stretch(BigFraction.ZERO, BigFraction.ZERO).with(present);
    boolean unit = present.signum() >= 0 && Exact.isAtLeast(BigFraction.ONE, present);
    wide = wide.with(unit ? BigFraction.ONE : present.multiply(TIMES));
    for (Stretch s : stretches) wide = wide.with(s.low).with(s.high);
    if (!stretches.contains(wide)) stretches.add(wide);
    return new Domain(parameter, present, ranged, stretches);
  }

  /// The widest stretch.
  public Stretch widest() {
    return stretches.getLast();
  }

  private static List<Stretch> range(Model model, String parameter, BigFraction present) {
    return model.scenario().parameters().stream()
        .filter(entry -> entry.id().text().equals(parameter))
        .map(ParameterEntry::origin)
        .filter(ParameterEntry.Stated.class::isInstance)
        .map(origin -> ((ParameterEntry.Stated) origin).quantity().spread())
        .flatMap(spread -> stretch(model, spread, present).stream())
        .toList();
  }

  private static List<Stretch> stretch(Model model, Quantity.Spread spread, BigFraction present) {
    return switch (spread) {
      case Quantity.Fixed() -> List.of();
      case Quantity.Uniform(var low, var high) ->
          List.of(new Stretch(model.number(low), model.number(high)));
      case Quantity.Triangular(var low, var high, var _) ->
          List.of(new Stretch(model.number(low), model.number(high)));
      case Quantity.Percent(var percent) -> {
        BigFraction off = present.abs().multiply(model.number(percent)).divide(100);
        yield List.of(new Stretch(present.subtract(off), present.add(off)));
      }
    };
  }
}
