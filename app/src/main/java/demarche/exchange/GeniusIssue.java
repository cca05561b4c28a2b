package demarche.exchange;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// An issue of a GENIUS file.
///
/// @param element as the file has it
/// @param values those of a discrete issue; whole numbers of an integer issue and evenly spaced
///   ones of a real issue
/// @param note what of its values could not be kept; may be empty
record GeniusIssue(Xml element, String index, String name, List<Value> values, String note) {
  /// Of a real issue so many values are taken.
  private static final int REAL = 11;

  GeniusIssue {
    values = List.copyOf(values);
  }

  /// @param number what it is as a number; 0 for a discrete one
  record Value(String text, BigDecimal number, Place place) {}

  Place place() {
    return element.place();
  }

  boolean isDiscrete() {
    return element.all("item").findAny().isPresent();
  }

  static GeniusIssue of(Xml issue, int position, Problems problems) {
    String index = issue.attributes().getOrDefault("index", String.valueOf(position));
    String name = issue.attributes().getOrDefault("name", "Issue " + index);
    String type =
        issue
            .attributes()
            .getOrDefault(
                "vtype",
                issue
                    .attributes()
                    .getOrDefault("type", issue.attributes().getOrDefault("etype", "discrete")));
    return switch (type) {
      case "discrete" -> new GeniusIssue(issue, index, name, items(issue, name, problems), "");
      case "integer", "real" -> range(issue, index, name, type, problems);
      default -> {
        problems.error(
            issue.place(),
            "issue '%s' is of type '%s', expected discrete, integer or real",
            Quoted.clean(name),
            Quoted.clean(type));
        yield new GeniusIssue(issue, index, name, List.of(), "");
      }
    };
  }

  private static List<Value> items(Xml issue, String name, Problems problems) {
    List<Value> values = new ArrayList<>();
    issue
        .all("item")
        .forEach(item -> {
          String text = item.attributes().get("value");
          if (text == null) {
            problems.error(item.place(), "an item of '%s' has no value", Quoted.clean(name));
          } else if (values.stream().anyMatch(v -> v.text.equals(text))) {
            problems.error(
                item.place(),
                "the value '%s' of '%s' is there twice",
                Quoted.clean(text),
                Quoted.clean(name));
          } else {
            values.add(new Value(text, BigDecimal.ZERO, item.place()));
          }
        });
    if (values.isEmpty()) {
      problems.error(issue.place(), "issue '%s' has no item", Quoted.clean(name));
    }
    return values;
  }

  private static GeniusIssue range(
      Xml issue, String index, String name, String type, Problems problems) {
    Xml bounds = issue.all("range").findFirst().orElse(issue);
    BigDecimal low = bound(bounds, "lowerbound", name, problems);
    BigDecimal high = bound(bounds, "upperbound", name, problems);
    if (low.compareTo(high) >= 0) {
      problems.error(
          bounds.place(), "issue '%s' reaches from %s to %s", Quoted.clean(name), low, high);
      return new GeniusIssue(issue, index, name, List.of(), "");
    }
    List<Value> values = new ArrayList<>();
    BigDecimal room = high.subtract(low);
    boolean isReal = type.equals("real");
    BigDecimal steps =
        isReal ? BigDecimal.valueOf(REAL - 1L) : BigDecimal.valueOf(DealFiles.MOST_LEVELS - 1L);
    BigDecimal step = isReal ? room.divide(steps) : room.divide(steps, 0, RoundingMode.CEILING);
    for (BigDecimal at = low; at.compareTo(high) < 0; at = at.add(step)) {
      values.add(value(at, issue));
    }
    values.add(value(high, issue));
    boolean isAll = !isReal && step.compareTo(BigDecimal.ONE) == 0;
    String note =
        isAll
            ? ""
            : "Issue '%s' reaches from %s to %s; %d values of it are kept."
                .formatted(
                    Quoted.clean(name), low.toPlainString(), high.toPlainString(), values.size());
    return new GeniusIssue(issue, index, name, values, note);
  }

  private static Value value(BigDecimal number, Xml issue) {
    String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return new Value(plain, number, issue.place());
  }

  private static BigDecimal bound(Xml from, String which, String name, Problems problems) {
    String written = from.attributes().getOrDefault(which, "");
    return DealFiles.number(
        problems, from.place(), written, which + " of '" + Quoted.clean(name) + "'");
  }
}
