package demarche.lens.settlement.deals;

import demarche.lens.Run;
import demarche.scenario.Exact;
import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// What may be agreed where values add up, however many packages there are.
///
/// **Definition.** The *frontier*: the acceptable packages than which no package is at least as
/// good for all and better for one. Packages that give everybody the same are one profile; none is
/// dropped for the sake of another. The [Rule]s choose among its profiles, with all ties.
///
/// **Cost.** That of [Merging]; no package is listed but those shown. Where the frontier has too
/// many profiles, each rule is searched alone with bounds, and what is not proved is told with its
/// gap.
///
/// @param frontier by the gains of the first side, the greatest first, then of the second, ...;
///   empty where there is no acceptable package, or where it was not finished
/// @param unfinished why there is no frontier; empty where there is one
/// @param greatest the most that each side can gain; empty where it was not found
public record Deals(
    Bargain bargain,
    List<Profile> frontier,
    String unfinished,
    List<BigFraction> greatest,
    Map<Rule, Answer> points) {
  /// How many partial packages are kept at a time, if nobody asks for other numbers.
  public static final int MOST_POINTS = 1 << 18;

  /// How many packages of each profile are shown.
  static final int SHOWN = 8;

  public Deals {
    frontier = List.copyOf(frontier);
    greatest = List.copyOf(greatest);
    Map<Rule, Answer> copy = new EnumMap<>(Rule.class);
    copy.putAll(points);
    points = copy;
  }

  /// @throws TooLarge if values have too many digits
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Deals of(Bargain bargain, Run run) {
    return of(bargain, MOST_POINTS, run);
  }

  /// @param mostPoints how many partial packages are kept at a time
  static Deals of(Bargain bargain, int mostPoints, Run run) {
    Whole whole = Whole.of(bargain);
    Merging merging = new Merging(whole, mostPoints, run);
    List<Layer> layers = merging.layers("frontier", merging::isAcceptable);
    if (layers.isEmpty()) return new Bounded(bargain, merging).deals();
    List<Profile> frontier = profiles(whole, layers);
    if (frontier.isEmpty()) return new Deals(bargain, frontier, "", List.of(), none());
    Choice choice = Choice.among(frontier);
    Map<Rule, Answer> points = none();
    if (choice.greatest().stream().anyMatch(g -> g.signum() > 0)) {
      for (Rule rule : Rule.values()) points.put(rule, choice.best(rule, frontier));
    }
    return new Deals(bargain, frontier, "", choice.greatest(), points);
  }

  private static Map<Rule, Answer> none() {
    Map<Rule, Answer> points = new EnumMap<>(Rule.class);
    for (Rule rule : Rule.values()) points.put(rule, new Answer.None());
    return points;
  }

  static List<Profile> profiles(Whole whole, List<Layer> layers) {
    BigInteger[] counts = new BigInteger[layers.getFirst().points()];
    Arrays.fill(counts, BigInteger.ONE);
    for (Layer layer : layers.subList(1, layers.size())) counts = layer.counts(counts);
    Layer last = layers.getLast();
    List<Profile> profiles = new ArrayList<>();
    for (int p = 0; p < last.points(); p++) {
      int at = p * whole.width();
      profiles.add(
          new Profile(
              IntStream.range(0, whole.sides())
                  .mapToObj(s -> whole.gain(last.vectors(), at, s))
                  .toList(),
              counts[p],
              Layer.packages(layers, p, SHOWN)));
    }
    return profiles;
  }

  /// What a rule picks out.
  public Answer point(Rule rule) {
    return Objects.requireNonNull(points.get(rule), rule.told());
  }

  /// How many packages are on the frontier.
  public BigInteger packages() {
    return frontier.stream().map(Profile::packages).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// The rules one by one, where the frontier is too long.
  private record Bounded(Bargain bargain, Merging merging) {
    Deals deals() {
      int sides = bargain.sides().size();
      List<BigFraction> greatest = new ArrayList<>();
      for (Aim aim : Search.greatest(sides)) {
        List<Layer> layers = new Search(merging, aim).layers("greatest gains");
        if (layers.isEmpty() || layers.getLast().points() == 0) break;
        int s = greatest.size();
        greatest.add(
            profiles(merging.whole(), layers).stream()
                .map(p -> p.gains().get(s))
                .max(Exact.ORDER)
                .orElseThrow());
      }
      if (greatest.size() < sides) greatest.clear();
      Map<Rule, Answer> points = new EnumMap<>(Rule.class);
      for (Rule rule : Rule.values()) points.put(rule, answer(rule, greatest));
      return new Deals(bargain, List.of(), reason(), greatest, points);
    }

    private String reason() {
      return "more than %,d partial packages would have to be kept, or held against too many others"
          .formatted(merging.mostPoints());
    }

    private Answer answer(Rule rule, List<BigFraction> greatest) {
      boolean needsGreatest = rule == Rule.KALAI_SMORODINSKY || rule == Rule.EGALITARIAN;
      if (needsGreatest && greatest.isEmpty()) {
        return new Answer.NotSearched("the greatest gain of each side was not found");
      }
      if (!greatest.isEmpty() && greatest.stream().allMatch(g -> g.signum() == 0)) {
        return new Answer.None();
      }
      int sides = bargain.sides().size();
      double[] units = new double[sides];
      for (int s = 0; s < sides; s++) {
        boolean counts = !needsGreatest || greatest.get(s).signum() > 0;
        units[s] = !counts ? 0 : rule == Rule.KALAI_SMORODINSKY ? greatest.get(s).doubleValue() : 1;
      }
      Search search = new Search(merging, new Aim(kind(rule), units));
      List<Layer> layers = search.layers(rule.told());
      Choice choice = new Choice(greatest);
      if (!layers.isEmpty()) {
        List<Profile> left = profiles(merging.whole(), layers);
        return left.isEmpty() ? new Answer.None() : choice.best(rule, left);
      }
      return search.known().stream()
          .map(levels -> within(rule, choice, levels, search))
          .findFirst()
          .orElseGet(() -> new Answer.NotSearched("no acceptable package was found"));
    }

    private Answer within(Rule rule, Choice choice, int[] levels, Search search) {
      Whole whole = merging.whole();
      long[] vector = whole.vector(levels);
      Profile profile =
          new Profile(
              IntStream.range(0, whole.sides()).mapToObj(s -> whole.gain(vector, 0, s)).toList(),
              BigInteger.ONE,
              List.of(IntStream.of(levels).boxed().toList()));
      return new Answer.Within(profile, choice.measure(rule, profile), search.atMost());
    }

    private static Aim.Kind kind(Rule rule) {
      return switch (rule) {
        case NASH -> Aim.Kind.PRODUCT;
        case MAXIMUM_SUM -> Aim.Kind.SUM;
        case EGALITARIAN, KALAI_SMORODINSKY -> Aim.Kind.LEAST;
      };
    }
  }
}
