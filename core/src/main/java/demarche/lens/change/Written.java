package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Term;
import demarche.scenario.ActorEntry;
import demarche.scenario.Formula;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Quantity;
import demarche.scenario.Quantity.Spread;
import demarche.scenario.TermEntry;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.TermEntry.Sign;
import demarche.scenario.Twist;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// A value term of an actor beside the formulas that the file has for its weights.
///
/// @param amounts one for each weight of the term
/// @param spread within what they may move; fixed where what the actor says in public counts
record Written(Term term, List<Formula> amounts, Sign sign, boolean isOf, Spread spread) {
  Written {
    amounts = List.copyOf(amounts);
  }

  /// Those of an actor that has values, in file order; else none.
  static List<Written> of(Model model, Actor actor) {
    if (!(actor.preference().order() instanceof Preference.Values(var terms))) return List.of();
    ActorEntry entry = entry(model, actor);
    if (!(entry.preference() instanceof PreferenceEntry.Values(var entries))) return List.of();
    boolean stated =
        twists(model, Twist.Stated.class).anyMatch(t -> t.actor().text().equals(entry.id().text()));
    return IntStream.range(0, terms.size())
        .mapToObj(k -> of(terms.get(k), entries.get(k), stated))
        .toList();
  }

  private static Written of(Term term, TermEntry entry, boolean stated) {
    Spread fixed = new Quantity.Fixed();
    return switch (entry) {
      case TermEntry.When when ->
          new Written(
              term,
              List.of(stated ? when.stated() : when.weight().value()),
              when.sign(),
              false,
              stated ? fixed : when.weight().spread());
      case TermEntry.Of of ->
          new Written(
              term,
              (stated ? of.stated() : of.weights()).stream().map(LevelWeight::weight).toList(),
              Sign.WANT,
              true,
              stated ? fixed : of.spread());
    };
  }

  private static <T extends Twist> Stream<T> twists(Model model, Class<T> kind) {
    return model.scenario().twists().stream().filter(kind::isInstance).map(kind::cast);
  }

  /// Whether the actor has the wishes that its own entry of the file gives it, and nobody else
  /// does.
  static boolean areOwn(Model model, Actor actor) {
    return twists(model, Twist.Copies.class)
            .noneMatch(
                c -> c.actor().text().equals(actor.id()) || c.model().text().equals(actor.id()))
        && twists(model, Twist.Indifferent.class)
            .noneMatch(i -> i.actor().text().equals(actor.id()));
  }

  /// The entry from which the actor's preference comes: its own, or that of whom it copies.
  private static ActorEntry entry(Model model, Actor actor) {
    String id =
        twists(model, Twist.Copies.class)
            .filter(copies -> copies.actor().text().equals(actor.id()))
            .map(copies -> copies.model().text())
            .reduce((_, last) -> last)
            .orElse(actor.id());
    return model.scenario().actors().stream()
        .filter(a -> a.id().text().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// The parameters on which its weights depend.
  Set<String> parameters(Model model) {
    Set<String> found = new HashSet<>();
    amounts.forEach(formula -> found.addAll(Readings.parameters(model, formula)));
    return found;
  }

  /// The amount that the file writes for one of its weights, without the sign of what is avoided.
  BigFraction amount(int weight, Readings readings) {
    return readings.of(amounts.get(weight));
  }

  /// The same amount as it counts in the value of a state.
  BigFraction signed(BigFraction amount) {
    return sign == Sign.AVOID ? amount.negate() : amount;
  }
}
