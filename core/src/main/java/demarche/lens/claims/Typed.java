package demarche.lens.claims;

import demarche.scenario.Check;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Formula.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A part of a check with its type: every name is known, every argument of the right kind.
sealed interface Typed {
  Type type();

  Check written();

  List<Typed> parts();

  /// The variant in which the states of a set are meant; empty for the world that is studied.
  default String variant() {
    return parts().stream().map(Typed::variant).filter(v -> !v.isEmpty()).findFirst().orElse("");
  }

  /// Lenses that would have to be asked and do not exist yet.
  default Stream<Function> missing() {
    return parts().stream().flatMap(Typed::missing);
  }

  record Literal(Type type, Value value, Check written) implements Typed {
    @Override
    public List<Typed> parts() {
      return List.of();
    }
  }

  /// `{a, "0101"}` where states are meant.
  record Listed(Type type, List<Check> states, String variant, Check written) implements Typed {
    public Listed {
      states = List.copyOf(states);
    }

    @Override
    public List<Typed> parts() {
      return List.of();
    }
  }

  record Call(
      Function function, Map<Parameter, List<Argument>> arguments, String variant, Check written)
      implements Typed {
    @Override
    public Type type() {
      return function.type();
    }

    @Override
    public List<Typed> parts() {
      return arguments.values().stream()
          .flatMap(List::stream)
          .filter(Argument.Inner.class::isInstance)
          .map(a -> ((Argument.Inner) a).term())
          .toList();
    }

    @Override
    public Stream<Function> missing() {
      Stream<Function> own = function.missing().isEmpty() ? Stream.of() : Stream.of(function);
      return Stream.concat(own, parts().stream().flatMap(Typed::missing));
    }
  }

  record On(Typed states, List<String> parties, Check written) implements Typed {
    public On {
      parties = List.copyOf(parties);
    }

    @Override
    public Type type() {
      return Type.PARTS;
    }

    @Override
    public List<Typed> parts() {
      return List.of(states);
    }
  }

  record Negation(Typed inner, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public List<Typed> parts() {
      return List.of(inner);
    }
  }

  record Arithmetic(Operation operation, Typed left, Typed right, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.NUMBER;
    }

    @Override
    public List<Typed> parts() {
      return List.of(left, right);
    }
  }

  record Compare(Typed left, Relation relation, Typed right, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public List<Typed> parts() {
      return List.of(left, right);
    }
  }

  record In(Typed element, Typed set, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public List<Typed> parts() {
      return List.of(element, set);
    }
  }

  /// A number in an interval, both ends included.
  record Within(Typed number, Typed low, Typed high, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public List<Typed> parts() {
      return List.of(number, low, high);
    }
  }

  record Not(Typed inner, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public List<Typed> parts() {
      return List.of(inner);
    }
  }

  record Joined(Check.Joint joint, Typed left, Typed right, Check written) implements Typed {
    @Override
    public Type type() {
      return Type.TRUTH;
    }

    @Override
    public List<Typed> parts() {
      return List.of(left, right);
    }
  }
}
