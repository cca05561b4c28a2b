package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.Exact;
import demarche.scenario.Formula;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Quantity;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// Settles single inputs by lot, and keeps what became of each.
final class Drawer {
  /// How finely a range is divided.
  private static final int GRAIN = 1_000_000;

  private final Lots lots;
  private final Map<String, ParameterEntry.Origin> parameters = new HashMap<>();
  private final Function<Word, BigFraction> computed;
  private final Function<Word, BigFraction> computedBefore;
  private final Map<String, BigFraction> drawn = new HashMap<>();
  private final Map<String, BigFraction> base = new HashMap<>();
  private final List<Input> inputs = new ArrayList<>();

  /// @param computed what calls such as `share(...)` come to with the sources that were drawn
  /// @param computedBefore what they come to in the base analysis
  Drawer(
      List<ParameterEntry> entries,
      Lots lots,
      Function<Word, BigFraction> computed,
      Function<Word, BigFraction> computedBefore) {
    this.lots = lots;
    this.computed = computed;
    this.computedBefore = computedBefore;
    for (ParameterEntry entry : entries) parameters.put(entry.id().text(), entry.origin());
  }

  List<Input> inputs() {
    return inputs;
  }

  private void keep(Subject subject, Input.Setting before, Input.Setting now, Input.Law law) {
    inputs.add(new Input(subject.key(), subject.words(), before, now, law, subject.evidence()));
  }

  /// The quantity at what was drawn, without a range.
  Quantity number(Quantity quantity, Subject subject) {
    if (quantity.spread() instanceof Quantity.Fixed) return quantity;
    BigFraction now = drawn(quantity, subject.key());
    keep(
        subject,
        new Input.Amount(base(quantity.value())),
        new Input.Amount(now),
        new Input.WorkedOut());
    return new Quantity(
        new Formula.Literal(now, quantity.value().place()),
        new Quantity.Fixed(),
        quantity.text(),
        quantity.evidence());
  }

  private BigFraction drawn(Quantity quantity, String key) {
    return within(quantity.spread(), now(quantity.value()), lots.of(key));
  }

  /// @param value which a percentage is about
  private BigFraction within(Quantity.Spread spread, BigFraction value, double lot) {
    if (Double.isNaN(lot)) return value;
    return switch (spread) {
      case Quantity.Fixed() -> value;
      case Quantity.Uniform(var low, var high) -> between(now(low), now(high), lot);
      case Quantity.Triangular(var low, var high, var mode) ->
          triangular(now(low), now(high), now(mode), lot);
      case Quantity.Percent(var percent) -> value.multiply(factor(percent, lot));
    };
  }

  private static BigFraction between(BigFraction low, BigFraction high, double lot) {
    return low.add(high.subtract(low).multiply(BigFraction.of((int) (lot * GRAIN), GRAIN)));
  }

  /// By the inverse of the distribution function, which is a parabola on either side of the mode.
  private static BigFraction triangular(
      BigFraction low, BigFraction high, BigFraction mode, double lot) {
    if (Exact.compare(low, high) == 0) return low;
    double peak = Exact.quotient(mode.subtract(low), high.subtract(low)).doubleValue();
    double share = lot < peak ? Math.sqrt(lot * peak) : 1 - Math.sqrt((1 - lot) * (1 - peak));
    return between(low, high, share);
  }

  /// From `1 - percent` to `1 + percent`.
  private BigFraction factor(Formula percent, double lot) {
    BigFraction part = now(percent).divide(100);
    return between(BigFraction.ONE.subtract(part), BigFraction.ONE.add(part), lot);
  }

  /// Weights by level times one factor.
  List<LevelWeight> scaled(List<LevelWeight> weights, Quantity.Spread spread, Subject subject) {
    if (spread instanceof Quantity.Fixed) return weights;
    BigFraction factor = within(spread, BigFraction.ONE, lots.of(subject.key()));
    keep(
        subject,
        new Input.Amount(BigFraction.ONE),
        new Input.Amount(factor),
        new Input.WorkedOut());
    return weights.stream()
        .map(w ->
            new LevelWeight(
                w.level(),
                new Formula.Literal(now(w.weight()).multiply(factor), w.weight().place())))
        .toList();
  }

  /// 1 or 0 by a probability.
  Formula chance(Formula probability, Subject subject) {
    BigFraction p = now(probability);
    if (p.signum() <= 0 || Exact.isAtLeast(p, BigFraction.ONE)) return probability;
    boolean so = settle(subject, subject.key(), probability, p);
    return new Formula.Literal(so ? BigFraction.ONE : BigFraction.ZERO, probability.place());
  }

  /// A member that votes yes with a probability then always votes yes, or always no.
  BodyEntry.Other member(BodyEntry.Other other, String body) {
    if (!(other.conduct() instanceof BodyEntry.YesWith(var probability))) return other;
    String id = other.id().text();
    String whose = other.name().isEmpty() ? id : other.name();
    Quantity settled =
        number(
            probability,
            new Subject(
                "vote-chance:%s.%s".formatted(body, id),
                "how likely %s votes yes".formatted(whose),
                other.evidence()));
    BigFraction p = now(settled.value());
    Subject vote =
        new Subject(
            "vote:%s.%s".formatted(body, id), "a yes of %s".formatted(whose), other.evidence());
    boolean yes = settle(vote, "vote:" + id, probability.value(), p);
    return new BodyEntry.Other(
        other.id(),
        other.name(),
        new BodyEntry.Always(yes ? BodyEntry.Vote.YES : BodyEntry.Vote.NO),
        other.evidence());
  }

  /// Whether something is so.
  ///
  /// @param key of its lot
  /// @param written its probability
  /// @param probability what that comes to with what was drawn
  private boolean settle(Subject subject, String key, Formula written, BigFraction probability) {
    Input.Below law = new Input.Below(key, probability.doubleValue(), isLikely(probability));
    Input.Fact now = law.at(lots);
    keep(subject, new Input.Fact(isLikely(base(written))), now, law);
    return now.so();
  }

  private static boolean isLikely(BigFraction probability) {
    return Exact.isAtLeast(probability, BigFraction.of(1, 2));
  }

  /// Which of an actor's alternatives is taken; -1 for its own order.
  int order(String actor, String name, List<ActorEntry.Alternative> others) {
    Subject subject =
        new Subject(Input.order(actor), "whose order of " + name, others.getFirst().evidence());
    List<Double> bounds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    BigFraction sum = BigFraction.ZERO;
    for (int k = 0; k < others.size(); k++) {
      sum = sum.add(now(others.get(k).probability()));
      bounds.add(sum.doubleValue());
      names.add(analyst(others.get(k), k));
    }
    names.add(Input.OWN);
    Input.FirstAbove law = new Input.FirstAbove(subject.key(), bounds, names);
    int place = law.place(lots);
    keep(
        subject,
        new Input.Choice(Input.OWN, names),
        new Input.Choice(names.get(place), names),
        law);
    return place == others.size() ? -1 : place;
  }

  static String analyst(ActorEntry.Alternative other, int number) {
    return other.by().isEmpty() ? "alternative-" + (number + 1) : other.by().text();
  }

  /// What a formula comes to with the parameters that were drawn.
  private BigFraction now(Formula formula) {
    return value(
        formula,
        drawn,
        (id, origin) ->
            switch (origin) {
              case ParameterEntry.Stated(var quantity) -> drawn(quantity, "parameter:" + id);
              case ParameterEntry.Computed(var call) -> computed.apply(call);
            });
  }

  /// What it comes to in the base analysis.
  private BigFraction base(Formula formula) {
    return value(
        formula,
        base,
        (_, origin) ->
            switch (origin) {
              case ParameterEntry.Stated(var quantity) -> base(quantity.value());
              case ParameterEntry.Computed(var call) -> computedBefore.apply(call);
            });
  }

  private interface Rule {
    BigFraction of(String id, ParameterEntry.Origin origin);
  }

  private BigFraction value(Formula formula, Map<String, BigFraction> known, Rule rule) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> value;
      case Formula.Parameter(var name) -> {
        String id = name.text();
        BigFraction before = known.get(id);
        if (before != null) yield before;
        ParameterEntry.Origin origin = parameters.get(id);
        BigFraction value = origin == null ? BigFraction.ZERO : rule.of(id, origin);
        known.put(id, value);
        yield value;
      }
      case Formula.Negation(var inner, var _) -> value(inner, known, rule).negate();
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          operation.of(value(left, known, rule), value(right, known, rule));
    };
  }
}
