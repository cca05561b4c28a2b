package demarche.store;

import demarche.store.StoreFailed.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// A DuckDB file that is open. All that goes wrong with it is a `StoreFailed`.
final class Database implements AutoCloseable {
  private final Path file;
  private final DuckDBConnection connection;

  private Database(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Something that is done with the database.
  interface Work<T extends @Nullable Object> {
    T with(DuckDBConnection connection) throws SQLException;
  }

  /// Reads one line of a result.
  interface Reader<T> {
    T read(ResultSet line) throws SQLException;
  }

  static Database open(Path file, Access access) {
    try {
      var connection =
          (DuckDBConnection)
              new DuckDBDriver().connect("jdbc:duckdb:" + file.toAbsolutePath(), settings(access));
      return new Database(file, connection);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } catch (LinkageError | IllegalStateException e) {
      throw new StoreFailed(
          Reason.REFUSED,
          "DuckDB cannot be loaded: its library is unpacked to %s, which needs 80 MB there"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  /// One thread, so that sums are added up in one order; nothing is fetched from anywhere.
  private static Properties settings(Access access) {
    Properties settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty(
        DuckDBDriver.DUCKDB_ACCESS_MODE_PROPERTY,
        switch (access) {
          case READ -> DuckDBDriver.DUCKDB_ACCESS_MODE_READ_ONLY;
          case WRITE -> DuckDBDriver.DUCKDB_ACCESS_MODE_READ_WRITE;
        });
    return settings;
  }

  Path file() {
    return file;
  }

  /// Runs one statement.
  void run(String sql, Object... values) {
    work(c -> {
      try (PreparedStatement statement = prepared(c, sql, values)) {
        return statement.execute();
      }
    });
  }

  /// Writes a file of its own.
  void write(Path target, String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw Failures.of(target, e);
    }
  }

  <T> List<T> list(Reader<T> reader, String sql, Object... values) {
    return work(c -> {
      List<T> all = new ArrayList<>();
      try (PreparedStatement statement = prepared(c, sql, values);
          ResultSet lines = statement.executeQuery()) {
        while (lines.next()) all.add(reader.read(lines));
      }
      return all;
    });
  }

  /// The only line of a result.
  <T> T one(Reader<T> reader, String sql, Object... values) {
    return list(reader, sql, values).getFirst();
  }

  /// Lines as they come, from a connection of their own. Close it.
  <T> Stream<T> stream(Reader<T> reader, String sql) {
    return work(c -> {
      Connection own = c.duplicate();
      try {
        PreparedStatement statement = own.prepareStatement(sql);
        var lines = new Lines<>(file, statement.executeQuery(), reader);
        return StreamSupport.stream(lines, false).onClose(() -> close(own));
      } catch (SQLException e) {
        own.close();
        throw e;
      }
    });
  }

  /// Does several things or none of them. What was done is on the disk afterwards.
  <T extends @Nullable Object> T together(Work<T> work) {
    return work(c -> {
      c.setAutoCommit(false);
      try {
        T done = work.with(c);
        c.commit();
        c.setAutoCommit(true);
        return done;
      } catch (SQLException | RuntimeException e) {
        undo(c, e);
        throw e;
      }
    });
  }

  private static void undo(Connection c, Exception because) {
    try {
      c.rollback();
      c.setAutoCommit(true);
    } catch (SQLException e) {
      because.addSuppressed(e); // DuckDB gave the database up; it finds its way when next opened
    }
  }

  private <T extends @Nullable Object> T work(Work<T> work) {
    try {
      return work.with(connection);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  private static PreparedStatement prepared(Connection c, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = c.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
    return statement;
  }

  private void close(Connection own) {
    try {
      own.close();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  /// What is stored stays so, whether or not DuckDB could tidy its files.
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // the log beside the file holds what the file lacks
    }
  }

  /// The log of what DuckDB has not put into the file yet.
  static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  static boolean isThere(Path file) {
    return Files.exists(file);
  }
}
