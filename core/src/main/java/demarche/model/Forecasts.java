package demarche.model;

import demarche.scenario.Destination;
import demarche.scenario.ForecastEntry;
import demarche.scenario.ForecastEntry.TimeUnit;
import demarche.scenario.Place;
import demarche.scenario.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Turns what a scenario says about change in time into numbers by the year.
record Forecasts(Roster roster, Options declared, Names names, Numbers numbers) {
  private static final String DEFAULT = "default";
  private static final BigFraction DAYS = BigFraction.of(1461, 4);

  /// Zero or one.
  List<Dynamics> dynamics() {
    return roster.scenario().forecast().stream().map(this::dynamics).toList();
  }

  private Dynamics dynamics(ForecastEntry entry) {
    Quantity horizon = entry.horizon().amount();
    BigFraction years =
        number(horizon, "the horizon", Least.ABOVE_ZERO).divide(perYear(entry.horizon().unit()));
    BigFraction sharpness = number(entry.sharpness(), "the sharpness", Least.ZERO);
    return new Dynamics(
        years,
        horizon.text(),
        tempo(entry),
        sharpness,
        entry.hazards().stream().map(this::hazard).toList());
  }

  private static BigFraction perYear(TimeUnit unit) {
    return switch (unit) {
      case DAY -> DAYS;
      case WEEK -> DAYS.divide(7);
      case MONTH -> BigFraction.of(12);
      case YEAR -> BigFraction.ONE;
    };
  }

  private BigFraction perYear(ForecastEntry.Rate rate, String what) {
    return number(rate.amount(), what, Least.ZERO).multiply(perYear(rate.per()));
  }

  /// By party index.
  private List<BigFraction> tempo(ForecastEntry entry) {
    Map<String, BigFraction> byName = new HashMap<>();
    for (ForecastEntry.Tempo tempo : entry.tempo()) {
      BigFraction rate = perYear(tempo.rate(), "a tempo");
      Set<String> valid = new LinkedHashSet<>(roster.parties());
      valid.add(DEFAULT);
      roster.known(tempo.party(), valid, "'tempo'");
      byName.put(tempo.party().text(), rate);
    }
    List<BigFraction> tempo = new ArrayList<>();
    for (String party : roster.parties()) {
      BigFraction rate = byName.getOrDefault(party, byName.get(DEFAULT));
      if (rate == null && !entry.tempo().isEmpty() && holdsOptions(party)) {
        roster
            .problems()
            .error(
                entry.tempo().getFirst().party().place(),
                "no tempo for '%s', expected one, or one for 'default'",
                party);
      }
      tempo.add(rate == null ? BigFraction.ZERO : rate);
    }
    return tempo;
  }

  private boolean holdsOptions(String party) {
    return declared.options().stream().anyMatch(o -> o.holder().equals(party))
        || !roster.scenario().graph().isEmpty();
  }

  private Dynamics.Hazard hazard(ForecastEntry.Hazard entry) {
    String where = "hazard '" + entry.id() + "'";
    return new Dynamics.Hazard(
        entry.id().text(),
        perYear(entry.rate(), "the rate of " + where),
        entry.when().isEmpty()
            ? Proposition.TRUE
            : names.clause(entry.when().getFirst(), where).meaning(),
        settings(entry.does(), where),
        entry.evidence());
  }

  private List<Dynamics.Setting> settings(Destination does, String where) {
    int[] untouched = new int[declared.all().size()];
    Arrays.fill(untouched, -1);
    int[] levels = names.apply(does, untouched, where);
    List<Dynamics.Setting> settings = new ArrayList<>();
    for (int o = 0; o < levels.length; o++) {
      if (levels[o] >= 0) settings.add(new Dynamics.Setting(o, levels[o]));
    }
    return settings;
  }

  private enum Least {
    ZERO,
    ABOVE_ZERO
  }

  /// A number that has a least value, as have all that an ensemble may draw for it.
  private BigFraction number(Quantity quantity, String what, Least least) {
    BigFraction value = numbers.of(quantity);
    refuseBelow(value, quantity.value().place(), what, least);
    switch (quantity.spread()) {
      case Quantity.Fixed(), Quantity.Percent _ -> {}
      case Quantity.Uniform(var low, var _) ->
          refuseBelow(numbers.of(low), low.place(), "the lower end of " + what, least);
      case Quantity.Triangular(var low, var _, var _) ->
          refuseBelow(numbers.of(low), low.place(), "the lower end of " + what, least);
    }
    return value;
  }

  private void refuseBelow(BigFraction value, Place place, String what, Least least) {
    if (value.signum() > 0 || (value.signum() == 0 && least == Least.ZERO)) return;
    roster
        .problems()
        .error(
            place,
            "%s is %s, expected %s",
            what,
            value.doubleValue(),
            least == Least.ZERO ? "0 or more" : "more than 0");
  }
}
