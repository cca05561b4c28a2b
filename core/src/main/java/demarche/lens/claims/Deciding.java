package demarche.lens.claims;

import demarche.lens.preferences.InParameter;
import demarche.lens.preferences.Quotient;
import demarche.lens.preferences.TooSteep;
import demarche.model.Actor;
import demarche.model.Proposal;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Formula.Operation;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What must change its sign before a check can change, as quotients in one parameter.
///
/// Known for what compares values of states; a check that asks anything else about which the
/// parameter may have a say throws [Unknown], and is looked through step by step instead.
///
/// @param worlds what is found out at the present value, in each variant
record Deciding(Evaluation worlds, String parameter) {

  /// That cannot be told for a part of the check.
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown() {
      super("", null, false, false);
    }
  }

  /// @throws Unknown also where a value is of too high a degree
  List<Quotient> of(Typed term) throws Unknown {
    try {
      return within(term);
    } catch (TooSteep _) {
      throw new Unknown();
    }
  }

  private List<Quotient> within(Typed term) throws Unknown {
    return switch (term) {
      case Typed.Literal _, Typed.Listed _ -> List.of();
      case Typed.Call call -> asked(call);
      case Typed.Compare compare when isOfNumbers(compare) -> compared(compare);
      case Typed.Arithmetic _, Typed.Negation _, Typed.Compare _ -> parts(term);
      case Typed.In _, Typed.Within _, Typed.Not _, Typed.Joined _, Typed.On _ -> parts(term);
    };
  }

  private List<Quotient> parts(Typed term) throws Unknown {
    List<Quotient> all = new ArrayList<>();
    for (Typed part : term.parts()) all.addAll(within(part));
    return all;
  }

  private static boolean isOfNumbers(Typed.Compare compare) {
    return compare.left().type() == Type.NUMBER;
  }

  /// Whether a number is worked out from values of states and numbers as written.
  private boolean isValue(Typed term) {
    return switch (term) {
      case Typed.Literal literal -> literal.value() instanceof Value.Amount;
      case Typed.Negation(var inner, var _) -> isValue(inner);
      case Typed.Arithmetic(var _, var left, var right, var _) -> isValue(left) && isValue(right);
      case Typed.Call call -> call.function() == Function.VALUE || call.function() == Function.TERM;
      default -> false;
    };
  }

  private List<Quotient> compared(Typed.Compare compare) throws Unknown {
    Typed left = compare.left();
    Typed right = compare.right();
    if (!isValue(left) || !isValue(right)) {
      if (moves(left) || moves(right)) throw new Unknown();
      return parts(compare);
    }
    Quotient difference = value(left).minus(value(right));
    boolean equality =
        compare.relation() == Relation.EQUAL || compare.relation() == Relation.UNEQUAL;
    if (!equality) return List.of(difference);
    List<Quotient> all = new ArrayList<>(List.of(difference));
    for (Typed side : List.of(left, right)) {
      BigFraction half = Evaluation.Precision.of(side.written()).step().divide(2);
      if (half.signum() == 0) continue;
      all.add(difference.plus(Quotient.of(half)));
      all.add(difference.minus(Quotient.of(half)));
    }
    return all;
  }

  /// Whether a value of a state, which runs on with the parameter, is part of a number.
  private boolean moves(Typed term) {
    if (term instanceof Typed.Call call && isValue(call)) return true;
    return (term instanceof Typed.Arithmetic || term instanceof Typed.Negation)
        && term.parts().stream().anyMatch(this::moves);
  }

  private Quotient value(Typed term) throws Unknown {
    return switch (term) {
      case Typed.Literal literal -> Quotient.of(((Value.Amount) literal.value()).amount());
      case Typed.Negation(var inner, var _) -> value(inner).negate();
      case Typed.Arithmetic(var operation, var left, var right, var _) ->
          calculated(operation, value(left), value(right));
      case Typed.Call call -> {
        Findings world = worlds.findings(call.variant());
        Arguments given = arguments(call, world);
        Actor actor = actor(given.id("a"), world);
        int[] levels = world.levels(given.state("s"));
        yield call.function() == Function.VALUE
            ? numbers(world).value(actor, levels)
            : numbers(world).term(actor, given.id("id"), levels);
      }
      default -> throw new Unknown();
    };
  }

  private static Quotient calculated(Operation operation, Quotient left, Quotient right)
      throws Unknown {
    return switch (operation) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case OVER -> {
        if (right.above().isZero()) throw new Unknown();
        yield left.over(right);
      }
    };
  }

  private static Arguments arguments(Typed.Call call, Findings world) {
    return new Arguments(
        world,
        call.arguments(),
        inner -> {
          throw new IllegalStateException(inner.toString());
        });
  }

  private InParameter numbers(Findings world) {
    return new InParameter(world.model(), parameter);
  }

  private List<Quotient> asked(Typed.Call call) throws Unknown {
    Findings world = worlds.findings(call.variant());
    Arguments given = arguments(call, world);
    return switch (call.function()) {
      case PREFERS -> {
        Actor actor = actor(given.id("a"), world);
        yield numbers(world)
            .deciding(actor, world.levels(given.state("s")), world.levels(given.state("t")));
      }
      case ACCEPTABLE, BLOCKERS, REASON -> {
        if (given.has("consent")) throw new Unknown();
        yield signing(world, world.proposal(given.id("p")));
      }
      case COUNT -> parts(call);
      case FLOW, SHARE, DISTANCE, ENTRIES -> List.of();
      default -> throw new Unknown();
    };
  }

  private List<Quotient> signing(Findings world, Proposal proposal) throws Unknown {
    List<Quotient> all = new ArrayList<>();
    for (String id : proposal.consent()) {
      Actor actor = actor(id, world);
      all.addAll(numbers(world).deciding(actor, proposal.end(), world.model().disagreement()));
    }
    return all;
  }

  /// An actor; of a body the votes would have to be followed.
  private static Actor actor(String id, Findings world) throws Unknown {
    for (Actor actor : world.model().actors()) {
      if (actor.id().equals(id)) return actor;
    }
    throw new Unknown();
  }
}
