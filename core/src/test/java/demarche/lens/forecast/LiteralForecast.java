package demarche.lens.forecast;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Dynamics;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.testing.ByDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/// The process read word by word: a dense matrix of rates over the states with events, and its
/// exponential by scaling and squaring. Slow on purpose; shares no code with the lens.
public final class LiteralForecast {
  private static final int TERMS = 18;

  private final Model model;
  private final Dynamics dynamics;
  private final ByDefinition literal;
  private final Map<Integer, Integer> places = new LinkedHashMap<>();
  private final Map<List<Integer>, Double> worth = new HashMap<>();
  private final Map<Integer, Double> lowest = new HashMap<>();
  private final double[][] rates;

  public LiteralForecast(Model model) {
    this(model, List.of(Arrays.stream(model.statusQuo()).boxed().toList()));
  }

  /// @param starts levels of the states from which it may begin
  LiteralForecast(Model model, List<List<Integer>> starts) {
    this.model = model;
    this.dynamics = model.forecast().getFirst();
    this.literal = ByDefinition.withEvents(model);
    Map<Integer, Map<Integer, Double>> found = new LinkedHashMap<>();
    Deque<Integer> open = new ArrayDeque<>(starts.stream().map(literal.states()::indexOf).toList());
    while (!open.isEmpty()) {
      int s = open.remove();
      if (found.containsKey(s)) continue;
      Map<Integer, Double> next = next(s);
      found.put(s, next);
      open.addAll(next.keySet());
    }
    found.keySet().forEach(s -> places.put(s, places.size()));
    rates = new double[places.size()][places.size()];
    found.forEach((s, next) ->
        next.forEach((t, rate) -> {
          if (s.equals(t)) return;
          rates[place(s)][place(t)] += rate;
          rates[place(s)][place(s)] -= rate;
        }));
  }

  /// How many states there are with events at any level, reached or not.
  public static int states(Model model) {
    return ByDefinition.withEvents(model).states().size();
  }

  private int place(int state) {
    return places.getOrDefault(state, -1);
  }

  public int size() {
    return rates.length;
  }

  double[][] rates() {
    return rates;
  }

  /// The levels of a place.
  public int[] levels(int place) {
    int state = List.copyOf(places.keySet()).get(place);
    return array(literal.states().get(state));
  }

  private static int[] array(List<Integer> levels) {
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }

  /// At which rate each state comes next; a state leads to itself where somebody may stay.
  private Map<Integer, Double> next(int s) {
    Map<Integer, Double> next = new LinkedHashMap<>();
    for (Party party : model.parties()) {
      double tempo = dynamics.tempo().get(party.index()).doubleValue();
      if (tempo == 0) continue;
      switch (party) {
        case Actor actor -> {
          if (!literal.moves(actor, s).isEmpty()) {
            choose(actor, s, literal.moves(actor, s), tempo, next);
          }
        }
        case Body body -> {
          Set<Integer> texts = new TreeSet<>(literal.moves(body, s));
          texts.removeIf(t -> !literal.prefers(body, s, t));
          List<Actor> sponsors = sponsors(body);
          for (Actor sponsor : sponsors) choose(sponsor, s, texts, tempo / sponsors.size(), next);
        }
      }
    }
    for (Dynamics.Hazard hazard : dynamics.hazards()) {
      int[] levels = array(literal.states().get(s));
      if (hazard.ratePerYear().signum() == 0 || !hazard.when().holds(levels)) continue;
      for (Dynamics.Setting does : hazard.does()) levels[does.option()] = does.level();
      int there = literal.states().indexOf(Arrays.stream(levels).boxed().toList());
      if (there >= 0) next.merge(there, hazard.ratePerYear().doubleValue(), Double::sum);
    }
    return next;
  }

  private List<Actor> sponsors(Body body) {
    List<Actor> sponsors = new ArrayList<>();
    for (Body.Seat seat : body.seats()) {
      for (Actor actor : model.actors()) {
        boolean wishes =
            !(actor.preference().order() instanceof Preference.Indifferent)
                || !actor.preference().redLines().isEmpty();
        boolean present = seat.voter() instanceof Body.Wishes;
        boolean may = seat.sponsorship().name().equals("MAY");
        if (seat.id().equals(actor.id()) && wishes && present && may) sponsors.add(actor);
      }
    }
    return sponsors;
  }

  private void choose(
      Actor actor, int s, Set<Integer> others, double rate, Map<Integer, Double> next) {
    Set<Integer> choices = new TreeSet<>(others);
    choices.add(s);
    double best = choices.stream().mapToDouble(t -> u(actor, t)).max().orElse(0);
    double sharpness = dynamics.sharpness().doubleValue();
    double sum =
        choices.stream().mapToDouble(t -> Math.exp(sharpness * (u(actor, t) - best))).sum();
    for (int t : choices) {
      next.merge(t, rate * Math.exp(sharpness * (u(actor, t) - best)) / sum, Double::sum);
    }
  }

  /// Values from 0 to 1 over the unvaried states that cross no red line of the actor whose
  /// preference it is; 1 where all are alike; -1 where a line is crossed.
  public double u(Actor actor, int s) {
    return worth.computeIfAbsent(List.of(actor.index(), s), _ -> worth(actor, s));
  }

  private double worth(Actor actor, int s) {
    int[] levels = array(literal.states().get(s));
    Preference preference = actor.preference();
    if (preference.redLines().stream().anyMatch(l -> l.never().holds(levels))) return -1;
    double least = lowest.computeIfAbsent(actor.index(), _ -> least(actor));
    return literal.share(actor, s).map(share -> share.doubleValue() - least).orElse(1.0);
  }

  /// Where the scale of an actor begins, as a share of its range; 0 for a mere order.
  private double least(Actor actor) {
    Preference preference = actor.preference();
    if (!(preference.order() instanceof Preference.Values)) return 0;
    ByDefinition unvaried = ByDefinition.withEvents(model.unvaried());
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < unvaried.states().size(); s++) {
      int[] levels = array(unvaried.states().get(s));
      if (preference.redLines().stream().anyMatch(l -> l.never().holds(levels))) continue;
      least = Math.min(least, unvaried.share(actor, s).map(BigFraction::doubleValue).orElse(0.0));
    }
    return least;
  }

  /// Where the process is after some years.
  public double[] distribution(double years) {
    return exponential(rates, years)[0];
  }

  /// The same where it stops once a condition holds.
  public double[] stopped(double years, Predicate<int[]> target) {
    double[][] absorbing = new double[rates.length][];
    for (int s = 0; s < rates.length; s++) {
      absorbing[s] = target.test(levels(s)) ? new double[rates.length] : rates[s].clone();
    }
    return exponential(absorbing, years)[0];
  }

  /// The levels of every place.
  List<List<Integer>> everyLevels() {
    return places.keySet().stream().map(literal.states()::get).toList();
  }

  /// Where a distribution over the places of another one is after some years, if it stops once a
  /// condition holds.
  double[] onward(
      LiteralForecast before, double[] distribution, double years, Predicate<int[]> target) {
    double[][] absorbing = new double[rates.length][];
    for (int s = 0; s < rates.length; s++) {
      absorbing[s] = target.test(levels(s)) ? new double[rates.length] : rates[s].clone();
    }
    double[][] matrix = exponential(absorbing, years);
    double[] end = new double[rates.length];
    List<List<Integer>> from = before.everyLevels();
    for (int s = 0; s < distribution.length; s++) {
      int here = place(literal.states().indexOf(from.get(s)));
      for (int t = 0; t < end.length; t++) end[t] += distribution[s] * matrix[here][t];
    }
    return end;
  }

  /// A distribution less what lies where a condition holds.
  double[] without(double[] distribution, Predicate<int[]> target) {
    double[] rest = distribution.clone();
    for (int s = 0; s < rest.length; s++) if (target.test(levels(s))) rest[s] = 0;
    return rest;
  }

  public double sum(double[] distribution, Predicate<int[]> target) {
    double sum = 0;
    for (int s = 0; s < distribution.length; s++)
      if (target.test(levels(s))) sum += distribution[s];
    return sum;
  }

  static double[][] exponential(double[][] matrix, double factor) {
    int n = matrix.length;
    double norm = 0;
    for (double[] row : matrix) {
      norm = Math.max(norm, Arrays.stream(row).map(Math::abs).sum() * factor);
    }
    int halvings = Math.max(0, (int) Math.ceil(Math.log(Math.max(norm, 1e-9)) / Math.log(2)) + 1);
    double[][] scaled = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) scaled[i][j] = matrix[i][j] * factor / (1L << halvings);
    }
    double[][] sum = new double[n][n];
    double[][] term = new double[n][n];
    for (int i = 0; i < n; i++) sum[i][i] = term[i][i] = 1;
    for (int k = 1; k <= TERMS; k++) {
      term = product(term, scaled);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          term[i][j] /= k;
          sum[i][j] += term[i][j];
        }
      }
    }
    for (int h = 0; h < halvings; h++) sum = product(sum, sum);
    return sum;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = a[i][k];
        if (factor == 0) continue;
        for (int j = 0; j < n; j++) product[i][j] += factor * b[k][j];
      }
    }
    return product;
  }
}
