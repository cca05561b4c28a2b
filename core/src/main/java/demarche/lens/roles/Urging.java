package demarche.lens.roles;

import demarche.model.Actor;
import demarche.model.Clause;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.scenario.ActorEntry;
import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import demarche.scenario.Expression;
import demarche.scenario.Formula;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Place;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import demarche.scenario.TermEntry;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import demarche.states.StateSpace;
import demarche.states.Utility;
import demarche.states.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Makes actors want something more.
///
/// **Method.** An actor with values gains a term of the weight times the room of its scale. An
/// actor with a mere order is given values instead: to each class of equally good states what u
/// assumes of it, on a scale that stays from 0 to 1, and the term on top. Red lines stay.
///
/// @param wanted what they come to want
record Urging(Model model, Expression wanted) {
  private static final Place NOWHERE = new Place("an imagined world", 1, 1, 0);
  private static final int MOST_CLASSES = 512;

  /// @param actor by its id
  /// @param weight on u
  record Wish(String actor, BigFraction weight) {}

  Model with(List<Wish> wishes) {
    Scenario scenario = model.scenario();
    List<ActorEntry> actors = new ArrayList<>(scenario.actors());
    List<Twist> twists = new ArrayList<>();
    for (Wish wish : wishes) {
      Actor actor =
          model.actors().stream().filter(a -> a.id().equals(wish.actor)).findFirst().orElseThrow();
      boolean cardinal = actor.preference().order() instanceof Preference.Values;
      if (!cardinal) twists.add(new Twist.OnU(Imagined.word(wish.actor)));
      actors.replaceAll(
          entry -> entry.id().text().equals(wish.actor) ? urged(entry, actor, wish) : entry);
    }
    return model.imagined(scenario.with(actors, scenario.beliefs()).twisted(twists));
  }

  private ActorEntry urged(ActorEntry entry, Actor actor, Wish wish) {
    List<TermEntry> terms = new ArrayList<>();
    BigFraction weight = wish.weight;
    if (entry.preference() instanceof PreferenceEntry.Values values) {
      Utility utility = Utility.of(model, actor);
      weight = weight.multiply(utility.high().subtract(utility.low()));
      terms.addAll(values.terms());
    } else {
      terms.addAll(classes(entry, actor));
    }
    terms.add(term(wanted, weight));
    return new ActorEntry(
        entry.id(),
        entry.name(),
        entry.kind(),
        entry.partOf(),
        entry.locks(),
        entry.options(),
        entry.redLines(),
        new PreferenceEntry.Values(terms),
        entry.alternatives(),
        entry.evidence());
  }

  private static TermEntry term(Expression when, BigFraction weight) {
    Formula amount = new Formula.Literal(weight, NOWHERE);
    return new TermEntry.When(
        new Word("", NOWHERE),
        TermEntry.Sign.WANT,
        when,
        new Quantity(amount, new Quantity.Fixed(), weight.toString(), Evidence.NONE),
        amount,
        Evidence.NONE);
  }

  /// What u assumes of a mere order, class by class.
  private List<TermEntry> classes(ActorEntry entry, Actor actor) {
    List<TermEntry> terms = new ArrayList<>();
    worth(entry, actor).forEach((when, u) -> terms.add(term(when, u)));
    if (terms.size() > MOST_CLASSES) {
      throw new InvalidScenario(
          NOWHERE,
          "the order of '%s' has %,d classes of states".formatted(actor.id(), terms.size()),
          "%d at most to add a wish to it".formatted(MOST_CLASSES));
    }
    return terms;
  }

  private Map<Expression, BigFraction> worth(ActorEntry entry, Actor actor) {
    List<Expression> parts = parts(entry);
    StateSpace space =
        model.isGraph() || model.events().isEmpty()
            ? StateSpace.of(model)
            : StateSpace.withEvents(model, Watch.NONE);
    Utility utility = Utility.of(model, actor);
    Map<List<Boolean>, BigFraction> known = new LinkedHashMap<>();
    List<Clause> clauses = parts.stream().map(p -> model.clause(p, "an imagined world")).toList();
    for (int s = 0; s < space.size(); s++) {
      int[] levels = space.levels(s);
      List<Boolean> pattern = clauses.stream().map(c -> c.holds(levels)).toList();
      if (!known.containsKey(pattern)) known.put(pattern, utility.byOrder(levels));
    }
    Map<Expression, BigFraction> worth = new LinkedHashMap<>();
    known.forEach((pattern, u) -> worth.put(all(parts, pattern), u));
    return worth;
  }

  private static Expression all(List<Expression> parts, List<Boolean> pattern) {
    List<Expression> all = new ArrayList<>();
    for (int k = 0; k < parts.size(); k++) {
      all.add(pattern.get(k) ? parts.get(k) : new Expression.Not(parts.get(k), NOWHERE));
    }
    return new Expression.And(all, NOWHERE);
  }

  /// What tells the classes of the order apart.
  private List<Expression> parts(ActorEntry entry) {
    return switch (entry.preference()) {
      case PreferenceEntry.None() -> List.of();
      case PreferenceEntry.Values _ -> throw new IllegalStateException(entry.id().text());
      case PreferenceEntry.Priorities(var priorities) ->
          priorities.stream()
              .filter(p -> Exact.isAtLeast(model.number(p.probability()), BigFraction.of(1, 2)))
              .map(PreferenceEntry.Priority::want)
              .toList();
      case PreferenceEntry.Ranking(var groups, var _) ->
          groups.stream()
              .<Expression>map(
                  group -> new Expression.Or(group.stream().map(this::state).toList(), NOWHERE))
              .toList();
    };
  }

  /// A state of a graph, or the pattern of a state code.
  private Expression state(Word code) {
    if (model.isGraph()) return new Expression.Name(code);
    List<Expression> all = new ArrayList<>();
    for (Option option : model.options()) {
      char digit = code.text().charAt(option.index());
      if (digit == '?') continue;
      String level = option.levels().get(Character.digit(digit, 36));
      all.add(
          new Expression.Compare(
              new Word(option.id(), NOWHERE),
              Expression.Relation.EQUAL,
              new Word(level, NOWHERE),
              NOWHERE));
    }
    return new Expression.And(all, NOWHERE);
  }
}
