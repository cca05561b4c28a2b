package demarche.lens.foresight;

import demarche.model.Model;
import demarche.model.Party;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Looking ahead, read word by word: a recursion that remembers nothing. Slow on purpose.
final class LiteralForesight {
  private final List<Party> parties;
  private final ByDefinition literal;
  private final boolean[][][] prefers;

  LiteralForesight(Model model) {
    parties = model.parties();
    literal = new ByDefinition(model);
    int n = states();
    prefers = new boolean[parties.size()][n][n];
    for (Party p : parties) {
      for (int s = 0; s < n; s++) {
        for (int t = 0; t < n; t++) prefers[p.index()][s][t] = s != t && literal.prefers(p, s, t);
      }
    }
  }

  int states() {
    return literal.states().size();
  }

  /// The parties with a move somewhere.
  List<Party> movers() {
    return parties.stream()
        .filter(p -> IntStream.range(0, states()).anyMatch(s -> !literal.moves(p, s).isEmpty()))
        .toList();
  }

  /// The most moves that a party has in a state.
  int most() {
    return parties.stream()
        .flatMapToInt(p -> IntStream.range(0, states()).map(s -> literal.moves(p, s).size()))
        .max()
        .orElse(0);
  }

  /// Whether a preference is an order with ties: what is better than another is better than, or
  /// worse than, every third.
  boolean isOrder(Party p) {
    boolean[][] better = prefers[p.index()];
    for (int s = 0; s < states(); s++) {
      for (int t = 0; t < states(); t++) {
        if (!better[s][t]) continue;
        if (better[t][s]) return false;
        for (int u = 0; u < states(); u++) if (!better[s][u] && !better[u][t]) return false;
      }
    }
    return true;
  }

  /// Where `i` expects things to end if it is its turn in `s`.
  int end(Party i, int s, int horizon) {
    if (horizon == 0) return s;
    int end = s;
    for (int q : new TreeSet<>(literal.moves(i, s))) {
      int next = after(i, q, horizon - 1);
      if (prefers[i.index()][end][next]) end = next;
    }
    return end;
  }

  private int after(Party i, int q, int horizon) {
    TreeSet<Integer> ends = new TreeSet<>();
    for (Party j : parties) if (!j.equals(i)) ends.add(end(j, q, horizon));
    ends.remove(q);
    return ends.stream()
        .filter(e -> ends.stream().noneMatch(worse -> prefers[i.index()][worse][e]))
        .findFirst()
        .orElse(q);
  }

  /// The definition for two decision makers as textbooks write it.
  int textbook(Party i, Party j, int s, int horizon) {
    TreeSet<Integer> moves = new TreeSet<>(literal.moves(i, s));
    if (horizon == 0 || moves.isEmpty()) return s;
    List<Integer> ends = moves.stream().map(q -> textbook(j, i, q, horizon - 1)).toList();
    boolean[][] better = prefers[i.index()];
    int best =
        ends.stream()
            .filter(m -> ends.stream().noneMatch(e -> better[m][e]))
            .findFirst()
            .orElseThrow();
    return better[s][best] ? best : s;
  }

  /// By party, then by state, whether it is stable for every horizon from some horizon on: horizons
  /// are worked through until all that everyone expects has occurred before.
  List<List<Boolean>> nonMyopic() {
    List<List<List<Integer>>> horizons = new ArrayList<>();
    List<List<Integer>> now = nothingMoves();
    while (!horizons.contains(now)) {
      horizons.add(now);
      now = deeper(now);
    }
    List<List<List<Integer>>> repeating = horizons.subList(horizons.indexOf(now), horizons.size());
    return parties.stream()
        .map(p ->
            IntStream.range(0, states())
                .boxed()
                .map(s -> repeating.stream().allMatch(h -> h.get(p.index()).get(s).equals(s)))
                .toList())
        .toList();
  }

  /// What is expected with no move left, by party, then by state.
  List<List<Integer>> nothingMoves() {
    List<Integer> each = IntStream.range(0, states()).boxed().toList();
    return parties.stream().map(_ -> each).toList();
  }

  boolean prefers(Party p, int s, int t) {
    return prefers[p.index()][s][t];
  }

  Set<Integer> moves(Party p, int s) {
    return literal.moves(p, s);
  }

  /// The same with one move more.
  List<List<Integer>> deeper(List<List<Integer>> before) {
    List<List<Integer>> deeper = new ArrayList<>();
    for (Party i : parties) {
      boolean[][] better = prefers[i.index()];
      List<Integer> ends = new ArrayList<>();
      for (int s = 0; s < states(); s++) {
        int end = s;
        for (int q : new TreeSet<>(literal.moves(i, s))) {
          int next = q;
          for (Party j : parties) {
            int e = before.get(j.index()).get(q);
            if (j.equals(i) || e == q) continue;
            boolean even = !better[e][next] && !better[next][e];
            if (next == q || better[e][next] || (even && e < next)) next = e;
          }
          if (better[end][next]) end = next;
        }
        ends.add(end);
      }
      deeper.add(ends);
    }
    return deeper;
  }
}
