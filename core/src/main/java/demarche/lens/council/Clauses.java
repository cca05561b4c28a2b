package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.Spelling;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text written as clauses: `sanctions=tighter, rail-exemption=no`. What is not named stays.
public sealed interface Clauses {
  /// A text of one body.
  record Of(Body body, Text text) implements Clauses {}

  /// It is none.
  ///
  /// @param reason for the user, with the nearest name
  record Refused(String reason) implements Clauses {}

  /// Whether somebody means clauses.
  static boolean isMeant(String written) {
    return written.contains("=");
  }

  /// @param from the state from which the text leads away
  static Clauses read(StateSpace space, String written, int from) {
    Model model = space.model();
    int[] levels = space.levels(from);
    List<Body> bodies = new ArrayList<>();
    for (String clause : written.split(",", -1)) {
      String[] sides = clause.split("=", -1);
      if (sides.length != 2) {
        return new Refused(
            "'%s' is no clause, expected such as option=level".formatted(clause.strip()));
      }
      String name = sides[0].strip();
      String level = sides[1].strip();
      Optional<Option> option = option(model, name);
      if (option.isEmpty()) return new Refused(unknown(model, name));
      Optional<Body> body = owner(model, option.get());
      if (body.isEmpty()) return new Refused(notOwned(model, name, option.get()));
      int place = option.get().levels().indexOf(level);
      if (place < 0) {
        return new Refused(
            "'%s' is no level of '%s', expected one of %s%s"
                .formatted(
                    level,
                    name,
                    String.join(", ", option.get().levels()),
                    Spelling.hint(level, option.get().levels())));
      }
      levels[option.get().index()] = place;
      bodies.add(body.get());
    }
    Body body = bodies.getFirst();
    if (bodies.stream().anyMatch(b -> b.index() != body.index())) {
      return new Refused("'%s' has clauses of more than one body".formatted(written));
    }
    return new Of(body, new Text(written, written, space.state(levels)));
  }

  private static Optional<Option> option(Model model, String name) {
    List<Option> named =
        all(model).filter(o -> o.id().equals(name) || o.shortId().equals(name)).toList();
    return named.size() == 1
        ? Optional.of(named.getFirst())
        : named.stream().filter(o -> o.id().equals(name)).findFirst();
  }

  private static Stream<Option> all(Model model) {
    return Stream.concat(model.options().stream(), model.events().stream());
  }

  private static Optional<Body> owner(Model model, Option option) {
    return model.bodies().stream().filter(b -> b.id().equals(option.holder())).findFirst();
  }

  /// What some body decides, for messages.
  private static String decided(Model model) {
    String options =
        model.bodies().stream()
            .flatMap(b -> b.options().stream())
            .map(model::label)
            .collect(Collectors.joining(", "));
    return options.isEmpty() ? "; no body decides anything" : "; bodies decide " + options;
  }

  private static String unknown(Model model, String name) {
    return "there is no option '%s'%s%s"
        .formatted(
            name, decided(model), Spelling.hint(name, all(model).map(model::label).toList()));
  }

  private static String notOwned(Model model, String name, Option option) {
    return option.isEvent()
        ? "nobody decides '%s', so it is no clause of a text%s".formatted(name, decided(model))
        : "'%s' is decided by '%s' alone and not by a body, so it is no clause of a text%s"
            .formatted(name, option.holder(), decided(model));
  }
}
