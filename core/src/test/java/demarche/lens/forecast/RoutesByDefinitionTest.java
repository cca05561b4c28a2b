package demarche.lens.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.lens.forecast.Routes.Route;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The likeliest routes and the ends against what a dense matrix of rates says.
final class RoutesByDefinitionTest {
  private static final int MOST = 7;

  private static ExactForecast exact(Model model) {
    return (ExactForecast) Forecast.of(StateSpace.of(model), Asked.USUAL, Run.quiet());
  }

  /// The rates of a chain, written out cause by cause.
  private static double[][][] dense(Chain chain) {
    int n = chain.terrain().size();
    double[][][] rates = new double[chain.clocks().size()][n][n];
    double[] sums = new double[Math.max(1, chain.groups())];
    for (int c = 0; c < rates.length; c++) {
      for (int s = 0; s < n; s++) {
        double[] from = new double[n];
        from[s] = 1;
        Chain.tick(chain.clocks().get(c), from, rates[c][s], sums);
        rates[c][s][s] = 0;
      }
    }
    return rates;
  }

  @Test
  void routesAreTheLikeliestOfAll() {
    AtomicInteger some = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          if (StateSpace.of(model).size() > 4 * MOST) return;
          ExactForecast forecast = exact(model);
          if (forecast.terrain().size() > MOST || forecast.holdsNow(0)) return;
          double[][][] rates = dense(forecast.chain());
          List<Double> all = new ArrayList<>();
          BitSet target = new BitSet();
          for (int s : forecast.places(0)) target.set(s);
          walk(rates, forecast.terrain().start(), 1, new BitSet(), target, all);
          all.sort(Collections.reverseOrder());
          List<Route> routes = forecast.routes(0, 3);
          String what = "-Dseed=%d replays%n%s".formatted(seed, yaml);
          List<Double> likely = all.stream().filter(p -> p > 1e-200).toList();
          assertThat(routes.size()).as(what).isGreaterThanOrEqualTo(Math.min(3, likely.size()));
          for (int r = 0; r < Math.min(3, likely.size()); r++) {
            assertThat(routes.get(r).probability())
                .as(what)
                .isCloseTo(likely.get(r), within(1e-12));
          }
          if (likely.size() > 1) some.incrementAndGet();
        });
    assertThat(some.get()).as("targets with several routes").isPositive();
  }

  /// Every way through different states, with its probability.
  private static void walk(
      double[][][] rates, int s, double so, BitSet seen, BitSet target, List<Double> into) {
    if (target.get(s)) {
      into.add(so);
      return;
    }
    double leaving = Arrays.stream(rates).mapToDouble(c -> Arrays.stream(c[s]).sum()).sum();
    if (leaving == 0) return;
    BitSet with = (BitSet) seen.clone();
    with.set(s);
    for (double[][] cause : rates) {
      for (int t = 0; t < cause.length; t++) {
        if (cause[s][t] > 0 && !with.get(t)) {
          walk(rates, t, so * cause[s][t] / leaving, with, target, into);
        }
      }
    }
  }

  @Test
  void endsAreNeverLeftAndLeadEverywhereWithin() {
    AtomicInteger several = new AtomicInteger();
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          ExactForecast forecast = exact(RandomModels.model(yaml));
          int n = forecast.terrain().size();
          if (n > 40) return;
          BitSet[] reach = reach(forecast.terrain());
          List<List<Integer>> closed = new ArrayList<>();
          for (int s = 0; s < n; s++) {
            int from = s;
            boolean recurrent = reach[s].stream().allMatch(t -> reach[t].get(from));
            boolean first = reach[s].nextSetBit(0) == s;
            if (recurrent && first) closed.add(reach[s].stream().boxed().toList());
          }
          List<List<Integer>> found =
              forecast.ends().stream().map(e -> IntStream.of(e).boxed().toList()).toList();
          assertThat(found).as("-Dseed=%d replays%n%s", seed, yaml).isEqualTo(closed);
          if (closed.size() > 1) several.incrementAndGet();
        });
    assertThat(several.get()).as("scenarios with several ends").isPositive();
  }

  /// What each state leads to in the end, itself included.
  private static BitSet[] reach(Terrain terrain) {
    BitSet[] reach = new BitSet[terrain.size()];
    int[] into = new int[terrain.drift().most()];
    for (int s = 0; s < reach.length; s++) {
      reach[s] = new BitSet();
      reach[s].set(s);
      for (int c = 0; c < terrain.ways().size(); c++) {
        int count = terrain.drift().targets(c, terrain.state(s), into);
        for (int k = 0; k < count; k++) reach[s].set(terrain.place(into[k]));
      }
    }
    for (int via = 0; via < reach.length; via++) {
      for (BitSet from : reach) if (from.get(via)) from.or(reach[via]);
    }
    return reach;
  }
}
