package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Option;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// The states from which no way leads back, by the options that never go back.
final class NoReturn {
  private static final String TITLE = "No way back";

  private NoReturn() {}

  /// Nothing where every way can be gone back.
  ///
  /// @param rows how many states of a graph are shown
  static List<Finding> findings(Prospect prospect, int rows) {
    Paths paths = prospect.paths();
    StateSet traps = paths.traps().states();
    if (traps.isEmpty()) return List.of();
    Figure figure =
        paths.traps().causes().isEmpty() ? byState(prospect, traps, rows) : byOption(prospect);
    return List.of(
        new Finding(
            "traps",
            Prominence.SECTION,
            say(
                "Moves lead from {} to {}; from {} of these no moves lead back",
                prospect.start(),
                Prospect.states(paths.layers(Arcs.Kind.MOVES).count()),
                Prospect.number(traps.count())),
            List.of(entrance(prospect, traps)),
            List.of(figure)));
  }

  private static Figure byOption(Prospect prospect) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Traps.Cause cause : prospect.paths().traps().causes()) {
      rows.add(
          List.of(
              say("{}", prospect.holder(cause.option())),
              say("{}", beyond(prospect, cause.option())),
              say("{}", Prospect.number(cause.count()))));
    }
    return new Figure.Table(TITLE, List.of("who", "what never goes back", "states"), rows);
  }

  /// A graph has no options that could be named, only states.
  private static Figure byState(Prospect prospect, StateSet traps, int most) {
    List<Figure.Row> rows =
        prospect.paths().layers(Arcs.Kind.MOVES).stream()
            .filter(traps::contains)
            .limit(most)
            .mapToObj(s ->
                new Figure.Row(
                    prospect.wording().state(prospect.space(), s), "", List.of(), prospect.road(s)))
            .toList();
    return new Figure.StateTable(TITLE, List.of(), rows, traps.count() - rows.size());
  }

  /// The levels of an option from which it does not return.
  private static Slot beyond(Prospect prospect, Option option) {
    int level = prospect.space().level(prospect.paths().start(), option);
    List<String> beyond =
        switch (option.freedom()) {
          case UP -> option.levels().subList(level + 1, option.levels().size());
          case DOWN -> option.levels().subList(0, level);
          case BOTH -> List.of();
        };
    String label = prospect.space().model().label(option);
    return new Slot.Plain("%s (%s)".formatted(label, String.join(", ", beyond)));
  }

  private static Sentence entrance(Prospect prospect, StateSet traps) {
    Paths paths = prospect.paths();
    int nearest = paths.nearest(traps, Arcs.Kind.IMPROVEMENTS);
    if (nearest < 0) return say("Improvements lead into none of them");
    return say(
        "The nearest by improvements is {} away: {}",
        Prospect.moves(paths.distance(nearest, Arcs.Kind.IMPROVEMENTS)),
        prospect.state(nearest));
  }
}
