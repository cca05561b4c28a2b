package demarche.ensemble;

import demarche.ensemble.Robustness.Shared;
import demarche.ensemble.Robustness.Spanned;
import demarche.ensemble.Robustness.Worded;
import demarche.ensemble.sensitivity.Likelihood;
import demarche.ensemble.sensitivity.Prim;
import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Share;
import demarche.finding.Data;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How sure findings are, for programs.
record RobustData(Robustness robustness, Likelihood likelihood) {
  static Data of(Robustness robustness, Likelihood likelihood) {
    return new RobustData(robustness, likelihood).data();
  }

  private Data data() {
    Design design = robustness.design();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("runs", new Data.Whole(design.runs()));
    fields.put("draws", new Data.Whole(robustness.draws()));
    fields.put("seed", new Data.Whole(design.seed()));
    fields.put("sampling", new Data.Text(design.sampling().key()));
    fields.put(
        "inputs",
        new Data.Items(robustness.inputColumns().stream().map(RobustData::column).toList()));
    fields.put(
        "findings", new Data.Items(robustness.findings().stream().map(this::finding).toList()));
    return new Data.Fields(fields);
  }

  private static Data column(Column column) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(column.key()));
    fields.put("words", new Data.Text(column.words()));
    return new Data.Fields(fields);
  }

  private Data finding(Robustness.Finding finding) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(finding.column().key()));
    fields.put("words", new Data.Text(finding.column().words()));
    fields.put("base", cell(finding.base()));
    switch (finding.spread()) {
      case Shared(var share) -> {
        share(share, fields);
        fields.put("word", new Data.Text(likelihood.of(share)));
      }
      case Spanned span -> {
        fields.put("mean", real(span.mean()));
        fields.put("quantile05", real(span.low()));
        fields.put("median", real(span.median()));
        fields.put("quantile95", real(span.high()));
        fields.put("answered", new Data.Whole(span.answered()));
      }
      case Worded(var counts) -> {
        List<Data> words = new ArrayList<>();
        for (Robustness.Count count : counts) {
          Map<String, Data> word = new LinkedHashMap<>();
          word.put("answer", new Data.Text(count.word()));
          share(count.share(), word);
          words.add(new Data.Fields(word));
        }
        fields.put("answers", new Data.Items(words));
      }
    }
    fields.put("hingesOn", hinges(finding));
    finding.against().ifPresent(box -> fields.put("otherwiseWhere", box(box)));
    return new Data.Fields(fields);
  }

  private static void share(Share share, Map<String, Data> fields) {
    fields.put("share", real(share.share()));
    fields.put("interval", new Data.Items(List.of(real(share.low()), real(share.high()))));
    fields.put("answered", new Data.Whole(share.answered()));
  }

  private Data hinges(Robustness.Finding finding) {
    List<Data> hinges = new ArrayList<>();
    for (Effect effect : finding.found()) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("input", new Data.Text(robustness.inputColumns().get(effect.input()).key()));
      fields.put("strength", real(effect.strength()));
      fields.put("sign", new Data.Whole(effect.sign()));
      if (finding.spread() instanceof Spanned span) {
        fields.put("firstOrder", real(span.firstOrder().get(effect.input())));
      }
      hinges.add(new Data.Fields(fields));
    }
    return new Data.Items(hinges);
  }

  private Data box(Prim.Box box) {
    List<Data> limits = new ArrayList<>();
    for (Prim.Limit limit : box.limits()) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("input", new Data.Text(robustness.inputColumns().get(limit.input()).key()));
      switch (limit) {
        case Prim.Range(int _, double low, double high) -> {
          fields.put("low", real(low));
          fields.put("high", real(high));
        }
        case Prim.Among(int input, var values) ->
            fields.put("among", new Data.Items(values.stream().map(v -> value(input, v)).toList()));
      }
      limits.add(new Data.Fields(fields));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("limits", new Data.Items(limits));
    fields.put("coverage", real(box.coverage()));
    fields.put("density", real(box.density()));
    fields.put("mass", real(box.mass()));
    return new Data.Fields(fields);
  }

  /// A value of a category, or whether something is so.
  private Data value(int input, double value) {
    return robustness.inputColumns().get(input).kind() == Column.Kind.WORD
        ? new Data.Text(robustness.inputWords().get(input).get((int) value))
        : new Data.Flag(value != 0);
  }

  static Data real(double number) {
    return Double.isFinite(number) ? new Data.Real(number) : new Data.Nothing();
  }

  static Data cell(Cell cell) {
    return switch (cell) {
      case Cell.Amount(double value) -> real(value);
      case Cell.YesNo(boolean yes) -> new Data.Flag(yes);
      case Cell.Word(var text) -> new Data.Text(text);
      case Cell.None() -> new Data.Nothing();
    };
  }
}
