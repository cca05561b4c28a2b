package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A forecast that went on in a variant from some time, beside the one that stayed.
///
/// @param stays the one that stayed, at the time to which both go
/// @param goes the other one, at the same time
/// @param rows for each target that both have
record Branched(Branch branch, Standing stays, Standing goes, List<Row> rows) {
  Branched {
    rows = List.copyOf(rows);
  }

  /// @param target its place in the one that stays
  /// @param place its place in the other
  record Row(int target, int place) {}

  /// @param at where the forecast stands when they part
  /// @param stays the same, gone on to the end
  static Branched of(Branch branch, Standing at, Standing stays, Worlds worlds, Run run) {
    Standing goes;
    try {
      Premises other = Premises.of(worlds.variant(branch.variant()), run);
      goes = at.under(other, run).until(stays.years(), run);
    } catch (CannotGoOn e) {
      throw new CannotGoOn(
          "no branch to the variant '%s' from %s on: %s"
              .formatted(branch.variant(), branch.at().text(), e.reason()));
    }
    List<String> ids = goes.premises().targets().stream().map(Target::id).toList();
    List<Row> rows = new ArrayList<>();
    for (int t = 0; t < stays.premises().targets().size(); t++) {
      int place = ids.indexOf(stays.premises().targets().get(t).id());
      if (place >= 0) rows.add(new Row(t, place));
    }
    return new Branched(branch, stays, goes, rows);
  }

  /// How much likelier it makes each target.
  Finding finding() {
    List<List<Sentence>> told = new ArrayList<>();
    for (Row row : rows) {
      told.add(
          List.of(
              say("{}", new Slot.Plain(stays.premises().targets().get(row.target).name())),
              say("{}", Telling.share(stays.come(row.target))),
              say("{}", Telling.share(goes.come(row.place))),
              say("{}", Telling.points(stays.difference(row.target, goes, row.place)))));
    }
    String here = stays.premises().held().model().scenario().head().variant();
    return new Finding(
        "branch-" + branch.variant(),
        Prominence.SECTION,
        say(
            "How much likelier each target is if things go on as in the variant {} from {} on,"
                + " not as in {}",
            new Slot.Plain(branch.variant()),
            new Slot.Plain(branch.at().text()),
            new Slot.Plain(here.isEmpty() ? "the file as written" : here)),
        List.of(),
        List.of(
            new Figure.Table(
                "Branch to " + branch.variant(),
                List.of("target", "stays", "branches", "difference"),
                told)));
  }

  static Data data(List<Branched> branches) {
    Map<String, Data> byVariant = new LinkedHashMap<>();
    for (Branched branched : branches) {
      byVariant.put(branched.branch.variant(), branched.data());
    }
    return new Data.Fields(byVariant);
  }

  private Data data() {
    Map<String, Data> targets = new LinkedHashMap<>();
    for (Row row : rows) {
      Map<String, Data> fields = new LinkedHashMap<>();
      ForecastData.put(fields, "probability", "interval", goes.come(row.place));
      ForecastData.put(fields, "atHorizon", "atHorizonInterval", goes.holds(row.place));
      ForecastData.put(
          fields,
          "difference",
          "differenceInterval",
          stays.difference(row.target, goes, row.place));
      targets.put(stays.premises().targets().get(row.target).id(), new Data.Fields(fields));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("at", new Data.Text(branch.at().text()));
    fields.put("years", new Data.Real(branch.at().years()));
    fields.put("targets", new Data.Fields(targets));
    return new Data.Fields(fields);
  }
}
