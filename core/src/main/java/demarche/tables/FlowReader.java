package demarche.tables;

import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Scenario.FlowEntry;
import demarche.scenario.Spelling;
import demarche.tables.Flow.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads the CSV of one flow: columns `year`, `from`, `to`, `value` and, if there is one, `source`,
/// found by their names. Bad rows are told and left out.
final class FlowReader {
  private static final List<String> REQUIRED = List.of("year", "from", "to", "value");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern VALUE = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,20})?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  static final int MOST_ROWS = 100_000;

  private static final String NAMES = "names the columns year, from, to, value, source";

  private final FlowEntry entry;
  private final Problems problems;
  private final Map<String, Integer> columns = new HashMap<>();
  private boolean bad;

  private FlowReader(FlowEntry entry, Problems problems) {
    this.entry = entry;
    this.problems = problems;
  }

  static Flow read(FlowEntry entry, Problems problems) {
    List<Row> rows = new FlowReader(entry, problems).rows();
    return new Flow(entry.id().text(), entry.unit(), entry.direction(), rows);
  }

  private List<Row> rows() {
    if (entry.file().isEmpty()) return List.of(); // there is none, which is told
    List<Csv.Row> lines = Csv.rows(entry.content(), MOST_ROWS + 2); // the header, and one too many
    if (lines.isEmpty()) {
      problems.error(
          new Place(entry.file().text(), 1, 1, 0), "the file is empty; the first line %s", NAMES);
    }
    if (lines.isEmpty() || !header(lines.getFirst())) return List.of();
    List<Row> rows = new ArrayList<>();
    if (lines.size() > MOST_ROWS + 1) {
      problems.error(
          place(lines.getLast(), 0),
          "the flow has more than %,d rows, the most that is read; leave out what is not asked for",
          MOST_ROWS);
      return rows;
    }
    for (Csv.Row line : lines.subList(1, lines.size())) {
      if (line.cells().getLast().isOpen()) {
        problems.error(
            place(line, line.cells().size() - 1), "the quote that opens here is never closed");
        continue;
      }
      bad = false;
      Row row = row(line);
      if (!bad) rows.add(row);
    }
    return rows;
  }

  private boolean header(Csv.Row header) {
    for (int i = 0; i < header.cells().size(); i++) {
      columns.putIfAbsent(header.cells().get(i).text().toLowerCase(Locale.ROOT), i);
    }
    List<String> missing = REQUIRED.stream().filter(c -> !columns.containsKey(c)).toList();
    if (missing.isEmpty()) return true;
    problems.error(
        place(header, 0), "the first line lacks %s; it %s", String.join(", ", missing), NAMES);
    return false;
  }

  private Row row(Csv.Row line) {
    String year = cell(line, "year");
    String value = cell(line, "value");
    if (!YEAR.matcher(year).matches()) tell(line, "year", "a year such as 2025");
    if (!VALUE.matcher(value).matches()) {
      tell(line, "value", "a number of 0 or more, with a decimal point and no other signs");
    }
    for (String end : List.of("from", "to")) {
      if (!NAME.matcher(cell(line, end)).matches()) tell(line, end, "the id of an actor, or world");
    }
    return new Row(
        YEAR.matcher(year).matches() ? Integer.parseInt(year) : 0,
        cell(line, "from"),
        cell(line, "to"),
        VALUE.matcher(value).matches() ? exact(value) : BigFraction.ZERO,
        cell(line, "source"),
        place(line, 0));
  }

  private static BigFraction exact(String text) {
    BigDecimal decimal = new BigDecimal(text);
    return BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  private void tell(Csv.Row line, String column, String expected) {
    bad = true;
    problems.error(
        place(line, columns.getOrDefault(column, 0)),
        "'%s' is %s, expected %s",
        column,
        Spelling.quoted(cell(line, column)),
        expected);
  }

  private String cell(Csv.Row line, String column) {
    int index = columns.getOrDefault(column, Integer.MAX_VALUE);
    return index < line.cells().size() ? line.cells().get(index).text() : "";
  }

  private Place place(Csv.Row line, int index) {
    Csv.Cell cell = line.cells().get(Math.min(index, line.cells().size() - 1));
    return new Place(
        entry.file().text(), line.line(), cell.column(), Math.max(1, cell.text().length()));
  }
}
