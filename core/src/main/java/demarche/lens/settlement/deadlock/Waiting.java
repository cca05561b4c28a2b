package demarche.lens.settlement.deadlock;

import demarche.lens.Run;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Who waits for whom on the way from one state to another.
///
/// **Definition.** Towards a state *t*, party *i* *waits for* party *j* at *s* iff *i* has no
/// improvement at *s* that changes one of its options to what *t* has, and has one at a state that
/// *j* alone can reach from *s* by a move, which need not be a gain to *j*. Only who controls an
/// option that stands otherwise in *t* waits.
///
/// **Cost.** A scan of the improvements of all others at each state that a party can reach.
///
/// **Source.** The waits-for graph of deadlocked processes: Holt (1972); its reading in a graph
/// model is ours.
///
/// @param movers the parties that are the nodes, in the order of the model: those that wait or are
///   waited for
public record Waiting(List<Party> movers, List<Wait> waits) {
  public Waiting {
    movers = List.copyOf(movers);
    waits = List.copyOf(waits);
  }

  /// One party waits for another.
  ///
  /// @param after where that one could go, of all such states one that has as much of the better
  ///   state as can be
  /// @param then what the waiting party would do there, as much of the better state as can be
  public record Wait(Party who, Party forWhom, int after, int then) {}

  /// @throws java.util.concurrent.CancellationException once the run is stopped
  static Waiting of(Arcs arcs, int from, int to, Run run) {
    return new Search(arcs, from, to, run).found();
  }

  private record Search(Arcs arcs, int from, int to, Run run) {
    Waiting found() {
      List<Party> parties = arcs.space().model().parties();
      List<Wait> waits = new ArrayList<>();
      for (Party who : parties) {
        if (!isConcerned(who) || helpful(who, from) >= 0) continue;
        for (Party forWhom : parties) {
          run.check();
          if (!forWhom.equals(who)) wait(who, forWhom, waits);
        }
      }
      List<Party> movers =
          parties.stream()
              .filter(p -> waits.stream().anyMatch(w -> w.who.equals(p) || w.forWhom.equals(p)))
              .toList();
      return new Waiting(movers, waits);
    }

    private boolean isConcerned(Party party) {
      return party.options().stream().anyMatch(o -> differs(o, from));
    }

    private boolean differs(Option option, int state) {
      StateSpace space = arcs.space();
      return space.level(state, option) != space.level(to, option);
    }

    /// The improvement that changes most options of the party to what the better state has, the
    /// first of equals; -1 where none changes any.
    private int helpful(Party party, int state) {
      int[] into = new int[arcs.most()];
      int count = arcs.targets(party, state, Arcs.Kind.IMPROVEMENTS, into);
      int best = -1;
      long most = 0;
      for (int k = 0; k < count; k++) {
        int q = into[k];
        long gained =
            party.options().stream().filter(o -> differs(o, state) && !differs(o, q)).count();
        if (gained > most) {
          best = q;
          most = gained;
        }
      }
      return best;
    }

    private void wait(Party who, Party forWhom, List<Wait> waits) {
      int[] into = new int[arcs.most()];
      int count = arcs.targets(forWhom, from, Arcs.Kind.MOVES, into);
      Wait best = null;
      long nearest = Long.MAX_VALUE;
      for (int k = 0; k < count; k++) {
        int after = into[k];
        if (after == from) continue;
        long left = arcs.space().model().options().stream().filter(o -> differs(o, after)).count();
        if (left >= nearest) continue;
        int then = helpful(who, after);
        if (then < 0) continue;
        best = new Wait(who, forWhom, after, then);
        nearest = left;
      }
      if (best != null) waits.add(best);
    }
  }
}
