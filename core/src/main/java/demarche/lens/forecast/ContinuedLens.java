package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A forecast that is gone on with from where it was kept.
///
/// @param saved of a forecast of the same scenario
/// @param from when it was kept
/// @param to how far it is to go; not before that
/// @param branches variants in which it goes on as well
public record ContinuedLens(Saved saved, Ahead from, Ahead to, List<String> branches)
    implements Lens {
  public ContinuedLens {
    branches = List.copyOf(branches);
  }

  /// Where a forecast stands at some time, to be kept.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  public static Saved kept(StateSpace space, Forecast.Asked asked, Ahead at, Run run) {
    return Standing.of(Forecast.of(space, asked, run)).until(at.years(), run).saved();
  }

  /// The same of one that was gone on with.
  ///
  /// @throws CannotGoOn if it was not kept of this scenario
  public Saved kept(StateSpace space, Run run) {
    return standing(space, run).until(to.years(), run).saved();
  }

  @Override
  public String key() {
    return "continued";
  }

  @Override
  public String question() {
    return "How does it go on from where it was kept?";
  }

  @Override
  public Set<String> sections() {
    return ForecastLens.USUAL.sections();
  }

  @Override
  public boolean appliesTo(Model model) {
    return ForecastLens.USUAL.appliesTo(model);
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    return examine(Worlds.of(space), run);
  }

  /// @throws CannotGoOn if it was not kept of this scenario, or cannot go on in a variant
  @Override
  public Answer examine(Worlds worlds, Run run) {
    Standing before = standing(worlds.studied(), run);
    Standing after = before.until(to.years(), run);
    List<Branched> branched =
        branches.stream()
            .map(v -> Branched.of(new Branch(v, from), before, after, worlds, run))
            .toList();
    List<Finding> findings = new ArrayList<>(List.of(finding(before, after)));
    branched.forEach(b -> findings.add(b.finding()));
    return new Answer(
        key(), "What may come from there", findings, data(before, after, branched), method());
  }

  private Standing standing(StateSpace space, Run run) {
    return switch (saved) {
      case Saved.OfCourses courses -> Courses.of(courses, Premises.of(space, run));
      case Saved.OfStates states -> {
        if (Forecast.of(space, Forecast.Asked.USUAL, run) instanceof ExactForecast exact) {
          yield Spread.of(states, exact);
        }
        throw new CannotGoOn("it was kept exactly, and is too large here to be worked out so");
      }
    };
  }

  private Finding finding(Standing before, Standing after) {
    List<List<Sentence>> rows = new ArrayList<>();
    Premises premises = after.premises();
    for (int t = 0; t < premises.targets().size(); t++) {
      rows.add(
          List.of(
              say("{}", new Slot.Plain(premises.targets().get(t).name())),
              say("{}", Telling.share(before.come(t))),
              say("{}", Telling.share(after.come(t))),
              say("{}", Telling.share(after.holds(t)))));
    }
    for (int m = 0; m < premises.measures().size(); m++) {
      rows.add(
          List.of(
              say("{}, as expected", new Slot.Plain(premises.measures().get(m).id())),
              say("{}", Telling.amount(before.measured(m), "")),
              say("{}", Telling.amount(after.measured(m), "")),
              say("")));
    }
    return new Finding(
        key(),
        Prominence.HEADLINE,
        say(
            "Gone on from {} to {} from now, from where it was kept",
            new Slot.Plain(from.text()),
            new Slot.Plain(to.text())),
        List.of(),
        List.of(
            new Figure.Table(
                "From then on",
                List.of("target or measure", "by " + from.text(), "by " + to.text(), "holds then"),
                rows)));
  }

  private Data data(Standing before, Standing after, List<Branched> branched) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("from", new Data.Text(from.text()));
    fields.put("fromYears", new Data.Real(before.years()));
    fields.put("to", new Data.Text(to.text()));
    fields.put("years", new Data.Real(after.years()));
    switch (saved) {
      case Saved.OfStates _ -> fields.put("method", new Data.Text("exact"));
      case Saved.OfCourses courses -> {
        fields.put("method", new Data.Text("sampled"));
        fields.put("draws", new Data.Whole(courses.courses().size()));
        fields.put("seed", new Data.Whole(courses.seed()));
      }
    }
    Map<String, Data> targets = new LinkedHashMap<>();
    for (int t = 0; t < after.premises().targets().size(); t++) {
      Map<String, Data> target = new LinkedHashMap<>();
      ForecastData.put(target, "before", "beforeInterval", before.come(t));
      ForecastData.put(target, "probability", "interval", after.come(t));
      ForecastData.put(target, "atHorizon", "atHorizonInterval", after.holds(t));
      targets.put(after.premises().targets().get(t).id(), new Data.Fields(target));
    }
    fields.put("targets", new Data.Fields(targets));
    Map<String, Data> measures = new LinkedHashMap<>();
    for (int m = 0; m < after.premises().measures().size(); m++) {
      Map<String, Data> measure = new LinkedHashMap<>();
      ForecastData.put(measure, "atHorizon", "atHorizonInterval", after.measured(m));
      measures.put(after.premises().measures().get(m).id(), new Data.Fields(measure));
    }
    fields.put("measures", new Data.Fields(measures));
    if (!branched.isEmpty()) fields.put("branches", Branched.data(branched));
    return new Data.Fields(fields);
  }

  private List<Sentence> method() {
    Sentence kept =
        switch (saved) {
          case Saved.OfStates _ ->
              say(
                  "Exact: how likely each state was is carried on, and what had come has come; the"
                      + " same as a forecast that was never broken, but for rounding");
          case Saved.OfCourses courses ->
              say(
                  "Sampled: {} with seed {} go on where they stood, exactly as if they had never"
                      + " been broken; in brackets intervals of 95 %",
                  new Slot.Count(courses.courses().size(), "course", "courses"),
                  new Slot.Plain(String.valueOf(courses.seed())));
        };
    return List.of(kept, luck());
  }

  static Sentence luck() {
    return say(
        "A branch has the same luck as what stays: each party and hazard keeps its numbers and its"
            + " next occasion, stretched where its rate is another");
  }
}
