package demarche.store;

import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Span;
import demarche.store.StoreFailed.Reason;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Ensembles in a DuckDB file, one row a draw.
///
/// Whatever `append` was given is on the disk when it returns, and outlives a kill or a full disk.
/// One process at a time may write. Not for several threads at once.
public final class RunStore implements AutoCloseable {
  /// The name of the store where nobody names one, in the folder of the call.
  public static final String USUAL = "demarche-runs.duckdb";

  /// The run that was begun last.
  public static final String LATEST = "latest";

  private final Database database;
  private final Catalogue catalogue;
  private @Nullable Target target;

  /// The run that rows are stored in, so that it need not be looked up for each batch.
  private record Target(String id, long wanted, Cells cells) {}

  private RunStore(Database database) {
    this.database = database;
    this.catalogue = new Catalogue(database);
  }

  /// Opens a store to write in it, and makes it where there is none.
  ///
  /// @throws StoreFailed if that cannot be done
  public static RunStore open(Path file) {
    return open(file, Access.WRITE);
  }

  /// @throws StoreFailed if that cannot be done
  public static RunStore open(Path file, Access access) {
    if (!Database.isThere(file)) make(file, access);
    RunStore store = new RunStore(Database.open(file, access));
    try {
      store.catalogue.check();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Made beside its place and then put there, so that a kill leaves a store or none.
  private static void make(Path file, Access access) {
    if (access == Access.READ) {
      throw new StoreFailed(Reason.REFUSED, "there is no store of runs " + file);
    }
    if (Files.exists(Database.log(file))) {
      throw new StoreFailed(
          Reason.REFUSED,
          "%s is here without its %s; put that back, or remove this file too"
              .formatted(Database.log(file), file.getFileName()));
    }
    @Nullable Path part = null;
    try {
      part = Files.createTempFile(parent(file), file.getFileName() + ".", ".part");
      Files.delete(part); // DuckDB takes no empty file
      try (Database fresh = Database.open(part, Access.WRITE)) {
        Catalogue.create(fresh);
      }
      place(part, file);
    } catch (IOException e) {
      throw new StoreFailed(Reason.REFUSED, "cannot make the store " + file + ": " + reason(e), e);
    } finally {
      if (part != null) discard(part);
    }
  }

  private static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /// Another process may have made it meanwhile: a link never replaces a file.
  private static void place(Path part, Path file) throws IOException {
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException _) {
      // theirs is as good
    } catch (UnsupportedOperationException | IOException _) {
      Files.move(
          part, file); // a disk without links, which some tell by any failure; never replaces
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(Database.log(part));
    } catch (IOException _) {
      // a file too many does no harm
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.NoSuchFileException _ -> "there is no such folder";
      case java.nio.file.AccessDeniedException _ -> "you may not write there";
      case java.nio.file.FileSystemException f when f.getReason() != null ->
          String.valueOf(f.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }

  /// Enters a run without draws; returns its id.
  public String begin(Design design, Instant started) {
    return catalogue.add(design, started);
  }

  /// Stores rows, all or none; draws that are stored already stay as they are.
  ///
  /// @throws StoreFailed if the disk refuses; then none of them is stored, and the store must be
  ///   opened again
  /// @throws IllegalArgumentException if a row is none of this run's
  public void append(String run, List<Row> rows) {
    Target into = target(run);
    for (Row row : rows) {
      into.cells.check(row);
      if (row.draw() < 0 || row.draw() >= into.wanted) {
        throw new IllegalArgumentException("draw " + row.draw() + " of " + into.wanted);
      }
    }
    List<Row> fresh = fresh(into.id, rows);
    if (fresh.isEmpty()) return;
    database.together(c -> {
      String table = Catalogue.draws(into.id);
      try (DuckDBAppender appender = c.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
        for (Row row : fresh) Cells.write(row, appender);
        return appender.flush();
      }
    });
  }

  private Target target(String run) {
    Target known = target;
    if (known != null && known.id.equals(run)) return known;
    StoredRun stored = run(run);
    Cells cells = new Cells(catalogue.columns(stored.id()));
    Target found = new Target(stored.id(), stored.design().runs(), cells);
    target = found;
    return found;
  }

  private List<Row> fresh(String id, List<Row> rows) {
    if (rows.isEmpty()) return rows;
    long first = rows.stream().mapToLong(Row::draw).min().orElseThrow();
    long last = rows.stream().mapToLong(Row::draw).max().orElseThrow();
    Set<Long> stored =
        new HashSet<>(
            database.list(
                r -> r.getLong(1),
                "SELECT draw FROM " + Catalogue.draws(id) + " WHERE draw BETWEEN ? AND ?",
                first,
                last));
    return rows.stream().filter(row -> stored.add(row.draw())).toList();
  }

  /// Which draws are still to be done, in order.
  public List<Span> missing(String run) {
    StoredRun about = run(run);
    return new ArrayList<>(
        database.list(
            r -> new Span(r.getLong(1), r.getLong(2)),
            """
            SELECT before + 1, draw - 1 FROM (
              SELECT draw, lag(draw, 1, -1) OVER (ORDER BY draw) AS before
              FROM (SELECT draw FROM %s UNION ALL SELECT CAST(? AS BIGINT)))
            WHERE draw > before + 1 ORDER BY draw\
            """
                .formatted(Catalogue.draws(about.id())),
            about.design().runs()));
  }

  /// The rows that are stored, in the order of draws. Close it.
  public Stream<Row> rows(String run) {
    String id = run(run).id();
    List<Stored> columns = catalogue.columns(id);
    StringBuilder names = new StringBuilder("draw");
    columns.forEach(c -> names.append(", ").append(c.quoted()));
    Cells cells = new Cells(columns);
    return database.stream(
        cells::read, "SELECT " + names + " FROM " + Catalogue.draws(id) + " ORDER BY draw");
  }

  /// All runs, the oldest first.
  public List<StoredRun> runs() {
    return catalogue.ids().stream().map(catalogue::run).toList();
  }

  /// The run with this id, or the latest.
  ///
  /// @throws UnknownRun if there is none
  public StoredRun run(String name) {
    List<String> ids = catalogue.ids();
    if (ids.contains(name)) return catalogue.run(name);
    if (name.equals(LATEST) && !ids.isEmpty()) return catalogue.run(ids.getLast());
    throw new UnknownRun(name, String.valueOf(database.file()), ids);
  }

  public Design design(String run) {
    return run(run).design();
  }

  /// Removes a run with all its draws.
  public void delete(String run) {
    target = null;
    catalogue.delete(run(run).id());
  }

  /// Writes the rows of a run to a file that nobody reads yet.
  ///
  /// @throws StoreFailed if the disk refuses
  public void export(String run, Export format, Path file) {
    String id = run(run).id();
    database.write(
        file,
        "COPY (SELECT * FROM %s ORDER BY draw) TO '%s' (%s)"
            .formatted(
                Catalogue.ensemble(id),
                file.toAbsolutePath().toString().replace("'", "''"),
                format.options()));
  }

  Database database() {
    return database;
  }

  List<Stored> columns(String run) {
    return catalogue.columns(run);
  }

  @Override
  public void close() {
    database.close();
  }
}
