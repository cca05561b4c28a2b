package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exported files hold the rows, read by DuckDB's own readers.
final class ExportTest {
  @TempDir Path folder;

  @Test
  void parquetAndCsvEqualTheRows() {
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      Design design = Ensembles.design(11, 400);
      String run = store.begin(design, Ensembles.STARTED);
      store.append(run, Ensembles.rows(design, new Span(200, 399)));
      store.append(run, Ensembles.rows(design, new Span(0, 199)));
      Path parquet = folder.resolve("it's draws.parquet");
      Path csv = folder.resolve("draws.csv");
      store.export(run, Export.PARQUET, parquet);
      store.export(run, Export.CSV, csv);
      String quoted = parquet.toString().replace("'", "''");
      check(store, design, "read_parquet('" + quoted + "')");
      check(
          store,
          design,
          "read_csv('%s', allow_quoted_nulls = false, types = %s)"
              .formatted(csv, types(store, run)));
    }
  }

  private static String types(RunStore store, String run) {
    StringBuilder types = new StringBuilder("{'sha256': 'VARCHAR'");
    for (Stored column : store.columns(run)) {
      types.append(", '%s': '%s'".formatted(column.name(), column.type()));
    }
    return types + "}";
  }

  private static void check(RunStore store, Design design, String source) {
    Cells cells = new Cells(store.columns("r1"));
    List<Row> read = store.database().list(cells::read, "SELECT * FROM " + source);
    assertThat(read).isEqualTo(Ensembles.all(design));
    List<String> heads =
        store
            .database()
            .list(
                r ->
                    "%s %s %s %s %s %s"
                        .formatted(
                            r.getString(1),
                            r.getLong(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6)),
                "SELECT DISTINCT run, seed, sampling, version, scenario, sha256 FROM " + source);
    assertThat(heads).containsExactly("r1 11 sobol 0.1.0 The ferry strike " + design.sha256());
  }
}
