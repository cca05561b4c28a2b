package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// What leads to an aim: the shortest sequences, and the smallest groups that could go together.
///
/// @param groups those with a joint improvement from the start to a state of the aim
record Sought(Prospect prospect, Aim aim, StateSet states, Groups groups) {
  /// Nothing where the aim is anywhere.
  static List<Sought> of(Prospect prospect, Aim aim, Run run) {
    StateSet states =
        switch (aim) {
          case Aim.Anywhere() -> new StateSet(0);
          case Aim.State(int state) -> only(prospect, state);
          case Aim.Where(var _, StateSet where) -> where;
        };
    if (aim instanceof Aim.Anywhere) return List.of();
    return List.of(new Sought(prospect, aim, states, prospect.paths().groups(states, run)));
  }

  private static StateSet only(Prospect prospect, int state) {
    StateSet only = new StateSet(prospect.space().size());
    only.add(state);
    return only;
  }

  /// The nearest state of the aim; -1 where none is reached.
  int nearest(Arcs.Kind kind) {
    return prospect.paths().nearest(states, kind);
  }

  Finding finding() {
    List<Sentence> reasons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    Sentence statement = statement(reasons, figures);
    return new Finding("to", Prominence.HEADLINE, statement, reasons, figures);
  }

  private Sentence statement(List<Sentence> reasons, List<Figure> figures) {
    Paths paths = prospect.paths();
    Slot start = prospect.start();
    if (states.isEmpty()) return say("No feasible state has {}", name());
    if (states.contains(paths.start())) return already(start);
    together(reasons, figures);
    int improving = nearest(Arcs.Kind.IMPROVEMENTS);
    int moving = nearest(Arcs.Kind.MOVES);
    if (moving < 0) return say("No sequence of moves leads from {} to {}", start, name());
    if (improving < 0) {
      reasons.addFirst(
          shortest("The shortest sequence of any moves has {}{}", moving, Arcs.Kind.MOVES));
      figures.addFirst(steps("By any moves", moving, Arcs.Kind.MOVES));
      return say("No sequence of improvements leads from {} to {}", start, name());
    }
    figures.addFirst(steps("By improvements", improving, Arcs.Kind.IMPROVEMENTS));
    int shorter = paths.distance(moving, Arcs.Kind.MOVES);
    int distance = paths.distance(improving, Arcs.Kind.IMPROVEMENTS);
    if (shorter < distance) {
      reasons.addFirst(
          say(
              "With moves that are no gain for who makes them {} would do",
              Prospect.number(shorter)));
    }
    return say(
        "Improvements lead from {} to {} in {}{}",
        start,
        name(),
        Prospect.moves(distance),
        in(improving));
  }

  private Sentence already(Slot start) {
    return switch (aim) {
      case Aim.State _, Aim.Anywhere _ -> say("The paths begin and end in {}", start);
      case Aim.Where(String expression, var _) ->
          say("{} has {} already", start, new Slot.OfExpression(expression));
    };
  }

  private Slot name() {
    return switch (aim) {
      case Aim.Anywhere() -> new Slot.Plain("anywhere");
      case Aim.State(int state) -> prospect.state(state);
      case Aim.Where(String expression, var _) -> new Slot.OfExpression(expression);
    };
  }

  private Sentence shortest(String pattern, int state, Arcs.Kind kind) {
    return say(pattern, Prospect.moves(prospect.paths().distance(state, kind)), in(state));
  }

  /// Which of the states it is, where there are several.
  private Slot in(int state) {
    return switch (aim) {
      case Aim.State _, Aim.Anywhere _ -> new Slot.Plain("");
      case Aim.Where _ ->
          new Slot.Clause(
              say(
                  " and ends in {}, the nearest of {}",
                  prospect.state(state),
                  Prospect.states(states.count())));
    };
  }

  private Figure steps(String title, int state, Arcs.Kind kind) {
    Paths paths = prospect.paths();
    return new Figure.Steps(title, prospect.told(paths.start(), paths.shortest(state, kind)));
  }

  private void together(List<Sentence> reasons, List<Figure> figures) {
    if (!groups.notSearched().isEmpty()) return;
    if (groups.found().isEmpty()) {
      reasons.add(say("No group could go there together with a gain for each of its members"));
      return;
    }
    figures.add(Together.table("Together", prospect, groups.found()));
    Group first = groups.found().getFirst();
    reasons.add(
        first.members().size() == 1
            ? say("{} alone could go there and gain", prospect.parties(first.members()))
            : say(
                "Together {} could go there, and each would gain",
                prospect.parties(first.members())));
  }
}
