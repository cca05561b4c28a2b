package demarche.store;

import demarche.ensemble.Column;
import demarche.ensemble.Design;
import demarche.ensemble.Sampling;
import demarche.store.StoreFailed.Reason;
import demarche.store.Stored.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The tables that say which runs there are. `docs/runs.md` describes them.
record Catalogue(Database database) {
  /// Another layout of the tables has another number.
  static final long LAYOUT = 1;

  private static final String RUN_COLUMNS =
      "id, title, file, sha256, variant, version, seed, sampling, runs, started";

  /// Makes the tables of a new store.
  static void create(Database database) {
    database.together(c -> {
      try (Statement statement = c.createStatement()) {
        statement.execute(
            "CREATE TABLE demarche_store (layout BIGINT NOT NULL, next_run BIGINT NOT NULL)");
        statement.execute("INSERT INTO demarche_store VALUES (" + LAYOUT + ", 1)");
        statement.execute(
            """
            CREATE TABLE runs (id VARCHAR PRIMARY KEY, title VARCHAR NOT NULL,
              file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, variant VARCHAR NOT NULL,
              version VARCHAR NOT NULL, seed BIGINT NOT NULL, sampling VARCHAR NOT NULL,
              runs BIGINT NOT NULL, started TIMESTAMP NOT NULL)\
            """);
        return statement.execute(
            """
            CREATE TABLE columns (run VARCHAR NOT NULL, place BIGINT NOT NULL,
              name VARCHAR NOT NULL, role VARCHAR NOT NULL, key VARCHAR NOT NULL,
              words VARCHAR NOT NULL, kind VARCHAR NOT NULL, PRIMARY KEY (run, place))\
            """);
      }
    });
  }

  /// @throws StoreFailed if this is no store, or one with another layout
  void check() {
    String tables = "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'demarche_store'";
    if (database.one(r -> r.getLong(1), tables) == 0) {
      throw new StoreFailed(
          Reason.FOREIGN,
          database.file() + " is no store of runs, but a DuckDB database with other tables");
    }
    long layout = database.one(r -> r.getLong(1), "SELECT layout FROM demarche_store");
    if (layout == LAYOUT) return;
    throw new StoreFailed(
        Reason.FOREIGN,
        "%s is a store of layout %d, this program reads layout %d; export its runs with the version that wrote them"
            .formatted(database.file(), layout, LAYOUT));
  }

  /// Enters a run, with its table; returns its id.
  String add(Design design, Instant started) {
    return database.together(c -> {
      String id = "r" + database.one(r -> r.getLong(1), "SELECT next_run FROM demarche_store");
      database.run("UPDATE demarche_store SET next_run = next_run + 1");
      database.run(
          "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          id,
          design.title(),
          design.file(),
          design.sha256(),
          design.variant(),
          design.version(),
          design.seed(),
          design.sampling().key(),
          design.runs(),
          LocalDateTime.ofEpochSecond(started.getEpochSecond(), 0, ZoneOffset.UTC));
      List<Stored> columns = named(design);
      for (int place = 0; place < columns.size(); place++) add(id, place, columns.get(place));
      database.run(table(id, columns));
      database.run(view(id, columns));
      return id;
    });
  }

  private void add(String run, long place, Stored column) {
    database.run(
        "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?)",
        run,
        place,
        column.name(),
        column.role().key(),
        column.column().key(),
        column.column().words(),
        Stored.kind(column.column().kind()));
  }

  private static List<Stored> named(Design design) {
    List<String> names = Names.of(design);
    int inputs = design.inputs().size();
    return IntStream.range(0, names.size())
        .mapToObj(c ->
            c < inputs
                ? new Stored(names.get(c), Role.INPUT, design.inputs().get(c))
                : new Stored(names.get(c), Role.FINDING, design.findings().get(c - inputs)))
        .toList();
  }

  private static String table(String id, List<Stored> columns) {
    return "CREATE TABLE %s (draw BIGINT PRIMARY KEY%s)"
        .formatted(
            draws(id),
            columns.stream()
                .map(c -> ", " + c.quoted() + " " + c.type())
                .collect(Collectors.joining()));
  }

  /// Each draw with what it takes to work it out again.
  private static String view(String id, List<Stored> columns) {
    return """
    CREATE VIEW ensemble_%s AS SELECT d.draw%s, r.id AS run, r.seed, r.sampling, r.version,
      r.title AS scenario, r.variant, r.sha256
    FROM %s d, runs r WHERE r.id = '%s'\
    """
        .formatted(
            id,
            columns.stream().map(c -> ", d." + c.quoted()).collect(Collectors.joining()),
            draws(id),
            id);
  }

  static String draws(String id) {
    return "draws_" + id;
  }

  static String ensemble(String id) {
    return "ensemble_" + id;
  }

  void delete(String id) {
    database.together(_ -> {
      database.run("DROP VIEW " + ensemble(id));
      database.run("DROP TABLE " + draws(id));
      database.run("DELETE FROM columns WHERE run = ?", id);
      database.run("DELETE FROM runs WHERE id = ?", id);
      return id;
    });
  }

  /// Of all runs, the oldest first.
  List<String> ids() {
    return database.list(
        r -> r.getString(1), "SELECT id FROM runs ORDER BY CAST(substr(id, 2) AS BIGINT)");
  }

  /// @param id of a run that there is
  StoredRun run(String id) {
    StoredRun head =
        database.one(Catalogue::head, "SELECT " + RUN_COLUMNS + " FROM runs WHERE id = ?", id);
    List<Stored> columns = columns(head.id());
    Design d = head.design();
    Design design =
        new Design(
            d.title(),
            d.file(),
            d.sha256(),
            d.variant(),
            d.version(),
            d.seed(),
            d.sampling(),
            d.runs(),
            of(Role.INPUT, columns),
            of(Role.FINDING, columns));
    long done = database.one(r -> r.getLong(1), "SELECT count(*) FROM " + draws(head.id()));
    return new StoredRun(head.id(), design, head.started(), done);
  }

  private static List<Column> of(Role role, List<Stored> columns) {
    return columns.stream().filter(c -> c.role() == role).map(Stored::column).toList();
  }

  private static StoredRun head(ResultSet r) throws SQLException {
    String sampling = r.getString(8);
    Design design =
        new Design(
            r.getString(2),
            r.getString(3),
            r.getString(4),
            r.getString(5),
            r.getString(6),
            r.getLong(7),
            Arrays.stream(Sampling.values())
                .filter(s -> s.key().equals(sampling))
                .findFirst()
                .orElseThrow(() -> new SQLException("corrupt: sampling " + sampling)),
            r.getLong(9),
            List.of(),
            List.of());
    Instant started = r.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    return new StoredRun(r.getString(1), design, started, 0);
  }

  /// The columns of a run in the order of its table.
  List<Stored> columns(String run) {
    return new ArrayList<>(
        database.list(
            r ->
                new Stored(
                    r.getString(1),
                    Role.of(r.getString(2)),
                    new Column(r.getString(3), r.getString(4), Stored.kind(r.getString(5)))),
            "SELECT name, role, key, words, kind FROM columns WHERE run = ? ORDER BY place",
            run));
  }
}
