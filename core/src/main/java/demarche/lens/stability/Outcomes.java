package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.states.Reach;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/// The equilibria: how many there are, what they share, which are the most telling, how each is
/// reached from the status quo.
final class Outcomes {
  private final Picture picture;
  private final List<Concept> concepts;

  Outcomes(Picture picture) {
    this.picture = picture;
    this.concepts = picture.concepts();
  }

  /// @param rows how many equilibria the table shows
  Finding finding(int rows) {
    StateSet underAll = picture.underAll();
    int count = underAll.count();
    List<Sentence> reasons = new ArrayList<>();
    Sentence statement;
    if (count == 0) {
      statement = scattered(reasons);
    } else if (count == 1) {
      int only = underAll.stream().findFirst().orElseThrow();
      statement = say("One outcome holds under {}: {}", picture.every(), picture.state(only));
      reasons.add(road(only));
    } else {
      statement =
          say("{} hold under {}", new Slot.Count(count, "outcome", "outcomes"), picture.every());
      reasons.addAll(new Shared(picture, underAll).sentences());
      reasons.add(reached(underAll));
    }
    Figure.StateTable table = table(rows);
    long others = holding() - count;
    if (table.marks().isEmpty() && others > 0) {
      reasons.add(
          say(
              "{} under some of the concepts only",
              new Slot.Count(others, "more holds", "more hold")));
    }
    return new Finding("equilibria", Prominence.HEADLINE, statement, reasons, List.of(table));
  }

  /// Where no state holds under every concept: which do under some.
  private Sentence scattered(List<Sentence> reasons) {
    Map<StateSet, List<Concept>> bySet = new LinkedHashMap<>();
    for (Concept concept : concepts) {
      bySet.computeIfAbsent(picture.equilibria(concept), _ -> new ArrayList<>()).add(concept);
    }
    bySet.forEach((set, same) -> reasons.add(underSome(set, same)));
    if (bySet.keySet().stream().allMatch(StateSet::isEmpty)) {
      reasons.clear();
      return say("No outcome holds under {}", picture.any());
    }
    return say("No outcome holds under {}", picture.every());
  }

  private Sentence underSome(StateSet set, List<Concept> same) {
    int count = set.count();
    if (count == 1) {
      int only = set.stream().findFirst().orElseThrow();
      return say("Under {} one holds: {}", picture.concepts(same), picture.state(only));
    }
    return say(
        "Under {} {}",
        picture.concepts(same),
        count == 0 ? new Slot.Plain("none holds") : new Slot.Count(count, "one holds", "hold"));
  }

  /// How many of some states can be reached from the status quo, and how.
  private Sentence reached(StateSet states) {
    boolean itself = states.contains(picture.space().statusQuo());
    long improving = count(states, Picture.Road.IMPROVEMENTS);
    long moving = count(states, Picture.Road.MOVES);
    int all = states.count();
    if (improving == all) {
      return say("From the status quo, improvements alone lead to each of them");
    }
    if (improving + moving == all) {
      return say(
          "From the status quo, improvements alone lead to {}, to the others some move that costs its"
              + " mover",
          reached(improving, itself));
    }
    return say(
        "From the status quo, improvements alone lead to {}, other moves to {} more, and no moves to"
            + " the rest",
        reached(improving, itself),
        moving == 0 ? new Slot.Plain("none") : new Slot.Count(moving, "", ""));
  }

  /// How many of them improvements reach; the status quo, if it is one of them, counts as reached.
  private static Slot reached(long improving, boolean itself) {
    if (improving == 0) return new Slot.Plain("none of them");
    if (itself && improving == 1) return new Slot.Plain("none of them but the status quo itself");
    Slot number = new Slot.Count(improving, "", "");
    return new Slot.Clause(
        say(itself ? "{} of them, the status quo itself included" : "{} of them", number));
  }

  private long count(StateSet states, Picture.Road road) {
    return picture.asking(states.stream()).filter(s -> picture.road(s) == road).count();
  }

  /// The road from the status quo to a state, move by move.
  private Sentence road(int state) {
    List<Reach.Step> steps = picture.steps(state);
    return switch (picture.road(state)) {
      case IMPROVEMENTS ->
          steps.isEmpty()
              ? say("It is the status quo")
              : say(
                  "It is {} away by improvements alone: {}",
                  new Slot.Count(steps.size(), "move", "moves"),
                  picture.told(steps));
      case MOVES ->
          say(
              "No sequence of improvements leads there from the status quo; the shortest of moves"
                  + " has {}: {}",
              new Slot.Count(steps.size(), "step", "steps"),
              picture.told(steps));
      case NONE -> say("No sequence of moves leads there from the status quo");
    };
  }

  /// The equilibria that most concepts agree on, of these the nearest to the status quo.
  ///
  /// Where all that are shown hold under every concept, the table is of those alone.
  private Figure.StateTable table(int most) {
    List<Integer> rows = mostTelling(most);
    boolean alike = rows.stream().allMatch(s -> marks(s) == concepts.size());
    List<Concept> shown = alike ? List.of() : concepts;
    return new Figure.StateTable(
        alike && concepts.size() > 1 ? "What holds under every concept" : "What holds",
        shown.stream().map(picture::concept).toList(),
        rows.stream().map(s -> row(s, shown)).toList(),
        (alike ? picture.underAll().count() : holding()) - rows.size());
  }

  /// How many states hold under some concept.
  private long holding() {
    return picture.underAny().count();
  }

  /// The equilibria that are shown first, as states.
  ///
  /// @param most how many
  List<Integer> mostTelling(int most) {
    List<Integer> rows = new ArrayList<>();
    for (int marks = concepts.size(); marks > 0; marks--) {
      int wanted = marks;
      rows.addAll(nearest(s -> marks(s) == wanted, most - rows.size()));
    }
    return rows;
  }

  private int marks(int state) {
    int marks = 0;
    for (Concept concept : concepts) if (picture.equilibria(concept).contains(state)) marks++;
    return marks;
  }

  private List<Integer> nearest(IntPredicate wanted, int most) {
    if (most == 0) return List.of();
    Comparator<Integer> farthestFirst =
        Comparator.<Integer, Picture.Road>comparing(picture::road)
            .thenComparingInt(picture::distance)
            .thenComparing(Comparator.naturalOrder())
            .reversed();
    PriorityQueue<Integer> kept = new PriorityQueue<>(farthestFirst);
    picture
        .asking(picture.space().states())
        .filter(wanted)
        .forEach(s -> {
          kept.add(s);
          if (kept.size() > most) kept.remove();
        });
    return kept.stream().sorted(farthestFirst.reversed()).toList();
  }

  private Figure.Row row(int state, List<Concept> shown) {
    String label =
        state == picture.space().statusQuo() ? "status quo" : String.join(", ", proposals(state));
    return new Figure.Row(
        picture.state(state),
        label,
        shown.stream().map(c -> picture.equilibria(c).contains(state)).toList(),
        remark(state));
  }

  private List<String> proposals(int state) {
    return picture.space().model().proposals().stream()
        .filter(p -> picture.space().state(p.end()) == state)
        .map(p -> p.name())
        .toList();
  }

  private Sentence remark(int state) {
    List<Reach.Step> steps = picture.steps(state);
    return switch (picture.road(state)) {
      case IMPROVEMENTS ->
          steps.isEmpty()
              ? say("")
              : say("{}: {}", new Slot.Count(steps.size(), "move", "moves"), movers(steps));
      case MOVES -> say("not by improvements");
      case NONE -> say("out of reach");
    };
  }

  private Slot movers(List<Reach.Step> steps) {
    return new Slot.Several(
        steps.stream().<Slot>map(step -> picture.wording().party(step.by())).toList());
  }
}
