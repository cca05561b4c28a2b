package demarche.lens.claims;

import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Option;
import demarche.scenario.Check;
import demarche.scenario.Exact;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Formula.Operation;
import demarche.states.StateSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/// Works out what checks amount to. What was found out once is kept for the checks that follow.
final class Evaluation {
  private final Worlds worlds;
  private final Run run;
  private final Map<String, Findings> findings = new HashMap<>();

  Evaluation(Worlds worlds, Run run) {
    this.worlds = worlds;
    this.run = run;
  }

  /// @param variant empty for the world that is studied
  Findings findings(String variant) {
    return findings.computeIfAbsent(variant, v -> findings(worlds, v));
  }

  private Findings findings(Worlds among, String variant) {
    StateSpace space = variant.isEmpty() ? among.studied() : among.variant(variant);
    return new Findings(space, among.luck(), run);
  }

  /// The world that a call is about. A share of draws is about the inputs before any change: in a
  /// draw, too, it is what it is at the values of the file.
  private Findings world(Typed.Call call) {
    return call.function() == Function.ROBUSTNESS
        ? findings(worlds.unchanged(), call.variant())
        : findings(call.variant());
  }

  /// @throws NoAnswer if it has no value, with the reason
  Evaluated of(Typed term) {
    run.check();
    if (term instanceof Typed.Call call) return call(call);
    List<Evaluated> parts = term.parts().stream().map(this::of).toList();
    List<Value> values = parts.stream().map(Evaluated::value).toList();
    return new Evaluated(term, Found.of(value(term, values)), parts);
  }

  private Evaluated call(Typed.Call call) {
    List<Evaluated> parts = new ArrayList<>();
    Findings world = world(call);
    Arguments arguments =
        new Arguments(
            world,
            call.arguments(),
            inner -> {
              Evaluated part = of(inner);
              parts.add(part);
              return part.found();
            });
    return new Evaluated(call, call.function().rule().apply(world, arguments), parts);
  }

  private Value value(Typed term, List<Value> parts) {
    return switch (term) {
      case Typed.Literal literal -> literal.value();
      case Typed.Listed listed -> listed(listed);
      case Typed.Call call -> throw new IllegalStateException(call.toString());
      case Typed.On on -> on(on, (Value.States) parts.getFirst());
      case Typed.Negation _ -> negated(parts.getFirst());
      case Typed.Arithmetic(var operation, var _, var _, var _) ->
          new Value.Amount(
              calculated(operation, number(parts.getFirst()), number(parts.getLast())));
      case Typed.Compare compare ->
          new Value.Truth(compared(compare, parts.getFirst(), parts.getLast()));
      case Typed.Within _ ->
          new Value.Truth(isWithin(parts.getFirst(), parts.get(1), parts.getLast()));
      case Typed.In _ -> new Value.Truth(isIn(parts.getFirst(), (Value.Members) parts.getLast()));
      case Typed.Not _ -> new Value.Truth(!truth(parts.getFirst()));
      case Typed.Joined(var joint, var _, var _, var _) ->
          new Value.Truth(joined(joint, truth(parts.getFirst()), truth(parts.getLast())));
    };
  }

  private static boolean truth(Value value) {
    return ((Value.Truth) value).holds();
  }

  private static BigFraction number(Value value) {
    if (value instanceof Value.Amount(var amount)) return amount;
    throw new NoAnswer(
        "a tau-b is the root of a fraction and is not reckoned with; compare it as it is");
  }

  private static Value negated(Value value) {
    return value instanceof Value.Root(var square)
        ? new Value.Root(square.negate())
        : new Value.Amount(number(value).negate());
  }

  /// A number times its own amount, which keeps the order.
  private static BigFraction signedSquare(Value value) {
    return switch (value) {
      case Value.Root(var square) -> square;
      case Value.Amount(var amount) -> amount.multiply(amount.abs());
      case Value.Truth _, Value.Text _, Value.Members _ ->
          throw new IllegalStateException(value.toString());
    };
  }

  private static BigFraction calculated(Operation operation, BigFraction left, BigFraction right) {
    if (operation == Operation.OVER && right.signum() == 0) {
      throw new NoAnswer("division by zero; the divisor works out as 0");
    }
    return operation.of(left, right);
  }

  private static boolean joined(Check.Joint joint, boolean left, boolean right) {
    return switch (joint) {
      case AND -> left && right;
      case OR -> left || right;
      case IMPLIES -> !left || right;
      case IFF -> left == right;
    };
  }

  private Value listed(Typed.Listed listed) {
    Findings world = findings(listed.variant());
    Set<String> codes = new TreeSet<>();
    for (Check state : listed.states()) codes.add(world.model().code(world.levels(state)));
    return new Value.Named(codes);
  }

  /// The codes of states, cut down to the options of some parties.
  private static Value on(Typed.On on, Value.States states) {
    List<Option> options =
        states.space().model().options().stream()
            .filter(o -> on.parties().contains(o.holder()))
            .toList();
    Set<String> parts = new TreeSet<>();
    states
        .set()
        .forEach(s -> {
          String code = states.space().code(s);
          parts.add(
              options.stream()
                  .map(o -> String.valueOf(code.charAt(o.index())))
                  .collect(Collectors.joining()));
        });
    return new Value.Named(parts);
  }

  /// Both ends belong to an interval.
  private static boolean isWithin(Value number, Value low, Value high) {
    return Exact.compare(signedSquare(low), signedSquare(number)) <= 0
        && Exact.compare(signedSquare(number), signedSquare(high)) <= 0;
  }

  private static boolean isIn(Value element, Value.Members set) {
    return switch (element) {
      case Value.Text(var text) -> set.has(text);
      case Value.Members members -> members.isWithin(set);
      case Value.Amount _, Value.Root _, Value.Truth _ ->
          throw new IllegalStateException(element.toString());
    };
  }

  private static boolean compared(Typed.Compare compare, Value left, Value right) {
    if (compare.left().type() != Type.NUMBER) {
      boolean same = isSame(left, right);
      return (compare.relation() == Relation.EQUAL) == same;
    }
    int sign = Exact.compare(signedSquare(left), signedSquare(right));
    return switch (compare.relation()) {
      case EQUAL -> isEqual(compare, left, right);
      case UNEQUAL -> !isEqual(compare, left, right);
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case MORE -> sign > 0;
      case AT_LEAST -> sign >= 0;
    };
  }

  private static boolean isSame(Value left, Value right) {
    if (left instanceof Value.Members a && right instanceof Value.Members b) return a.isSame(b);
    return left.equals(right);
  }

  /// Where one side is a number as written, the other is rounded to its decimals first.
  private static boolean isEqual(Typed.Compare compare, Value left, Value right) {
    Precision one = Precision.of(compare.left().written());
    Precision other = Precision.of(compare.right().written());
    if (one.isWritten() == other.isWritten()) {
      return Exact.compare(signedSquare(left), signedSquare(right)) == 0;
    }
    return one.isWritten()
        ? one.rounds(signedSquare(right), signedSquare(left))
        : other.rounds(signedSquare(left), signedSquare(right));
  }

  /// How exactly a number was written.
  ///
  /// @param step of its last decimal; 0 where it was not written but computed
  record Precision(BigFraction step) {
    static Precision of(Check written) {
      return switch (written) {
        case Check.Amount(var shown, var unit, var _) ->
            of(
                shown.scale()
                    + switch (unit) {
                      case ONE -> 0;
                      case PERCENT -> 2;
                    });
        case Check.Negation(Check.Amount number, var _) -> of(number);
        case Check.Bracket(var inner, var _) -> of(inner);
        default -> new Precision(BigFraction.ZERO);
      };
    }

    static Precision of(int decimals) {
      return new Precision(BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(decimals)));
    }

    boolean isWritten() {
      return step.signum() > 0;
    }

    /// Whether a number, rounded half away from zero, is the one that was written. Of both the
    /// signed square is given.
    boolean rounds(BigFraction number, BigFraction written) {
      BigFraction steps = number.abs().divide(step.multiply(step)).multiply(4);
      BigInteger halves = steps.getNumerator().divide(steps.getDenominator()).sqrt();
      BigInteger whole = halves.add(BigInteger.ONE).shiftRight(1);
      BigFraction rounded = step.multiply(whole);
      BigFraction square = rounded.multiply(rounded);
      return Exact.compare(number.signum() < 0 ? square.negate() : square, written) == 0;
    }
  }
}
