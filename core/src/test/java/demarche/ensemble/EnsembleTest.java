package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.analysis.Question;
import demarche.ensemble.sensitivity.Likelihood;
import demarche.lens.Run;
import demarche.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws of whole scenarios.
final class EnsembleTest {
  private static final Run QUIET = Run.quiet();

  private static Case scenario(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return Case.of(
          ScenarioFile.open("test.yaml", _ -> new ByteArrayInputStream(bytes)),
          Question.AS_WRITTEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case shipped(String file) {
    Path path = Path.of("../scenarios").resolve(file);
    try {
      return Case.of(
          ScenarioFile.open(file, name -> Files.newInputStream(path.resolveSibling(name))),
          Question.AS_WRITTEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ensemble ensemble(Case about, long runs, Sampling sampling) {
    return Ensemble.of(about, Lenses.all(), new Plan(runs, 3, sampling), "test", QUIET);
  }

  private static List<Row> rows(Ensemble ensemble, int threads) {
    List<Row> rows = new ArrayList<>();
    Run run = new Run(threads, 1, (_, _, _) -> {}, () -> false);
    ensemble.draw(List.of(Span.first(ensemble.design().runs())), run, rows::add);
    rows.sort(Comparator.comparingLong(Row::draw));
    return rows;
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void rowsDependOnSeedAndNumberAlone(Sampling sampling) {
    Case ferry = shipped("ferry.yaml");
    List<Row> one = rows(ensemble(ferry, 40, sampling), 1);
    assertThat(rows(ensemble(ferry, 40, sampling), 3)).isEqualTo(one);
    Ensemble again = ensemble(ferry, 40, sampling);
    for (int k = 39; k >= 0; k--) assertThat(again.row(k, QUIET)).isEqualTo(one.get(k));
    assertThat(one).extracting(Row::inputs).doesNotHaveDuplicates();
  }

  @Test
  void aReplayedDrawIsTheScenarioOfItsRow() {
    Ensemble ensemble = ensemble(shipped("ferry.yaml"), 30, Sampling.RANDOM);
    int place = keys(ensemble.design().inputs()).indexOf("parameter:p-lockout");
    for (int k = 0; k < 30; k++) {
      Cell.Amount drawn = (Cell.Amount) ensemble.row(k, QUIET).inputs().get(place);
      Case replayed = ensemble.replay(k);
      assertThat(replayed.model().parameters())
          .hasEntrySatisfying(
              "p-lockout", p -> assertThat(p.doubleValue()).isEqualTo(drawn.value()));
      Ensemble fixed =
          Ensemble.of(replayed, Lenses.all(), new Plan(1, 1, Sampling.RANDOM), "", QUIET);
      assertThat(fixed.base(QUIET)).isEqualTo(ensemble.row(k, QUIET).findings());
    }
  }

  private static List<String> keys(List<Column> columns) {
    return columns.stream().map(Column::key).toList();
  }

  /// One actor with one option that it wants where a parameter is above a half.
  private static final String COIN =
      """
      demarche: 1
      title: A coin
      parameters:
        p: {value: 0.4, range: [0, 1], source: book}
        q: {value: 0.5, range: [0.2, 0.9]}
      sources: {book: {title: A book}}
      actors:
        ann:
          options: {jump: {}}
          values: [{id: fun, want: jump, weight: p - 0.25}]
      proposals: {up: {does: {jump: yes}}}
      variants: {high: {parameters: {p: 0.9}}, wide: {parameters: {p: {range: [0, 2]}}}}
      claims:
        - {id: stays, says: "she does not jump", mark: O, check: "stable(status-quo, R)"}
        - {id: high, says: "she jumps", mark: O, check: "not stable(status-quo, R, variant = high)"}
        - {id: wide, says: "she jumps", mark: O, check: "not stable(status-quo, R, variant = wide)"}
      """;

  @Test
  void aShareIsThatOfTheRange() {
    Ensemble coin = ensemble(scenario(COIN), 400, Sampling.LATIN);
    Sample sample = new Sample(coin.design());
    rows(coin, 2).forEach(sample::put);
    Robustness robustness = Robustness.of(coin, sample, coin.base(QUIET));
    Robustness.Finding stays = finding(robustness, "claim/stays");
    // she stays up to 0.25: of 400 layers the first 100, and perhaps one that is cut
    assertThat(((Robustness.Shared) stays.spread()).share().yes()).isBetween(100, 101);
    assertThat(stays.base()).isEqualTo(new Cell.YesNo(false));
    assertThat(robustness.inputColumns().get(stays.found().getFirst().input()).key())
        .isEqualTo("parameter:p");
    // the same lot in a variant is not told beside it
    assertThat(stays.effects()).extracting(e -> e.input()).containsExactly(0, 1);
    assertThat(stays.effects().getLast().strength()).isLessThan(0.2);
    assertThat(stays.against().orElseThrow().limits().toString()).startsWith("[Range[input=0");
    // set to one number in a variant, and drawn from a wider range in the other
    assertThat(((Robustness.Shared) finding(robustness, "claim/high").spread()).share().yes())
        .isEqualTo(400);
    assertThat(((Robustness.Shared) finding(robustness, "claim/wide").spread()).share().yes())
        .isBetween(349, 351);
    assertThat(keys(robustness.inputColumns()))
        .containsExactly("parameter:p", "parameter:q", "parameter:p@wide");
  }

  private static Robustness.Finding finding(Robustness robustness, String key) {
    return robustness.findings().stream()
        .filter(f -> f.column().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatMattersAndHasNoSourceComesFirst() {
    String text = COIN.replace("weight: p - 0.25", "weight: p + q - 0.75");
    Ensemble coin = ensemble(scenario(text), 400, Sampling.RANDOM);
    Sample sample = new Sample(coin.design());
    rows(coin, 2).forEach(sample::put);
    String told =
        new RobustWords(Robustness.of(coin, sample, coin.base(QUIET)), Likelihood.ICD_203)
            .answer()
            .findings()
            .getLast()
            .figures()
            .toString();
    assertThat(told.indexOf("text=q]")).isPositive().isLessThan(told.indexOf("text=p]"));
  }

  @Test
  void aSampleTellsWhatItLacks() {
    Ensemble ferry = ensemble(shipped("ferry.yaml"), 10, Sampling.RANDOM);
    Sample sample = new Sample(ferry.design());
    for (long k : new long[] {0, 3, 4, 9}) sample.put(ferry.row(k, QUIET));
    assertThat(sample.missing()).containsExactly(new Span(1, 2), new Span(5, 8));
    assertThat(sample.isComplete()).isFalse();
    List<Row> rest = new ArrayList<>();
    ferry.draw(sample.missing(), QUIET, rest::add);
    assertThat(rest).extracting(Row::draw).containsExactly(1L, 2L, 5L, 6L, 7L, 8L);
    rest.forEach(sample::put);
    assertThat(sample.missing()).isEmpty();
  }

  @Test
  void aDrawWithoutMeaningHasNoAnswers() {
    String divided = COIN.replace("{value: 0.4, range: [0, 1]", "{value: 1, range: [0, 0]");
    Ensemble coin =
        ensemble(
            scenario(divided.replace("weight: p - 0.25", "weight: 1 / p")), 3, Sampling.RANDOM);
    assertThat(coin.row(0, QUIET).findings()).containsOnly(new Cell.None());
  }
}
