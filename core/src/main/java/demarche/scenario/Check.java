package demarche.scenario;

import demarche.scenario.Expression.Relation;
import demarche.scenario.Formula.Operation;
import java.math.BigDecimal;
import java.util.List;

/// What a claim asserts, as written: names are not resolved yet.
///
/// From the tightest: brackets and calls, `on`, a minus, `* /`, `+ -`, comparisons and `in`, `not`,
/// `and`, `or`, `->` (to the right), `<->` (to the left).
public sealed interface Check {
  Place place();

  /// An actor, a proposal, a concept, a condition, ...: who reads it knows.
  record Name(Word word) implements Check {
    @Override
    public Place place() {
      return word.place();
    }

    public String text() {
      return word.text();
    }
  }

  /// A number as written: its decimals are its precision.
  ///
  /// @param shown without the sign of percent
  record Amount(BigDecimal shown, Unit unit, Place place) implements Check {
    /// Whether a sign of percent follows.
    public enum Unit {
      ONE,
      PERCENT
    }
  }

  /// Text in quotes, such as the code of a state.
  record Text(String text, Place place) implements Check {}

  /// `{a, b}`.
  record Group(List<Check> items, Place place) implements Check {
    public Group {
      items = List.copyOf(items);
    }
  }

  /// `[low, high]`, both ends included.
  record Range(Check low, Check high, Place place) implements Check {}

  /// A part in brackets.
  record Bracket(Check inner, Place place) implements Check {}

  /// A function with its arguments; `by = moves` is a comparison here.
  record Call(Word name, List<Check> arguments, Place place) implements Check {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// States as far as some parties decide them.
  record On(Check states, List<Word> parties, Place place) implements Check {
    public On {
      parties = List.copyOf(parties);
    }
  }

  record Negation(Check inner, Place place) implements Check {}

  record Arithmetic(Operation operation, Check left, Check right, Place place) implements Check {}

  record Compare(Check left, Relation relation, Check right, Place place) implements Check {}

  record In(Check element, Check set, Place place) implements Check {}

  record Not(Check inner, Place place) implements Check {}

  record Joined(Joint joint, Check left, Check right, Place place) implements Check {}

  /// What joins two assertions.
  enum Joint {
    IFF("<->"),
    IMPLIES("->"),
    OR("or"),
    AND("and");

    private final String sign;

    Joint(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
