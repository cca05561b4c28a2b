package demarche.lens.forecast;

import demarche.finding.Data;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.forecast.Routes.Route;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The forecast for programs.
final class ForecastData {
  private static final int ROUTES = 3;
  private static final int MOST_ENDS = 20;

  private final Forecast forecast;
  private final List<Against> against;
  private final List<Branched> branched;
  private final Run run;
  private final Telling telling;

  ForecastData(Forecast forecast, List<Against> against, List<Branched> branched, Run run) {
    this.forecast = forecast;
    this.against = against;
    this.branched = branched;
    this.run = run;
    this.telling = new Telling(forecast);
  }

  Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    Premises premises = forecast.premises();
    fields.put("horizon", new Data.Text(premises.drift().dynamics().horizon()));
    fields.put("years", new Data.Real(premises.pace().years()));
    switch (forecast) {
      case ExactForecast exact -> {
        fields.put("method", new Data.Text("exact"));
        fields.put("error", new Data.Real(exact.error()));
        fields.put("reached", new Data.Whole(exact.terrain().size()));
        fields.put("changes", new Data.Whole(exact.terrain().arcs()));
      }
      case SampledForecast sampled -> {
        fields.put("method", new Data.Text("sampled"));
        fields.put("draws", new Data.Whole(sampled.draws()));
        fields.put("seed", new Data.Whole(run.seed()));
        fields.put("confidence", new Data.Real(Estimate.CONFIDENCE));
      }
    }
    fields.put("targets", targets());
    fields.put("measures", measures());
    if (forecast instanceof ExactForecast exact) fields.put("ends", ends(exact));
    if (!against.isEmpty()) fields.put("against", against());
    if (!branched.isEmpty()) fields.put("branches", Branched.data(branched));
    return new Data.Fields(fields);
  }

  private Data targets() {
    Map<String, Data> targets = new LinkedHashMap<>();
    for (int t : telling.targets()) targets.put(forecast.targets().get(t).id(), target(t));
    return new Data.Fields(targets);
  }

  private Data target(int t) {
    Target target = forecast.targets().get(t);
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("holdsNow", new Data.Flag(forecast.holdsNow(t)));
    if (forecast instanceof ExactForecast) {
      fields.put("reachable", new Data.Flag(forecast.isReachable(t)));
    }
    put(fields, "probability", "interval", forecast.probability(t));
    put(fields, "atHorizon", "atHorizonInterval", forecast.atHorizon(t));
    put(fields, "shareOfTime", "shareOfTimeInterval", forecast.share(t));
    put(fields, "byChance", "byChanceInterval", forecast.blind().probability(t));
    fields.put("baseRate", first(target.baseRate(), Data.Exact::new));
    fields.put("median", first(forecast.median(t), Data.Real::new));
    List<Double> mean =
        forecast.probability(t).value() == 0 ? List.of() : List.of(forecast.meanTime(t));
    fields.put("meanTime", first(mean, Data.Real::new));
    fields.put("lastSteps", lastSteps(t));
    fields.put("curve", new Data.Items(curve(t)));
    if (forecast instanceof ExactForecast exact) fields.put("routes", routes(exact, t));
    return new Data.Fields(fields);
  }

  private static <T> Data first(List<T> numbers, Function<T, Data> kind) {
    return numbers.isEmpty() ? new Data.Nothing() : kind.apply(numbers.getFirst());
  }

  static void put(Map<String, Data> fields, String key, String interval, Estimate number) {
    fields.put(key, new Data.Real(number.value()));
    fields.put(interval, interval(number));
  }

  private static Data interval(Estimate number) {
    return new Data.Items(List.of(new Data.Real(number.low()), new Data.Real(number.high())));
  }

  private Data lastSteps(int t) {
    Map<String, Data> last = new LinkedHashMap<>();
    List<Estimate> steps = forecast.lastSteps(t);
    for (int c = 0; c < steps.size(); c++) {
      last.put(forecast.causes().get(c).id(), new Data.Real(steps.get(c).value()));
    }
    return new Data.Fields(last);
  }

  private List<Data> curve(int t) {
    double years = forecast.premises().pace().years();
    List<Estimate> curve = forecast.curve(t);
    return IntStream.range(0, curve.size())
        .<Data>mapToObj(i -> {
          Map<String, Data> point = new LinkedHashMap<>();
          point.put("years", new Data.Real(years * i / Timing.POINTS));
          put(point, "probability", "interval", curve.get(i));
          return new Data.Fields(point);
        })
        .toList();
  }

  private Data routes(ExactForecast exact, int t) {
    List<Data> routes = new ArrayList<>();
    for (Route route : exact.routes(t, ROUTES)) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("probability", new Data.Real(route.probability()));
      fields.put(
          "changes",
          new Data.Items(
              route.changes().stream()
                  .<Data>map(change -> {
                    Map<String, Data> step = new LinkedHashMap<>();
                    step.put("by", new Data.Text(forecast.causes().get(change.cause()).id()));
                    step.put("to", code(exact.terrain().state(change.to())));
                    return new Data.Fields(step);
                  })
                  .toList()));
      routes.add(new Data.Fields(fields));
    }
    return new Data.Items(routes);
  }

  private Data code(int state) {
    Slot.OfState told = telling.state(state);
    return new Data.Text(told.code());
  }

  private Data measures() {
    Map<String, Data> measures = new LinkedHashMap<>();
    for (int m = 0; m < forecast.premises().measures().size(); m++) {
      Premises.Measure measure = forecast.premises().measures().get(m);
      Map<String, Data> fields = new LinkedHashMap<>();
      double now = measure.of(forecast.space().levels(forecast.premises().start()));
      fields.put("now", new Data.Real(now));
      put(fields, "atHorizon", "atHorizonInterval", forecast.expected(m));
      put(fields, "average", "averageInterval", forecast.average(m));
      measures.put(measure.id(), new Data.Fields(fields));
    }
    return new Data.Fields(measures);
  }

  private Data ends(ExactForecast exact) {
    List<Data> ends = new ArrayList<>();
    double[] at = exact.evolution().end();
    for (int[] end : exact.ends().stream().limit(MOST_ENDS).toList()) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("state", code(exact.terrain().state(end[0])));
      fields.put("states", new Data.Whole(end.length));
      fields.put("probability", new Data.Real(Evolution.sum(at, end)));
      ends.add(new Data.Fields(fields));
    }
    return new Data.Items(ends);
  }

  private Data against() {
    Map<String, Data> byVariant = new LinkedHashMap<>();
    for (Against other : against) {
      Map<String, Data> rows = new LinkedHashMap<>();
      for (Against.Row row : other.rows()) {
        Map<String, Data> fields = new LinkedHashMap<>();
        put(fields, "probability", "interval", other.there().probability(row.place()));
        put(fields, "difference", "differenceInterval", row.difference());
        rows.put(forecast.targets().get(row.target()).id(), new Data.Fields(fields));
      }
      byVariant.put(other.variant(), new Data.Fields(rows));
    }
    return new Data.Fields(byVariant);
  }
}
