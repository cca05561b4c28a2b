package demarche.exchange;

import demarche.scenario.InvalidScenario;
import demarche.scenario.Place;
import demarche.tables.Csv;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// The cells of one table, each with its place.
///
/// @param name of the file, with the sheet's in a workbook
record Grid(String name, List<List<Cell>> rows) {
  static final int MOST_ROWS = 100_001;

  /// What a workbook may unpack to.
  private static final long MOST_UNPACKED = 200_000_000;

  private static final int MOST_CELLS = 500;

  record Cell(String text, Place place) {}

  static Grid csv(Incoming file) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Csv.Row row : Csv.rows(file.text(), MOST_ROWS + 1)) {
      List<Cell> cells = new ArrayList<>();
      for (Csv.Cell cell : row.cells()) {
        Place place = new Place(file.name(), row.line(), cell.column(), 1);
        if (cell.isOpen()) throw file.refused("a quote is never closed, at " + place);
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
      refuseBomb(file);
      try (ReadableWorkbook workbook =
          new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
        Sheet found =
            workbook
                .findSheet(sheet)
                .orElseThrow(() -> file.refused("the workbook has no sheet '" + sheet + "'"));
        try (Stream<Row> rows = found.openStream()) {
          List<List<Cell>> cells =
              rows.limit(MOST_ROWS + 1).map(row -> cells(file, sheet, row)).toList();
          List<List<Cell>> filled =
              cells.stream().filter(r -> r.stream().anyMatch(c -> !c.text().isEmpty())).toList();
          return checked(new Grid(file.name() + " " + sheet, filled), file);
        }
      }
    } catch (InvalidScenario e) {
      throw e;
    } catch (IOException | RuntimeException _) {
      throw file.refused("the file is no sound XLSX workbook; save it anew as .xlsx");
    }
  }

  private static List<Cell> cells(Incoming file, String sheet, Row row) {
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < Math.min(row.getCellCount(), MOST_CELLS); c++) {
      Place place = new Place(file.name() + " " + sheet, Math.max(1, row.getRowNum()), c + 1, 1);
      cells.add(new Cell(row.getCellText(c).strip(), place));
    }
    return cells;
  }

  private static void refuseBomb(Incoming file) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long unpacked = 0;
    try (ZipFile zip = ZipFile.builder().setByteArray(file.bytes()).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        boolean usual =
            entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!usual) throw new IOException("packed by a method that no workbook uses");
        try (InputStream input = zip.getInputStream(entry)) {
          for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
            unpacked += n;
            if (unpacked > MOST_UNPACKED) {
              throw file.refused(
                  "the workbook unpacks to more than %,d bytes, the most that is read"
                      .formatted(MOST_UNPACKED));
            }
          }
        }
      }
    }
  }

  private static Grid checked(Grid grid, Incoming file) {
    if (grid.rows.size() > MOST_ROWS) {
      throw file.refused("more than %,d rows, the most that is read".formatted(MOST_ROWS));
    }
    if (grid.rows.isEmpty()) throw file.refused("the table is empty, expected a header");
    return grid;
  }
}
