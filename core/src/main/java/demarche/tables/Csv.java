package demarche.tables;

import java.util.ArrayList;
import java.util.List;

/// Plain CSV as in RFC 4180: cells in double quotes may hold separators, line breaks and doubled
/// quotes. The separator is the comma, semicolon or tab of which the first line has most.
public final class Csv {
  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private int lineStart;

  private Csv(String text) {
    this.text = text;
    this.separator = separator(text.lines().findFirst().orElse(""));
  }

  /// @param line of the file in which the row begins, from 1
  public record Row(int line, List<Cell> cells) {}

  /// @param column of the file at which the cell begins, from 1
  /// @param isOpen whether its quote is never closed: the cell then has all the rest of the file
  public record Cell(String text, int column, boolean isOpen) {}

  /// All rows but blank ones, up to a number of them.
  public static List<Row> rows(String text, int most) {
    Csv csv = new Csv(text);
    List<Row> rows = new ArrayList<>();
    while (csv.at < text.length() && rows.size() < most) {
      Row row = csv.row();
      if (row.cells().size() > 1 || !row.cells().getFirst().text().isBlank()) rows.add(row);
    }
    return rows;
  }

  private static char separator(String header) {
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(header, c) > count(header, best)) best = c;
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(found -> found == c).count();
  }

  private Row row() {
    int first = line;
    List<Cell> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (at < text.length() && text.charAt(at++) == separator);
    if (at > 0 && at <= text.length() && text.charAt(at - 1) == '\r') {
      if (at < text.length() && text.charAt(at) == '\n') at++;
      nextLine();
    } else if (at > 0 && text.charAt(at - 1) == '\n') {
      nextLine();
    }
    return new Row(first, cells);
  }

  /// Reads up to, not over, the separator or the end of the row.
  private Cell cell() {
    int column = at - lineStart + 1;
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    if (quoted) at++;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          quoted = false;
          continue;
        }
        at++;
      } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
        break;
      }
      cell.append(c);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      }
    }
    return new Cell(cell.toString().strip(), column, quoted);
  }

  private void nextLine() {
    line++;
    lineStart = at;
  }
}
