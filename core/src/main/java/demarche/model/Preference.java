package demarche.model;

import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What an actor wishes: red lines first, then its order of the states.
///
/// A state that crosses any red line ranks below every state that crosses none; among those that
/// cross some, red lines count in file order, and then the order decides. That is what priorities
/// `not line-1, not line-2, ...` put first would say.
public record Preference(List<RedLine> redLines, Order order) {
  public static final Preference INDIFFERENT = new Preference(List.of(), new Indifferent());

  public Preference {
    redLines = List.copyOf(redLines);
  }

  /// What an actor does not accept.
  ///
  /// @param name by which it is told: its id where the file gives one, else the expression
  public record RedLine(String id, String name, Clause never, Evidence evidence) {}

  /// How an actor ranks states, red lines aside.
  public sealed interface Order {}

  /// All states are alike.
  public record Indifferent() implements Order {}

  /// Option prioritizing: the earlier priority decides, ties go on to the next.
  ///
  /// **Source.** Fraser & Hipel; Peng, Hipel, Kilgour & Fang (1997).
  public record Priorities(List<Priority> priorities) implements Order {
    public Priorities {
      priorities = List.copyOf(priorities);
    }

    /// Those that the base analysis uses: held with a probability of at least one half.
    public List<Priority> base() {
      BigFraction half = BigFraction.of(1, 2);
      return priorities.stream().filter(p -> Exact.isAtLeast(p.probability(), half)).toList();
    }

    private List<Proposition> wants() {
      return base().stream().map(p -> p.want().meaning()).toList();
    }
  }

  public record Priority(String id, Clause want, BigFraction probability, Evidence evidence) {}

  /// The value of a state is the sum of the weights of what holds in it.
  public record Values(List<Term> terms) implements Order {
    public Values {
      terms = List.copyOf(terms);
    }

    private List<List<Term.Weight>> weights() {
      return terms.stream().map(Term::weights).toList();
    }

    public BigFraction of(int[] levels) {
      return terms.stream().map(t -> t.of(levels)).reduce(BigFraction.ZERO, BigFraction::add);
    }
  }

  /// All states in order.
  ///
  /// @param groups best first; every feasible state is in exactly one
  public record Ranking(List<Proposition> groups) implements Order {
    public Ranking {
      groups = List.copyOf(groups);
    }

    /// 0 for the best; the number of groups where none holds.
    public int group(int[] levels) {
      int g = 0;
      while (g < groups.size() && !groups.get(g).holds(levels)) g++;
      return g;
    }
  }

  /// Whether the other has the same red lines and the same order as far as the base analysis uses
  /// it, term by term. Names, sources and wording may differ.
  public boolean meansTheSame(Preference other) {
    return never().equals(other.never())
        && switch (order) {
          case Indifferent() -> other.order instanceof Indifferent;
          case Priorities own ->
              other.order instanceof Priorities p && own.wants().equals(p.wants());
          case Values own -> other.order instanceof Values v && own.weights().equals(v.weights());
          case Ranking own -> own.equals(other.order);
        };
  }

  private List<Proposition> never() {
    return redLines.stream().map(line -> line.never().meaning()).toList();
  }

  public boolean crossesAny(int[] levels) {
    return redLines.stream().anyMatch(line -> line.never().holds(levels));
  }

  /// Positive if the first state is preferred, 0 if neither is. Reads the definition.
  public int compare(int[] first, int[] second) {
    for (RedLine line : redLines) {
      int sign = Boolean.compare(line.never().holds(second), line.never().holds(first));
      if (sign != 0) return sign;
    }
    return byOrder().compare(first, second);
  }

  private Comparator<int[]> byOrder() {
    return switch (order) {
      case Indifferent() -> (_, _) -> 0;
      case Values values -> Comparator.comparing(values::of, Exact.ORDER);
      case Ranking ranking -> Comparator.comparing(ranking::group, Comparator.reverseOrder());
      case Priorities priorities -> lexicographic(priorities.base());
    };
  }

  private static Comparator<int[]> lexicographic(List<Priority> priorities) {
    return (first, second) -> {
      for (Priority priority : priorities) {
        int sign = Boolean.compare(priority.want().holds(first), priority.want().holds(second));
        if (sign != 0) return sign;
      }
      return 0;
    };
  }
}
