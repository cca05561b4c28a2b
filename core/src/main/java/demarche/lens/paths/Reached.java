package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.stability.Concept;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Stability beside reachability: the equilibria, and how far each is from the start.
final class Reached {
  private Reached() {}

  /// How a set of states is reached.
  ///
  /// @param byImprovements by a legal sequence of improvements
  /// @param byMoves by moves alone, not by improvements
  /// @param unreachable not at all
  record Split(StateSet byImprovements, StateSet byMoves, StateSet unreachable) {
    static Split of(Paths paths, StateSet states) {
      int size = paths.space().size();
      Split split = new Split(new StateSet(size), new StateSet(size), new StateSet(size));
      states.forEach(s -> {
        if (paths.reaches(s, Arcs.Kind.IMPROVEMENTS)) split.byImprovements.add(s);
        else if (paths.reaches(s, Arcs.Kind.MOVES)) split.byMoves.add(s);
        else split.unreachable.add(s);
      });
      return split;
    }
  }

  /// Nothing where no concept was asked for.
  ///
  /// @param rows how many equilibria are shown
  static List<Finding> findings(Prospect prospect, int rows) {
    Map<Concept, StateSet> equilibria = prospect.equilibria();
    if (equilibria.isEmpty()) return List.of();
    Map<StateSet, List<Concept>> alike = new LinkedHashMap<>();
    equilibria.forEach(
        (concept, set) -> alike.computeIfAbsent(set, _ -> new ArrayList<>()).add(concept));
    List<Sentence> told = new ArrayList<>();
    alike.forEach((set, concepts) -> told.add(told(prospect, concepts, set)));
    return List.of(
        new Finding(
            "equilibria",
            Prominence.SECTION,
            told.getFirst(),
            told.subList(1, told.size()),
            List.of(table(prospect, rows))));
  }

  private static Sentence told(Prospect prospect, List<Concept> concepts, StateSet set) {
    Slot names = new Slot.Several(concepts.stream().<Slot>map(Concept::slot).toList());
    int count = set.count();
    if (count == 0) return say("There is no equilibrium under {}", names);
    if (count == 1) return say("Under {} there is 1 equilibrium", names);
    Split split = Split.of(prospect.paths(), set);
    return say(
        "Under {} there are {} equilibria: improvements lead from {} to {} of them, other moves to"
            + " {}, nothing to {}",
        names,
        Prospect.number(count),
        prospect.start(),
        number(split.byImprovements),
        number(split.byMoves),
        number(split.unreachable));
  }

  private static Slot number(StateSet states) {
    return states.isEmpty() ? new Slot.Plain("none") : Prospect.number(states.count());
  }

  /// Those under the most concepts first, of these the nearest.
  private static Figure table(Prospect prospect, int most) {
    Paths paths = prospect.paths();
    List<Concept> concepts = List.copyOf(prospect.equilibria().keySet());
    StateSet all = new StateSet(prospect.space().size());
    prospect.equilibria().values().forEach(set -> set.forEach(all::add));
    List<Figure.Row> rows =
        all.stream()
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer s) -> -marks(prospect, s).filter(m -> m).count())
                    .thenComparingInt(s -> distance(paths, s, Arcs.Kind.IMPROVEMENTS))
                    .thenComparingInt(s -> distance(paths, s, Arcs.Kind.MOVES))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .map(s -> row(prospect, s))
            .toList();
    return new Figure.StateTable(
        "Equilibria and how far they are",
        concepts.stream().map(Concept::slot).toList(),
        rows,
        all.count() - rows.size());
  }

  private static Stream<Boolean> marks(Prospect prospect, int state) {
    return prospect.equilibria().values().stream().map(set -> set.contains(state));
  }

  private static int distance(Paths paths, int state, Arcs.Kind kind) {
    return paths.reaches(state, kind) ? paths.distance(state, kind) : Integer.MAX_VALUE;
  }

  private static Figure.Row row(Prospect prospect, int state) {
    String label = state == prospect.space().statusQuo() ? "status quo" : "";
    return new Figure.Row(
        prospect.wording().state(prospect.space(), state),
        label,
        marks(prospect, state).toList(),
        prospect.road(state));
  }
}
