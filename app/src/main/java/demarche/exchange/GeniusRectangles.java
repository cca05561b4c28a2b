package demarche.exchange;

import demarche.exchange.DealDraft.Issue;
import demarche.exchange.DealDraft.Term;
import demarche.exchange.DealDraft.Weight;
import demarche.exchange.GeniusIssue.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Reads a nonlinear profile: the sum of what the hyper-rectangles around a package are worth,
/// divided by the greatest utility that the profile names.
///
/// Bounds are inclusive, as in GENIUS (`InclusiveHyperRectangle`).
record GeniusRectangles(GeniusProfile profile, String side) {
  void read(List<Weight> weights, List<Term> terms) {
    Xml utility = profile.space().objective().all("utility").findFirst().orElseThrow();
    BigDecimal greatest = profile.number(utility, "maxutility", "the greatest utility");
    if (greatest.signum() <= 0) {
      profile.problems().error(utility.place(), "maxutility is %s, expected more than 0", greatest);
      return;
    }
    for (Xml function : utility.all("ufun").toList()) {
      String aggregation = function.attributes().getOrDefault("aggregation", "sum");
      String type = function.attributes().getOrDefault("type", "PlainUfun");
      if (!aggregation.equals("sum") || !type.equals("PlainUfun")) {
        profile
            .problems()
            .error(
                function.place(),
                "a ufun of type '%s' with aggregation '%s', expected a PlainUfun with sum",
                Quoted.clean(type),
                Quoted.clean(aggregation));
      }
      boolean isWeighted = function.attributes().containsKey("weight");
      BigDecimal weight =
          isWeighted ? profile.number(function, "weight", "the weight") : BigDecimal.ONE;
      String parameter = profile.parameters().of(side + "-unit", "unit");
      String unit = DealFiles.factor(weight) + " / " + DealFiles.factor(greatest);
      weights.add(new Weight(parameter, unit, unit));
      function.all("hyperRectangle").forEach(r -> rectangle(r, parameter, terms));
    }
  }

  private void rectangle(Xml rectangle, String parameter, List<Term> terms) {
    BigDecimal utility = profile.number(rectangle, "utility", "the utility of a rectangle");
    List<String> bounds = new ArrayList<>();
    for (Xml bound : rectangle.children()) {
      if (!bound.name().equals("INCLUDES")) {
        profile
            .problems()
            .error(bound.place(), "<%s> is not read here", Quoted.clean(bound.name()));
        continue;
      }
      bounds.add(bound(bound));
    }
    if (bounds.contains("")) return; // it holds no package
    String all = bounds.isEmpty() ? profile.issues().getFirst().id() : String.join(" and ", bounds);
    terms.add(
        new Term(
            "{id: rectangle-%d, want: \"%s\", weight: %s * %s}"
                .formatted(terms.size() + 1, all, DealFiles.factor(utility), parameter),
            6));
  }

  /// As an expression; empty where no value lies inside.
  private String bound(Xml bound) {
    String index = bound.attributes().getOrDefault("index", "");
    for (int i = 0; i < profile.domain().size(); i++) {
      if (!profile.domain().get(i).index().equals(index)) continue;
      return bound(bound, profile.issues().get(i), profile.domain().get(i).values());
    }
    profile
        .problems()
        .error(bound.place(), "there is no issue with index '%s'", Quoted.clean(index));
    return "";
  }

  private String bound(Xml bound, Issue issue, List<Value> values) {
    BigDecimal low = profile.number(bound, "min", "a bound");
    BigDecimal high = profile.number(bound, "max", "a bound");
    List<Integer> inside = new ArrayList<>();
    for (int l = 0; l < values.size(); l++) {
      BigDecimal value = values.get(l).number();
      if (value.compareTo(low) >= 0 && value.compareTo(high) <= 0) inside.add(l);
    }
    if (inside.isEmpty()) return "";
    String first = issue.levels().get(inside.getFirst());
    String last = issue.levels().get(inside.getLast());
    if (inside.size() == 1) return issue.id() + " = " + first;
    boolean isFromLowest = inside.getFirst() == 0;
    boolean isToHighest = inside.getLast() == values.size() - 1;
    if (isFromLowest && isToHighest) return issue.id();
    String from = isFromLowest ? issue.id() : issue.id() + " >= " + first;
    return isToHighest ? from : from + " and " + issue.id() + " <= " + last;
  }
}
