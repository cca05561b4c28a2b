package demarche.lens.forecast;

import demarche.model.Target;
import java.util.ArrayList;
import java.util.List;

/// A forecast held against that of a variant.
///
/// @param rows for each target that both have
record Against(String variant, Forecast there, List<Row> rows) {
  Against {
    rows = List.copyOf(rows);
  }

  /// @param target its place in the first forecast
  /// @param place its place in the other
  /// @param difference by how much the probability is higher there
  record Row(int target, int place, Estimate difference) {}

  static Against of(Forecast here, String variant, Forecast there) {
    List<String> ids = there.targets().stream().map(Target::id).toList();
    List<Row> rows = new ArrayList<>();
    for (int t = 0; t < here.targets().size(); t++) {
      int place = ids.indexOf(here.targets().get(t).id());
      if (place >= 0) rows.add(new Row(t, place, here.difference(t, there, place)));
    }
    return new Against(variant, there, rows);
  }
}
