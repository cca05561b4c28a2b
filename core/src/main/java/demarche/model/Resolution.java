package demarche.model;

import demarche.scenario.BrokenNames;
import demarche.scenario.Destination;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Turns the words of a scenario into a model, telling every problem on the way.
///
/// It walks the sections in order, for each step needs those before it; what a section becomes,
/// [Actors], [Bodies], [Constraints], [Matters], [GraphMoves] and [Forecasts] know.
final class Resolution {
  private final Scenario scenario;
  private final Problems problems;
  private final Options declared;
  private final Names names;
  private final Numbers numbers;
  private final Wishes wishes;
  private final Roster roster;
  private final BrokenNames broken;

  Resolution(
      Scenario scenario,
      Function<Word, BigFraction> computed,
      BrokenNames broken,
      Problems problems) {
    this.scenario = scenario;
    this.problems = problems;
    this.broken = broken;
    this.roster = Roster.of(scenario, broken, problems);
    this.declared = Options.of(scenario, problems);
    this.numbers = new Numbers(scenario.parameters(), computed, problems);
    this.names =
        new Names(
            declared.all(), !scenario.graph().isEmpty(), scenario.conditions(), broken, problems);
    this.wishes = new Wishes(names, numbers, declared.all(), declared.options().size(), problems);
  }

  Model.Parts parts() {
    Set<String> absent = roster.twisted(Twist.Absent.class, Twist.Absent::party, roster.parties());
    List<Actor> actors = new Actors(roster, declared, wishes).actors();
    int[] statusQuo =
        lowered(names.apply(scenario.statusQuo(), lowest(), "the status quo"), absent);
    int[] disagreement = statusQuo;
    for (Destination other : scenario.disagreement()) {
      disagreement = lowered(names.apply(other, statusQuo, "the disagreement point"), absent);
    }
    Matters matters = new Matters(roster, names, numbers, wishes);
    Map<String, List<Option>> issues = matters.issues();
    List<Constraint> constraints = new Constraints(scenario, names, problems).constraints();
    int[] held = held(statusQuo, absent, issues);
    return new Model.Parts(
        scenario,
        numbers.parameters(),
        actors,
        new Bodies(roster, declared, numbers).bodies(absent),
        declared.options(),
        declared.events(),
        names.conditions(),
        constraints,
        list(statusQuo),
        list(disagreement),
        list(held),
        issues,
        matters.proposals(statusQuo),
        matters.targets(),
        matters.measures(),
        scenario.beliefs().stream().map(matters::belief).toList(),
        new GraphMoves(roster, declared).moves(),
        new Forecasts(roster, declared, names, numbers).dynamics());
  }

  /// Where the status quo does not say otherwise: every option at its lowest level, a graph in the
  /// state that the file names first.
  private int[] lowest() {
    int[] levels = new int[declared.all().size()];
    for (Scenario.GraphEntry graph : scenario.graph()) {
      if (graph.states().isEmpty()) continue; // told already
      String first = graph.states().getFirst().id().text();
      levels[0] = Math.max(0, declared.all().getFirst().levels().indexOf(first));
    }
    return levels;
  }

  private int[] lowered(int[] levels, Set<String> absent) {
    for (Option option : declared.options()) {
      if (absent.contains(option.holder())) levels[option.index()] = 0;
    }
    return levels;
  }

  /// Tells where the status quo or the disagreement point breaks a constraint.
  void checkFeasible(Model.Parts parts) {
    new Constraints(scenario, names, problems).checkFeasible(parts);
  }

  /// Checks the names in sections that keep their words.
  void checkReferences() {
    new References(scenario, names, numbers, roster.parties(), declared, broken, problems).check();
  }

  private int[] held(int[] statusQuo, Set<String> absent, Map<String, List<Option>> issues) {
    int[] held = new int[declared.all().size()];
    Arrays.fill(held, Model.FREE);
    Set<String> passive =
        roster.twisted(Twist.Passive.class, Twist.Passive::party, roster.parties());
    for (Option option : declared.all()) {
      boolean fixed =
          (option.isEvent() && scenario.graph().isEmpty())
              || passive.contains(option.holder())
              || absent.contains(option.holder());
      if (fixed) held[option.index()] = statusQuo[option.index()];
    }
    for (Twist twist : scenario.twists()) {
      if (twist instanceof Twist.Held(var word)) hold(word, held, statusQuo);
      if (!(twist instanceof Twist.Agenda(var areas, var _))) continue;
      Set<Option> open = new HashSet<>();
      for (Word area : areas) {
        open.addAll(
            issues.getOrDefault(roster.known(area, issues.keySet(), "'agenda'"), List.of()));
      }
      for (Option option : declared.options()) {
        if (!open.contains(option)) held[option.index()] = statusQuo[option.index()];
      }
    }
    return held;
  }

  private void hold(Word word, int[] held, int[] statusQuo) {
    Option option = names.find(word, "what is held", "an option");
    if (option != null) held[option.index()] = statusQuo[option.index()];
  }

  private static List<Integer> list(int[] levels) {
    return IntStream.of(levels).boxed().toList();
  }
}
