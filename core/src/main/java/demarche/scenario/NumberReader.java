package demarche.scenario;

import demarche.scenario.ForecastEntry.Duration;
import demarche.scenario.ForecastEntry.Rate;
import demarche.scenario.ForecastEntry.TimeUnit;
import demarche.scenario.Formula.Literal;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import demarche.scenario.Quantity.Fixed;
import demarche.scenario.Quantity.Percent;
import demarche.scenario.Quantity.Spread;
import demarche.scenario.Quantity.Triangular;
import demarche.scenario.Quantity.Uniform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads numbers, their ranges, rates and durations.
record NumberReader(Intake intake) {
  private static final String UNIT = "(?<unit>day|week|month|year)s?";
  private static final Pattern RATE =
      Pattern.compile("(?<number>.*\\S)\\s+per\\s+" + UNIT + "\\s*", Pattern.DOTALL);
  private static final Pattern DURATION =
      Pattern.compile("(?<number>.*\\S)\\s+" + UNIT + "\\s*", Pattern.DOTALL);
  private static final Pattern PERCENT =
      Pattern.compile("(?<number>.*\\S)\\s*%\\s*", Pattern.DOTALL);

  /// A number without a range.
  Formula formula(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) return formula(scalar, scalar.text());
    intake.spoilByKind(node, "a number");
    return zero(node);
  }

  private Formula formula(Scalar scalar, String text) {
    try {
      return FormulaParser.parse(scalar, text);
    } catch (SyntaxError e) {
      intake.spoil(new Spots(scalar).part(e.from(), e.length()), "%s", e.message());
      return zero(scalar);
    }
  }

  /// A number, or `{value: 3, range: [2, 5]}`.
  Quantity quantity(Node node) {
    if (!(node instanceof Fields)) return plain(node, new Fixed(), Evidence.NONE);
    Form form = Form.open(intake, node, Shape.NUMBER);
    return plain(form.node("value"), spread(form), form.evidence());
  }

  /// The number under `key` of an entry that may have `range` and `mode` beside it.
  Quantity quantity(Form form, String key) {
    if (!form.has(key)) return new Quantity(zero(form.node(key)), new Fixed(), "0", Evidence.NONE);
    Node value = form.node(key);
    if (value instanceof Fields) {
      refuseOuterRange(form, key);
      return quantity(value);
    }
    return plain(value, spread(form), Evidence.NONE);
  }

  private Quantity plain(Node value, Spread spread, Evidence evidence) {
    return new Quantity(formula(value), spread, written(value), evidence);
  }

  /// A number in a map of its own has its range there.
  private void refuseOuterRange(Form form, String key) {
    for (String outer : List.of("range", "mode")) {
      if (!form.allows(outer) || !form.has(outer)) continue;
      intake.spoil(form.placeOf(outer), "'%s' stands beside the 'value' of '%s'", outer, key);
    }
  }

  private static String written(Node node) {
    return node instanceof Scalar scalar ? scalar.text().strip() : "";
  }

  /// `range` and `mode` of an entry; fixed where it has none.
  Spread spread(Form form) {
    if (!form.allows("range")) return new Fixed();
    Optional<Node> range = form.find("range");
    if (range.isEmpty()) {
      if (form.has("mode")) {
        intake.spoil(form.placeOf("mode"), "'mode' needs a range beside it: range: [low, high]");
      }
      return new Fixed();
    }
    if (range.get() instanceof Items list && list.nodes().size() == 2) {
      Formula low = formula(list.nodes().get(0));
      Formula high = formula(list.nodes().get(1));
      return form.has("mode")
          ? new Triangular(low, high, formula(form.node("mode")))
          : new Uniform(low, high);
    }
    if (range.get() instanceof Scalar scalar) {
      Matcher percent = PERCENT.matcher(scalar.text());
      if (percent.matches()) {
        if (form.has("mode")) {
          intake.spoil(form.placeOf("mode"), "'mode' goes with a range [low, high], not with '%%'");
        }
        return new Percent(formula(scalar, percent.group("number")));
      }
    }
    intake.spoil(
        range.get().place(),
        "expected a range [low, high] or a percentage such as 30 %%, found %s",
        range.get().inWords());
    return new Fixed();
  }

  /// `4 per year`, or `{value: 4 per year, range: [2, 6]}`.
  Rate rate(Node node) {
    if (!(node instanceof Fields)) return rate(node, new Fixed(), Evidence.NONE);
    Form form = Form.open(intake, node, Shape.NUMBER);
    return rate(form.node("value"), spread(form), form.evidence());
  }

  private Rate rate(Node node, Spread spread, Evidence evidence) {
    return new Rate(
        measured(node, RATE, "a rate such as 4 per year", spread, evidence), unit(node, RATE));
  }

  /// Whether a map is a number with its range, and not one of names to numbers.
  static boolean isNumber(Node node) {
    return node instanceof Fields map
        && map.value("value").isPresent()
        && Shape.NUMBER.keys().containsAll(map.fields().stream().map(Node.Field::name).toList());
  }

  /// The rate under `key` of an entry that may have `range` and `mode` beside it.
  Rate rate(Form form, String key) {
    Node value = form.node(key);
    if (!form.has(key)) return new Rate(quantity(form, key), TimeUnit.YEAR);
    if (value instanceof Fields) {
      refuseOuterRange(form, key);
      return rate(value);
    }
    return rate(value, spread(form), Evidence.NONE);
  }

  /// `2 years`, or `{value: 2 years, range: [1, 3]}`.
  Duration duration(Node node) {
    if (!(node instanceof Fields)) return duration(node, new Fixed(), Evidence.NONE);
    Form form = Form.open(intake, node, Shape.NUMBER);
    return duration(form.node("value"), spread(form), form.evidence());
  }

  private Duration duration(Node node, Spread spread, Evidence evidence) {
    return new Duration(
        measured(node, DURATION, "a time such as 2 years", spread, evidence), unit(node, DURATION));
  }

  private Quantity measured(
      Node node, Pattern form, String expected, Spread spread, Evidence evidence) {
    if (node instanceof Scalar scalar) {
      Matcher matcher = form.matcher(scalar.text());
      if (matcher.matches()) {
        Formula amount = formula(scalar, matcher.group("number"));
        return new Quantity(amount, spread, written(node), evidence);
      }
    }
    intake.spoil(
        node.place(), "expected %s (day, week, month or year), found %s", expected, node.inWords());
    return new Quantity(zero(node), spread, "", evidence);
  }

  private static TimeUnit unit(Node node, Pattern form) {
    Matcher matcher = form.matcher(written(node));
    return matcher.matches()
        ? TimeUnit.valueOf(matcher.group("unit").toUpperCase(Locale.ROOT))
        : TimeUnit.YEAR;
  }

  static Formula zero(Node node) {
    return new Literal(BigFraction.ZERO, node.place());
  }
}
