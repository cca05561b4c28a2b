package demarche.lens.claims;

import demarche.lens.claims.Parameter.Use;
import demarche.model.Model;
import demarche.scenario.Check;
import demarche.scenario.Expression;
import demarche.scenario.Expression.Relation;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds the arguments of a call against the function's signature.
record Calls(Checker checker) {
  private static final int MOST_NAMES = 8;

  /// The call; null after a complaint.
  @Nullable Typed of(Check.Call call) {
    Function function = function(call);
    if (function == null) return null;
    Map<Parameter, List<Argument>> arguments = new LinkedHashMap<>();
    List<Check> inPlace = new ArrayList<>();
    Map<Parameter, Check> byName = named(call, function, inPlace);
    Check variant = byName.remove(Function.VARIANT);
    Model model = variant == null ? checker.model() : variant(variant);
    if (model == null) return null;
    boolean sound = true;
    for (Map.Entry<Parameter, Check> given : byName.entrySet()) {
      sound &= take(given.getKey(), given.getValue(), model, arguments);
    }
    sound &= inPlace(call, function, inPlace, model, arguments);
    if (!sound || (function.repeats() && refusedRepeats(function, arguments))) return null;
    return new Typed.Call(
        function, arguments, variant instanceof Check.Name name ? name.text() : "", call);
  }

  /// A check that is asked of many draws or values does not itself ask so.
  private boolean refusedRepeats(Function function, Map<Parameter, List<Argument>> arguments) {
    Optional<Typed.Call> within =
        arguments.values().stream()
            .flatMap(List::stream)
            .filter(Argument.Inner.class::isInstance)
            .flatMap(a -> repeating(((Argument.Inner) a).term()))
            .filter(c -> function == Function.ROBUSTNESS || c.function() == Function.ROBUSTNESS)
            .findFirst();
    within.ifPresent(call ->
        checker
            .problems()
            .error(
                call.written().place(),
                "%s(...) cannot stand within %s(...): each asks its check many times; make two"
                    + " claims of it",
                call.function().id(),
                function.id()));
    return within.isPresent();
  }

  private static Stream<Typed.Call> repeating(Typed term) {
    Stream<Typed.Call> own =
        term instanceof Typed.Call call && call.function().repeats()
            ? Stream.of(call)
            : Stream.of();
    return Stream.concat(own, term.parts().stream().flatMap(Calls::repeating));
  }

  private @Nullable Function function(Check.Call call) {
    String id = call.name().text();
    Function function = Function.find(id).orElse(null);
    if (function == null) {
      checker
          .problems()
          .error(
              call.name().place(),
              "there is no function %s%s",
              Spelling.quoted(id),
              Spelling.nearest(id, Function.ids()).isEmpty()
                  ? "; docs/claims.md lists them all"
                  : Spelling.hint(id, Function.ids()));
      return null;
    }
    boolean table =
        function == Function.COUNT
            && !call.arguments().isEmpty()
            && call.arguments().getFirst() instanceof Check.Name;
    return table ? Function.ENTRIES : function;
  }

  /// Arguments of the form `name = value` whose name the function knows; the others go to `rest`.
  private Map<Parameter, Check> named(Check.Call call, Function function, List<Check> rest) {
    Map<Parameter, Check> named = new LinkedHashMap<>();
    for (Check argument : call.arguments()) {
      Optional<Parameter> parameter = byName(argument, function);
      if (parameter.isEmpty()) {
        rest.add(argument);
      } else if (named.put(parameter.get(), ((Check.Compare) argument).right()) != null) {
        checker
            .problems()
            .error(argument.place(), "'%s =' is given twice; keep one", parameter.get().name());
      }
    }
    return named;
  }

  private static Optional<Parameter> byName(Check argument, Function function) {
    if (!(argument instanceof Check.Compare(Check.Name name, var relation, var _, var _))
        || relation != Relation.EQUAL) {
      return Optional.empty();
    }
    return function.named().stream().filter(p -> p.name().equals(name.text())).findFirst();
  }

  private @Nullable Model variant(Check written) {
    Map<Parameter, List<Argument>> into = new LinkedHashMap<>();
    if (!take(Function.VARIANT, written, checker.model(), into)) return null;
    String id = ((Argument.Id) into.values().iterator().next().getFirst()).text();
    try {
      return checker.model().variant(id);
    } catch (InvalidScenario _) {
      return null; // it could not be read, which is told already
    }
  }

  private boolean inPlace(
      Check.Call call,
      Function function,
      List<Check> given,
      Model model,
      Map<Parameter, List<Argument>> into) {
    List<Parameter> places = function.positional();
    boolean sound = true;
    int at = 0;
    for (Check argument : given) {
      if (at == places.size()) return tooMany(function, argument, given.size());
      Parameter place = places.get(at);
      if (isStray(argument, place, function, model)) return stray(argument, function);
      sound &= take(place, argument, model, into);
      if (place.use() != Use.REPEATED) at++;
    }
    for (Parameter place : places.subList(Math.min(at, places.size()), places.size())) {
      if (place.use() != Use.REQUIRED) continue;
      checker
          .problems()
          .error(
              call.place(),
              "%s lacks '%s': %s",
              function.signature(),
              place.name(),
              place.inWords());
      return false;
    }
    return sound;
  }

  private boolean tooMany(Function function, Check argument, int given) {
    if (argument instanceof Check.Compare(Check.Name name, var relation, var _, var _)
        && relation == Relation.EQUAL) {
      return unknownName(name, function);
    }
    int places = function.positional().size();
    checker
        .problems()
        .error(
            argument.place(),
            "%s takes %d %s, found %d%s",
            function.signature(),
            places,
            places == 1 ? "argument" : "arguments",
            given,
            takesCondition(function) ? "; join conditions with 'and' or 'or'" : "");
    return false;
  }

  private static boolean takesCondition(Function function) {
    return function.positional().stream().anyMatch(p -> p.kind() == Kind.CONDITION);
  }

  /// Whether `name = value` stands where neither a condition nor a column can.
  private static boolean isStray(Check argument, Parameter place, Function function, Model model) {
    if (!(argument instanceof Check.Compare(Check.Name name, var relation, var _, var _))
        || relation != Relation.EQUAL
        || place.kind() == Kind.FILTER) {
      return false;
    }
    if (place.kind() != Kind.CONDITION && place.kind() != Kind.CHECK) return true;
    List<String> own = function.named().stream().map(Parameter::name).toList();
    return (place.kind() == Kind.CHECK || !new Known(model).inConditions().contains(name.text()))
        && !Spelling.nearest(name.text(), own).isEmpty();
  }

  private boolean stray(Check argument, Function function) {
    return unknownName((Check.Name) ((Check.Compare) argument).left(), function);
  }

  private boolean unknownName(Check.Name name, Function function) {
    List<String> own = function.named().stream().map(Parameter::name).toList();
    checker
        .problems()
        .error(
            name.place(),
            "%s has no '%s ='; by name it takes %s%s",
            function.signature(),
            name.text(),
            String.join(", ", own),
            Spelling.hint(name.text(), own));
    return false;
  }

  /// Adds the argument; false after a complaint.
  private boolean take(
      Parameter parameter, Check written, Model model, Map<Parameter, List<Argument>> into) {
    List<Argument> read = read(parameter, written, model, into);
    if (read.isEmpty()) return false;
    into.computeIfAbsent(parameter, _ -> new ArrayList<>()).addAll(read);
    return true;
  }

  private List<Argument> read(
      Parameter parameter, Check written, Model model, Map<Parameter, List<Argument>> before) {
    return switch (parameter.kind()) {
      case CONDITION -> condition(written, model);
      case YEAR -> year(parameter, written);
      case FILTER -> filter(written, model, before);
      case STATE -> state(written, model);
      case CHECK -> inner(checker.truth(written));
      case SET -> inner(checker.set(written));
      case AREAS -> areas(parameter, written, model);
      case ACTOR,
          PARTY,
          BODY,
          MEMBER,
          PARTNER,
          PROPOSAL,
          TERM,
          CONCEPT,
          PARAMETER,
          TARGET,
          MEASURE,
          FLOW,
          TABLE,
          PLACE,
          VARIANT,
          WORD ->
          id(parameter, written, new Known(model).of(parameter, before));
    };
  }

  private static List<Argument> inner(@Nullable Typed term) {
    return term == null ? List.of() : List.of(new Argument.Inner(term));
  }

  private List<Argument> condition(Check written, Model model) {
    Expression condition = new Conditions(checker.problems()).of(written);
    if (condition == null || !checker.resolves(condition, model)) return List.of();
    return List.of(new Argument.Condition(condition));
  }

  private List<Argument> year(Parameter parameter, Check written) {
    if (written instanceof Check.Amount(var shown, var unit, var _)
        && unit == Check.Amount.Unit.ONE
        && shown.toPlainString().matches("[0-9]{4}")) {
      return List.of(new Argument.Year(shown.intValueExact()));
    }
    return refuse(parameter, written);
  }

  private List<Argument> filter(Check written, Model model, Map<Parameter, List<Argument>> before) {
    if (written instanceof Check.Compare(Check.Name column, var relation, var right, var _)
        && relation == Relation.EQUAL) {
      String value =
          switch (right) {
            case Check.Name name -> name.text();
            case Check.Text(var text, var _) -> text;
            case Check.Amount(var shown, var _, var _) -> shown.toPlainString();
            default -> "";
          };
      boolean trace =
          before.values().stream()
              .anyMatch(given -> given.equals(List.of(new Argument.Id(Known.TRACE))));
      if (trace && !value.isEmpty() && !new Columns(checker, model).has(column, right, value)) {
        return List.of();
      }
      if (!value.isEmpty()) return List.of(new Argument.Filter(column.text(), value));
    }
    checker
        .problems()
        .error(written.place(), "expected a column and its value, as in votes.russia = yes");
    return List.of();
  }

  private List<Argument> state(Check written, Model model) {
    return checker.isState(written, model) ? List.of(new Argument.OfState(written)) : List.of();
  }

  private List<Argument> areas(Parameter parameter, Check written, Model model) {
    List<String> known = new Known(model).of(parameter, Map.of());
    if (!(written instanceof Check.Group group)) return id(parameter, written, known);
    List<String> areas = new ArrayList<>();
    for (Check item : group.items()) {
      for (Argument read : id(parameter, item, known)) areas.add(((Argument.Id) read).text());
    }
    boolean sound = areas.size() == group.items().size() && !areas.isEmpty();
    return sound ? List.of(new Argument.Ids(areas)) : List.of();
  }

  private List<Argument> id(Parameter parameter, Check written, List<String> known) {
    if (written instanceof Check.Text text) {
      checker.problems().error(text.place(), "names are written without quotes: %s", text.text());
      return List.of();
    }
    if (!(written instanceof Check.Name name)) return refuse(parameter, written);
    if (parameter.kind() == Kind.TERM && known.isEmpty()) return withoutTerms(name);
    if (known.contains(name.text())) return List.of(new Argument.Id(name.text()));
    if (checker.broken().covers(name.text())) return List.of();
    checker
        .problems()
        .error(name.place(), "%s", Checker.unknown(what(parameter), name.text(), known));
    return List.of();
  }

  private List<Argument> withoutTerms(Check.Name name) {
    checker
        .problems()
        .error(
            name.place(),
            "there is no term '%s': the actor has no value term with an id",
            name.text());
    return List.of();
  }

  /// What a name would have been the name of.
  private static String what(Parameter parameter) {
    return switch (parameter.kind()) {
      case WORD -> "choice for '" + parameter.name() + "' called";
      case PARTNER -> "actor";
      case AREAS -> "issue area";
      case PARTY -> "actor or body";
      default -> parameter.kind().shape();
    };
  }

  private List<Argument> refuse(Parameter parameter, Check written) {
    checker
        .problems()
        .error(
            written.place(),
            "expected %s for '%s', found %s",
            parameter.inWords(),
            parameter.name(),
            Checker.inWords(written));
    return List.of();
  }

  static String some(List<String> names) {
    if (names.size() <= MOST_NAMES) return String.join(", ", names);
    return String.join(", ", names.subList(0, MOST_NAMES)) + ", ...";
  }
}
