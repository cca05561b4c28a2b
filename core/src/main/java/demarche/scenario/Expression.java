package demarche.scenario;

import java.util.List;

/// A condition as written: names are not resolved yet.
///
/// Comparisons bind tightest, then `not`, `and`, `or`, `->` (to the right), `<->` (to the left).
public sealed interface Expression {
  Place place();

  /// An option or event alone (above its lowest level), a condition, or a state of a graph.
  record Name(Word word) implements Expression {
    @Override
    public Place place() {
      return word.place();
    }
  }

  /// An option or event compared with one of its levels.
  record Compare(Word option, Relation relation, Word level, Place place) implements Expression {}

  /// How many of `parts` hold, compared with a whole number.
  record Count(List<Expression> parts, Relation relation, int number, Place place)
      implements Expression {
    public Count {
      parts = List.copyOf(parts);
    }
  }

  record Not(Expression inner, Place place) implements Expression {}

  record And(List<Expression> parts, Place place) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Expression> parts, Place place) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Implies(Expression premise, Expression conclusion, Place place) implements Expression {}

  record Iff(Expression left, Expression right, Place place) implements Expression {}

  /// The six comparisons.
  enum Relation {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
