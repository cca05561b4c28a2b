package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Codes;
import demarche.model.Model;
import demarche.model.Option;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns causes, states with events, and numbers into what sentences speak of.
record Telling(Forecast forecast) {
  private static final int DECIMALS = 4;

  private Model model() {
    return forecast.space().model();
  }

  private Wording wording() {
    return new Wording(model());
  }

  Slot cause(int cause) {
    return switch (forecast.causes().get(cause)) {
      case Cause.ByActor(var actor) -> wording().party(actor);
      case Cause.ByBody(var body, var _) -> wording().party(body);
      case Cause.ByHazard(var hazard) ->
          new Slot.Clause(say("the hazard {}", new Slot.OfExpression(hazard.id())));
    };
  }

  /// The options that change, and the events where these are part of a state.
  private List<Option> options() {
    boolean events = forecast.space() != forecast.held();
    return Stream.concat(
            model().options().stream(), events ? model().events().stream() : Stream.of())
        .toList();
  }

  /// A state; events stand last in its code where hazards change them.
  Slot.OfState state(int state) {
    int[] levels = forecast.space().levels(state);
    int[] now = model().statusQuo();
    StringBuilder code = new StringBuilder(model().code(levels));
    List<Slot.Setting> settings = new ArrayList<>();
    List<Slot.Setting> differences = new ArrayList<>();
    for (Option option : options()) {
      int level = levels[option.index()];
      if (option.isEvent() && !model().isGraph()) code.append(Codes.digit(level));
      Slot.Setting setting = wording().setting(option, level);
      settings.add(setting);
      if (level != now[option.index()]) differences.add(setting);
    }
    return new Slot.OfState(code.toString(), settings, differences);
  }

  /// What a change sets.
  Slot changes(int from, int to) {
    int[] before = forecast.space().levels(from);
    int[] after = forecast.space().levels(to);
    return new Slot.Several(
        options().stream()
            .filter(o -> before[o.index()] != after[o.index()])
            .<Slot>map(o -> wording().setting(o, after[o.index()]))
            .toList());
  }

  /// A probability as a percentage, with its interval where it is sampled.
  static Slot share(Estimate estimate) {
    if (estimate.isExact()) return new Slot.Amount(percent(estimate.value()), "%");
    return new Slot.Plain(
        "%s\u00a0%% (%s to %s)"
            .formatted(
                percent(estimate.value()), percent(estimate.low()), percent(estimate.high())));
  }

  static Slot share(double probability) {
    return new Slot.Amount(percent(probability), "%");
  }

  /// The difference of two probabilities, in percentage points.
  static Slot points(Estimate difference) {
    String value = signed(difference.value());
    if (difference.isExact()) return new Slot.Plain(value + " points");
    return new Slot.Plain(
        "%s points (%s to %s)"
            .formatted(value, signed(difference.low()), signed(difference.high())));
  }

  private static String signed(double share) {
    if (Math.abs(share) < 1e-6) return share == 0 ? "0" : "about 0";
    return (share > 0 ? "+" : "-") + percent(Math.abs(share));
  }

  /// With three digits or so; what is not quite 0 or 1 never reads as if it were.
  static String percent(double probability) {
    double percent = 100 * probability;
    if (percent <= 0) return "0";
    if (percent >= 100) return "100";
    if (percent > 99.95) return ">99.9";
    if (percent < 0.0001) return "<0.0001";
    if (percent < 1) return plain(new BigDecimal(percent).round(new MathContext(2)));
    return plain(new BigDecimal(percent).setScale(1, RoundingMode.HALF_UP));
  }

  static String number(double number) {
    BigDecimal rounded =
        new BigDecimal(number)
            .round(new MathContext(DECIMALS + 2))
            .setScale(DECIMALS, RoundingMode.HALF_UP);
    return plain(rounded);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static Slot amount(Estimate estimate, String unit) {
    if (estimate.isExact()) return new Slot.Amount(number(estimate.value()), unit);
    return new Slot.Plain(
        "%s%s (%s to %s)"
            .formatted(
                number(estimate.value()),
                unit.isEmpty() ? "" : " " + unit,
                number(estimate.low()),
                number(estimate.high())));
  }

  /// A time that a reader can picture.
  static Slot time(double years) {
    if (years <= 0) return new Slot.Plain("now");
    double months = 12 * years;
    double days = 365.25 * years;
    if (days < 1.5) return new Slot.Plain("1 day");
    if (months < 2) return new Slot.Plain("%.0f days".formatted(days));
    return new Slot.Plain(
        years < 2 ? "%.0f months".formatted(months) : "%s years".formatted(tenths(years)));
  }

  private static String tenths(double years) {
    return plain(new BigDecimal(years).setScale(1, RoundingMode.HALF_UP));
  }

  List<Integer> targets() {
    return IntStream.range(0, forecast.targets().size()).boxed().toList();
  }

  /// A target by its name.
  Slot target(int target) {
    return new Slot.Quoted(forecast.targets().get(target).name());
  }
}
