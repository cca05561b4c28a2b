package demarche.model;

import demarche.scenario.BrokenNames;
import demarche.scenario.Destination;
import demarche.scenario.Expression;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Scenario.ConditionEntry;
import demarche.scenario.Spelling;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Resolves the names of a file: options, events, conditions, states of a graph, levels.
///
/// A mistake is recorded and the expression taken as true, so that reading can go on.
final class Names {
  private final Map<String, Option> options = new LinkedHashMap<>();
  private final Map<String, List<Option>> shortNames = new LinkedHashMap<>();
  private final Map<String, ConditionEntry> conditions = new LinkedHashMap<>();
  private final Map<String, Proposition> resolved = new LinkedHashMap<>();
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final List<String> underWay = new ArrayList<>();
  private final BrokenNames broken;
  private final Problems problems;
  private final @Nullable Option graph;
  private int depth;

  /// How deep expressions may be nested, and how many parts they may have, with the conditions that
  /// they name written out: expressions are walked in that form.
  private static final int DEEPEST = 300;

  private static final int MOST_PARTS = 50_000;

  /// An expression with its conditions written out.
  private record Measure(int depth, long parts) {
    static final Measure ONE = new Measure(1, 1);

    Measure with(Measure other) {
      return new Measure(Math.max(depth, other.depth + 1), parts + other.parts);
    }
  }

  /// @param all options, then events; or the single option whose levels are the states of a graph
  /// @param broken names of entries that could not be read: no second complaint about them
  Names(
      List<Option> all,
      boolean isGraph,
      List<ConditionEntry> conditions,
      BrokenNames broken,
      Problems problems) {
    this.problems = problems;
    this.broken = broken;
    this.graph = isGraph ? all.getFirst() : null;
    if (!isGraph) all.forEach(this::add);
    for (ConditionEntry entry : conditions) declare(entry);
    for (ConditionEntry entry : conditions) condition(entry.id().text());
  }

  private void add(Option option) {
    options.put(option.id(), option);
    shortNames.computeIfAbsent(option.shortId(), _ -> new ArrayList<>()).add(option);
  }

  private void declare(ConditionEntry entry) {
    String id = entry.id().text();
    if (shortNames.containsKey(id) || (graph != null && graph.levels().contains(id))) {
      problems.error(
          entry.id().place(),
          "'%s' names a condition and %s; expected two different names",
          id,
          graph == null ? "an option or event" : "a state");
    }
    if (conditions.putIfAbsent(id, entry) != null) {
      problems.error(entry.id().place(), "condition '%s' is declared twice", id);
    }
  }

  /// All conditions, in file order.
  Map<String, Clause> conditions() {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    conditions.forEach(
        (id, entry) -> clauses.put(id, new Clause(entry.expression(), condition(id))));
    return clauses;
  }

  /// @param where for messages, such as `a red line of 'russia'`
  Clause clause(Expression expression, String where) {
    Proposition meaning = proposition(expression, where);
    return new Clause(
        expression,
        fits(measure(expression), expression.place(), where) ? meaning : Proposition.TRUE);
  }

  private boolean fits(Measure measure, Place place, String where) {
    if (measure.parts > MOST_PARTS) {
      problems.error(
          place,
          "%s has more than %,d parts with its conditions written out; simplify them",
          where,
          MOST_PARTS);
    } else if (measure.depth > DEEPEST) {
      problems.error(
          place,
          "%s is nested more than %d deep with its conditions written out; simplify them",
          where,
          DEEPEST);
    }
    return measure.parts <= MOST_PARTS && measure.depth <= DEEPEST;
  }

  private Measure measure(Expression expression) {
    return switch (expression) {
      case Expression.Name(var word) -> measures.getOrDefault(word.text(), Measure.ONE);
      case Expression.Compare _ -> Measure.ONE;
      case Expression.Not(var inner, var _) -> Measure.ONE.with(measure(inner));
      case Expression.Count(var parts, var _, int _, var _) -> measure(parts);
      case Expression.And(var parts, var _) -> measure(parts);
      case Expression.Or(var parts, var _) -> measure(parts);
      case Expression.Implies(var premise, var conclusion, var _) ->
          measure(List.of(premise, conclusion));
      case Expression.Iff(var left, var right, var _) -> measure(List.of(left, right));
    };
  }

  private Measure measure(List<Expression> parts) {
    Measure whole = Measure.ONE;
    for (Expression part : parts) whole = whole.with(measure(part));
    return whole;
  }

  private Proposition proposition(Expression expression, String where) {
    if (depth > DEEPEST) {
      problems.error(
          expression.place(),
          "conditions are nested more than %d deep here, written out; simplify them",
          DEEPEST);
      return Proposition.TRUE;
    }
    depth++;
    Proposition meaning = meaning(expression, where);
    depth--;
    return meaning;
  }

  private Proposition meaning(Expression expression, String where) {
    return switch (expression) {
      case Expression.Name(var word) -> named(word, where);
      case Expression.Compare compare -> compared(compare, where);
      case Expression.Count(var parts, var relation, int number, var _) ->
          counted(all(parts, where), relation, number);
      case Expression.Not(var inner, var _) -> new Proposition.Not(proposition(inner, where));
      case Expression.And(var parts, var _) -> new Proposition.All(all(parts, where));
      case Expression.Or(var parts, var _) -> new Proposition.Any(all(parts, where));
      case Expression.Implies(var premise, var conclusion, var _) ->
          new Proposition.Any(
              List.of(
                  new Proposition.Not(proposition(premise, where)),
                  proposition(conclusion, where)));
      case Expression.Iff(var left, var right, var _) ->
          new Proposition.Same(proposition(left, where), proposition(right, where));
    };
  }

  private List<Proposition> all(List<Expression> parts, String where) {
    return parts.stream().map(p -> proposition(p, where)).toList();
  }

  private static Proposition counted(List<Proposition> parts, Relation relation, int number) {
    int most = parts.size();
    return switch (relation) {
      case EQUAL -> new Proposition.Counted(parts, number, number);
      case UNEQUAL -> new Proposition.Not(new Proposition.Counted(parts, number, number));
      case LESS -> new Proposition.Counted(parts, 0, number - 1);
      case AT_MOST -> new Proposition.Counted(parts, 0, number);
      case MORE -> new Proposition.Counted(parts, number + 1, most);
      case AT_LEAST -> new Proposition.Counted(parts, number, most);
    };
  }

  private Proposition named(Word word, String where) {
    String id = word.text();
    if (conditions.containsKey(id)) return condition(id);
    if (graph != null) {
      int state = graph.levels().indexOf(id);
      if (state >= 0) return new Proposition.Within(0, state, state);
      return unknown(word, where, "a state or a condition", graph.levels());
    }
    Option option = find(word, where, "an option, an event or a condition");
    if (option == null) return Proposition.TRUE;
    return new Proposition.Within(option.index(), 1, option.levels().size() - 1);
  }

  private Proposition compared(Expression.Compare compare, String where) {
    if (graph != null) {
      problems.error(
          compare.place(), "a comparison in %s; expected names of states, as in a graph", where);
      return Proposition.TRUE;
    }
    if (conditions.containsKey(compare.option().text())) {
      problems.error(
          compare.option().place(),
          "'%s' is a condition, expected an option or event before '%s'",
          compare.option(),
          compare.relation().sign());
      return Proposition.TRUE;
    }
    Option option = find(compare.option(), where, "an option or event");
    if (option == null) return Proposition.TRUE;
    int level = level(option, compare.level());
    if (level < 0) return Proposition.TRUE;
    int o = option.index();
    int top = option.levels().size() - 1;
    return switch (compare.relation()) {
      case EQUAL -> new Proposition.Within(o, level, level);
      case UNEQUAL -> new Proposition.Not(new Proposition.Within(o, level, level));
      case LESS -> new Proposition.Within(o, 0, level - 1);
      case AT_MOST -> new Proposition.Within(o, 0, level);
      case MORE -> new Proposition.Within(o, level + 1, top);
      case AT_LEAST -> new Proposition.Within(o, level, top);
    };
  }

  private Proposition condition(String id) {
    Proposition known = resolved.get(id);
    if (known != null) return known;
    ConditionEntry entry = conditions.get(id);
    if (entry == null) return Proposition.TRUE;
    if (underWay.contains(id)) {
      List<String> circle =
          new ArrayList<>(underWay.subList(underWay.indexOf(id), underWay.size()));
      circle.add(id);
      problems.error(
          entry.id().place(),
          "conditions are defined by one another: %s; expected each to rest on options in the end",
          String.join(" -> ", circle));
      return Proposition.TRUE;
    }
    underWay.add(id);
    String where = "condition '" + id + "'";
    Proposition proposition = proposition(entry.expression(), where);
    underWay.removeLast();
    Measure measure = measure(entry.expression());
    boolean fits = fits(measure, entry.id().place(), where);
    measures.put(id, fits ? measure : Measure.ONE);
    resolved.put(id, fits ? proposition : Proposition.TRUE);
    return fits ? proposition : Proposition.TRUE;
  }

  /// The option of that name, or none after a complaint.
  @Nullable Option find(Word word, String where, String expected) {
    Option exact = options.get(word.text());
    if (exact != null) return exact;
    List<Option> named = shortNames.getOrDefault(word.text(), List.of());
    if (named.size() == 1) return named.getFirst();
    if (named.size() > 1) {
      problems.error(
          word.place(),
          "'%s' in %s could be %s; expected one of them in full",
          word,
          where,
          either(named.stream().map(Option::id).toList()));
      return null;
    }
    Set<String> valid = new TreeSet<>(options.keySet());
    valid.addAll(shortNames.keySet());
    if (expected.contains("condition")) valid.addAll(conditions.keySet());
    unknown(word, where, expected, valid);
    return null;
  }

  /// The position of a level, or -1 after a complaint.
  int level(Option option, Word level) {
    int position = option.levels().indexOf(level.text());
    if (position < 0) {
      problems.error(
          level.place(),
          "option '%s' has no level '%s', expected %s%s",
          option.shortId(),
          level,
          oneOf(option.levels()),
          Spelling.hint(level.text(), option.levels()));
    }
    return position;
  }

  /// The levels of `base` with those that the file names here set.
  int[] apply(Destination destination, int[] base, String where) {
    int[] levels = base.clone();
    switch (destination) {
      case Destination.GraphState(var id) -> {
        int state = graph == null ? -1 : graph.levels().indexOf(id.text());
        if (state >= 0) levels[0] = state;
        else unknown(id, where, graph == null ? "options with levels" : "a state", graphStates());
      }
      case Destination.Settings(var settings, var place) -> {
        if (graph != null && !settings.isEmpty()) {
          problems.error(place, "options in %s, expected the name of a state of the graph", where);
        } else {
          set(levels, settings, where);
        }
      }
    }
    return levels;
  }

  private void set(int[] levels, List<Destination.Setting> settings, String where) {
    Set<Integer> seen = new HashSet<>();
    for (Destination.Setting setting : settings) {
      Option option = find(setting.option(), where, "an option or event");
      if (option == null) continue;
      if (!seen.add(option.index())) {
        problems.error(
            setting.option().place(), "option '%s' is set twice in %s", option.id(), where);
      }
      int level = level(option, setting.level());
      if (level >= 0) levels[option.index()] = level;
    }
  }

  Proposition pattern(Word word, int optionCount, List<Option> all, String where) {
    if (graph != null) return named(word, where);
    String code = word.text();
    if (code.length() != optionCount) {
      problems.error(
          word.place(),
          "'%s' in %s has %d characters, expected %d, one for each option",
          code,
          where,
          code.length(),
          optionCount);
      return Proposition.FALSE;
    }
    List<Proposition> parts = new ArrayList<>();
    for (int o = 0; o < optionCount; o++) {
      if (code.charAt(o) == '?') continue;
      int level = Codes.level(code.charAt(o));
      if (level < 0 || level >= all.get(o).levels().size()) {
        problems.error(
            word.place().part(o, 1),
            "'%s' in %s gives option '%s' level %s, expected 0 to %s or ?",
            code,
            where,
            all.get(o).id(),
            code.charAt(o),
            Codes.digit(all.get(o).levels().size() - 1));
        return Proposition.FALSE;
      }
      parts.add(new Proposition.Within(o, level, level));
    }
    return new Proposition.All(parts);
  }

  private Collection<String> graphStates() {
    return graph == null ? List.of() : graph.levels();
  }

  private Proposition unknown(Word word, String where, String expected, Collection<String> valid) {
    if (!broken.covers(word.text())) {
      problems.error(
          word.place(),
          "unknown name '%s' in %s, expected %s%s",
          word,
          where,
          expected,
          Spelling.hint(word.text(), valid));
    }
    return Proposition.TRUE;
  }

  private static String either(List<String> names) {
    List<String> some = names.subList(0, Math.min(names.size(), 8));
    return String.join(" or ", some) + (names.size() > some.size() ? " or ..." : "");
  }

  static String oneOf(Collection<String> names) {
    List<String> some = names.stream().limit(8).toList();
    return String.join(", ", some) + (names.size() > some.size() ? ", ..." : "");
  }
}
