package demarche.lens.change;

import demarche.finding.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Answers as the rows of a table, the changes of each in one cell.
public final class ChangeRows {
  private ChangeRows() {}

  /// @param change the lens's answer for programs
  public static Data of(Data change) {
    List<Data> rows = new ArrayList<>();
    for (Data item : ((Data.Items) change).items()) {
      Map<String, Data> fields = ((Data.Fields) item).fields();
      if (!fields.containsKey("cost")) continue;
      Map<String, Data> row = new LinkedHashMap<>();
      for (String column : List.of("of", "goal", "concept", "verdict", "cost")) {
        row.put(column, Objects.requireNonNull(fields.get(column)));
      }
      row.put("changes", new Data.Text(joined(Objects.requireNonNull(fields.get("changes")))));
      row.put("state", fields.getOrDefault("state", new Data.Nothing()));
      rows.add(new Data.Fields(row));
    }
    return new Data.Items(rows);
  }

  private static String joined(Data changes) {
    return ((Data.Items) changes)
        .items().stream().map(c -> ((Data.Text) c).text()).collect(Collectors.joining("; "));
  }
}
