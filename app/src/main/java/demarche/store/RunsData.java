package demarche.store;

import demarche.ensemble.Span;
import demarche.finding.Data;
import demarche.store.Comparison.Contrast;
import demarche.store.Comparison.Pairing;
import demarche.store.Summary.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Runs for programs. Numbers have 12 digits: the order in which rows were stored can move later
/// ones.
public final class RunsData {
  private static final MathContext DIGITS = new MathContext(12);

  private RunsData() {}

  public static Data list(List<StoredRun> runs) {
    return new Data.Items(runs.stream().map(RunsData::head).toList());
  }

  private static Data head(StoredRun run) {
    return new Data.Fields(fields(run));
  }

  private static Map<String, Data> fields(StoredRun run) {
    var design = run.design();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("run", new Data.Text(run.id()));
    fields.put("title", new Data.Text(design.title()));
    fields.put("file", new Data.Text(design.file()));
    fields.put("sha256", new Data.Text(design.sha256()));
    fields.put(
        "variant",
        design.variant().isEmpty() ? new Data.Nothing() : new Data.Text(design.variant()));
    fields.put("version", new Data.Text(design.version()));
    fields.put("seed", new Data.Whole(design.seed()));
    fields.put("sampling", new Data.Text(design.sampling().key()));
    fields.put("started", new Data.Text(run.started().toString()));
    fields.put("wanted", new Data.Whole(design.runs()));
    fields.put("done", new Data.Whole(run.done()));
    fields.put("complete", new Data.Flag(run.isComplete()));
    return fields;
  }

  public static Data of(Profile profile) {
    Map<String, Data> fields = fields(profile.run());
    fields.put("missing", new Data.Items(profile.missing().stream().map(RunsData::range).toList()));
    fields.put("inputs", summaries(profile.inputs()));
    fields.put("findings", summaries(profile.findings()));
    return new Data.Fields(fields);
  }

  private static Data range(Span draws) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("first", new Data.Whole(draws.first()));
    fields.put("last", new Data.Whole(draws.last()));
    return new Data.Fields(fields);
  }

  private static Data summaries(List<Summary> summaries) {
    return new Data.Items(summaries.stream().map(RunsData::summary).toList());
  }

  /// A row for each column, for tables.
  public static Data columns(Profile profile) {
    return new Data.Items(List.of(summaries(profile.inputs()), summaries(profile.findings())));
  }

  private static Data summary(Summary summary) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(summary.column().key()));
    fields.put("words", new Data.Text(summary.column().words()));
    fields.put("kind", new Data.Text(Stored.kind(summary.column().kind())));
    fields.put("answered", new Data.Whole(summary.answered()));
    fields.put("unanswered", new Data.Whole(summary.unanswered()));
    switch (summary.shape()) {
      case Shape.Empty() -> {}
      case Shape.Numbers numbers -> {
        fields.put("min", number(numbers.least()));
        fields.put("max", number(numbers.most()));
        fields.put("infinite", new Data.Whole(numbers.infinite()));
        fields.put("mean", number(numbers.mean()));
        fields.put("interval", interval(summary.meanInterval()));
        fields.put("sd", number(numbers.sd()));
        Map<String, Data> quantiles = new LinkedHashMap<>();
        for (int q = 0; q < Summary.LEVELS.size(); q++) {
          quantiles.put(Summary.LEVELS.get(q).toString(), number(numbers.quantiles().get(q)));
        }
        fields.put("quantiles", new Data.Fields(quantiles));
      }
      case Shape.Yes(long yes, Interval interval) -> {
        fields.put("yes", new Data.Whole(yes));
        fields.put("share", number((double) yes / summary.answered()));
        fields.put("interval", interval(Optional.of(interval)));
      }
      case Shape.Words(var words) ->
          fields.put(
              "frequencies", new Data.Items(words.stream().map(RunsData::frequency).toList()));
    }
    return new Data.Fields(fields);
  }

  private static Data frequency(Summary.Frequency frequency) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("word", new Data.Text(frequency.word()));
    fields.put("draws", new Data.Whole(frequency.draws()));
    return new Data.Fields(fields);
  }

  public static Data of(Comparison comparison) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "runs", new Data.Items(List.of(head(comparison.first()), head(comparison.second()))));
    fields.put("paired", new Data.Flag(comparison.pairing() == Pairing.COMMON));
    fields.put(
        "differing",
        new Data.Items(
            comparison.differing().stream().<Data>map(d -> new Data.Text(d.what())).toList()));
    fields.put("findings", contrasts(comparison));
    fields.put("onlyFirst", texts(comparison.onlyFirst()));
    fields.put("onlySecond", texts(comparison.onlySecond()));
    return new Data.Fields(fields);
  }

  private static Data texts(List<String> texts) {
    return new Data.Items(texts.stream().<Data>map(Data.Text::new).toList());
  }

  /// A row for each finding that both runs have.
  public static Data contrasts(Comparison comparison) {
    return new Data.Items(comparison.both().stream().map(RunsData::contrast).toList());
  }

  private static Data contrast(Contrast contrast) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(contrast.column().key()));
    fields.put("words", new Data.Text(contrast.column().words()));
    fields.put("kind", new Data.Text(Stored.kind(contrast.column().kind())));
    fields.put("first", side(contrast.first()));
    fields.put("second", side(contrast.second()));
    fields.put("difference", number(contrast.difference()));
    fields.put("interval", interval(contrast.interval()));
    fields.put(
        "changed",
        contrast.changed().isEmpty()
            ? new Data.Nothing()
            : new Data.Whole(contrast.changed().get()));
    return new Data.Fields(fields);
  }

  private static Data side(Comparison.Side side) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("draws", new Data.Whole(side.draws()));
    fields.put("value", number(side.value()));
    if (!side.word().isEmpty()) fields.put("word", new Data.Text(side.word()));
    return new Data.Fields(fields);
  }

  private static Data interval(Optional<Interval> interval) {
    if (interval.isEmpty()) return new Data.Nothing();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("low", number(interval.get().low()));
    fields.put("high", number(interval.get().high()));
    return new Data.Fields(fields);
  }

  private static Data number(OptionalDouble value) {
    return value.isEmpty() ? new Data.Nothing() : number(value.getAsDouble());
  }

  /// JSON has no infinity.
  private static Data number(double value) {
    if (Double.isInfinite(value)) return new Data.Text(value > 0 ? "inf" : "-inf");
    return new Data.Real(new BigDecimal(value).round(DIGITS).doubleValue());
  }
}
