package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.analysis.Question;
import demarche.ensemble.sensitivity.Likelihood;
import demarche.finding.Data;
import demarche.lens.Run;
import demarche.lens.claims.ClaimsLens;
import demarche.lens.forecast.Forecast;
import demarche.lens.forecast.ForecastLens;
import demarche.scenario.ScenarioFile;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Draws of whole scenarios.
final class EnsembleTest {
  private static final Run QUIET = Run.quiet();

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
    Ensemble coin = ensemble(Scenarios.studied(COIN), 400, Sampling.LATIN);
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

  @Test
  void aClaimMayAskInHowManyDrawsACheckHolds() {
    String asked =
        COIN
            + """
              - {id: often, says: "mostly she jumps", mark: H, check: "robustness(not stable(status-quo, R)) > 0.7"}
              - {id: exactly, says: "as often as that", mark: H, check: "robustness(stable(status-quo, R)) = SHARE"}
              - {id: widely, says: "oftener", mark: H, check: "robustness(not stable(status-quo, R), variant = wide) = WIDE"}
              - {id: within, says: "the same", mark: H, check: "robustness(not stable(status-quo, R, variant = wide)) = WIDE"}
            """;
    for (Sampling sampling : List.of(Sampling.RANDOM, Sampling.LATIN)) {
      Plan plan = new Plan(200, 3, sampling);
      Ensemble plain = ensemble(Scenarios.studied(COIN), 200, sampling);
      List<Row> rows = rows(plain, 1);
      long stays = rows.stream().filter(r -> number(r, 0) <= 0.25).count();
      long wide = rows.stream().filter(r -> number(r, 2) > 0.25).count();
      String text =
          asked
              .replace("SHARE", String.valueOf(stays / 200.0))
              .replace("WIDE", String.valueOf(wide / 200.0));
      Case about = Scenarios.studied(text);
      Run two = new Run(2, 1, (_, _, _) -> {}, () -> false);
      Brief brief = Analysis.of(about, Ensemble.luck(about, plan), List.of(ClaimsLens.ALL), two);
      assertThat(((Data.Items) brief.answers().getFirst().data()).items().subList(3, 7))
          .extracting(item -> ((Data.Fields) item).fields().get("verdict"))
          .containsOnly(new Data.Text("holds"));
      Ensemble ensemble = ensemble(about, 200, sampling);
      int first = keys(ensemble.design().findings()).indexOf("claim/often");
      List<Cell> all = Collections.nCopies(4, new Cell.YesNo(true));
      assertThat(ensemble.base(QUIET).subList(first, first + 4)).isEqualTo(all);
      for (Row row : rows(ensemble, 2)) {
        assertThat(row.findings().subList(first, first + 4)).isEqualTo(all);
      }
    }
  }

  private static double number(Row row, int input) {
    return ((Cell.Amount) row.inputs().get(input)).value();
  }

  @Test
  void theShareOfAClaimStandsBesideItsVerdict() {
    Case about = Scenarios.studied(COIN + "  - {id: said, says: nothing, mark: X}\n");
    Ensemble coin = ensemble(about, 400, Sampling.LATIN);
    Sample sample = new Sample(coin.design());
    rows(coin, 2).forEach(sample::put);
    Robustness robustness = Robustness.of(coin, sample, coin.base(QUIET));
    Brief plain = Analysis.of(about, Lenses.all(), QUIET);
    Brief brief = ClaimShares.in(plain, robustness);
    assertThat(brief.answers().getFirst()).isEqualTo(plain.answers().getFirst());
    Data.Items claims = (Data.Items) brief.answers().getLast().data();
    double stays =
        ((Robustness.Shared) finding(robustness, "claim/stays").spread()).share().share();
    assertThat(claims.items())
        .extracting(item -> ((Data.Fields) item).fields().get("share"))
        .startsWith(new Data.Real(stays), new Data.Real(1))
        .endsWith(new Data.Nothing());
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
    Ensemble coin = ensemble(Scenarios.studied(text), 400, Sampling.RANDOM);
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
            Scenarios.studied(divided.replace("weight: p - 0.25", "weight: 1 / p")),
            3,
            Sampling.RANDOM);
    assertThat(coin.row(0, QUIET).findings()).containsOnly(new Cell.None());
  }

  /// Two states: the horizon of 18 months has two occasions a year, each of which ends in `x` with
  /// e^k / (1 + e^k), for k the sharpness that was drawn.
  @Test
  void aForecastIsWorkedOutAnewInEachDraw() {
    Case two =
        Scenarios.studied(
            """
            demarche: 1
            title: Two states
            actors: {ann: {options: {x: {}}, values: [{id: a, want: x, weight: 5}]}}
            targets: {x-comes: x, already: not x}
            measures: {good: {want: x, weight: 8}}
            forecast:
              horizon: 18 months
              tempo: {default: 2 per year}
              sharpness: {value: 1.3, range: [0, 3]}
            variants: {blunt: {forecast: {sharpness: 0}}}
            """);
    ForecastLens lens = new ForecastLens(Forecast.Asked.USUAL, List.of("blunt"));
    Plan plan = new Plan(100, 3, Sampling.LATIN);
    Ensemble ensemble = Ensemble.of(two, List.of(lens), plan, "test", QUIET);
    assertThat(keys(ensemble.design().findings()))
        .containsExactly("forecast/x-comes", "forecast/x-comes/blunt", "forecast/measure/good");
    for (Row row : rows(ensemble, 2)) {
      double k = ((Cell.Amount) row.inputs().getFirst()).value();
      double p = Math.exp(k) / (1 + Math.exp(k));
      double comes = 1 - Math.exp(-2 * p * 1.5);
      double byChance = 1 - Math.exp(-1.5);
      double end = p * (1 - Math.exp(-3));
      assertThat(row.findings())
          .usingRecursiveFieldByFieldElementComparator(
              RecursiveComparisonConfiguration.builder()
                  .withComparatorForType(
                      (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                  .build())
          .containsExactly(
              new Cell.Amount(comes), new Cell.Amount(byChance - comes), new Cell.Amount(8 * end));
    }
    Sample sample = new Sample(ensemble.design());
    rows(ensemble, 1).forEach(sample::put);
    Robustness robustness = Robustness.of(ensemble, sample, ensemble.base(QUIET));
    assertThat(robustness.findings().getFirst().found())
        .singleElement()
        .satisfies(effect -> assertThat(effect.sign()).isEqualTo(1));
  }
}
