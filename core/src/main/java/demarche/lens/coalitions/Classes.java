package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The coalition improvements of all coalitions that may answer somebody, and where they lead one
/// after the other.
///
/// **Definition.** The class improvements of some parties from *q* are what sequences of coalition
/// improvements lead to, each by a coalition of these parties, none by the same coalition twice in
/// a row. Coalitions are the same iff they have the same members: one may follow another with which
/// it shares some.
///
/// **Law.** As for single movers ([demarche.states.Reach]): of the coalitions that led to a state
/// last, two suffice.
///
/// **Cost.** A bit for each pair of states and coalition. A search takes O(n²/64) time for each
/// coalition that improves.
///
/// **Source.** After Inohara & Hipel (2008); which coalitions are the same is our reading.
final class Classes {
  /// By state the coalitions with improvements from there, with these.
  private final List<List<Gains>> from;

  private final Run run;

  private Classes(List<List<Gains>> from, Run run) {
    this.from = from;
    this.run = run;
  }

  private record Gains(int coalition, StateSet states) {}

  /// A coalition improvement, as a step of a sequence.
  ///
  /// @param coalition its bits
  record Leap(int coalition, int to) {}

  /// @param by the coalition that led to the state, from the node before
  /// @param next which coalitions may go on from the state
  private record Node(int state, int by, @Nullable Node before, IntPredicate next) {}

  /// @param of coalitions whose others may answer
  static Classes of(Arcs arcs, Wanted wanted, List<Coalition> of, Run run) {
    Model model = arcs.space().model();
    int size = arcs.space().size();
    int[] leaving = of.stream().mapToInt(Coalition::bits).toArray();
    int[] answering =
        IntStream.range(1, 1 << model.parties().size())
            .filter(k -> IntStream.of(leaving).anyMatch(h -> (h & k) == 0))
            .toArray();
    StateSet[][] gains = new StateSet[answering.length][];
    run.over(
        "coalition improvements",
        answering.length,
        1,
        _ ->
            (first, end) -> {
              for (int k = first; k < end; k++) {
                List<Party> members = Coalition.members(model, answering[k]);
                gains[k] = Reached.of(arcs, Arcs.Kind.MOVES, members, run);
                for (int s = 0; s < size; s++) gains[k][s] = wanted.among(gains[k][s], members, s);
              }
            });
    List<List<Gains>> from = new ArrayList<>();
    for (int s = 0; s < size; s++) {
      List<Gains> here = new ArrayList<>();
      for (int k = 0; k < answering.length; k++) {
        if (!gains[k][s].isEmpty()) here.add(new Gains(answering[k], gains[k][s]));
      }
      from.add(here);
    }
    return new Classes(from, run);
  }

  /// The class improvements of some parties from `q`; `q` itself counts as one.
  StateSet improvements(int parties, int q) {
    Search search = new Search(parties, _ -> false);
    search.from(q);
    return search.reached;
  }

  /// A shortest sequence of coalition improvements of some parties from `q` to a state such as is
  /// sought; empty where none leads there.
  List<Leap> leaps(int parties, int q, IntPredicate sought) {
    Deque<Leap> leaps = new ArrayDeque<>();
    Search search = new Search(parties, sought);
    search.from(q);
    for (Node n = search.found; n != null; n = n.before) leaps.addFirst(new Leap(n.by, n.state));
    return List.copyOf(leaps);
  }

  private final class Search {
    private static final int NOBODY = 0;
    private static final int SEVERAL = -1;

    private final int parties;
    private final IntPredicate sought;
    private @Nullable Node found;
    private final StateSet reached = new StateSet(from.size());

    /// By state the coalition that led to it first; `SEVERAL` once another has, too.
    private final int[] last = new int[from.size()];

    private final Deque<Node> open = new ArrayDeque<>();

    Search(int parties, IntPredicate sought) {
      this.parties = parties;
      this.sought = sought;
    }

    /// Goes on until a state is found that is sought, or to the end.
    void from(int q) {
      reached.add(q);
      last[q] = SEVERAL;
      for (Gains gains : from.get(q)) go(gains, null);
      while (!open.isEmpty() && found == null) {
        run.check();
        goOn(open.remove());
      }
    }

    private void go(Gains gains, @Nullable Node before) {
      if ((gains.coalition & ~parties) != 0) return;
      gains.states.forEach(t -> arrive(t, gains.coalition, before));
    }

    private void arrive(int t, int coalition, @Nullable Node before) {
      int earlier = last[t];
      if (earlier == SEVERAL || earlier == coalition) return;
      reached.add(t);
      last[t] = earlier == NOBODY ? coalition : SEVERAL;
      IntPredicate next =
          earlier == NOBODY ? other -> other != coalition : other -> other == earlier;
      Node node = new Node(t, coalition, before, next);
      if (found == null && sought.test(t)) found = node;
      open.add(node);
    }

    private void goOn(Node node) {
      for (Gains gains : from.get(node.state)) {
        if (node.next.test(gains.coalition)) go(gains, node);
      }
    }
  }
}
