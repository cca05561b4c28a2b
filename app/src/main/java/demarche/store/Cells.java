package demarche.store;

import demarche.ensemble.Cell;
import demarche.ensemble.Column;
import demarche.ensemble.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/// Rows into a table and out of it.
///
/// @param columns in the order of the table, inputs first
record Cells(List<Stored> columns) {
  Cells {
    columns = List.copyOf(columns);
  }

  private int inputs() {
    return (int) columns.stream().filter(c -> c.role() == Stored.Role.INPUT).count();
  }

  /// @throws IllegalArgumentException if the row is none of this run's
  void check(Row row) {
    List<Cell> cells = all(row);
    if (row.inputs().size() != inputs() || cells.size() != columns.size()) {
      throw new IllegalArgumentException("draw " + row.draw() + " has " + cells.size() + " cells");
    }
    for (int c = 0; c < cells.size(); c++) {
      if (!fits(cells.get(c), columns.get(c).column().kind())) {
        throw new IllegalArgumentException(
            "draw %d has %s in %s".formatted(row.draw(), cells.get(c), columns.get(c)));
      }
    }
  }

  private static boolean fits(Cell cell, Column.Kind kind) {
    return switch (cell) {
      case Cell.Amount _ -> kind == Column.Kind.NUMBER;
      case Cell.YesNo _ -> kind == Column.Kind.YES_NO;
      case Cell.Word _ -> kind == Column.Kind.WORD;
      case Cell.None _ -> true;
    };
  }

  private static List<Cell> all(Row row) {
    List<Cell> all = new ArrayList<>(row.inputs());
    all.addAll(row.findings());
    return all;
  }

  static void write(Row row, DuckDBAppender table) throws SQLException {
    table.beginRow().append(row.draw());
    for (Cell cell : all(row)) {
      switch (cell) {
        case Cell.Amount(double value) -> table.append(value);
        case Cell.YesNo(boolean yes) -> table.append(yes);
        case Cell.Word(String text) -> table.append(text);
        case Cell.None() -> table.appendNull();
      }
    }
    table.endRow();
  }

  Row read(ResultSet line) throws SQLException {
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      cells.add(cell(line, c + 2, columns.get(c).column().kind()));
    }
    int inputs = inputs();
    return new Row(line.getLong(1), cells.subList(0, inputs), cells.subList(inputs, cells.size()));
  }

  private static Cell cell(ResultSet line, int at, Column.Kind kind) throws SQLException {
    if (line.getObject(at) == null) return new Cell.None();
    return switch (kind) {
      case NUMBER -> new Cell.Amount(line.getDouble(at));
      case YES_NO -> new Cell.YesNo(line.getBoolean(at));
      case WORD -> new Cell.Word(line.getString(at));
    };
  }
}
