package demarche.report;

import demarche.finding.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Nested data as the rows of one table: a list inside a record gives a row for each of its items,
/// which repeat what stands around the list. A list of words, such as the members of a coalition,
/// is one cell.
///
/// A column is named by the way to it, such as `improvements.to`. A list that is empty, and nothing
/// in place of a list, leave their columns blank.
final class Records {
  private final Set<String> columns = new LinkedHashSet<>();

  private Records() {}

  static String csv(Data data) {
    Records records = new Records();
    List<Map<String, String>> rows = records.rows("", data);
    StringBuilder text = new StringBuilder(CsvReport.line(List.copyOf(records.columns)));
    for (Map<String, String> row : rows) {
      text.append(
          CsvReport.line(records.columns.stream().map(c -> row.getOrDefault(c, "")).toList()));
    }
    return text.toString();
  }

  private List<Map<String, String>> rows(String path, Data data) {
    return switch (data) {
      case Data.Items(var items)
          when !items.isEmpty() && items.stream().allMatch(Data.Text.class::isInstance) ->
          one(
              path,
              items.stream()
                  .map(item -> ((Data.Text) item).text())
                  .collect(Collectors.joining(" ")));
      case Data.Items(var items) ->
          items.stream().flatMap(item -> rows(path, item).stream()).toList();
      case Data.Fields(var fields) -> combined(path, fields);
      case Data.States(var codes) -> one(path, String.join(" ", codes));
      case Data.Text(String text) -> one(path, text);
      case Data.Whole(long number) -> one(path, Long.toString(number));
      case Data.Real(double number) -> one(path, Double.toString(number));
      case Data.Exact _ -> one(path, Json.of(data, 0).strip().replace("\"", ""));
      case Data.Flag(boolean value) -> one(path, Boolean.toString(value));
      case Data.Nothing() -> List.of(new LinkedHashMap<>());
    };
  }

  private List<Map<String, String>> one(String path, String text) {
    columns.add(path);
    Map<String, String> row = new LinkedHashMap<>();
    row.put(path, text);
    return List.of(row);
  }

  /// Each field's rows beside those of the others.
  private List<Map<String, String>> combined(String path, Map<String, Data> fields) {
    List<Map<String, String>> rows = List.of(new LinkedHashMap<>());
    for (Map.Entry<String, Data> field : fields.entrySet()) {
      String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      List<Map<String, String>> more = rows(name, field.getValue());
      if (!more.isEmpty()) rows = product(rows, more);
    }
    return rows;
  }

  private static List<Map<String, String>> product(
      List<Map<String, String>> rows, List<Map<String, String>> more) {
    List<Map<String, String>> product = new ArrayList<>();
    for (Map<String, String> row : rows) {
      for (Map<String, String> other : more) {
        Map<String, String> both = new LinkedHashMap<>(row);
        both.putAll(other);
        product.add(both);
      }
    }
    return product;
  }
}
