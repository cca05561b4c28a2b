package demarche.lens.settlement;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.states.Utility;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Zone, frontier, points and agendas, read word by word. Slow on purpose; shares no code with the
/// lens.
public final class LiteralZone {
  private final Model model;
  private final ByDefinition literal;
  private final List<Actor> required;
  private final int without;

  // each worked out once, as it is asked for again and again
  private final List<Set<Integer>> settlements = new ArrayList<>();
  private final List<Set<Integer>> frontier = new ArrayList<>();
  private final Map<List<Object>, BigFraction> worths = new HashMap<>();
  private final Map<Integer, Utility> utilities = new HashMap<>();

  public LiteralZone(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
    this.required = model.actors().stream().filter(a -> a.partOf().isEmpty()).toList();
    this.without = literal.states().indexOf(Arrays.stream(model.disagreement()).boxed().toList());
  }

  public List<Actor> required() {
    return required;
  }

  public ByDefinition literal() {
    return literal;
  }

  private int[] levels(int s) {
    return literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
  }

  public boolean accepts(Actor actor, int s) {
    return !crosses(actor, s) && !literal.prefers(actor, s, without);
  }

  private boolean crosses(Actor actor, int s) {
    return actor.preference().redLines().stream().anyMatch(l -> l.never().holds(levels(s)));
  }

  private boolean isSettlement(List<Actor> parties, List<Actor> gainers, int s) {
    return s != without
        && parties.stream().allMatch(a -> accepts(a, s))
        && gainers.stream().anyMatch(a -> literal.prefers(a, without, s));
  }

  public Set<Integer> settlements() {
    if (settlements.isEmpty()) {
      settlements.add(where(s -> isSettlement(required, required, s)));
    }
    return new TreeSet<>(settlements.getFirst());
  }

  /// What would be settlements if this actor's consent were not needed, and it does not accept.
  public Set<Integer> alone(Actor actor) {
    List<Actor> others = required.stream().filter(a -> !a.equals(actor)).toList();
    return where(s -> !accepts(actor, s) && isSettlement(others, others, s));
  }

  private Set<Integer> where(Function<Integer, Boolean> holds) {
    Set<Integer> states = new TreeSet<>();
    for (int s = 0; s < literal.states().size(); s++) if (holds.apply(s)) states.add(s);
    return states;
  }

  /// No other settlement is as good for all and better for one.
  public Set<Integer> frontier() {
    if (frontier.isEmpty()) frontier.add(undominated());
    return frontier.getFirst();
  }

  private Set<Integer> undominated() {
    Set<Integer> all = settlements();
    Set<Integer> frontier = new TreeSet<>(all);
    frontier.removeIf(s ->
        all.stream()
            .anyMatch(t ->
                required.stream().noneMatch(a -> literal.prefers(a, t, s))
                    && required.stream().anyMatch(a -> literal.prefers(a, s, t))));
    return frontier;
  }

  /// u or raw, less the same without a deal.
  public BigFraction gain(Actor actor, int s, boolean raw) {
    return worth(actor, s, raw).subtract(worth(actor, without, raw));
  }

  private BigFraction worth(Actor actor, int s, boolean raw) {
    List<Object> asked = List.of(actor.index(), s, raw);
    return worths.computeIfAbsent(asked, _ -> counted(actor, s, raw));
  }

  private BigFraction counted(Actor actor, int s, boolean raw) {
    boolean values = actor.preference().order() instanceof Preference.Values;
    if (!raw && crosses(actor, s)) return BigFraction.of(-1);
    if (raw && values) return ((Preference.Values) actor.preference().order()).of(levels(s));
    return utilities
        .computeIfAbsent(actor.index(), _ -> Utility.of(model, actor))
        .byOrder(levels(s));
  }

  /// How many classes of states, its own among them, are at least as good to the actor.
  private int depth(Actor actor, int s) {
    List<Integer> classes = new ArrayList<>();
    for (int t = 0; t < literal.states().size(); t++) {
      int state = t;
      if (literal.prefers(actor, t, s)) continue;
      boolean known =
          classes.stream()
              .anyMatch(
                  c -> !literal.prefers(actor, c, state) && !literal.prefers(actor, state, c));
      if (!known) classes.add(t);
    }
    return classes.size();
  }

  /// Everybody falls back one class at a time, until a settlement is among what all have come to.
  public Set<Integer> fallback() {
    Set<Integer> settlements = settlements();
    Map<Integer, List<Integer>> depths = new HashMap<>();
    for (int s : settlements) {
      depths.put(s, required.stream().map(a -> depth(a, s)).toList());
    }
    for (int pace = 1; pace <= literal.states().size(); pace++) {
      Set<Integer> reached = new TreeSet<>();
      for (int s : settlements) {
        boolean all = true;
        for (int depth : depths.getOrDefault(s, List.of())) all &= depth <= pace;
        if (all) reached.add(s);
      }
      reached.retainAll(frontier());
      if (!reached.isEmpty()) return reached;
    }
    return Set.of();
  }

  private Set<Integer> considered(boolean raw) {
    Set<Integer> considered = new TreeSet<>(frontier());
    considered.removeIf(s -> required.stream().anyMatch(a -> gain(a, s, raw).signum() < 0));
    return considered;
  }

  private Set<Integer> most(boolean raw, Function<List<BigFraction>, BigFraction> measure) {
    Set<Integer> best = new TreeSet<>();
    BigFraction most = BigFraction.ZERO;
    for (int s : considered(raw)) {
      BigFraction own = measure.apply(required.stream().map(a -> gain(a, s, raw)).toList());
      int sign = best.isEmpty() ? 1 : own.subtract(most).signum();
      if (sign > 0) best.clear();
      if (sign > 0) most = own;
      if (sign >= 0) best.add(s);
    }
    return best;
  }

  public Set<Integer> sum(boolean raw) {
    return most(raw, gains -> gains.stream().reduce(BigFraction.ZERO, BigFraction::add));
  }

  /// The product, on top of a thousandfold bonus for each that gains: more than any product is.
  public Set<Integer> nash(boolean raw) {
    BigFraction bonus = BigFraction.of(1_000_000_000);
    return most(
        raw,
        gains -> {
          BigFraction product = BigFraction.ONE;
          BigFraction gaining = BigFraction.ZERO;
          for (BigFraction gain : gains) {
            if (gain.signum() <= 0) continue;
            product = product.multiply(gain);
            gaining = gaining.add(bonus);
          }
          return gaining.add(product);
        });
  }

  private BigFraction ideal(int i, boolean raw) {
    BigFraction ideal = BigFraction.ZERO;
    for (int s : considered(raw)) {
      BigFraction gain = gain(required.get(i), s, raw);
      if (gain.subtract(ideal).signum() > 0) ideal = gain;
    }
    return ideal;
  }

  public Set<Integer> egalitarian(boolean raw) {
    return least(raw, false);
  }

  public Set<Integer> kalaiSmorodinsky(boolean raw) {
    return least(raw, true);
  }

  private Set<Integer> least(boolean raw, boolean shares) {
    List<BigFraction> ideals =
        IntStream.range(0, required.size()).mapToObj(i -> ideal(i, raw)).toList();
    return most(
        raw,
        gains -> {
          List<BigFraction> counted = new ArrayList<>();
          for (int i = 0; i < gains.size(); i++) {
            if (ideals.get(i).signum() == 0) continue;
            counted.add(shares ? gains.get(i).divide(ideals.get(i)) : gains.get(i));
          }
          BigFraction least = counted.isEmpty() ? BigFraction.ZERO : counted.getFirst();
          for (BigFraction c : counted) if (c.subtract(least).signum() < 0) least = c;
          return least;
        });
  }

  /// Each body whose options stand otherwise than without a deal would carry the change.
  public boolean passes(int s) {
    for (Body body : model.bodies()) {
      boolean touched = false;
      for (Option o : body.options()) {
        touched |=
            !literal
                .states()
                .get(s)
                .get(o.index())
                .equals(literal.states().get(without).get(o.index()));
      }
      if (touched && !literal.prefers(body, without, s)) return false;
    }
    return true;
  }

  /// The settlements in which every option that has moved belongs to one of the areas.
  public Set<Integer> on(Set<String> areas) {
    int[] quo = model.statusQuo();
    Set<Integer> on = settlements();
    on.removeIf(s -> {
      for (Option option : model.options()) {
        if (literal.states().get(s).get(option.index()) == quo[option.index()]) continue;
        boolean open = false;
        for (String area : areas) {
          open |= model.issues().getOrDefault(area, List.of()).contains(option);
        }
        if (!open) return true;
      }
      return false;
    });
    return on;
  }
}
