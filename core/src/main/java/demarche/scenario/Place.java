package demarche.scenario;

/// Where something stands in a file.
///
/// @param file as the user named it, or relative to the scenario's folder
/// @param line counted from 1
/// @param column counted from 1, in characters
/// @param length how many characters of that line it fills, 0 or more
public record Place(String file, int line, int column, int length) {
  public Place {
    if (line < 1 || column < 1 || length < 0) {
      throw new IllegalArgumentException("place %s:%d:%d+%d".formatted(file, line, column, length));
    }
  }

  /// A part of this place: `length` characters from `offset` characters on, in the same line.
  public Place part(int offset, int length) {
    return new Place(file, line, column + offset, length);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
