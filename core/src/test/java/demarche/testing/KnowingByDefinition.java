package demarche.testing;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Stability where preferences are not simply known, read word by word. Slow on purpose; shares no
/// code with the engine.
public final class KnowingByDefinition {
  private final Model model;
  private final ByDefinition literal;
  private final Map<List<Integer>, BigFraction> likely = new HashMap<>();
  private final IdentityHashMap<Preference, List<BigFraction>> subsets = new IdentityHashMap<>();
  private final Map<Integer, List<Optional<BigFraction>>> shares = new HashMap<>();

  public KnowingByDefinition(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
  }

  public ByDefinition literal() {
    return literal;
  }

  /// A relation of a party between two states.
  public interface Test {
    boolean holds(Party party, int from, int to);
  }

  /// The same relation, asked once about each pair.
  public Test once(Test test) {
    int n = literal.states().size();
    byte[] known = new byte[model.parties().size() * n * n];
    return (party, from, to) -> {
      int k = (party.index() * n + from) * n + to;
      if (known[k] == 0) known[k] = (byte) (test.holds(party, from, to) ? 1 : 2);
      return known[k] == 1;
    };
  }

  /// Whether a party prefers `t` to `s`, by what the base analysis uses.
  public boolean prefers(Party party, int s, int t) {
    return party instanceof Actor actor
        ? literal.compare(actor.preference(), s, t) > 0
        : literal.prefers(party, s, t);
  }

  /// What the others' replies lead to, searched for once for each kind of reply.
  public final class Replies {
    private final Test answers;
    private final Map<List<Integer>, Set<Integer>> known = new HashMap<>();

    public Replies(Test answers) {
      this.answers = answers;
    }

    public Set<Integer> from(Party focal, int q) {
      return known.computeIfAbsent(List.of(focal.index(), q), _ -> searched(focal, q));
    }

    private Set<Integer> searched(Party focal, int q) {
      Set<Integer> reached = new LinkedHashSet<>();
      Set<List<Integer>> seen = new HashSet<>();
      Deque<List<Integer>> open = new ArrayDeque<>();
      open.add(List.of(q, -1));
      while (!open.isEmpty()) {
        List<Integer> node = open.remove();
        for (Party mover : model.parties()) {
          if (mover.index() == focal.index() || mover.index() == node.get(1)) continue;
          for (int t : literal.moves(mover, node.get(0))) {
            if (!answers.holds(mover, node.get(0), t)) continue;
            reached.add(t);
            List<Integer> next = List.of(t, mover.index());
            if (seen.add(next)) open.add(next);
          }
        }
      }
      return reached;
    }
  }

  /// @param rule R, GMR, SMR, SEQ or SSEQ
  public boolean isStable(String rule, Party i, int s, Test leaves, Test fears, Replies replies) {
    for (int q : literal.moves(i, s)) {
      if (!leaves.holds(i, s, q)) continue;
      if (rule.equals("R")) return false;
      boolean deterred =
          replies.from(i, q).stream()
              .anyMatch(t ->
                  fears.holds(i, s, t)
                      && (rule.equals("GMR")
                          || rule.equals("SEQ")
                          || literal.moves(i, t).stream().allMatch(u -> fears.holds(i, s, u))));
      if (!deterred) return false;
    }
    return true;
  }

  /// Whether an order that the file gives the actor disagrees with its own about the pair.
  public boolean isUnknown(Party party, int s, int q) {
    return party instanceof Actor actor
        && actor.alternatives().stream()
            .anyMatch(other ->
                Integer.signum(literal.compare(other.preference(), s, q))
                    != Integer.signum(literal.compare(actor.preference(), s, q)));
  }

  /// By how many degrees `s` is preferred to `t`; of a body 9 where `t` is not preferred to `s`.
  public int drop(Party party, int s, int t, List<BigFraction> steps) {
    if (!(party instanceof Actor actor)) return literal.prefers(party, s, t) ? 0 : 9;
    if (!prefers(party, t, s)) return 0;
    for (Preference.RedLine line : actor.preference().redLines()) {
      if (crosses(line, s) != crosses(line, t)) return 1 + steps.size();
    }
    List<Optional<BigFraction>> own =
        shares.computeIfAbsent(
            actor.index(),
            _ -> {
              List<Optional<BigFraction>> all = new ArrayList<>();
              for (int x = 0; x < literal.states().size(); x++) all.add(literal.share(actor, x));
              return all;
            });
    if (own.get(s).isEmpty()) return 1;
    BigFraction loss = own.get(s).orElseThrow().subtract(own.get(t).orElseThrow());
    return 1 + (int) steps.stream().filter(step -> loss.subtract(step).signum() >= 0).count();
  }

  private boolean crosses(Preference.RedLine line, int s) {
    int[] levels = literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
    return line.never().holds(levels);
  }

  /// The probability that the party prefers `q` to `s`: summed over all that may be true.
  public BigFraction better(Party party, int s, int q) {
    List<Integer> question = List.of(party.index(), s, q);
    BigFraction known = likely.get(question);
    if (known == null) {
      known = summed(party, s, q);
      likely.put(question, known);
    }
    return known;
  }

  private BigFraction summed(Party party, int s, int q) {
    if (!(party instanceof Actor actor)) {
      return literal.prefers(party, s, q) ? BigFraction.ONE : BigFraction.ZERO;
    }
    BigFraction sum = BigFraction.ZERO;
    BigFraction rest = BigFraction.ONE;
    for (Actor.Alternative other : actor.alternatives()) {
      rest = rest.subtract(other.probability());
      sum = sum.add(other.probability().multiply(within(other.preference(), s, q)));
    }
    return sum.add(rest.multiply(within(actor.preference(), s, q)));
  }

  /// Over every subset of the priorities that may hold.
  private BigFraction within(Preference preference, int s, int q) {
    if (!(preference.order() instanceof Preference.Priorities(var priorities))) {
      return literal.compare(preference, s, q) > 0 ? BigFraction.ONE : BigFraction.ZERO;
    }
    for (Preference.RedLine line : preference.redLines()) {
      if (crosses(line, s) != crosses(line, q)) {
        return crosses(line, s) ? BigFraction.ONE : BigFraction.ZERO;
      }
    }
    List<BigFraction> chances = subsets.computeIfAbsent(preference, _ -> chances(priorities));
    BigFraction sum = BigFraction.ZERO;
    for (int subset = 0; subset < chances.size(); subset++) {
      if (chances.get(subset).signum() == 0) continue;
      int decided = 0;
      for (int p = 0; p < priorities.size() && decided == 0; p++) {
        Priority priority = priorities.get(p);
        if ((subset >> p & 1) == 1) {
          decided = Boolean.compare(wants(priority, q), wants(priority, s));
        }
      }
      if (decided > 0) sum = sum.add(chances.get(subset));
    }
    return sum;
  }

  /// The probability that of these priorities just the subset holds, by its bits.
  private static List<BigFraction> chances(List<Priority> priorities) {
    List<BigFraction> chances = new ArrayList<>();
    for (int subset = 0; subset < 1 << priorities.size(); subset++) {
      BigFraction chance = BigFraction.ONE;
      for (int p = 0; p < priorities.size(); p++) {
        BigFraction own = priorities.get(p).probability();
        boolean holds = (subset >> p & 1) == 1;
        chance = chance.multiply(holds ? own : BigFraction.ONE.subtract(own));
      }
      chances.add(chance);
    }
    return chances;
  }

  private boolean wants(Priority priority, int s) {
    int[] levels = literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
    return priority.want().holds(levels);
  }
}
