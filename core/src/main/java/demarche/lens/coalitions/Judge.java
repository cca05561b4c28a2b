package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Judges whether one coalition stays in a state, or leaves it for what.
///
/// **Definition.** A coalition *H* has a coalition improvement *q* from *s* iff a legal sequence of
/// its members' moves leads from *s* to another state *q*, and every member prefers *q* to *s*. *s*
/// is stable for *H* iff each *q* is met by some sanction *t*: a state that some member does not
/// prefer to *s*, and which the others than *H* reach from *q*
///
/// - CNASH: by nothing, so that *q* may not exist;
/// - CGMR: by a legal sequence of moves;
/// - CSMR: the same, and each state that *H* reaches from *t* is one that some member does not
///   prefer to *s*, though not always the same member;
/// - CSEQ: by class improvements ([Classes]), or by a legal sequence of their own improvements.
///
/// **Cost.** O(n²/64) time for each state with improvements; under CSMR and CSEQ O(n³/64) at worst.
/// A bit for each pair of states, a few times. Not for two threads.
///
/// **Source.** Kilgour, Hipel, Fang & Peng (2001); Inohara & Hipel (2008).
final class Judge {
  private final Ground ground;
  private final Coalition coalition;
  private final Run run;
  private final List<Party> others;
  private final StateSet[] reached;
  private final Map<Arcs.Kind, StateSet[]> replies = new EnumMap<>(Arcs.Kind.class);
  private final StateSet[] classReplies;

  Judge(Ground ground, Coalition coalition, Run run) {
    this.ground = ground;
    this.coalition = coalition;
    this.run = run;
    others = coalition.others(ground.space().model());
    reached = Reached.of(ground.arcs(), Arcs.Kind.MOVES, coalition.members(), run);
    classReplies = new StateSet[ground.space().size()];
  }

  /// The coalition improvements from a state.
  StateSet improvements(int s) {
    return ground.wanted().among(reached[s], coalition.members(), s);
  }

  /// Whether the coalition stays.
  boolean isStable(CoalitionConcept concept, int s) {
    StateSet wanted = wanted(s);
    return improvements(s).stream().allMatch(q -> isSanctioned(concept, q, wanted));
  }

  /// The coalition improvements from a state that nothing sanctions.
  int[] unsanctioned(CoalitionConcept concept, int s) {
    StateSet wanted = wanted(s);
    return reached[s].and(wanted).stream().filter(q -> !isSanctioned(concept, q, wanted)).toArray();
  }

  private StateSet wanted(int s) {
    return ground.wanted().by(coalition.members(), s);
  }

  /// @param wanted what all members prefer to the state judged
  private boolean isSanctioned(CoalitionConcept concept, int q, StateSet wanted) {
    run.check();
    return switch (concept) {
      case CNASH -> false;
      case CGMR -> !replies(Arcs.Kind.MOVES)[q].isWithin(wanted);
      case CSMR ->
          replies(Arcs.Kind.MOVES)[q].stream()
              .anyMatch(t -> !wanted.contains(t) && !reached[t].meets(wanted));
      case CSEQ -> !credible(q).isWithin(wanted);
    };
  }

  /// What the others reach from each state; found when first asked for.
  private StateSet[] replies(Arcs.Kind kind) {
    StateSet[] known = replies.get(kind);
    if (known != null) return known;
    StateSet[] found = Reached.of(ground.arcs(), kind, others, run);
    replies.put(kind, found);
    return found;
  }

  /// What the others reach from `q` by steps that they gain from.
  private StateSet credible(int q) {
    if (ground.question().replies() == Replies.BY_INDIVIDUALS) {
      return replies(Arcs.Kind.IMPROVEMENTS)[q];
    }
    StateSet known = classReplies[q];
    if (known != null) return known;
    int bits = others.stream().mapToInt(p -> 1 << p.index()).sum();
    StateSet found = ground.classes().getFirst().improvements(bits, q);
    classReplies[q] = found;
    return found;
  }
}
