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

  /// @param next which coalitions may go on from the state
  private record Node(int state, IntPredicate next) {}

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
    return new Search(parties).from(q);
  }

  private final class Search {
    private static final int NOBODY = 0;
    private static final int SEVERAL = -1;

    private final int parties;
    private final StateSet reached = new StateSet(from.size());

    /// By state the coalition that led to it first; `SEVERAL` once another has, too.
    private final int[] last = new int[from.size()];

    private final Deque<Node> open = new ArrayDeque<>();

    Search(int parties) {
      this.parties = parties;
    }

    StateSet from(int q) {
      reached.add(q);
      last[q] = SEVERAL;
      for (Gains gains : from.get(q)) go(gains);
      while (!open.isEmpty()) {
        run.check();
        goOn(open.remove());
      }
      return reached;
    }

    private void go(Gains gains) {
      if ((gains.coalition & ~parties) != 0) return;
      gains.states.forEach(t -> arrive(t, gains.coalition));
    }

    private void arrive(int t, int coalition) {
      int earlier = last[t];
      if (earlier == SEVERAL || earlier == coalition) return;
      reached.add(t);
      last[t] = earlier == NOBODY ? coalition : SEVERAL;
      open.add(
          earlier == NOBODY
              ? new Node(t, next -> next != coalition)
              : new Node(t, next -> next == earlier));
    }

    private void goOn(Node node) {
      for (Gains gains : from.get(node.state)) {
        if (node.next.test(gains.coalition)) go(gains);
      }
    }
  }
}
