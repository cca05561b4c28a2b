package demarche.exchange;

import demarche.model.Proposition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An expression over two-level options as "one of these holds", each of them a list of options
/// that are taken or not.
///
/// **Method.** Options are set one after the other until the rest makes no difference; each way to
/// true is then freed of what it does not need. Exact; not always the shortest.
///
/// **Cost.** Exponential in the number of options of the expression at worst, so the number of
/// steps and of results is bounded.
final class Cubes {
  static final int MOST = 512;
  private static final int MOST_STEPS = 200_000;
  private static final int OPEN = -1;

  private final Proposition proposition;
  private final int[] levels;
  private final List<Integer> support;
  private final Set<List<Literal>> found = new LinkedHashSet<>();
  private int steps;

  private Cubes(Proposition proposition, int[] fixed) {
    this.proposition = proposition;
    this.levels = fixed.clone();
    Set<Integer> options = new TreeSet<>();
    collect(proposition, options);
    options.removeIf(o -> fixed[o] != OPEN);
    support = List.copyOf(options);
  }

  /// An option that is taken, or is not.
  record Literal(int option, boolean taken) {}

  /// @param fixed by option index the level where it stands in every state, else -1
  /// @throws TooMany beyond the bounds
  static List<List<Literal>> of(Proposition proposition, int[] fixed) throws TooMany {
    Cubes cubes = new Cubes(proposition, fixed);
    cubes.split(0);
    return List.copyOf(cubes.found);
  }

  /// The expression needs more than the bounds allow.
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;

    TooMany() {
      super("more than " + MOST + " alternatives");
    }
  }

  private void split(int depth) throws TooMany {
    if (++steps > MOST_STEPS) throw new TooMany();
    Known known = known(proposition);
    if (known == Known.NO) return;
    if (known == Known.YES) {
      found.add(freed());
      if (found.size() > MOST) throw new TooMany();
      return;
    }
    int option = support.get(depth);
    for (int level = 1; level >= 0; level--) {
      levels[option] = level;
      split(depth + 1);
    }
    levels[option] = OPEN;
  }

  /// The present setting without what it does not need.
  private List<Literal> freed() {
    int[] before = levels.clone();
    for (int option : support) {
      int level = levels[option];
      if (level == OPEN) continue;
      levels[option] = OPEN;
      if (known(proposition) != Known.YES) levels[option] = level;
    }
    List<Literal> literals =
        support.stream()
            .filter(o -> levels[o] != OPEN)
            .map(o -> new Literal(o, levels[o] == 1))
            .toList();
    System.arraycopy(before, 0, levels, 0, before.length);
    return literals;
  }

  private enum Known {
    NO,
    OPEN,
    YES;

    Known not() {
      return switch (this) {
        case NO -> YES;
        case OPEN -> OPEN;
        case YES -> NO;
      };
    }

    static Known of(boolean fact) {
      return fact ? YES : NO;
    }
  }

  /// What the options set so far decide.
  private Known known(Proposition p) {
    return switch (p) {
      case Proposition.Within(int option, int low, int high) ->
          levels[option] == OPEN
              ? range(low, high)
              : Known.of(low <= levels[option] && levels[option] <= high);
      case Proposition.Not(var inner) -> known(inner).not();
      case Proposition.All(var parts) ->
          parts.stream().map(this::known).min(Known::compareTo).orElse(Known.YES);
      case Proposition.Any(var parts) ->
          parts.stream().map(this::known).max(Known::compareTo).orElse(Known.NO);
      case Proposition.Same(var left, var right) -> {
        Known one = known(left);
        Known other = known(right);
        yield one == Known.OPEN || other == Known.OPEN ? Known.OPEN : Known.of(one == other);
      }
      case Proposition.Counted(var parts, int low, int high) -> {
        Known[] all = parts.stream().map(this::known).toArray(Known[]::new);
        long least = Arrays.stream(all).filter(k -> k == Known.YES).count();
        long most = Arrays.stream(all).filter(k -> k != Known.NO).count();
        yield most < low || least > high
            ? Known.NO
            : low <= least && most <= high ? Known.YES : Known.OPEN;
      }
    };
  }

  private static Known range(int low, int high) {
    boolean no = low <= 0 && 0 <= high;
    boolean yes = low <= 1 && 1 <= high;
    return no == yes ? Known.of(no) : Known.OPEN;
  }

  private static void collect(Proposition p, Set<Integer> options) {
    switch (p) {
      case Proposition.Within(int option, int _, int _) -> options.add(option);
      case Proposition.Not(var inner) -> collect(inner, options);
      case Proposition.All(var parts) -> parts.forEach(q -> collect(q, options));
      case Proposition.Any(var parts) -> parts.forEach(q -> collect(q, options));
      case Proposition.Same(var left, var right) ->
          List.of(left, right).forEach(q -> collect(q, options));
      case Proposition.Counted(var parts, int _, int _) -> parts.forEach(q -> collect(q, options));
    }
  }
}
