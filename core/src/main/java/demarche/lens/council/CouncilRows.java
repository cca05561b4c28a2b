package demarche.lens.council;

import demarche.finding.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Votes, power and backtests as the rows of a table.
public final class CouncilRows {
  private static final List<String> OF_A_TEXT =
      List.of("state", "passes", "by", "missing", "probability");

  private CouncilRows() {}

  /// One for each member, text and body.
  ///
  /// @param council the lens's answer for programs
  public static Data of(Data council) {
    List<Data> rows = new ArrayList<>();
    fields(council)
        .forEach((body, sitting) ->
            fields(part(sitting, "texts"))
                .forEach((text, division) -> rows.addAll(rows(body, text, division))));
    return new Data.Items(rows);
  }

  /// The power of each member of each body; a body whose members' power was not worked out has
  /// none.
  ///
  /// @param council the lens's answer for programs
  public static Data power(Data council) {
    List<Data> rows = new ArrayList<>();
    fields(council)
        .forEach((body, sitting) -> {
          if (!fields(sitting).containsKey("power")) return;
          fields(part(sitting, "power"))
              .forEach((member, indices) -> {
                Map<String, Data> row = new LinkedHashMap<>();
                row.put("body", new Data.Text(body));
                row.put("member", new Data.Text(member));
                row.putAll(fields(indices));
                rows.add(new Data.Fields(row));
              });
        });
    return new Data.Items(rows);
  }

  /// One for each clause of a draft that is held against what was adopted.
  ///
  /// @param council the lens's answer for programs
  public static Data backtest(Data council) {
    List<Data> rows = new ArrayList<>();
    fields(council)
        .forEach((body, sitting) -> {
          if (!fields(sitting).containsKey(BacktestData.KEY)) return;
          Data clauses = part(part(sitting, BacktestData.KEY), "clauses");
          for (Data clause : ((Data.Items) clauses).items()) {
            Map<String, Data> row = new LinkedHashMap<>();
            row.put("body", new Data.Text(body));
            row.putAll(fields(clause));
            rows.add(new Data.Fields(row));
          }
        });
    return new Data.Items(rows);
  }

  private static List<Data> rows(String body, String text, Data division) {
    List<Data> rows = new ArrayList<>();
    for (Data ballot : ((Data.Items) part(division, "ballots")).items()) {
      Map<String, Data> row = new LinkedHashMap<>();
      row.put("body", new Data.Text(body));
      row.put("text", new Data.Text(text));
      OF_A_TEXT.forEach(key -> row.put(key, part(division, key)));
      row.putAll(fields(ballot));
      rows.add(new Data.Fields(row));
    }
    return rows;
  }

  private static Map<String, Data> fields(Data data) {
    return ((Data.Fields) data).fields();
  }

  private static Data part(Data data, String key) {
    return Objects.requireNonNull(fields(data).get(key));
  }
}
