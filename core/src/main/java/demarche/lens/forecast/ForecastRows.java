package demarche.lens.forecast;

import demarche.finding.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A forecast as the rows of a table: one for each target and time.
public final class ForecastRows {
  private ForecastRows() {}

  /// @param forecast the lens's answer for programs
  public static Data of(Data forecast) {
    List<Data> rows = new ArrayList<>();
    fields(part(forecast, "targets"))
        .forEach((target, answer) -> {
          for (Data point : ((Data.Items) part(answer, "curve")).items()) {
            List<Data> interval = ((Data.Items) part(point, "interval")).items();
            Map<String, Data> row = new LinkedHashMap<>();
            row.put("target", new Data.Text(target));
            row.put("years", part(point, "years"));
            row.put("probability", part(point, "probability"));
            row.put("low", interval.getFirst());
            row.put("high", interval.getLast());
            rows.add(new Data.Fields(row));
          }
        });
    return new Data.Items(rows);
  }

  private static Map<String, Data> fields(Data data) {
    return ((Data.Fields) data).fields();
  }

  private static Data part(Data data, String key) {
    return Objects.requireNonNull(fields(data).get(key));
  }
}
