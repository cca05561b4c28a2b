package demarche.lens.preferences;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Term;
import demarche.scenario.ActorEntry;
import demarche.scenario.Formula;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.TermEntry;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.TermEntry.Sign;
import demarche.scenario.Twist;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The numbers of a model as functions of one parameter, all others as they are.
public final class InParameter {
  private final Model model;
  private final Formulas numbers;

  /// @param parameter one that the model has
  public InParameter(Model model, String parameter) {
    this.model = model;
    this.numbers = new Formulas(model, Map.of(parameter, Quotient.PARAMETER));
  }

  Quotient of(Formula formula) {
    return numbers.of(formula);
  }

  /// What must change its sign before the actor ranks two states otherwise: the difference of their
  /// values, or, of priorities, their probabilities less one half; empty for an order that no
  /// parameter moves.
  public List<Quotient> deciding(Actor actor, int[] one, int[] other) {
    return switch (actor.preference().order()) {
      case Preference.Indifferent(), Preference.Ranking _ -> List.of();
      case Preference.Values _ -> List.of(value(actor, one).minus(value(actor, other)));
      case Preference.Priorities _ -> {
        Quotient half = Quotient.of(BigFraction.of(1, 2));
        yield entry(actor).preference() instanceof PreferenceEntry.Priorities(var priorities)
            ? priorities.stream().map(p -> of(p.probability()).minus(half)).toList()
            : List.of();
      }
    };
  }

  /// Positive if the actor prefers the first state where the parameter is `x`, 0 if neither; empty
  /// where a division by zero leaves it without a value.
  public Optional<Integer> compare(Actor actor, int[] one, int[] other, BigFraction x) {
    Preference lines = new Preference(actor.preference().redLines(), new Preference.Indifferent());
    int sign = lines.compare(one, other);
    if (sign != 0) return Optional.of(sign);
    List<Quotient> deciding = deciding(actor, one, other);
    List<BigFraction> there = deciding.stream().flatMap(q -> q.at(x).stream()).toList();
    if (there.size() < deciding.size()) return Optional.empty();
    return switch (actor.preference().order()) {
      case Preference.Indifferent(), Preference.Ranking _ ->
          Optional.of(actor.preference().compare(one, other));
      case Preference.Values _ -> Optional.of(there.getFirst().signum());
      case Preference.Priorities(var all) ->
          IntStream.range(0, all.size())
              .filter(k -> there.get(k).signum() >= 0)
              .mapToObj(k -> all.get(k).want())
              .map(want -> Boolean.compare(want.holds(one), want.holds(other)))
              .filter(s -> s != 0)
              .findFirst()
              .or(() -> Optional.of(0));
    };
  }

  /// The value of a state to an actor that has values.
  public Quotient value(Actor actor, int[] levels) {
    return terms(actor).stream().map(t -> t.of(levels, this)).reduce(Quotient.ZERO, Quotient::plus);
  }

  /// What one of its value terms adds to it; 0 where it has none of that id.
  public Quotient term(Actor actor, String id, int[] levels) {
    return terms(actor).stream()
        .filter(t -> t.term.id().equals(id))
        .map(t -> t.of(levels, this))
        .findFirst()
        .orElse(Quotient.ZERO);
  }

  private record Written(Term term, List<Formula> amounts, Sign sign) {
    Quotient of(int[] levels, InParameter in) {
      Quotient sum = Quotient.ZERO;
      for (int w = 0; w < amounts.size(); w++) {
        if (!term.weights().get(w).when().holds(levels)) continue;
        Quotient amount = in.of(amounts.get(w));
        sum = sum.plus(sign == Sign.AVOID ? amount.negate() : amount);
      }
      return sum;
    }
  }

  /// The actor's terms beside the formulas of their weights, which stand in the same order.
  private List<Written> terms(Actor actor) {
    if (!(actor.preference().order() instanceof Preference.Values(var terms))) return List.of();
    ActorEntry entry = entry(actor);
    if (!(entry.preference() instanceof PreferenceEntry.Values(var entries))) return List.of();
    boolean stated =
        twists(Twist.Stated.class).anyMatch(t -> t.actor().text().equals(entry.id().text()));
    return IntStream.range(0, terms.size())
        .mapToObj(k -> written(terms.get(k), entries.get(k), stated))
        .toList();
  }

  private static Written written(Term term, TermEntry entry, boolean stated) {
    return switch (entry) {
      case TermEntry.When when ->
          new Written(term, List.of(stated ? when.stated() : when.weight().value()), when.sign());
      case TermEntry.Of of ->
          new Written(
              term,
              (stated ? of.stated() : of.weights()).stream().map(LevelWeight::weight).toList(),
              Sign.WANT);
    };
  }

  private <T extends Twist> Stream<T> twists(Class<T> kind) {
    return model.scenario().twists().stream().filter(kind::isInstance).map(kind::cast);
  }

  /// The entry from which the actor's preference comes: its own, or that of whom it copies.
  private ActorEntry entry(Actor actor) {
    String id =
        twists(Twist.Copies.class)
            .filter(copies -> copies.actor().text().equals(actor.id()))
            .map(copies -> copies.model().text())
            .reduce((_, last) -> last)
            .orElse(actor.id());
    return model.scenario().actors().stream()
        .filter(a -> a.id().text().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
