package demarche.lens.claims;

import demarche.finding.Data;
import demarche.lens.Wording;
import demarche.lens.preferences.TauB;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Notation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/// What was computed and what the claim expected, side by side.
///
/// @param expected what the computed value is held against, such as `< 0.2`
record Shown(Evaluated computed, String expected) {
  private static final int MOST_MEMBERS = 8;
  private static final MathContext NEAR = new MathContext(5, RoundingMode.HALF_UP);

  /// Of a comparison its two sides, the written one as what was expected; of anything else whether
  /// it is so.
  static Shown of(Evaluated whole) {
    return switch (whole.term()) {
      case Typed.Compare compare -> compared(compare, whole.parts());
      case Typed.In in ->
          new Shown(whole.parts().getLast(), "contains " + members(in, whole.parts().getFirst()));
      case Typed.Within(var _, Typed low, Typed high, var _) ->
          new Shown(
              whole.parts().getFirst(),
              "in [%s, %s]"
                  .formatted(end(low, whole.parts().get(1)), end(high, whole.parts().getLast())));
      case Typed.Not _ -> {
        Shown inner = of(whole.parts().getFirst());
        yield new Shown(inner.computed, "not: " + inner.expected);
      }
      default -> new Shown(whole, "yes");
    };
  }

  private static Shown compared(Typed.Compare compare, List<Evaluated> parts) {
    boolean swapped = isWritten(compare.left()) && !isWritten(compare.right());
    Evaluated computed = swapped ? parts.getLast() : parts.getFirst();
    Evaluated other = swapped ? parts.getFirst() : parts.getLast();
    Relation relation = swapped ? mirrored(compare.relation()) : compare.relation();
    String right =
        isWritten(other.term()) ? Notation.of(other.term().written()) : text(other.value());
    return new Shown(computed, relation.sign() + " " + right);
  }

  private static String end(Typed term, Evaluated part) {
    return isWritten(term) ? Notation.of(term.written()) : text(part.value());
  }

  private static boolean isWritten(Typed term) {
    return term instanceof Typed.Literal || term instanceof Typed.Listed;
  }

  private static Relation mirrored(Relation relation) {
    return switch (relation) {
      case EQUAL, UNEQUAL -> relation;
      case LESS -> Relation.MORE;
      case AT_MOST -> Relation.AT_LEAST;
      case MORE -> Relation.LESS;
      case AT_LEAST -> Relation.AT_MOST;
    };
  }

  private static String members(Typed.In in, Evaluated element) {
    return isWritten(in.element()) ? Notation.of(in.element().written()) : text(element.value());
  }

  /// The computed value in the unit that the claim is written in.
  String text() {
    boolean percent = expected.endsWith("%") || expected.endsWith("%]");
    if (percent && computed.value() instanceof Value.Amount(var amount)) {
      return digits(amount.multiply(100)) + " %";
    }
    return text(computed.value());
  }

  static String text(Value value) {
    return switch (value) {
      case Value.Truth(boolean holds) -> holds ? "yes" : "no";
      case Value.Amount(var amount) -> digits(amount);
      case Value.Root(var square) -> "about " + TauB.rounded(square, 4).toPlainString();
      case Value.Text(var text) -> text;
      case Value.Members members -> {
        if (members.count() == 0) yield "none";
        String first = members.members().limit(MOST_MEMBERS).collect(Collectors.joining(", "));
        long more = members.count() - MOST_MEMBERS;
        yield more > 0 ? "%s and %,d more".formatted(first, more) : first;
      }
    };
  }

  /// Whether the verdict itself says all that was computed.
  boolean isPlainly(Evaluated whole) {
    return computed.equals(whole) && computed.value() instanceof Value.Truth;
  }

  /// An exact decimal where there is a short one, else the nearest of five digits.
  private static String digits(BigFraction amount) {
    String exact = Wording.amount(amount).number();
    if (exact.indexOf('/') < 0) return exact;
    BigDecimal near = amount.bigDecimalValue(NEAR.getPrecision() + 10, NEAR.getRoundingMode());
    return "about " + near.round(NEAR).stripTrailingZeros().toPlainString();
  }

  static Data data(Value value) {
    return switch (value) {
      case Value.Truth(boolean holds) -> new Data.Flag(holds);
      case Value.Amount(var amount) -> new Data.Exact(amount);
      case Value.Root(var square) -> new Data.Real(TauB.rounded(square, 9).doubleValue());
      case Value.Text(var text) -> new Data.Text(text);
      case Value.States states -> new Data.States(states.members().toList());
      case Value.Named named -> new Data.Items(named.members().<Data>map(Data.Text::new).toList());
    };
  }
}
