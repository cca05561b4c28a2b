package demarche.exchange;

import demarche.scenario.InvalidScenario;
import demarche.scenario.Place;
import demarche.states.TooLarge;
import demarche.tables.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// The cells of one table, each with its place.
///
/// @param name of the file, with the sheet's in a workbook
record Grid(String name, List<List<Cell>> rows) {
  static final int MOST_ROWS = 100_001;

  private static final int MOST_COLUMNS = 500;

  /// Of a sheet: 100,001 rows for 49 actors.
  private static final int MOST_CELLS = 5_000_000;

  record Cell(String text, Place place) {}

  static Grid csv(Incoming file) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Csv.Row row : Csv.rows(file.text(), MOST_ROWS + 1)) {
      List<Cell> cells = new ArrayList<>();
      for (Csv.Cell cell : row.cells()) {
        Place place = new Place(file.name(), row.line(), cell.column(), 1);
        if (cell.isOpen()) throw file.refused(place, "a quote is opened here and never closed");
        cells.add(new Cell(bare(cell.text()), place));
      }
      rows.add(cells);
    }
    return checked(new Grid(file.name(), rows), file);
  }

  /// Without the apostrophe that keeps a spreadsheet from reading a formula.
  private static String bare(String text) {
    String stripped = text.strip();
    boolean guarded = stripped.startsWith("'") && Tables.isFormula(stripped.substring(1));
    return guarded ? stripped.substring(1) : stripped;
  }

  /// A sheet of a workbook. Lines and columns of its places are those of its cells.
  @SuppressWarnings("IllegalCatch") // the library may throw anything on a file that is none
  static Grid sheet(Incoming file, String sheet) {
    file.refuseTooLong();
    try {
      Unpacked.refuseTooLarge(file);
      try (ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
        Sheet found =
            workbook
                .findSheet(sheet)
                .orElseThrow(() -> file.refused("the workbook has no sheet '" + sheet + "'"));
        try (Stream<Row> rows = found.openStream()) {
          String name = file.name() + " " + sheet;
          AtomicInteger count = new AtomicInteger();
          List<List<Cell>> filled =
              rows.limit(MOST_ROWS + 1)
                  .map(row -> cells(name, row))
                  .filter(r -> r.stream().anyMatch(c -> !c.text().isEmpty()))
                  .peek(r -> {
                    if (count.addAndGet(r.size()) > MOST_CELLS) {
                      throw file.tooLarge("more cells", MOST_CELLS);
                    }
                  })
                  .toList();
          return checked(new Grid(name, filled), file);
        }
      }
    } catch (InvalidScenario | TooLarge e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      throw file.refused("the file is no sound XLSX workbook; save it anew as .xlsx");
    }
  }

  private static List<Cell> cells(String name, Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < Math.min(row.getCellCount(), MOST_COLUMNS); c++) {
      Place place = new Place(name, Math.max(1, row.getRowNum()), c + 1, 1);
      cells.add(new Cell(row.getCellText(c).strip(), place));
    }
    return cells;
  }

  private static Grid checked(Grid grid, Incoming file) {
    if (grid.rows.size() > MOST_ROWS) {
      throw file.tooLarge("more rows", MOST_ROWS);
    }
    if (grid.rows.isEmpty()) throw file.refused("the table is empty, expected a header");
    return grid;
  }
}
