package demarche.exchange;

import demarche.exchange.DealDraft.Issue;
import demarche.exchange.DealDraft.Side;
import demarche.exchange.DealDraft.Term;
import demarche.exchange.DealDraft.Weight;
import demarche.exchange.GeniusIssue.Value;
import demarche.scenario.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a side of a profile.
///
/// @param domain the issues as the domain has them
/// @param issues the same, as options
/// @param parameters ids of parameters so far
/// @param notes of what was not kept, added to
record GeniusProfile(
    GeniusSpace space,
    List<GeniusIssue> domain,
    List<Issue> issues,
    Ids parameters,
    Problems problems,
    List<String> notes) {
  private static final BigDecimal ONE = BigDecimal.ONE;

  Side side(String id, String name) {
    List<Weight> weights = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    if (space.isNonlinear()) {
      new GeniusRectangles(this, id).read(weights, terms);
    } else {
      Map<String, BigDecimal> shares = shares();
      for (int i = 0; i < domain.size(); i++) {
        GeniusIssue own = own(domain.get(i));
        if (own != null) additive(id, i, own, shares, weights, terms);
      }
    }
    noteDiscount(name);
    return new Side(id, name, weights, terms, without(id), why());
  }

  /// The profile's own entry for an issue of the domain; nothing after telling that there is none.
  private @Nullable GeniusIssue own(GeniusIssue issue) {
    return space.issues().stream()
        .filter(i -> i.index().equals(issue.index()))
        .findFirst()
        .orElseGet(() -> {
          problems.error(
              space.objective().place(),
              "the profile has no issue with index %s, '%s' in the domain",
              Quoted.clean(issue.index()),
              Quoted.clean(issue.name()));
          return null;
        });
  }

  private Map<String, BigDecimal> shares() {
    Map<String, BigDecimal> shares = new HashMap<>();
    space
        .objective()
        .all("weight")
        .forEach(weight -> {
          String index = weight.attributes().getOrDefault("index", "");
          shares.put(index, number(weight, "value", "weight " + Quoted.clean(index)));
        });
    return shares;
  }

  private void additive(
      String id,
      int i,
      GeniusIssue own,
      Map<String, BigDecimal> shares,
      List<Weight> weights,
      List<Term> terms) {
    BigDecimal share = shares.get(own.index());
    if (share == null) {
      problems.error(
          own.place(), "issue '%s' has no weight in the profile", Quoted.clean(own.name()));
      return;
    }
    Map<String, BigDecimal> evaluations =
        own.isDiscrete() ? evaluations(own) : new GeniusEvaluator(this).evaluations(own);
    Issue issue = issues.get(i);
    String parameter = parameters.of(id + "-" + issue.id(), "weight-" + (i + 1));
    BigDecimal greatest = evaluations.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    boolean isScaled = own.isDiscrete() && greatest.signum() > 0 && greatest.compareTo(ONE) != 0;
    String raw = DealFiles.factor(share);
    weights.add(
        new Weight(parameter, raw, isScaled ? raw + " / " + DealFiles.factor(greatest) : raw));
    List<String> worths = new ArrayList<>();
    for (int l = 0; l < issue.levels().size(); l++) {
      Value value = domain.get(i).values().get(l);
      BigDecimal evaluation = evaluations.get(value.text());
      if (evaluation == null) {
        problems.error(
            own.place(),
            "the profile says nothing of the value '%s' of '%s'",
            Quoted.clean(value.text()),
            Quoted.clean(own.name()));
        continue;
      }
      String times = DealFiles.factor(evaluation) + " * " + parameter;
      worths.add(issue.levels().get(l) + ": " + (evaluation.signum() == 0 ? "0" : times));
    }
    refuseUnknown(i, evaluations, own);
    terms.add(
        new Term(
            "{id: %s, of: %s, weights: {%s}}"
                .formatted(issue.id(), issue.id(), String.join(", ", worths)),
            issue.levels().size() + 5));
  }

  private void refuseUnknown(int i, Map<String, BigDecimal> evaluations, GeniusIssue own) {
    if (!own.isDiscrete()) return;
    List<String> known = domain.get(i).values().stream().map(Value::text).toList();
    own.values().stream()
        .filter(v -> !known.contains(v.text()) && evaluations.containsKey(v.text()))
        .forEach(v ->
            problems.error(
                v.place(),
                "issue '%s' of the domain has no value '%s'",
                Quoted.clean(own.name()),
                Quoted.clean(v.text())));
  }

  private Map<String, BigDecimal> evaluations(GeniusIssue own) {
    Map<String, BigDecimal> evaluations = new HashMap<>();
    own.element()
        .all("item")
        .forEach(item ->
            evaluations.put(
                item.attributes().getOrDefault("value", ""),
                number(item, "evaluation", "an evaluation")));
    return evaluations;
  }

  BigDecimal number(Xml of, String attribute, String what) {
    String written = of.attributes().get(attribute);
    if (written != null) return DealFiles.number(problems, of.place(), written, what);
    problems.error(of.place(), "<%s> has no '%s'", Quoted.clean(of.name()), attribute);
    return BigDecimal.ZERO;
  }

  private Weight without(String id) {
    BigDecimal value =
        space
            .beside("reservation")
            .findFirst()
            .map(r -> number(r, "value", "the reservation value"))
            .orElse(BigDecimal.ZERO);
    String written = DealFiles.factor(value);
    return new Weight(parameters.of(id + "-without", "without"), written, written);
  }

  private String why() {
    boolean isGiven = space.beside("reservation").findAny().isPresent();
    return isGiven ? "its reservation value" : "the profile names no reservation value";
  }

  private void noteDiscount(String name) {
    space
        .beside("discount_factor")
        .findFirst()
        .filter(d -> !d.attributes().getOrDefault("value", "1").strip().matches("1(\\.0*)?"))
        .ifPresent(d ->
            notes.add(
                "The discount factor %s of '%s' is not used: nothing here happens in rounds."
                    .formatted(Quoted.clean(d.attributes().getOrDefault("value", "")), name)));
  }
}
