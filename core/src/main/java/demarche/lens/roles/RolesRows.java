package demarche.lens.roles;

import demarche.finding.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verdicts as the rows of a table.
public final class RolesRows {
  private RolesRows() {}

  /// One for each actor, observer, target and role.
  ///
  /// @param roles the lens's answer for programs
  public static Data of(Data roles) {
    List<Data> rows =
        ((Data.Items) roles)
            .items().stream()
                .<Data>map(row -> {
                  Map<String, Data> fields = new LinkedHashMap<>(((Data.Fields) row).fields());
                  fields.remove("part");
                  return new Data.Fields(fields);
                })
                .toList();
    return new Data.Items(rows);
  }
}
