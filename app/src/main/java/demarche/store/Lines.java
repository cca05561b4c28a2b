package demarche.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/// The lines of a result, one after the other.
final class Lines<T> extends Spliterators.AbstractSpliterator<T> {
  private final Path file;
  private final ResultSet lines;
  private final Database.Reader<T> reader;

  Lines(Path file, ResultSet lines, Database.Reader<T> reader) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.file = file;
    this.lines = lines;
    this.reader = reader;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    try {
      if (!lines.next()) return false;
      action.accept(reader.read(lines));
      return true;
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }
}
