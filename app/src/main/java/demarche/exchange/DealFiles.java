package demarche.exchange;

import demarche.exchange.DealDraft.Issue;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the readers of deal domains share: files, ids and numbers.
final class DealFiles {
  /// An option has up to 36 levels, one of them `open`.
  static final int MOST_LEVELS = 35;

  /// How many files are read at once: a domain and the profiles of all sides.
  static final int MOST_FILES = 17;

  private static final int MOST_DIGITS = 60;

  /// Levels of these names would seem to be the lowest.
  private static final Set<String> LOWEST = Set.of("no", "none", "0", DealDraft.OPEN);

  private DealFiles() {}

  /// @throws demarche.scenario.InvalidScenario if there are none, or too many
  static Problems problems(List<Incoming> files) {
    if (files.size() > MOST_FILES) {
      throw files
          .get(MOST_FILES)
          .refused("%d files, the most is %d".formatted(files.size(), MOST_FILES));
    }
    Map<String, List<String>> lines = new LinkedHashMap<>();
    files.forEach(file -> lines.put(file.name(), file.text().lines().toList()));
    return new Problems(lines);
  }

  /// Ids of the values of an issue, in their order.
  static List<String> levels(List<String> values) {
    Ids ids = new Ids();
    Set<String> numbers = new HashSet<>();
    List<String> levels = new ArrayList<>();
    for (int l = 0; l < values.size(); l++) {
      String value = values.get(l).strip();
      boolean isNumber = value.matches("[1-9][0-9]{0,8}") && numbers.add(value);
      boolean isLowest = LOWEST.contains(value.toLowerCase(Locale.ROOT));
      String name =
          value.matches("-[0-9].*")
              ? "minus " + value.substring(1)
              : isLowest || value.matches("[0-9].*") ? "v " + value : value;
      levels.add(isNumber ? value : ids.of(name, "value-" + (l + 1)));
    }
    return levels;
  }

  static Issue issue(Ids ids, String name, List<String> values, int number) {
    String clean = Quoted.clean(name);
    return new Issue(
        ids.of(clean, "issue-" + number),
        clean.isEmpty() ? "Issue " + number : clean,
        levels(values),
        values);
  }

  static void refuseManyLevels(Problems problems, Place place, String name, int values) {
    if (values >= 1 && values <= MOST_LEVELS) return;
    problems.error(
        place,
        "issue '%s' has %,d values, expected 1 to %d",
        Quoted.clean(name),
        values,
        MOST_LEVELS);
  }

  /// A decimal number as a scenario has it: exact, without an exponent.
  ///
  /// @return 0 after telling what is wrong
  static BigDecimal number(Problems problems, Place place, String written, String what) {
    try {
      BigDecimal number = new BigDecimal(written.strip()).stripTrailingZeros();
      if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
        return number;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    problems.error(place, "%s is '%s', expected a decimal number", what, Quoted.clean(written));
    return BigDecimal.ZERO;
  }

  /// As a factor in a formula.
  static String factor(BigDecimal number) {
    String plain = number.toPlainString();
    return number.signum() < 0 ? "(0 - " + plain.substring(1) + ")" : plain;
  }

  /// The file's name without folder and ending.
  static String baseName(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
