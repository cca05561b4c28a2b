package demarche.exchange;

import demarche.analysis.Case;
import demarche.model.Option;
import demarche.scenario.BodyEntry;
import demarche.scenario.Place;
import demarche.scenario.Problem;
import java.util.ArrayList;
import java.util.List;

/// Finds what a format cannot hold, with its place in the scenario.
record Limits(Case about, String format) {
  /// Graphs have no options that could be written down.
  List<Problem> graph() {
    if (!about.model().isGraph()) return List.of();
    return List.of(problem(head(), "a graph, only options"));
  }

  /// Bodies have a voting rule and no rank.
  List<Problem> bodies() {
    List<Problem> found = new ArrayList<>();
    for (BodyEntry body : about.scenario().bodies()) {
      found.add(
          problem(
              body.id().place(),
              "the body '" + body.id() + "', which decides by votes and has no ranking"));
    }
    return found;
  }

  List<Problem> levels() {
    List<Problem> found = new ArrayList<>();
    for (Option option : about.model().options()) {
      if (option.levels().size() == 2 || about.model().isGraph()) continue;
      found.add(
          problem(
              option.place(),
              "option '%s' with its %d levels, only options with two"
                  .formatted(option.id(), option.levels().size())));
    }
    return found;
  }

  private Place head() {
    return about.scenario().head().place();
  }

  private Problem problem(Place place, String what) {
    return new Problem(place, Problem.Severity.ERROR, format + " cannot hold " + what, "");
  }
}
