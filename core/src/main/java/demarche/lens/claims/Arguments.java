package demarche.lens.claims;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.scenario.Check;
import demarche.scenario.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The arguments of one call, for the rule that computes it.
///
/// @param inner values a part of the check that stands in an argument
record Arguments(
    Findings findings, Map<Parameter, List<Argument>> given, Function<Typed, Found> inner) {
  private List<Argument> all(String name) {
    return given.entrySet().stream()
        .filter(e -> e.getKey().name().equals(name))
        .flatMap(e -> e.getValue().stream())
        .toList();
  }

  private Argument one(String name) {
    return all(name).getFirst();
  }

  boolean has(String name) {
    return !all(name).isEmpty();
  }

  String id(String name) {
    return ((Argument.Id) one(name)).text();
  }

  List<String> ids(String name) {
    return all(name).stream()
        .flatMap(a ->
            switch (a) {
              case Argument.Ids(var texts) -> texts.stream();
              case Argument.Id(var text) -> Stream.of(text);
              default -> throw new IllegalStateException(a.toString());
            })
        .toList();
  }

  /// One of a few words, or the first of them where none is given.
  String word(String name, String otherwise) {
    return has(name) ? id(name) : otherwise;
  }

  Actor actor(String name) {
    return findings.actor(id(name));
  }

  Party party(String name) {
    return findings.party(id(name));
  }

  Concept concept(String name) {
    return Concept.valueOf(id(name));
  }

  int year(String name) {
    return ((Argument.Year) one(name)).number();
  }

  Check state(String name) {
    return ((Argument.OfState) one(name)).written();
  }

  Optional<Expression> condition(String name) {
    return all(name).stream().map(a -> ((Argument.Condition) a).written()).findFirst();
  }

  List<Argument.Filter> filters(String name) {
    return all(name).stream().map(Argument.Filter.class::cast).toList();
  }

  /// A part of the check that stands in an argument, not yet valued.
  Typed term(String name) {
    return ((Argument.Inner) one(name)).term();
  }

  Found inner(String name) {
    return inner.apply(((Argument.Inner) one(name)).term());
  }
}
