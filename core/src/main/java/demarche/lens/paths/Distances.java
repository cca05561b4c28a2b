package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.states.Arcs;
import java.util.ArrayList;
import java.util.List;

/// How many states are one, two and more moves away.
final class Distances {
  private static final int MOST_ROWS = 12;

  private Distances() {}

  static Finding finding(Prospect prospect) {
    Layers improvements = prospect.paths().layers(Arcs.Kind.IMPROVEMENTS);
    Layers moves = prospect.paths().layers(Arcs.Kind.MOVES);
    List<List<Sentence>> rows = new ArrayList<>();
    int farthest = Math.max(improvements.most(), moves.most());
    for (int d = 1; d <= Math.min(farthest, MOST_ROWS); d++) {
      rows.add(
          List.of(
              say("{}", Prospect.number(d)),
              say("{}", Prospect.number(improvements.count(d))),
              say("{}", Prospect.number(moves.count(d)))));
    }
    rows.add(
        List.of(
            say("all"),
            say("{}", Prospect.number(improvements.count())),
            say("{}", Prospect.number(moves.count()))));
    rows.add(List.of(say("never"), never(prospect, improvements), never(prospect, moves)));
    return new Finding(
        "layers",
        Prominence.DETAIL,
        say("How many states are how many moves away from {}", prospect.start()),
        farthest <= MOST_ROWS
            ? List.of()
            : List.of(say("The farthest are {} away", Prospect.moves(farthest))),
        List.of(
            new Figure.Table(
                "How far", List.of("moves", "by improvements", "by any moves"), rows)));
  }

  /// How many states are never reached.
  private static Sentence never(Prospect prospect, Layers layers) {
    return say("{}", Prospect.number(prospect.space().size() - 1L - layers.count()));
  }
}
