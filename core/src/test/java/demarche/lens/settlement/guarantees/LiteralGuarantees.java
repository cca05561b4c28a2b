package demarche.lens.settlement.guarantees;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Guarantees, read word by word. Slow on purpose; shares no code with the lens.
final class LiteralGuarantees {
  private final Model model;
  private final ByDefinition literal;

  LiteralGuarantees(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
  }

  ByDefinition literal() {
    return literal;
  }

  private int[] levels(int s) {
    return literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
  }

  boolean holds(int s) {
    return model.parties().stream().allMatch(i -> literal.isStable("SEQ", i, s));
  }

  /// Improvements that no sequence of the others' improvements makes the party regret.
  Set<Integer> ways(Party i, int s) {
    Set<Integer> ways = new TreeSet<>();
    for (int q : literal.improvements(i, s)) {
      if (follows(i, q).stream().allMatch(t -> literal.prefers(i, s, t))) ways.add(q);
    }
    return ways;
  }

  private Set<Integer> follows(Party i, int q) {
    return literal.replies(i, q, ByDefinition.Step.IMPROVEMENT);
  }

  /// Whether the state would be SEQ-stable for an actor with values if each state in which an
  /// option of its own stands otherwise than agreed were worth so much less to it.
  private boolean isKept(Actor i, int s, BigFraction loss) {
    for (int q : literal.moves(i, s)) {
      if (!likesMore(i, q, s, loss)) continue;
      if (follows(i, q).stream().allMatch(t -> likesMore(i, t, s, loss))) return false;
    }
    return true;
  }

  private boolean likesMore(Actor i, int t, int s, BigFraction loss) {
    for (var line : i.preference().redLines()) {
      boolean there = line.never().holds(levels(t));
      if (there != line.never().holds(levels(s))) return !there;
    }
    boolean kept =
        model.isGraph()
            ? t == s
            : i.options().stream().allMatch(o -> levels(t)[o.index()] == levels(s)[o.index()]);
    BigFraction worth = kept ? value(i, t) : value(i, t).subtract(loss);
    return worth.subtract(value(i, s)).signum() > 0;
  }

  private BigFraction value(Actor i, int s) {
    return ((Preference.Values) i.preference().order()).of(levels(s));
  }

  /// The least loss that keeps the actor: one of the differences of values, or none does.
  List<BigFraction> least(Actor i, int s) {
    List<BigFraction> tried = new ArrayList<>();
    for (int t = 0; t < literal.states().size(); t++) tried.add(value(i, t).subtract(value(i, s)));
    return tried.stream()
        .filter(loss -> loss.signum() > 0 && isKept(i, s, loss))
        .min(Comparator.comparingDouble(BigFraction::doubleValue))
        .stream()
        .toList();
  }

  /// Whether a little less than the least loss would be too little.
  boolean isTight(Actor i, int s, BigFraction loss) {
    return !isKept(i, s, loss.multiply(BigFraction.of(999_999, 1_000_000)));
  }

  /// Where an actor could go from a breach so that the other regrets it.
  Set<Integer> answers(Actor by, Party against, int s, int q) {
    Set<Integer> answers = new HashSet<>();
    for (int t : literal.moves(by, q)) {
      boolean forbidden = crosses(by, t) && !crosses(by, q);
      if (!literal.prefers(against, s, t) && !forbidden) answers.add(t);
    }
    return answers;
  }

  private boolean crosses(Actor actor, int s) {
    return actor.preference().redLines().stream().anyMatch(l -> l.never().holds(levels(s)));
  }

  /// Whether no move of the other from there leads to what it likes better than what was agreed.
  boolean isLasting(Party against, int s, int t) {
    return literal.moves(against, t).stream().noneMatch(u -> literal.prefers(against, s, u));
  }

  /// Whether, of all answers to the breach, the actor likes none better than this one.
  boolean isBest(Actor by, Party against, int s, Guarantor.Answer answer) {
    Set<Integer> all = answers(by, against, s, answer.breach());
    return all.contains(answer.to())
        && all.stream().noneMatch(t -> literal.prefers(by, answer.to(), t));
  }

  /// All groups of at most three actors that answer every way out, none within another.
  Set<Set<String>> groups(Party against, int s) {
    List<Actor> actors = model.actors().stream().filter(a -> !a.equals(against)).toList();
    Set<Set<String>> found = new HashSet<>();
    for (int mask = 1; mask < 1 << actors.size(); mask++) {
      int set = mask;
      List<Actor> group = actors.stream().filter(a -> (set >> actors.indexOf(a) & 1) == 1).toList();
      boolean all =
          ways(against, s).stream()
              .allMatch(q -> group.stream().anyMatch(g -> !answers(g, against, s, q).isEmpty()));
      if (all && group.size() <= 3) found.add(ids(group.stream()));
    }
    Set<Set<String>> minimal = new HashSet<>(found);
    minimal.removeIf(
        one -> found.stream().anyMatch(other -> !other.equals(one) && one.containsAll(other)));
    return minimal;
  }

  private static Set<String> ids(Stream<? extends Party> parties) {
    Set<String> ids = new TreeSet<>();
    parties.forEach(p -> ids.add(p.id()));
    return ids;
  }

  /// Whether the state would not hold for the one if the other answered nothing.
  boolean isPillar(Party by, Party kept, int s) {
    for (int q : literal.improvements(kept, s)) {
      Set<Integer> reached = without(by, kept, q);
      if (reached.stream().allMatch(t -> literal.prefers(kept, s, t))) return true;
    }
    return false;
  }

  /// Legal sequences of improvements of all but two.
  private Set<Integer> without(Party by, Party kept, int q) {
    Set<List<Integer>> nodes = new HashSet<>();
    List<List<Integer>> open = new ArrayList<>(List.of(List.of(q, -1)));
    while (!open.isEmpty()) {
      List<Integer> node = open.removeLast();
      for (Party mover : model.parties()) {
        if (mover.equals(by) || mover.equals(kept) || mover.index() == node.get(1)) continue;
        for (int t : literal.improvements(mover, node.getFirst())) {
          List<Integer> next = List.of(t, mover.index());
          if (nodes.add(next)) open.add(next);
        }
      }
    }
    Set<Integer> reached = new TreeSet<>();
    nodes.forEach(node -> reached.add(node.getFirst()));
    return reached;
  }

  /// Options left alone by the package that could stand otherwise, so that all consent and it
  /// holds.
  Set<String> additions(int s, Set<String> consent) {
    Set<String> additions = new TreeSet<>();
    List<Integer> agreed = literal.states().get(s);
    for (Option option : model.options()) {
      if (agreed.get(option.index()) != model.statusQuo()[option.index()]) continue;
      for (int level = 0; level < option.levels().size(); level++) {
        List<Integer> more = new ArrayList<>(agreed);
        more.set(option.index(), level);
        int t = literal.states().indexOf(more);
        if (t < 0 || t == s || !holds(t)) continue;
        if (model.parties().stream()
            .filter(p -> consent.contains(p.id()))
            .allMatch(p -> consents(p, t))) additions.add(option.id() + " = " + level);
      }
    }
    return additions;
  }

  private boolean consents(Party party, int t) {
    int[] without = model.disagreement();
    int d = literal.states().indexOf(Arrays.stream(without).boxed().toList());
    return switch (party) {
      case Actor actor -> !crosses(actor, t) && !literal.prefers(actor, t, d);
      case Body body ->
          body.options().stream().allMatch(o -> levels(t)[o.index()] == without[o.index()])
              || literal.prefers(body, d, t);
    };
  }
}
