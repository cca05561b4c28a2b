package demarche.lens.claims;

import static demarche.lens.claims.Parameter.Use.OPTIONAL;
import static demarche.lens.claims.Parameter.Use.REPEATED;
import static demarche.lens.claims.Parameter.given;
import static demarche.lens.claims.Parameter.key;
import static demarche.lens.claims.Parameter.word;

import demarche.lens.council.PowerIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The functions of the language, each with its signature.
///
/// Longer than other files: it is a table, and `docs/claims.md` is held against it.
@SuppressWarnings("ImmutableEnumChecker") // lists of records, and rules without state
enum Function {
  VALUE(Type.NUMBER, Values::value, given("a", Kind.ACTOR), given("s", Kind.STATE)),
  TERM(
      Type.NUMBER,
      Values::term,
      given("a", Kind.ACTOR),
      given("id", Kind.TERM),
      given("s", Kind.STATE)),
  U(Type.NUMBER, Values::utility, given("a", Kind.ACTOR), given("s", Kind.STATE)),
  PREFERS(
      Type.TRUTH,
      Values::prefers,
      given("a", Kind.PARTY),
      given("s", Kind.STATE),
      given("t", Kind.STATE)),
  GAP(Type.NUMBER, Orders::gap, given("a", Kind.ACTOR)),
  SIMILARITY(Type.NUMBER, Orders::similarity, given("a", Kind.ACTOR), given("b", Kind.ACTOR)),
  DEGREE(Type.NUMBER, Contacts::degree, given("a", Kind.PARTY)),

  ACCEPTABLE(Type.PARTIES, Signing::acceptable, given("p", Kind.PROPOSAL)),
  BLOCKERS(Type.PARTIES, Signing::blockers, given("p", Kind.PROPOSAL), key("consent", Kind.BODY)),
  REASON(Type.TEXT, Signing::reason, given("a", Kind.PARTY), given("p", Kind.PROPOSAL)),
  JOINT(Type.PARTIES, Signing::joint, given("p", Kind.PROPOSAL)),
  SETTLEMENTS(
      Type.STATES,
      Agreements::settlements,
      given("condition", Kind.CONDITION).use(OPTIONAL),
      key("agenda", Kind.AREAS)),
  LINKAGE(Type.NUMBER, Agreements::linkage, given("areas", Kind.AREAS)),
  CYCLE(Type.PARTIES, Locks::cycle, given("p", Kind.PROPOSAL)),
  PUSHES(Type.TEXTS, Locks::pushes, given("p", Kind.PROPOSAL)),
  GUARANTORS(
      Type.PARTIES, Keeping::guarantors, given("p", Kind.PROPOSAL), key("against", Kind.PARTY)),
  COMMITMENT(Type.NUMBER, Keeping::commitment, given("a", Kind.ACTOR), given("p", Kind.PROPOSAL)),
  CHANGES(Type.NUMBER, Changing::changes, given("p", Kind.PROPOSAL), key("concept", Kind.CONCEPT)),

  EQUILIBRIA(
      Type.STATES,
      Stable::equilibria,
      given("c", Kind.CONCEPT),
      given("condition", Kind.CONDITION).use(OPTIONAL)),
  STABLE(
      Type.TRUTH,
      Stable::stable,
      given("s", Kind.STATE),
      given("c", Kind.CONCEPT),
      key("for", Kind.PARTY)),
  REACHABLE(
      Type.STATES,
      Ways::reachable,
      given("condition", Kind.CONDITION),
      key("by", Kind.WORD, "moves", "improvements"),
      key("from", Kind.STATE)),
  PATH_NEEDS(
      Type.TRUTH,
      Ways::needs,
      given("condition", Kind.CONDITION),
      given("a", Kind.PARTY),
      key("by", Kind.WORD, "moves", "improvements")),
  PERCEIVED(
      Type.STATES,
      Seeing::perceived,
      given("a", Kind.ACTOR),
      given("c", Kind.CONCEPT),
      given("condition", Kind.CONDITION).use(OPTIONAL)),
  HYPERGAME(
      Type.STATES,
      Seeing::hypergame,
      given("c", Kind.CONCEPT),
      given("condition", Kind.CONDITION).use(OPTIONAL)),
  ENDS(
      Type.NUMBER,
      Seeing::ends,
      given("condition", Kind.CONDITION),
      key("concept", Kind.CONCEPT),
      key("observer", Kind.ACTOR)),
  THRESHOLD(
      Type.NUMBER,
      Turning::threshold,
      given("parameter", Kind.PARAMETER),
      given("check", Kind.CHECK)),

  PASSES(Type.TRUTH, Voting::passes, given("b", Kind.BODY), given("p", Kind.PROPOSAL)),
  VETOES(Type.PARTIES, Voting::vetoes, given("b", Kind.BODY), given("p", Kind.PROPOSAL)),
  BEST(Type.STATES, Voting::best, given("b", Kind.BODY), given("sponsor", Kind.PARTY)),
  SOFTENING(
      Type.STATES,
      Voting::softening,
      given("b", Kind.BODY),
      given("sponsor", Kind.PARTY),
      given("draft", Kind.PROPOSAL)),
  HITS(
      Type.NUMBER,
      Voting::hits,
      given("b", Kind.BODY),
      given("sponsor", Kind.PARTY),
      given("draft", Kind.PROPOSAL),
      given("adopted", Kind.PROPOSAL)),
  BAD_COP(
      Type.NUMBER,
      Voting::badCop,
      given("b", Kind.BODY),
      given("a", Kind.ACTOR),
      given("measure", Kind.MEASURE)),
  POWER(
      Type.NUMBER,
      Voting::power,
      given("b", Kind.BODY),
      given("member", Kind.MEMBER),
      word("index", Arrays.stream(PowerIndex.values()).map(PowerIndex::id).toArray(String[]::new))),

  PROBABILITY(
      Type.NUMBER,
      Prospects::probability,
      given("t", Kind.TARGET),
      key("at", Kind.WORD, "horizon")),
  EXPECTED(Type.NUMBER, Prospects::expected, given("measure", Kind.MEASURE)),
  EFFECT(
      Type.NUMBER,
      Playing::effect,
      given("a", Kind.PARTY),
      given("t", Kind.TARGET),
      word("kind", demarche.lens.roles.Kind.ids().toArray(String[]::new))),
  ROLE(
      Type.TRUTH,
      Playing::role,
      given("a", Kind.ACTOR),
      word(
          "role",
          "decisive",
          "veto-player",
          "mediator",
          "attempted-mediator",
          "guarantor",
          "bad-cop",
          "spoiler",
          "bystander"),
      key("target", Kind.TARGET),
      key("observer", Kind.ACTOR)),
  VALUE_OF(Type.NUMBER, Playing::valueOf, given("i", Kind.ACTOR), given("j", Kind.ACTOR)),
  ROBUSTNESS(Type.NUMBER, Firm::robustness, given("check", Kind.CHECK)),
  UNEXPLAINED(Type.NUMBER, "trace", given("a", Kind.PARTY).use(OPTIONAL)),

  FLOW(
      Type.NUMBER,
      Quantities::flow,
      given("f", Kind.FLOW),
      given("from", Kind.PARTNER),
      given("to", Kind.PARTNER),
      given("year", Kind.YEAR)),
  SHARE(
      Type.NUMBER,
      Quantities::share,
      given("f", Kind.FLOW),
      given("a", Kind.PARTNER),
      given("b", Kind.PARTNER),
      given("year", Kind.YEAR)),
  DEPENDENCE(
      Type.NUMBER,
      "leverage",
      given("f", Kind.FLOW),
      given("a", Kind.ACTOR),
      given("b", Kind.ACTOR),
      given("year", Kind.YEAR)),
  BREAK_EVEN(
      Type.NUMBER,
      "leverage",
      given("f", Kind.FLOW),
      given("a", Kind.ACTOR),
      given("b", Kind.ACTOR),
      given("year", Kind.YEAR)),
  COUNT(Type.NUMBER, Quantities::count, given("set", Kind.SET)),
  ENTRIES(
      Type.NUMBER,
      Quantities::entries,
      given("table", Kind.TABLE),
      given("column = value", Kind.FILTER).use(REPEATED)),
  DISTANCE(Type.NUMBER, Quantities::distance, given("a", Kind.PLACE), given("b", Kind.PLACE));

  /// Computes the value of a call.
  interface Rule {
    /// @throws NoAnswer if there is none, with the reason
    Found apply(Findings findings, Arguments arguments);
  }

  /// Whether it asks a check many times over, and so is not asked within another that does.
  boolean repeats() {
    return this == ROBUSTNESS || this == THRESHOLD;
  }

  /// What all functions take, for the world that is meant.
  static final Parameter VARIANT = key("variant", Kind.VARIANT);

  private final Type type;
  private final List<Rule> rule;
  private final String lens;
  private final List<Parameter> parameters;

  Function(Type type, Rule rule, Parameter... parameters) {
    this.type = type;
    this.rule = List.of(rule);
    this.lens = "";
    this.parameters = List.of(parameters);
  }

  /// @param lens which this version does not have
  Function(Type type, String lens, Parameter... parameters) {
    this.type = type;
    this.rule = List.of();
    this.lens = lens;
    this.parameters = List.of(parameters);
  }

  /// As it is written in a check.
  String id() {
    return this == ENTRIES ? COUNT.id() : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Type type() {
    return type;
  }

  /// The lens that would answer and does not exist yet; empty where there is no need to wait for
  /// it.
  String missing() {
    return lens;
  }

  Rule rule() {
    return rule.getFirst();
  }

  /// The words that a text may be; empty where it may be any.
  List<String> answers() {
    return this == REASON ? List.of("value", "red-line", "shortfall", "veto", "none") : List.of();
  }

  /// Those in their places, in order.
  List<Parameter> positional() {
    return parameters.stream().filter(p -> p.use() != Parameter.Use.NAMED).toList();
  }

  /// Those given by name.
  List<Parameter> named() {
    Stream<Parameter> own = parameters.stream().filter(p -> p.use() == Parameter.Use.NAMED);
    return Stream.concat(own, Stream.of(VARIANT)).toList();
  }

  /// Such as `reachable(condition, by = moves | improvements, from = state)`, without `variant`.
  String signature() {
    return parameters.stream()
        .map(Function::shape)
        .collect(Collectors.joining(", ", id() + "(", ")"));
  }

  private static String shape(Parameter p) {
    String value = p.words().isEmpty() ? p.kind().shape() : String.join(" | ", p.words());
    return switch (p.use()) {
      case REQUIRED -> p.name();
      case OPTIONAL -> "[" + p.name() + "]";
      case REPEATED -> p.name() + ", ...";
      case NAMED -> "[" + p.name() + " = " + value + "]";
    };
  }

  static Optional<Function> find(String id) {
    return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Function::id).distinct().toList();
  }
}
