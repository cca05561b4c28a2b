package demarche.lens.claims;

import demarche.model.Model;
import demarche.scenario.BrokenNames;
import demarche.scenario.Check;
import demarche.scenario.Expression;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Problems;
import demarche.scenario.Spelling;
import demarche.scenario.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/// Finds the names and types of a check, and tells what is wrong with it.
///
/// @param model of the world in which it is asked
/// @param broken names of entries that could not be read, of which nothing more is said
record Checker(Model model, BrokenNames broken, Problems problems) {
  /// What a claim asserts; null after a complaint.
  @Nullable Typed truth(Check written) {
    if (isBare(written)) {
      return refused(
          written,
          inWords(written)
              + " alone asserts nothing; ask a function, such as"
              + " count(equilibria(SEQ)) = 1");
    }
    Typed term = any(written);
    if (term == null || term.type() == Type.TRUTH) return term;
    return refused(
        written,
        "this is %s, which is neither true nor false; compare it%s"
            .formatted(
                term.type().inWords(),
                term.type().isSet() ? ", or write 'count(...) > 0'" : ", as in '... > 0'"));
  }

  /// Anything that has a value of its own; null after a complaint.
  @Nullable Typed value(Check written) {
    return any(written);
  }

  /// A set; null after a complaint.
  @Nullable Typed set(Check written) {
    if (isBare(written)) {
      return refused(written, "expected a set, such as equilibria(SEQ), found " + inWords(written));
    }
    Typed term = any(written);
    if (term == null || term.type().isSet()) return term;
    return refused(
        written, "expected a set, such as equilibria(SEQ), found " + term.type().inWords());
  }

  private @Nullable Typed refused(Check written, String message) {
    problems.error(written.place(), "%s", message);
    return null;
  }

  /// Whether its meaning depends on what it is compared with.
  private static boolean isBare(Check written) {
    return switch (written) {
      case Check.Name _, Check.Text _, Check.Group _ -> true;
      case Check.Bracket(var inner, var _) -> isBare(inner);
      default -> false;
    };
  }

  private @Nullable Typed any(Check written) {
    return switch (written) {
      case Check.Bracket(var inner, var _) -> any(inner);
      case Check.Amount number -> literal(number, 1, number);
      case Check.Call call -> new Calls(this).of(call);
      case Check.On on -> on(on);
      case Check.Negation negation -> negation(negation);
      case Check.Arithmetic sum -> arithmetic(sum);
      case Check.Compare compare -> new Comparisons(this).of(compare);
      case Check.In in -> new Comparisons(this).of(in);
      case Check.Not(var inner, var _) -> {
        Typed term = truth(inner);
        yield term == null ? null : new Typed.Not(term, written);
      }
      case Check.Joined joined -> {
        Typed left = truth(joined.left());
        Typed right = truth(joined.right());
        yield left == null || right == null
            ? null
            : new Typed.Joined(joined.joint(), left, right, joined);
      }
      case Check.Range _ ->
          refused(
              written,
              "an interval stands only after 'in', as in probability(war) in [0.02, 0.08]");
      case Check.Name _, Check.Text _, Check.Group _ ->
          refused(
              written,
              "%s has no value of its own; a function must say what is asked of it"
                  .formatted(inWords(written)));
    };
  }

  static boolean needsContext(Check written) {
    return isBare(written);
  }

  private static Typed literal(Check.Amount number, int sign, Check written) {
    BigDecimal shown = number.shown();
    BigFraction value =
        BigFraction.of(shown.unscaledValue(), BigInteger.TEN.pow(shown.scale())).multiply(sign);
    BigFraction amount =
        switch (number.unit()) {
          case ONE -> value;
          case PERCENT -> value.divide(100);
        };
    return new Typed.Literal(Type.NUMBER, new Value.Amount(amount), written);
  }

  private @Nullable Typed number(Check written) {
    return number(written, "to calculate with");
  }

  /// A number; null after a complaint.
  @Nullable Typed number(Check written, String purpose) {
    Typed term = any(written);
    if (term == null || term.type() == Type.NUMBER) return term;
    return refused(
        written, "expected a number %s, found %s".formatted(purpose, term.type().inWords()));
  }

  private @Nullable Typed negation(Check.Negation negation) {
    if (negation.inner() instanceof Check.Amount number) return literal(number, -1, negation);
    Typed inner = number(negation.inner());
    return inner == null ? null : new Typed.Negation(inner, negation);
  }

  private @Nullable Typed arithmetic(Check.Arithmetic sum) {
    Typed left = number(sum.left());
    Typed right = number(sum.right());
    if (left == null || right == null) return null;
    return new Typed.Arithmetic(sum.operation(), left, right, sum);
  }

  private @Nullable Typed on(Check.On on) {
    Typed states = set(on.states());
    if (states == null) return null;
    if (states.type() != Type.STATES) {
      return refused(on, "'on (...)' narrows a set of states, found " + states.type().inWords());
    }
    Model world = world(states.variant());
    if (world.isGraph()) {
      return refused(on, "'on (...)' needs options, and the states of a graph have none");
    }
    List<String> known = new Known(world).parties();
    List<String> parties = new ArrayList<>();
    for (Word party : on.parties()) {
      if (known.contains(party.text())) parties.add(party.text());
      else if (!broken.covers(party.text())) {
        problems.error(party.place(), "%s", unknown("actor or body", party.text(), known));
      }
    }
    if (parties.size() < on.parties().size()) return null;
    return new Typed.On(states, parties, on);
  }

  /// The model of a variant that is known to exist; of the world that is asked about, for "".
  Model world(String variant) {
    return variant.isEmpty() ? model : model.variant(variant);
  }

  /// Whether a name or a code stands for a state; false after a complaint.
  boolean isState(Check written, Model world) {
    switch (written) {
      case Check.Name name -> {
        List<String> known = new Known(world).states();
        if (known.contains(name.text())) return true;
        if (broken.covers(name.text())) return false;
        boolean code = world.levels(name.text()).length > 0;
        problems.error(
            name.place(),
            "%s",
            code
                ? "the code of a state stands in quotes: \"%s\"".formatted(name.text())
                : unknown("state", name.text(), known));
      }
      case Check.Text(var code, var place) -> {
        if (world.levels(code).length > 0) return true;
        problems.error(place, "%s", noCode(code, world));
      }
      case Check.Amount number ->
          problems.error(
              number.place(),
              "the code of a state stands in quotes: \"%s\"",
              number.shown().toPlainString());
      default ->
          problems.error(
              written.place(), "expected %s, found %s", Kind.STATE.inWords(), inWords(written));
    }
    return false;
  }

  private static String noCode(String code, Model world) {
    if (world.isGraph()) return unknown("state", code, world.options().getFirst().levels());
    int options = world.options().size();
    return code.length() == options
        ? "%s gives an option a level that it does not have; the status quo is \"%s\""
            .formatted(Spelling.quoted(code), world.code(world.statusQuo()))
        : "%s has %d characters, expected %d, one for each option, such as \"%s\""
            .formatted(
                Spelling.quoted(code), code.length(), options, world.code(world.statusQuo()));
  }

  /// Whether every name of a condition is known; false after a complaint.
  boolean resolves(Expression condition, Model world) {
    return world.resolves(condition, "the check of a claim", broken, problems);
  }

  static String unknown(String what, String name, List<String> known) {
    if (known.isEmpty()) return "there is no %s '%s'; the file has none".formatted(what, name);
    List<String> lower = known.stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
    String nearest = Spelling.nearest(name, lower);
    return nearest.isEmpty()
        ? "there is no %s '%s'; there is %s".formatted(what, name, Calls.some(known))
        : "there is no %s '%s'; did you mean '%s'?"
            .formatted(what, name, known.get(lower.indexOf(nearest)));
  }

  static String inWords(Check written) {
    return switch (written) {
      case Check.Name name -> Spelling.quoted(name.text());
      case Check.Amount number ->
          "the number "
              + number.shown().toPlainString()
              + (number.unit() == Check.Amount.Unit.PERCENT ? " %" : "");
      case Check.Text(var text, var _) -> "the text \"" + Spelling.shortened(text) + "\"";
      case Check.Group _ -> "a set";
      case Check.Range _ -> "an interval";
      case Check.Bracket(var inner, var _) -> inWords(inner);
      case Check.Call call -> "the function " + call.name() + "(...)";
      case Check.On _ -> "a set of parts of states";
      case Check.Negation _, Check.Arithmetic _ -> "a calculation";
      case Check.Compare(var left, var relation, var right, var _)
          when relation == Relation.EQUAL && left instanceof Check.Name name ->
          "'" + name.text() + " = ...'";
      case Check.Compare _, Check.In _ -> "a comparison";
      case Check.Not _, Check.Joined _ -> "a condition";
    };
  }
}
