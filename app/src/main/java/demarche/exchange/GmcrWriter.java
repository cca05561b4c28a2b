package demarche.exchange;

import demarche.analysis.Case;
import demarche.exchange.Cubes.Literal;
import demarche.model.Actor;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.scenario.InvalidScenario;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.Problem;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a `.gmcr` file: with conditions where every actor has priorities, else with exact
/// rankings of the states, which hold any order, values and red lines included.
public final class GmcrWriter {
  /// That program lists all states, and so does a ranking.
  public static final int MOST_STATES = 1 << 16;

  /// Patterns of infeasible states.
  public static final int MOST_PATTERNS = 2_000;

  private static final String FORMAT = ".gmcr";

  private final StateSpace space;
  private final Model model;
  private final int[] fixed;
  private final List<String> notes;

  private GmcrWriter(Case about) {
    this.space = about.space();
    this.model = about.model();
    this.notes = new ArrayList<>(new Losses(model).common());
    notes.add("not kept: the ids and the status quo");
    this.fixed = model.statusQuo();
    Arrays.fill(fixed, 0, model.options().size(), -1);
  }

  /// @throws InvalidScenario if the scenario has what the format cannot hold
  /// @throws TooLarge before memory is taken
  public static Exported of(Case about) {
    Limits limits = new Limits(about, FORMAT);
    List<Problem> never = new ArrayList<>(limits.graph());
    never.addAll(limits.bodies());
    never.addAll(limits.levels());
    if (!never.isEmpty()) throw new InvalidScenario(never);
    GmcrWriter writer = new GmcrWriter(about);
    String text = writer.text();
    return Exported.of(text, writer.notes);
  }

  private String text() {
    List<String> infeasibles = infeasibles();
    List<List<String>> conditions = conditions();
    boolean manual = conditions.isEmpty();
    if (manual && space.size() > MOST_STATES) {
      throw new TooLarge(
          "a ranking in .gmcr",
          "%,d states".formatted(space.size()),
          "%,d".formatted(MOST_STATES),
          "priorities need no ranking; a variant (passive, agenda) or constraints leave fewer");
    }
    notes.add(
        manual
            ? "preferences are written as rankings of state numbers; changing an infeasible"
                + " pattern there renumbers the states"
            : "preferences are written as conditions");
    List<String> makers = new ArrayList<>();
    int[] order = manual ? numbered() : new int[0];
    for (Actor actor : model.actors()) {
      makers.add(maker(actor, manual ? List.of() : conditions.get(actor.index()), order));
      if (actor.options().isEmpty()) {
        notes.add(actor.id() + " has no option; that program may not expect it");
      }
    }
    return """
    {
      "program": "Demarche",
      "useManualPreferenceRanking": %s,
      "options": [%s],
      "decisionMakers": [%s],
      "infeasibles": [%s]
    }
    """
        .formatted(
            manual, lines(options(), "    "), lines(makers, "    "), lines(infeasibles, "    "));
  }

  private static String lines(List<String> items, String indent) {
    if (items.isEmpty()) return "";
    return items.stream()
        .collect(Collectors.joining(",\n" + indent, "\n" + indent, "\n" + indent.substring(2)));
  }

  private List<String> options() {
    return model.options().stream()
        .map(o ->
            "{\"name\": %s, \"permittedDirection\": \"%s\"}"
                .formatted(Quoted.of(name(o)), direction(o.freedom())))
        .toList();
  }

  /// The name; with its upper level where that is not a plain yes.
  private static String name(Option option) {
    String top = option.levels().get(1);
    return Quoted.clean(top.equals("yes") ? option.name() : option.name() + ": " + top);
  }

  private static String direction(Freedom freedom) {
    return switch (freedom) {
      case BOTH -> "both";
      case UP -> "fwd";
      case DOWN -> "back";
    };
  }

  private String maker(Actor actor, List<String> conditions, int[] order) {
    String indices =
        actor.options().stream()
            .map(o -> String.valueOf(o.index()))
            .collect(Collectors.joining(", "));
    return """
    {
          "name": %s,
          "options": [%s],
          "preferences": [%s],
          "misperceptions": [],
          "preferenceRanking": [%s]
        }\
    """
        .formatted(
            Quoted.of(Quoted.clean(actor.name())),
            indices,
            lines(conditions, "        "),
            order.length == 0 ? "" : ranking(actor, order));
  }

  /// The states by their numbers there: by increasing decimal, the first option the lowest bit.
  private int[] numbered() {
    return space
        .states()
        .boxed()
        .sorted(Comparator.comparing(s -> new StringBuilder(space.code(s)).reverse().toString()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private String ranking(Actor actor, int[] order) {
    TreeMap<Integer, List<Integer>> groups = new TreeMap<>(Comparator.reverseOrder());
    for (int k = 0; k < order.length; k++) {
      groups.computeIfAbsent(space.rank(actor, order[k]), _ -> new ArrayList<>()).add(k + 1);
    }
    return groups.values().stream()
        .map(g -> g.size() == 1 ? String.valueOf(g.getFirst()) : g.toString())
        .collect(Collectors.joining(", "));
  }

  private List<String> infeasibles() {
    List<String> patterns = new ArrayList<>();
    for (Option option : model.options()) {
      int held = model.held(option.index());
      if (held == Model.FREE) continue;
      patterns.add(pattern(List.of(new Literal(option.index(), held == 0))));
      notes.add(option.id() + " is held, so its other level is written as infeasible");
    }
    for (Constraint constraint : model.constraints()) {
      cubes(new Proposition.Not(constraint.allowed()), constraint.wording()).stream()
          .map(GmcrWriter::pattern)
          .forEach(patterns::add);
    }
    List<String> distinct = patterns.stream().distinct().toList();
    if (distinct.size() > MOST_PATTERNS) {
      throw new TooLarge(
          "the infeasible patterns in .gmcr",
          "%,d".formatted(distinct.size()),
          "%,d".formatted(MOST_PATTERNS),
          "simpler constraints need fewer");
    }
    return distinct;
  }

  private List<List<Literal>> cubes(Proposition proposition, String wording) {
    try {
      return Cubes.of(proposition, fixed);
    } catch (Cubes.TooMany e) {
      throw new TooLarge(
          "`" + wording + "` in .gmcr",
          String.valueOf(e.getMessage()),
          "%,d".formatted(Cubes.MOST),
          "simpler constraints need fewer");
    }
  }

  /// The conditions of every actor; empty where some actor's order needs a ranking.
  private List<List<String>> conditions() {
    List<List<String>> all = new ArrayList<>();
    try {
      for (Actor actor : model.actors()) {
        List<Proposition> wants = new ArrayList<>();
        for (var line : actor.preference().redLines()) {
          wants.add(new Proposition.Not(line.never().meaning()));
        }
        switch (actor.preference().order()) {
          case Preference.Indifferent() -> {}
          case Preference.Priorities priorities ->
              priorities.base().forEach(p -> wants.add(p.want().meaning()));
          case Preference.Values _, Preference.Ranking _ -> {
            return List.of();
          }
        }
        List<String> conditions = new ArrayList<>();
        for (Proposition want : wants) condition(want, conditions);
        all.add(conditions);
      }
    } catch (Cubes.TooMany _) {
      return List.of(); // a ranking holds it
    }
    return all;
  }

  /// Nothing where it always or never holds, for then it ranks nothing.
  private void condition(Proposition want, List<String> into) throws Cubes.TooMany {
    List<List<Literal>> cubes = Cubes.of(want, fixed);
    if (cubes.isEmpty() || cubes.stream().anyMatch(List::isEmpty)) return;
    String members = cubes.stream().map(GmcrWriter::pattern).collect(Collectors.joining(", "));
    into.add(cubes.size() == 1 ? members : "{\"compound\": true, \"members\": [" + members + "]}");
  }

  private static String pattern(List<Literal> literals) {
    return IntStream.range(0, literals.size())
        .mapToObj(literals::get)
        .map(l -> "[%d, \"%s\"]".formatted(l.option(), l.taken() ? "Y" : "N"))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
