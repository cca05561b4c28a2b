package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.forecast.Routes.Change;
import demarche.lens.forecast.Routes.Route;
import demarche.lens.forecast.SampledForecast.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Tells on which ways targets come, where things end, and some courses from beginning to end.
final class CourseWords {
  private static final int ROUTES = 3;
  private static final int STATES = 5;
  private static final int ENDS = 5;
  private static final int COURSES = 2;
  private static final int MOST_STEPS = 20;

  private final Forecast forecast;
  private final Run run;
  private final Telling telling;

  CourseWords(Forecast forecast, Run run) {
    this.forecast = forecast;
    this.run = run;
    this.telling = new Telling(forecast);
  }

  List<Finding> findings() {
    return switch (forecast) {
      case ExactForecast exact -> exact(exact);
      case SampledForecast sampled -> sampled(sampled);
    };
  }

  private List<Finding> exact(ExactForecast exact) {
    List<Finding> findings = new ArrayList<>();
    List<List<Sentence>> best = new ArrayList<>();
    List<List<Sentence>> all = new ArrayList<>();
    for (int t : telling.targets()) {
      List<Route> routes = exact.routes(t, ROUTES);
      for (Route route : routes) all.add(row(exact, t, route));
      if (!routes.isEmpty()) best.add(row(exact, t, routes.getFirst()));
    }
    if (!best.isEmpty()) {
      findings.add(routes("routes", Prominence.SECTION, "Likeliest ways", best));
    }
    if (all.size() > best.size()) {
      findings.add(routes("more-routes", Prominence.DETAIL, "More ways", all));
    }
    findings.add(states(exact));
    findings.add(ends(exact));
    return findings;
  }

  private Finding routes(
      String id, Prominence prominence, String title, List<List<Sentence>> rows) {
    return new Finding(
        id,
        prominence,
        say(
            "On which ways targets come, whenever they do: each with how likely the very next changes"
                + " are these and no others"),
        List.of(),
        List.of(new Figure.Table(title, List.of("target", "likely", "changes"), rows)));
  }

  private List<Sentence> row(ExactForecast exact, int target, Route route) {
    List<Slot> changes = new ArrayList<>();
    int at = forecast.space().statusQuo();
    for (Change change : route.changes()) {
      int to = exact.terrain().state(change.to());
      changes.add(
          new Slot.Clause(
              say("{} sets {}", telling.cause(change.cause()), telling.changes(at, to))));
      at = to;
    }
    return List.of(
        say("{}", new Slot.Plain(forecast.targets().get(target).name())),
        say("{}", Telling.share(route.probability())),
        say("{}", new Slot.Several(changes)));
  }

  private Finding states(ExactForecast exact) {
    double[] end = exact.evolution().end();
    List<Integer> likely =
        IntStream.range(0, end.length)
            .boxed()
            .sorted(Comparator.comparingDouble(s -> -end[s]))
            .limit(STATES)
            .toList();
    double told = likely.stream().mapToDouble(s -> end[s]).sum();
    List<List<Sentence>> rows = new ArrayList<>();
    for (int s : likely) {
      rows.add(
          List.of(
              say("{}", telling.state(exact.terrain().state(s))),
              say("{}", Telling.share(end[s]))));
    }
    return new Finding(
        "states",
        Prominence.SECTION,
        say(
            "The likeliest states at the horizon, which together have {}; {} can be reached",
            Telling.share(told),
            new Slot.Count(end.length, "state", "states")),
        List.of(),
        List.of(new Figure.Table("Where it may stand", List.of("state", "likely"), rows)));
  }

  private Finding ends(ExactForecast exact) {
    List<int[]> ends = exact.ends();
    double[] at = exact.evolution().end();
    if (ends.size() == 1 && ends.getFirst().length == at.length) {
      return new Finding(
          "ends",
          Prominence.DETAIL,
          say(
              "Nothing is final: from every state that can be reached each other can be reached too"),
          List.of(),
          List.of());
    }
    List<List<Sentence>> rows =
        ends.stream()
            .sorted(Comparator.comparingDouble(e -> -Evolution.sum(at, e)))
            .limit(ENDS)
            .map(end -> row(exact, end, Evolution.sum(at, end)))
            .toList();
    double inside = ends.stream().mapToDouble(e -> Evolution.sum(at, e)).sum();
    return new Finding(
        "ends",
        Prominence.DETAIL,
        say(
            "{} never left again once entered; at the horizon things are in {} with {}",
            new Slot.Count(ends.size(), "set of states is", "sets of states are"),
            new Slot.Plain(ends.size() == 1 ? "it" : "one of them"),
            Telling.share(inside)),
        List.of(),
        List.of(new Figure.Table("No way back", List.of("such as", "set", "likely"), rows)));
  }

  private List<Sentence> row(ExactForecast exact, int[] end, double probability) {
    return List.of(
        say("{}", telling.state(exact.terrain().state(end[0]))),
        end.length == 1
            ? say("nothing changes any more")
            : say("one of {}", new Slot.Count(end.length, "state", "states")),
        say("{}", Telling.share(probability)));
  }

  private List<Finding> sampled(SampledForecast sampled) {
    List<Finding> findings = new ArrayList<>();
    for (int k = 0; k < COURSES; k++) {
      run.check();
      findings.add(course(k, sampled.course(k)));
    }
    return findings;
  }

  private Finding course(int number, List<Step> course) {
    int left = course.size() - MOST_STEPS;
    return new Finding(
        "course-" + number,
        number == 0 ? Prominence.SECTION : Prominence.DETAIL,
        say(
            "One course of those drawn, number {}, with {}",
            new Slot.Plain(String.valueOf(number)),
            new Slot.Count(course.size(), "change", "changes")),
        left > 0
            ? List.of(say("{} left out", new Slot.Count(left, "change is", "changes are")))
            : List.of(),
        List.of(
            new Figure.Steps(
                "A course", course.stream().limit(MOST_STEPS).map(this::told).toList())));
  }

  private Sentence told(Step step) {
    return say(
        "After {} {} sets {}",
        Telling.time(step.year()),
        telling.cause(step.cause()),
        telling.changes(step.from(), step.to()));
  }
}
