package demarche.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what is wrong while a file is read to its end, so that one run tells it all.
public final class Problems {
  /// How many are told at the most.
  public static final int MOST = 50;

  /// How many are kept: a file with more of them is no scenario.
  private static final int MOST_KEPT = 10_000;

  private final Map<String, Problem> found = new LinkedHashMap<>();
  private final Map<String, List<String>> lines;

  /// @param lines the lines of each file by its name, for excerpts
  public Problems(Map<String, List<String>> lines) {
    this.lines = lines;
  }

  /// Begins with what was found before.
  Problems(Map<String, List<String>> lines, Problems before) {
    this(lines);
    found.putAll(before.found);
  }

  public void error(Place place, String message, Object... arguments) {
    add(place, Problem.Severity.ERROR, message.formatted(arguments));
  }

  public void warn(Place place, String message, Object... arguments) {
    add(place, Problem.Severity.WARNING, message.formatted(arguments));
  }

  /// An entry may be read several times, in variants and beliefs: what was told of it is not told
  /// again. Where it stands in the model follows the word `in` and makes no difference.
  private void add(Place place, Problem.Severity severity, String message) {
    if (found.size() >= MOST_KEPT) return;
    List<String> text = lines.getOrDefault(place.file(), List.of());
    String excerpt = place.line() <= text.size() ? text.get(place.line() - 1) : "";
    found.putIfAbsent(
        place + " " + message.split(" in ", 2)[0], new Problem(place, severity, message, excerpt));
  }

  public boolean anyErrors() {
    return found.values().stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /// Whether nothing is wrong or odd.
  public boolean none() {
    return found.isEmpty();
  }

  /// Errors in file order: the named file first, then those that it draws in.
  public List<Problem> errors() {
    return sorted(Problem.Severity.ERROR);
  }

  public List<Problem> warnings() {
    return sorted(Problem.Severity.WARNING);
  }

  /// Ends the reading at once, with this problem and those before it.
  public InvalidScenario fatal(Place place, String message, Object... arguments) {
    error(place, message, arguments);
    return told();
  }

  /// Ends the reading if anything is wrong.
  public void stopIfAny() {
    if (anyErrors()) throw told();
  }

  /// The first problems in file order, and how many more there are.
  InvalidScenario told() {
    List<Problem> all = errors();
    if (all.size() <= MOST) return new InvalidScenario(all);
    List<Problem> first = new ArrayList<>(all.subList(0, MOST));
    Problem next = all.get(MOST);
    first.add(
        new Problem(
            next.place(),
            Problem.Severity.ERROR,
            "and %,d more from here on; mend these first".formatted(all.size() - MOST),
            next.excerpt()));
    return new InvalidScenario(first);
  }

  private List<Problem> sorted(Problem.Severity severity) {
    List<String> files = List.copyOf(lines.keySet());
    return found.values().stream()
        .filter(p -> p.severity() == severity)
        .sorted(
            Comparator.comparingInt((Problem p) -> files.indexOf(p.place().file()))
                .thenComparingInt(p -> p.place().line())
                .thenComparingInt(p -> p.place().column()))
        .toList();
  }
}
