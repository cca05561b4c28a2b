package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.forecast.Estimate;
import demarche.lens.forecast.Forecast;
import demarche.model.Dynamics;
import demarche.model.Target;
import demarche.scenario.Evidence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What is to be expected by the horizon.
final class Prospects {
  /// A forecast is right to this many decimals.
  private static final int DECIMALS = 12;

  private Prospects() {}

  static Found probability(Findings findings, Arguments arguments) {
    Forecast forecast = findings.forecast();
    int target = place(forecast.targets().stream().map(Target::id).toList(), arguments.id("t"));
    Estimate estimate =
        arguments.has("at") ? forecast.atHorizon(target) : forecast.probability(target);
    Sentence told =
        say(
            arguments.has("at")
                ? "{}, that it holds {} from now"
                : "{}, that it holds at some time within {}",
            bounds(estimate),
            new Slot.Plain(dynamics(findings).horizon()));
    return new Found(value(estimate), List.of(told), evidence(findings));
  }

  static Found expected(Findings findings, Arguments arguments) {
    Forecast forecast = findings.forecast();
    List<String> measures = List.copyOf(findings.model().measures().keySet());
    Estimate estimate = forecast.expected(place(measures, arguments.id("measure")));
    Sentence told =
        say(
            "{}, as expected {} from now",
            bounds(estimate),
            new Slot.Plain(dynamics(findings).horizon()));
    return new Found(value(estimate), List.of(told), evidence(findings));
  }

  private static int place(List<String> ids, String id) {
    int place = ids.indexOf(id);
    if (place >= 0) return place;
    throw new NoAnswer("there is no '" + id + "' in this variant");
  }

  private static Dynamics dynamics(Findings findings) {
    return findings.model().forecast().getFirst();
  }

  private static Slot bounds(Estimate estimate) {
    return new Slot.Plain(
        estimate.isExact()
            ? "Exact for the process that the file states"
            : "Sampled, 95 %% of such intervals hold it: %.4f to %.4f"
                .formatted(estimate.low(), estimate.high()));
  }

  private static Value value(Estimate estimate) {
    BigDecimal rounded =
        new BigDecimal(estimate.value()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return new Value.Amount(BigFraction.of(rounded.unscaledValue(), BigInteger.TEN.pow(DECIMALS)));
  }

  private static List<Evidence> evidence(Findings findings) {
    return dynamics(findings).hazards().stream().map(Dynamics.Hazard::evidence).toList();
  }
}
