package demarche.model;

import demarche.scenario.BrokenNames;
import demarche.scenario.Edit;
import demarche.scenario.Evidence;
import demarche.scenario.Expression;
import demarche.scenario.Formula;
import demarche.scenario.Notation;
import demarche.scenario.Problems;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a scenario means, with one variant applied: every name resolved, every number exact.
///
/// Assignments are arrays of levels by option index: the options of actors, then of bodies, then
/// events. A graph has a single option, whose levels are its states in the order of their ids.
public final class Model {
  /// Stands for an option that its holder may move.
  public static final int FREE = -1;

  private final Parts parts;
  private final Models all;

  /// @param all of the file, this one among them
  Model(Parts parts, Models all) {
    this.parts = parts;
    this.all = all;
  }

  /// What a model is made of.
  record Parts(
      Scenario scenario,
      Map<String, BigFraction> parameters,
      List<Actor> actors,
      List<Body> bodies,
      List<Option> options,
      List<Option> events,
      Map<String, Clause> conditions,
      List<Constraint> constraints,
      List<Integer> statusQuo,
      List<Integer> disagreement,
      List<Integer> held,
      Map<String, List<Option>> issues,
      List<Proposal> proposals,
      List<Target> targets,
      Map<String, List<Term>> measures,
      List<Belief> beliefs,
      Map<String, Map<Integer, List<Integer>>> graph,
      List<Dynamics> forecast) {
    private Parts with(List<Actor> otherActors, List<Body> otherBodies) {
      return new Parts(
          scenario,
          parameters,
          otherActors,
          otherBodies,
          options,
          events,
          conditions,
          constraints,
          statusQuo,
          disagreement,
          held,
          issues,
          proposals,
          targets,
          measures,
          beliefs,
          graph,
          forecast);
    }
  }

  public Scenario scenario() {
    return parts.scenario;
  }

  /// What the file gives for its entries, in no special order.
  public List<Evidence> evidence() {
    return References.evidence(scenario());
  }

  /// The model of the file as written, without a variant.
  public Model unvaried() {
    return all.unvaried();
  }

  /// The model of one of the file's variants.
  ///
  /// @throws demarche.scenario.InvalidScenario if there is no such variant
  public Model variant(String id) {
    return all.variant(id);
  }

  /// The same, and its whole file, with a parameter at another value, as `--set` does it.
  ///
  /// @throws demarche.scenario.InvalidScenario if the file has no meaning at that value
  public Model with(String parameter, BigFraction value) {
    return same(all.with(parameter, value));
  }

  /// The same, and its whole file, with one thing changed. The unvaried scenario, on which scales
  /// rest, is changed too.
  ///
  /// @throws demarche.scenario.InvalidScenario if there is nothing that the edit is about, or the
  ///   file has no meaning after it
  public Model with(Edit edit) {
    return same(all.with(edit, variant()));
  }

  /// The same, and its whole file, with every uncertain input settled by lot.
  ///
  /// @throws demarche.scenario.InvalidScenario if the file has no meaning then
  public Model settled(Lots lots) {
    return same(all.settled(lots));
  }

  /// The same with something otherwise that no variant of the file tells, see [Imagined]. Scales
  /// rest on the unvaried scenario as before.
  ///
  /// @param changed its scenario, changed
  /// @throws demarche.scenario.InvalidScenario if that has no meaning, such as a status quo that is
  ///   not feasible
  public Model imagined(Scenario changed) {
    return all.imagined(changed);
  }

  /// The same where actors have other wishes and bodies other seats or rules. Options, constraints
  /// and what is held stay as they are, and with them the states.
  ///
  /// @param wishes of each actor, in file order
  /// @param bodies in place of those of the same index
  public Model wishing(List<Preference> wishes, List<Body> bodies) {
    List<Actor> actors =
        parts.actors.stream().map(a -> a.with(wishes.get(a.index()), a.alternatives())).toList();
    return new Model(parts.with(actors, bodies), all);
  }

  private String variant() {
    return parts.scenario.head().variant();
  }

  private Model same(Models others) {
    return variant().isEmpty() ? others.unvaried() : others.variant(variant());
  }

  /// Whether the other has the same states and the same moves: options, events, what is held and
  /// where, constraints, and the moves of a graph.
  public boolean hasSameStates(Model other) {
    return parts.options.equals(other.parts.options)
        && parts.events.equals(other.parts.events)
        && parts.held.equals(other.parts.held)
        && parts.statusQuo.equals(other.parts.statusQuo)
        && allowed().equals(other.allowed())
        && isGraph() == other.isGraph()
        && parts.graph.equals(other.parts.graph)
        && holders().equals(other.holders());
  }

  private List<Proposition> allowed() {
    return parts.constraints.stream().map(Constraint::allowed).toList();
  }

  private List<String> holders() {
    return parties().stream().map(Party::id).toList();
  }

  public Map<String, BigFraction> parameters() {
    return new LinkedHashMap<>(parts.parameters);
  }

  public List<Actor> actors() {
    return parts.actors;
  }

  public List<Body> bodies() {
    return parts.bodies;
  }

  /// Actors, then bodies, in file order.
  public List<Party> parties() {
    return Stream.<Party>concat(parts.actors.stream(), parts.bodies.stream()).toList();
  }

  /// The options of actors, then of bodies, in file order; of a graph the one that is its state.
  public List<Option> options() {
    return parts.options;
  }

  public List<Option> events() {
    return parts.events;
  }

  public Option option(int index) {
    int options = parts.options.size();
    return index < options ? parts.options.get(index) : parts.events.get(index - options);
  }

  /// The option's id without its holder, where no other option or event has the same.
  public String label(Option option) {
    boolean alone =
        Stream.concat(options().stream(), events().stream())
            .noneMatch(o -> !o.equals(option) && o.shortId().equals(option.shortId()));
    return alone ? option.shortId() : option.id();
  }

  public Map<String, Clause> conditions() {
    return new LinkedHashMap<>(parts.conditions);
  }

  public List<Constraint> constraints() {
    return parts.constraints;
  }

  public int[] statusQuo() {
    return parts.statusQuo.stream().mapToInt(Integer::intValue).toArray();
  }

  /// What happens without a deal.
  public int[] disagreement() {
    return parts.disagreement.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The level at which an option stands in every state, or `FREE`. Events are always held.
  public int held(int option) {
    return parts.held.get(option);
  }

  /// The options of each issue area, in file order.
  public Map<String, List<Option>> issues() {
    return new LinkedHashMap<>(parts.issues);
  }

  public List<Proposal> proposals() {
    return parts.proposals;
  }

  public List<Target> targets() {
    return parts.targets;
  }

  public Map<String, List<Term>> measures() {
    return new LinkedHashMap<>(parts.measures);
  }

  public List<Belief> beliefs() {
    return parts.beliefs;
  }

  /// How states change in time; zero or one.
  public List<Dynamics> forecast() {
    return parts.forecast;
  }

  /// Whether the model was published as a graph: its moves are listed, not derived from options.
  public boolean isGraph() {
    return !parts.scenario.graph().isEmpty();
  }

  /// The listed moves of an actor of a graph, by state; sorted, without self-loops.
  public Map<Integer, List<Integer>> listedMoves(Actor actor) {
    return new LinkedHashMap<>(parts.graph.getOrDefault(actor.id(), Map.of()));
  }

  /// Whether the levels break no constraint and leave held options where they are held.
  public boolean isFeasible(int[] levels) {
    return IntStream.range(0, parts.options.size())
            .allMatch(o -> held(o) == FREE || held(o) == levels[o])
        && parts.constraints.stream().allMatch(c -> c.allowed().holds(levels));
  }

  /// One character for each option, events left out; of a graph the state's id.
  public String code(int[] levels) {
    if (isGraph()) return parts.options.getFirst().levels().get(levels[0]);
    return IntStream.range(0, parts.options.size())
        .mapToObj(o -> String.valueOf(Codes.digit(levels[o])))
        .collect(Collectors.joining());
  }

  /// The levels that a state code stands for, events as in the status quo; empty where it is none.
  public int[] levels(String code) {
    int[] levels = statusQuo();
    if (isGraph()) {
      levels[0] = parts.options.getFirst().levels().indexOf(code);
      return levels[0] < 0 ? new int[0] : levels;
    }
    if (code.length() != parts.options.size()) return new int[0];
    for (int o = 0; o < code.length(); o++) {
      levels[o] = Codes.level(code.charAt(o));
      if (levels[o] < 0 || levels[o] >= parts.options.get(o).levels().size()) return new int[0];
    }
    return levels;
  }

  /// Resolves an expression from outside the file.
  ///
  /// @param where for messages, such as `--where`
  /// @throws demarche.scenario.InvalidScenario if it names what there is not
  public Clause clause(Expression expression, String where) {
    Problems problems = new Problems(Map.of(where, List.of(Notation.of(expression))));
    Names names =
        new Names(
            Stream.concat(options().stream(), events().stream()).toList(),
            isGraph(),
            parts.scenario.conditions(),
            new BrokenNames(),
            problems);
    Clause clause = names.clause(expression, where);
    problems.stopIfAny();
    return clause;
  }

  /// Whether every name of an expression that stands elsewhere in the file is known.
  ///
  /// @param where for messages
  /// @param problems told about those that are not, save those of `broken`
  public boolean resolves(
      Expression expression, String where, BrokenNames broken, Problems problems) {
    List<Option> all = Stream.concat(options().stream(), events().stream()).toList();
    int before = problems.errors().size();
    new Names(all, isGraph(), parts.scenario.conditions(), broken, problems)
        .clause(expression, where);
    return problems.errors().size() == before;
  }

  /// The value of a number of the file, without its range.
  public BigFraction number(Quantity quantity) {
    return number(quantity.value());
  }

  /// The value of a formula of the file.
  public BigFraction number(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> value;
      case Formula.Parameter(var name) ->
          parts.parameters.getOrDefault(name.text(), BigFraction.ZERO);
      case Formula.Negation(var inner, var _) -> number(inner).negate();
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          operation.of(number(left), number(right));
    };
  }

  @Override
  public String toString() {
    return "%s, status quo %s of %s"
        .formatted(
            parts.scenario.head().title(),
            code(statusQuo()),
            Arrays.toString(parts.options.stream().map(Option::id).toArray()));
  }
}
