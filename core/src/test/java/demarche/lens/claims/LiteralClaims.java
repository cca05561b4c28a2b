package demarche.lens.claims;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.testing.ByDefinition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/// Draws claims about a model together with what they say, read word by word. Shares no code with
/// the lens.
final class LiteralClaims {
  private static final List<String> CONCEPTS = List.of("R", "GMR", "SMR", "SEQ", "SSEQ");

  private final Model model;
  private final ByDefinition definition;
  private final Random random;

  LiteralClaims(Model model, long seed) {
    this.model = model;
    this.definition = new ByDefinition(model);
    this.random = new Random(seed * 31 + 7);
  }

  /// A check and whether it is true.
  record Assertion(String check, boolean holds) {}

  private record Figure(String text, BigFraction value) {}

  /// States by their index in the definition's list.
  private record Chosen(String text, Set<Integer> states) {}

  Assertion draw() {
    return assertion(2);
  }

  private <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private Assertion assertion(int depth) {
    if (depth > 0 && random.nextInt(2) == 0) return joined(depth);
    return switch (random.nextInt(7)) {
      case 0 -> stable();
      case 1 -> prefers();
      case 2 -> member();
      case 3 -> within();
      case 4 -> parts();
      case 5 -> rounded();
      default -> compared();
    };
  }

  private Assertion joined(int depth) {
    Assertion a = assertion(depth - 1);
    Assertion b = assertion(depth - 1);
    String left = "(" + a.check + ")";
    String right = "(" + b.check + ")";
    return switch (random.nextInt(5)) {
      case 0 -> new Assertion("not " + left, !a.holds);
      case 1 -> new Assertion(left + " and " + right, a.holds && b.holds);
      case 2 -> new Assertion(left + " or " + right, a.holds || b.holds);
      case 3 -> new Assertion(left + " -> " + right, !a.holds || b.holds);
      default -> new Assertion(left + " <-> " + right, a.holds == b.holds);
    };
  }

  private int state() {
    return random.nextInt(definition.states().size());
  }

  private String code(int state) {
    int[] levels = levels(state);
    if (model.isGraph()) return '"' + model.options().getFirst().levels().get(levels[0]) + '"';
    StringBuilder code = new StringBuilder("\"");
    for (Option option : model.options()) {
      code.append(Character.forDigit(levels[option.index()], 36));
    }
    return code.append('"').toString();
  }

  private int[] levels(int state) {
    return definition.states().get(state).stream().mapToInt(Integer::intValue).toArray();
  }

  private Assertion stable() {
    String concept = one(CONCEPTS);
    int s = state();
    if (random.nextBoolean()) {
      Party party = one(model.parties());
      return new Assertion(
          "stable(%s, %s, for = %s)".formatted(code(s), concept, party.id()),
          definition.isStable(concept, party, s));
    }
    return new Assertion("stable(%s, %s)".formatted(code(s), concept), holds(concept, s));
  }

  private boolean holds(String concept, int s) {
    return model.parties().stream().allMatch(p -> definition.isStable(concept, p, s));
  }

  private Assertion prefers() {
    Party party = one(model.parties());
    int s = state();
    int t = state();
    return new Assertion(
        "prefers(%s, %s, %s)".formatted(party.id(), code(s), code(t)),
        definition.prefers(party, t, s));
  }

  private Assertion member() {
    Chosen set = chosen();
    int s = state();
    return new Assertion(code(s) + " in " + set.text, set.states.contains(s));
  }

  private Assertion within() {
    Chosen one = chosen();
    Chosen other = chosen();
    return switch (random.nextInt(3)) {
      case 0 -> new Assertion(one.text + " = " + other.text, one.states.equals(other.states));
      case 1 -> new Assertion(one.text + " != " + other.text, !one.states.equals(other.states));
      default ->
          new Assertion(one.text + " in " + other.text, other.states.containsAll(one.states));
    };
  }

  private Assertion parts() {
    if (model.isGraph()) return stable();
    Party party = one(model.parties());
    Chosen one = chosen();
    Chosen other = chosen();
    return new Assertion(
        "%s on (%s) = %s on (%s)".formatted(one.text, party.id(), other.text, party.id()),
        parts(party, one).equals(parts(party, other)));
  }

  private Set<List<Integer>> parts(Party party, Chosen chosen) {
    Set<List<Integer>> parts = new HashSet<>();
    for (int s : chosen.states) {
      parts.add(party.options().stream().map(o -> levels(s)[o.index()]).toList());
    }
    return parts;
  }

  private Chosen chosen() {
    String condition = "";
    Set<Integer> meant = new TreeSet<>();
    for (int s = 0; s < definition.states().size(); s++) meant.add(s);
    if (random.nextInt(4) > 0) condition = condition(meant);
    if (!condition.isEmpty() && random.nextInt(3) == 0) {
      boolean moves = random.nextBoolean();
      meant.retainAll(reached(moves));
      String by = moves ? random.nextBoolean() ? "" : ", by = moves" : ", by = improvements";
      return new Chosen("reachable(" + condition + by + ")", meant);
    }
    String concept = one(CONCEPTS);
    meant.removeIf(s -> !holds(concept, s));
    String more = condition.isEmpty() ? "" : ", " + condition;
    return new Chosen("equilibria(" + concept + more + ")", meant);
  }

  /// A condition; the states where it does not hold are taken out of `meant`.
  private String condition(Set<Integer> meant) {
    Option option = one(model.options());
    int level = random.nextInt(option.levels().size());
    String name = option.levels().get(level);
    if (model.isGraph()) {
      meant.removeIf(s -> levels(s)[0] == level);
      return "not " + name;
    }
    int o = option.index();
    return switch (random.nextInt(3)) {
      case 0 -> {
        meant.removeIf(s -> levels(s)[o] > level);
        yield option.id() + " <= " + name;
      }
      case 1 -> {
        meant.removeIf(s -> levels(s)[o] == level);
        yield "not " + option.id() + " = " + name;
      }
      default -> {
        meant.removeIf(s -> levels(s)[o] == 0);
        yield option.id();
      }
    };
  }

  /// By legal sequences from the status quo, which counts as reached.
  private Set<Integer> reached(boolean moves) {
    int[] quo = model.statusQuo();
    int origin = 0;
    while (!Arrays.equals(levels(origin), quo)) origin++;
    Set<Integer> reached = new LinkedHashSet<>(Set.of(origin));
    Set<List<Integer>> seen = new HashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(origin, -1)));
    while (!open.isEmpty()) {
      List<Integer> node = open.remove();
      for (Party p : model.parties()) {
        if (p.index() == node.get(1)) continue;
        int at = node.getFirst();
        for (int t : moves ? definition.moves(p, at) : definition.improvements(p, at)) {
          reached.add(t);
          List<Integer> next = List.of(t, p.index());
          if (seen.add(next)) open.add(next);
        }
      }
    }
    return reached;
  }

  private Figure figure(int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      Figure a = figure(depth - 1);
      Figure b = figure(depth - 1);
      return switch (random.nextInt(3)) {
        case 0 -> new Figure("(" + a.text + " + " + b.text + ")", a.value.add(b.value));
        case 1 -> new Figure("(" + a.text + " - " + b.text + ")", a.value.subtract(b.value));
        default -> new Figure("(" + a.text + ") * " + b.text, a.value.multiply(b.value));
      };
    }
    List<Actor> valuing =
        model.actors().stream()
            .filter(a -> a.preference().order() instanceof Preference.Values)
            .toList();
    return switch (random.nextInt(valuing.isEmpty() ? 2 : 4)) {
      case 0 -> {
        int number = random.nextInt(5);
        yield new Figure(number + " / 1", BigFraction.of(number));
      }
      case 1 -> {
        Chosen set = chosen();
        yield new Figure("count(" + set.text + ")", BigFraction.of(set.states.size()));
      }
      case 2 -> {
        Actor actor = one(valuing);
        int s = state();
        yield new Figure(
            "value(%s, %s)".formatted(actor.id(), code(s)), value(actor.preference(), levels(s)));
      }
      default -> {
        Actor actor = one(valuing);
        int s = state();
        yield new Figure("u(%s, %s)".formatted(actor.id(), code(s)), utility(actor, levels(s)));
      }
    };
  }

  private static BigFraction value(Preference preference, int[] levels) {
    BigFraction sum = BigFraction.ZERO;
    for (var term : ((Preference.Values) preference.order()).terms()) {
      for (var weight : term.weights()) {
        if (weight.when().holds(levels)) sum = sum.add(weight.amount());
      }
    }
    return sum;
  }

  private static boolean crosses(Preference preference, int[] levels) {
    return preference.redLines().stream().anyMatch(l -> l.never().holds(levels));
  }

  /// Over the feasible states, events free, that cross no red line.
  private BigFraction utility(Actor actor, int[] levels) {
    Preference preference = actor.preference();
    if (crosses(preference, levels)) return BigFraction.of(-1);
    List<BigFraction> values = new ArrayList<>();
    List<int[]> open = new ArrayList<>(List.of(model.statusQuo()));
    int count = model.options().size() + model.events().size();
    for (int o = 0; o < count; o++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] before : open) {
        for (int level = 0; level < model.option(o).levels().size(); level++) {
          int[] with = before.clone();
          with[o] = level;
          longer.add(with);
        }
      }
      open = longer;
    }
    for (int[] t : open) {
      if (!model.constraints().stream().allMatch(c -> c.allowed().holds(t))) continue;
      if (crosses(preference, t)) continue;
      values.add(value(preference, t));
    }
    values.sort((x, y) -> x.subtract(y).signum());
    if (values.isEmpty() || values.getFirst().equals(values.getLast())) return BigFraction.ONE;
    BigFraction low = values.getFirst();
    return value(preference, levels).subtract(low).divide(values.getLast().subtract(low));
  }

  private Assertion compared() {
    Figure a = figure(2);
    Figure b = figure(1);
    int sign = a.value.subtract(b.value).signum();
    return switch (random.nextInt(6)) {
      case 0 -> new Assertion(a.text + " < " + b.text, sign < 0);
      case 1 -> new Assertion(a.text + " <= " + b.text, sign <= 0);
      case 2 -> new Assertion(a.text + " > " + b.text, sign > 0);
      case 3 -> new Assertion(a.text + " >= " + b.text, sign >= 0);
      case 4 -> new Assertion(a.text + " = " + b.text, sign == 0);
      default -> new Assertion(a.text + " != " + b.text, sign != 0);
    };
  }

  /// An equation with a written number, its last digit sometimes off by one.
  private Assertion rounded() {
    Figure a = figure(2);
    int decimals = random.nextInt(4);
    BigDecimal near =
        new BigDecimal(a.value.getNumerator())
            .divide(new BigDecimal(a.value.getDenominator()), decimals, RoundingMode.HALF_UP);
    boolean off = random.nextInt(3) == 0;
    BigDecimal written = off ? near.add(BigDecimal.ONE.movePointLeft(decimals)) : near;
    boolean percent = random.nextInt(3) == 0;
    String shown =
        percent
            ? (decimals >= 2 ? written.movePointRight(2).setScale(decimals - 2) : written)
                    .toPlainString()
                + (decimals >= 2 ? " %" : "")
            : written.toPlainString();
    return new Assertion(a.text + " = " + shown, !off);
  }
}
