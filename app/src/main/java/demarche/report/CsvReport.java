package demarche.report;

import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.model.Option;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// States as a table: a row for each, a column for each option, then one for each list of states
/// that a lens found, 1 where the state is in it and 0 where not.
///
/// A column is named by the way to its list in the JSON, such as `stability.SEQ.stable.union`.
public final class CsvReport {
  private final Case about;
  private final Map<String, Membership> lists = new LinkedHashMap<>();

  private CsvReport(Case about) {
    this.about = about;
  }

  /// @param most how many rows are written at the most, in ascending order of the state codes
  public static String of(Brief brief, int most) {
    CsvReport report = new CsvReport(brief.about());
    for (Answer answer : brief.answers()) report.collect(answer.lens(), answer.data());
    return report.write(brief.about().space().states().limit(most));
  }

  /// The states alone, with their options.
  public static String of(Case about, IntStream states) {
    return new CsvReport(about).write(states);
  }

  /// Any other data, a row for each innermost record.
  public static String records(Data data) {
    return Records.csv(data);
  }

  /// A line of cells.
  static String line(List<String> cells) {
    return cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + "\n";
  }

  private void collect(String path, Data data) {
    switch (data) {
      case Data.States(var codes) -> lists.put(path, new Membership(codes.iterator()));
      case Data.Fields(var fields) ->
          fields.forEach((name, inner) -> collect(path + "." + name, inner));
      case Data.Items _,
          Data.Text _,
          Data.Whole _,
          Data.Real _,
          Data.Exact _,
          Data.Flag _,
          Data.Nothing _ -> {}
    }
  }

  private String write(IntStream states) {
    StringBuilder text = new StringBuilder("state");
    List<Option> options = about.model().isGraph() ? List.of() : about.model().options();
    options.forEach(o -> text.append(',').append(cell(o.id())));
    lists.keySet().forEach(path -> text.append(',').append(cell(path)));
    text.append('\n');
    states.forEach(s -> row(text, options, s));
    return text.toString();
  }

  private void row(StringBuilder text, List<Option> options, int state) {
    String code = about.space().code(state);
    int[] levels = about.space().levels(state);
    text.append(cell(code));
    for (Option option : options) {
      text.append(',').append(cell(option.levels().get(levels[option.index()])));
    }
    for (Membership list : lists.values()) {
      text.append(',').append(list.has(code) ? '1' : '0');
    }
    text.append('\n');
  }

  /// Which of the rows, asked for one by one in ascending order, are in an ascending list. The list
  /// is read along, for all lists at once need not fit.
  private static final class Membership {
    private final Iterator<String> codes;
    private String next;

    Membership(Iterator<String> codes) {
      this.codes = codes;
      this.next = following();
    }

    boolean has(String code) {
      if (!next.equals(code)) return false;
      next = following();
      return true;
    }

    private String following() {
      return codes.hasNext() ? codes.next() : "";
    }
  }

  /// Quoted where RFC 4180 asks for it.
  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
