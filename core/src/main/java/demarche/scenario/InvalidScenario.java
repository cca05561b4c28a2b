package demarche.scenario;

import java.util.List;

/// The file cannot be used as it stands. Holds every problem, in file order.
public final class InvalidScenario extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public InvalidScenario(List<Problem> problems) {
    super(problems.isEmpty() ? "no problem named" : problems.getFirst().toString());
    this.problems = List.copyOf(problems);
  }

  public InvalidScenario(Place place, String found, String expected) {
    this(List.of(new Problem(place, Problem.Severity.ERROR, found + ", expected " + expected, "")));
  }

  public List<Problem> problems() {
    return problems;
  }
}
