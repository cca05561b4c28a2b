package demarche.exchange;

import demarche.exchange.DealDraft.Issue;
import demarche.exchange.DealDraft.Side;
import demarche.exchange.DealDraft.Term;
import demarche.exchange.DealDraft.Weight;
import demarche.scenario.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads deal domains of GeniusWeb: a domain with its profiles, or the profiles alone, each a JSON
/// file.
///
/// Profiles are linear additive with discrete values, whose utilities run from 0 to 1. What no deal
/// is worth is the utility of the reservation bid.
public final class GeniusWebReader {
  private static final String SPACE = "LinearAdditiveUtilitySpace";

  private final Problems problems;
  private final Shape shape;

  /// The names of the issues as the files have them.
  private final List<String> raw = new ArrayList<>();

  private GeniusWebReader(Problems problems) {
    this.problems = problems;
    this.shape = new Shape(problems);
  }

  /// @param files the domain, if it is given, and then a profile for each side; one or more
  /// @param title of the scenario
  /// @throws demarche.scenario.InvalidScenario with every problem
  /// @throws demarche.states.TooLarge if a file is too long
  public static DealDraft read(List<Incoming> files, String title) {
    Problems problems = DealFiles.problems(files);
    DealDraft draft = new GeniusWebReader(problems).draft(files, title);
    problems.stopIfAny();
    return draft;
  }

  private DealDraft draft(List<Incoming> files, String title) {
    Map<String, Json.Fields> spaces = new LinkedHashMap<>();
    Json.@Nullable Fields domain = null;
    for (Incoming file : files) {
      Json.Fields root = shape.fields(Json.read(file.name(), file.text(), problems), "the file");
      if (root.fields().containsKey("issuesValues") && spaces.isEmpty()) {
        domain = root;
        continue;
      }
      Json.Fields space = shape.fields(shape.required(root, SPACE, "the file"), SPACE);
      spaces.put(file.name(), space);
      if (domain == null) {
        domain = shape.fields(shape.required(space, "domain", "the profile"), "'domain'");
      }
    }
    if (domain == null || spaces.isEmpty()) {
      throw files
          .getFirst()
          .refused("there is no profile; name one file for each side after the domain");
    }
    List<Issue> issues = issues(domain);
    problems.stopIfAny();
    Ids ids = new Ids();
    Ids parameters = new Ids();
    List<Side> sides = new ArrayList<>();
    for (Map.Entry<String, Json.Fields> entry : spaces.entrySet()) {
      String name = DealFiles.baseName(entry.getKey());
      String id = ids.of(name, "side-" + (sides.size() + 1));
      sides.add(new Profile(entry.getValue(), issues, parameters).side(id, Quoted.clean(name)));
    }
    return new DealDraft(
        Quoted.clean(title),
        "Imported from a deal domain of GeniusWeb.",
        List.of("Utilities run from 0 to 1 there and here: weight times utility of the value."),
        issues,
        sides);
  }

  private List<Issue> issues(Json.Fields domain) {
    Ids ids = new Ids();
    List<Issue> issues = new ArrayList<>();
    Json.Fields all =
        shape.fields(shape.required(domain, "issuesValues", "the domain"), "'issuesValues'");
    all.fields()
        .forEach((name, json) -> {
          String what = "issue '" + Quoted.clean(name) + "'";
          List<String> values = new ArrayList<>();
          for (Json value :
              shape.items(shape.required(shape.fields(json, what), "values", what), what)) {
            String text = shape.text(value, "a value of " + what);
            if (values.contains(text)) {
              problems.error(value.place(), "'%s' is there twice", Quoted.clean(text));
            }
            values.add(text);
          }
          DealFiles.refuseManyLevels(problems, json.place(), name, values.size());
          issues.add(DealFiles.issue(ids, name, values, issues.size() + 1));
          raw.add(name);
        });
    if (issues.isEmpty()) throw problems.fatal(all.place(), "there is no issue");
    return issues;
  }

  /// One profile.
  private final class Profile {
    private final Json.Fields space;
    private final List<Issue> issues;
    private final Ids parameters;
    private final Json.Fields utilities;
    private final Json.Fields shares;
    private final @Nullable Json reserved;

    Profile(Json.Fields space, List<Issue> issues, Ids parameters) {
      this.space = space;
      this.issues = issues;
      this.parameters = parameters;
      this.utilities = fields("issueUtilities");
      this.shares = fields("issueWeights");
      this.reserved = space.fields().get("reservationBid");
    }

    private Json.Fields fields(String key) {
      return shape.fields(shape.required(space, key, "the profile"), "'" + key + "'");
    }

    Side side(String id, String name) {
      List<Weight> weights = new ArrayList<>();
      List<Term> terms = new ArrayList<>();
      BigDecimal without = BigDecimal.ZERO;
      for (int i = 0; i < issues.size(); i++) {
        Issue issue = issues.get(i);
        String named = raw.get(i);
        BigDecimal share = number(shape.required(shares, named, "'issueWeights'"), "a weight");
        Map<String, BigDecimal> worths = worths(named);
        String parameter = parameters.of(id + "-" + issue.id(), "weight-" + (i + 1));
        weights.add(new Weight(parameter, DealFiles.factor(share), DealFiles.factor(share)));
        List<String> written = new ArrayList<>();
        for (int l = 0; l < issue.values().size(); l++) {
          BigDecimal worth = worths.getOrDefault(issue.values().get(l), BigDecimal.ZERO);
          if (!isNothing(worth)) {
            written.add(issue.levels().get(l) + ": " + DealFiles.factor(worth) + " * " + parameter);
          }
        }
        terms.add(
            new Term(
                "{id: %s, of: %s, weights: {%s}}"
                    .formatted(issue.id(), issue.id(), String.join(", ", written)),
                written.size() + 5));
        without = without.add(share.multiply(reserved(named, worths)));
      }
      String number = DealFiles.factor(without.stripTrailingZeros());
      Weight none = new Weight(parameters.of(id + "-without", "without"), number, number);
      return new Side(id, name, weights, terms, none, why());
    }

    private static boolean isNothing(BigDecimal worth) {
      return worth.signum() == 0;
    }

    private Map<String, BigDecimal> worths(String issue) {
      String what = "the utilities of '" + Quoted.clean(issue) + "'";
      Json.Fields of = shape.fields(shape.required(utilities, issue, "'issueUtilities'"), what);
      Json discrete = of.fields().get("discreteutils");
      if (discrete == null) discrete = of.fields().get("DiscreteValueSetUtilities");
      if (discrete == null) {
        problems.error(of.place(), "%s are not discrete, only such are read", what);
        return Map.of();
      }
      Json.Fields values =
          shape.fields(shape.required(shape.fields(discrete, what), "valueUtilities", what), what);
      Map<String, BigDecimal> worths = new LinkedHashMap<>();
      values.fields().forEach((value, json) -> worths.put(value, number(json, "a utility")));
      List<String> known = issues.get(raw.indexOf(issue)).values();
      values
          .fields()
          .forEach((value, json) -> {
            if (!known.contains(value)) {
              problems.error(
                  json.place(),
                  "'%s' is no value of '%s' in the domain",
                  Quoted.clean(value),
                  Quoted.clean(issue));
            }
          });
      return worths;
    }

    /// The utility of the issue in the reservation bid; 0 where there is none.
    private BigDecimal reserved(String issue, Map<String, BigDecimal> worths) {
      if (!(reserved instanceof Json.Fields bid)) return BigDecimal.ZERO;
      Json.Fields values =
          shape.fields(shape.required(bid, "issuevalues", "the reservation bid"), "'issuevalues'");
      Json value = values.fields().get(issue);
      if (value == null) return BigDecimal.ZERO;
      return worths.getOrDefault(shape.text(value, "a value of the bid"), BigDecimal.ZERO);
    }

    private String why() {
      return reserved instanceof Json.Fields
          ? "the utility of its reservation bid"
          : "the profile names no reservation bid";
    }

    private BigDecimal number(Json json, String what) {
      return switch (json) {
        case Json.Whole(int number, var _) -> BigDecimal.valueOf(number);
        case Json.Other(String written, var place) ->
            DealFiles.number(problems, place, written, what);
        default -> {
          problems.error(json.place(), "%s is %s, expected a number", what, json.kind());
          yield BigDecimal.ZERO;
        }
      };
    }
  }
}
