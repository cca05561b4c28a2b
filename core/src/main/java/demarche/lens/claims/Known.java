package demarche.lens.claims;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The names that a scenario gives, by what they stand for.
record Known(Model model) {
  /// The table that every file has.
  static final String TRACE = "trace";

  /// @param before the arguments that stand before this one, for names that belong to them
  List<String> of(Parameter parameter, Map<Parameter, List<Argument>> before) {
    return switch (parameter.kind()) {
      case ACTOR -> actors();
      case PARTY -> parties();
      case BODY -> model.bodies().stream().map(Body::id).toList();
      case MEMBER -> members(first(before));
      case PARTNER -> with(actors(), "world");
      case PROPOSAL -> proposals();
      case TERM -> terms(first(before));
      case CONCEPT -> Arrays.stream(Concept.values()).map(Concept::name).toList();
      case PARAMETER -> List.copyOf(model.parameters().keySet());
      case TARGET -> model.targets().stream().map(t -> t.id()).toList();
      case MEASURE -> List.copyOf(model.measures().keySet());
      case FLOW -> model.scenario().flows().stream().map(f -> f.id().text()).toList();
      case TABLE ->
          with(model.scenario().tables().stream().map(t -> t.id().text()).toList(), TRACE);
      case PLACE -> model.scenario().places().stream().map(p -> p.id().text()).toList();
      case AREAS -> List.copyOf(model.issues().keySet());
      case VARIANT -> variants();
      case WORD -> parameter.words();
      case STATE -> states();
      case CONDITION, FILTER, YEAR, CHECK, SET -> List.of();
    };
  }

  List<String> actors() {
    return model.actors().stream().map(Actor::id).toList();
  }

  List<String> parties() {
    return model.parties().stream().map(Party::id).toList();
  }

  List<String> proposals() {
    return model.proposals().stream().map(p -> p.id()).toList();
  }

  List<String> states() {
    return with(proposals(), Findings.STATUS_QUO);
  }

  List<String> variants() {
    return model.scenario().variants().stream().map(v -> v.id().text()).toList();
  }

  /// Names that stand in conditions.
  List<String> inConditions() {
    List<String> names = new ArrayList<>(model.conditions().keySet());
    Stream.concat(model.options().stream(), model.events().stream())
        .forEach(o -> names.addAll(List.of(o.id(), o.shortId())));
    return names;
  }

  private static List<String> with(List<String> names, String more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private static String first(Map<Parameter, List<Argument>> before) {
    return before.values().stream()
        .flatMap(List::stream)
        .filter(Argument.Id.class::isInstance)
        .map(a -> ((Argument.Id) a).text())
        .findFirst()
        .orElse("");
  }

  private List<String> members(String body) {
    return model.bodies().stream()
        .filter(b -> b.id().equals(body))
        .flatMap(b -> b.seats().stream())
        .map(Body.Seat::id)
        .toList();
  }

  private List<String> terms(String actor) {
    return model.actors().stream()
        .filter(a -> a.id().equals(actor))
        .map(a -> a.preference().order())
        .filter(Preference.Values.class::isInstance)
        .flatMap(o -> ((Preference.Values) o).terms().stream())
        .map(Term::id)
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
