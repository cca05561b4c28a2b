package demarche.lens.claims;

import demarche.scenario.Check;
import demarche.scenario.Expression;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an argument as a condition on options, in the notation of the rest of the file.
record Conditions(Problems problems) {
  /// The condition; null after a complaint.
  @Nullable Expression of(Check written) {
    return switch (written) {
      case Check.Name(var word) -> new Expression.Name(word);
      case Check.Bracket(var inner, var _) -> of(inner);
      case Check.Not(var inner, var place) -> {
        Expression read = of(inner);
        yield read == null ? null : new Expression.Not(read, place);
      }
      case Check.Joined joined -> joined(joined);
      case Check.Compare compare -> compared(compare);
      case Check.Call call ->
          refused(
              call.place(),
              call.name().text().equals("count")
                  ? "count(...) in a condition needs a comparison with a whole number"
                  : "'%s(...)' asks what is found, expected a condition on options here"
                      .formatted(call.name()));
      case Check.In in -> refused(in.place(), "'in' has no meaning in a condition on options");
      case Check.Amount number ->
          refused(number.place(), "a number is no condition; compare an option with its level");
      case Check.Text text ->
          refused(text.place(), "names in a condition are written without quotes: " + text.text());
      case Check.Range range ->
          refused(range.place(), "an interval has no meaning in a condition on options");
      case Check.Group group ->
          refused(group.place(), "a set is no condition; join options with 'and' or 'or'");
      case Check.On on -> refused(on.place(), "'on' narrows a set of states, not a condition");
      case Check.Negation negation ->
          refused(negation.place(), "a minus has no meaning in a condition; write 'not'");
      case Check.Arithmetic sum ->
          refused(
              sum.place(),
              "a condition compares an option with a level and does not calculate; a hyphen within"
                  + " a name has no blanks");
    };
  }

  private @Nullable Expression refused(Place place, String message) {
    problems.error(place, "%s", message);
    return null;
  }

  private @Nullable Expression joined(Check.Joined joined) {
    Expression left = of(joined.left());
    Expression right = of(joined.right());
    if (left == null || right == null) return null;
    Place place = joined.place();
    return switch (joined.joint()) {
      case AND -> new Expression.And(List.of(left, right), place);
      case OR -> new Expression.Or(List.of(left, right), place);
      case IMPLIES -> new Expression.Implies(left, right, place);
      case IFF -> new Expression.Iff(left, right, place);
    };
  }

  private @Nullable Expression compared(Check.Compare compare) {
    if (compare.left() instanceof Check.Call call && call.name().text().equals("count")) {
      return counted(call, compare);
    }
    if (!(compare.left() instanceof Check.Name option)) {
      return refused(
          compare.left().place(), "expected an option on the left, as in 'demand >= modest'");
    }
    Word level = level(compare.right());
    if (level == null) {
      return refused(
          compare.right().place(),
          "expected a level of '%s' on the right".formatted(option.text()));
    }
    return new Expression.Compare(option.word(), compare.relation(), level, compare.place());
  }

  private static @Nullable Word level(Check written) {
    return switch (written) {
      case Check.Name(var word) -> word;
      case Check.Amount(var shown, var unit, var place) when unit == Check.Amount.Unit.ONE ->
          new Word(shown.toPlainString(), place);
      case Check.Negation(Check.Amount(var shown, var unit, var _), var place)
          when unit == Check.Amount.Unit.ONE ->
          new Word("-" + shown.toPlainString(), place);
      default -> null;
    };
  }

  private @Nullable Expression counted(Check.Call call, Check.Compare compare) {
    BigDecimal number =
        compare.right() instanceof Check.Amount(var shown, var unit, var _)
                && unit == Check.Amount.Unit.ONE
                && shown.scale() <= 0
                && shown.precision() <= 6
            ? shown
            : null;
    if (number == null) {
      return refused(
          compare.right().place(), "count(...) in a condition is compared with a whole number");
    }
    List<Expression> parts = new ArrayList<>();
    for (Check argument : call.arguments()) {
      Expression part = of(argument);
      if (part != null) parts.add(part);
    }
    if (parts.size() < call.arguments().size()) return null;
    return new Expression.Count(parts, compare.relation(), number.intValueExact(), compare.place());
  }
}
