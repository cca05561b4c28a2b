package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.ensemble.Cell;
import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Span;
import demarche.testing.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A store gives back what it was given.
final class RunStoreTest {
  @TempDir Path folder;

  private static List<Row> rows(RunStore store, String run) {
    try (Stream<Row> rows = store.rows(run)) {
      return rows.toList();
    }
  }

  @Test // a property
  void rowsAndGapsAreThoseOfASortedMap() {
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      for (long seed : Seeds.first(40)) {
        Design design = Ensembles.random(seed);
        String run = store.begin(design, Ensembles.STARTED);
        TreeMap<Long, Row> expected = new TreeMap<>();
        List<Row> all = new ArrayList<>(Ensembles.all(design));
        Collections.shuffle(all, new Random(seed));
        for (int from = 0; from < all.size() - 2; from += 9) {
          int to = Math.min(from + 14, all.size() - 2); // some draws come twice
          store.append(run, all.subList(from, to));
          all.subList(from, to).forEach(row -> expected.put(row.draw(), row));
          assertThat(store.missing(run))
              .as("seed %d", seed)
              .isEqualTo(gaps(expected, design.runs()));
        }
        assertThat(rows(store, run)).as("seed %d", seed).isEqualTo(List.copyOf(expected.values()));
        assertThat(store.run(run))
            .isEqualTo(new StoredRun(run, design, Ensembles.STARTED, expected.size()));
      }
    }
  }

  private static List<Span> gaps(Map<Long, Row> stored, long runs) {
    List<Span> gaps = new ArrayList<>();
    long first = -1;
    for (long draw = 0; draw <= runs; draw++) {
      boolean missing = draw < runs && !stored.containsKey(draw);
      if (missing && first < 0) first = draw;
      if (!missing && first >= 0) {
        gaps.add(new Span(first, draw - 1));
        first = -1;
      }
    }
    return gaps;
  }

  @Test
  void storedRowsStayAsTheyAre() {
    Design design = Ensembles.design(3, 4);
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      String run = store.begin(design, Ensembles.STARTED);
      store.append(run, List.of(Ensembles.row(design, 2)));
      List<Cell> none = List.of(new Cell.None(), new Cell.None(), new Cell.None());
      store.append(run, List.of(new Row(2, none, none), new Row(3, none, none)));
      assertThat(rows(store, run))
          .containsExactly(Ensembles.row(design, 2), new Row(3, none, none));
    }
  }

  @Test
  void rowsOfAnotherRunAreRefusedAndNoneOfTheirBatchIsStored() {
    Design design = Ensembles.design(3, 4);
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      String run = store.begin(design, Ensembles.STARTED);
      Row good = Ensembles.row(design, 1);
      List<Cell> two = List.of(new Cell.None(), new Cell.None());
      List<Cell> word = List.of(new Cell.Word("x"), new Cell.None(), new Cell.None());
      for (Row bad :
          List.of(
              new Row(4, good.inputs(), good.findings()),
              new Row(2, two, good.findings()),
              new Row(2, word, good.findings()))) {
        assertThatThrownBy(() -> store.append(run, List.of(good, bad)))
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(store.run(run).done()).isZero();
    }
  }

  @Test
  void runsOutliveTheProgramAndTheirIdsAreNeverGivenTwice() {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    try (RunStore store = RunStore.open(file)) {
      assertThat(store.runs()).extracting(StoredRun::id).containsExactly("r1", "r2");
      assertThat(store.runs()).extracting(StoredRun::isComplete).containsExactly(true, false);
      assertThat(store.run(RunStore.LATEST).id()).isEqualTo("r2");
      store.delete("r2");
      assertThat(store.run(RunStore.LATEST).id()).isEqualTo("r1");
      assertThat(store.begin(Ensembles.design(1, 1), Ensembles.STARTED)).isEqualTo("r3");
      store.delete("r1");
      store.delete("r3");
      assertThatThrownBy(() -> store.run("r1")).hasMessageContaining("holds none");
    }
    try (RunStore store = RunStore.open(file, Access.READ)) {
      assertThat(store.runs()).isEmpty();
    }
  }

  @Test
  void namesOfColumnsAreDifferentPlainAndReadable() {
    for (long seed : Seeds.first(2_000)) {
      List<String> names = Names.of(Ensembles.random(seed));
      assertThat(names)
          .as("seed %d", seed)
          .doesNotHaveDuplicates()
          .doesNotContainAnyElementsOf(Names.FIXED)
          .allMatch(name -> name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*"));
    }
    assertThat(Names.of(Ensembles.design(1, 1)))
        .containsExactly(
            "parameter_p_lockout",
            "priority_union_2",
            "order_owners",
            "claim_owners_sign",
            "figure_deal",
            "blockers_deal");
  }

  @Test
  void storeMayBeReadWhileALogIsBesideIt() {
    Path file = folder.resolve("s.duckdb");
    Design design = Ensembles.design(5, 100);
    try (RunStore store = RunStore.open(file)) {
      store.append(store.begin(design, Ensembles.STARTED), Ensembles.all(design));
      try (RunStore other = RunStore.open(copy(file), Access.READ)) {
        assertThat(Database.log(folder.resolve("copy.duckdb"))).exists();
        assertThat(rows(other, "r1")).isEqualTo(Ensembles.all(design));
      }
    }
  }

  /// As a kill would leave the store.
  private Path copy(Path file) {
    Path copy = folder.resolve("copy.duckdb");
    try {
      java.nio.file.Files.copy(file, copy);
      java.nio.file.Files.copy(Database.log(file), Database.log(copy));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return copy;
  }
}
