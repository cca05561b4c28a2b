package demarche.lens.settlement.guarantees;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.lens.stability.Explanation.Improvement;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A party whose readiness to answer keeps another in an agreed state: a guarantor that there is.
///
/// **Definition.** The state is SEQ-stable for *kept*; if *by* answered nothing and all else were
/// the same, some improvement of *kept* would go unanswered.
///
/// @param gain the first improvement that would go unanswered
public record Pillar(Party by, Party kept, int gain) {
  /// Those that there are at an equilibrium, by whom they keep, then by who they are.
  ///
  /// **Cost.** A search for each improvement and each party in a shortest answer to it: who is not
  /// in it can be done without.
  static List<Pillar> of(Arcs arcs, int state, Run run) {
    List<Pillar> pillars = new ArrayList<>();
    for (Party kept : arcs.space().model().parties()) {
      List<Improvement> gains = Explanation.of(arcs, kept, state, Concept.SEQ, run).improvements();
      for (Party by : arcs.space().model().parties()) {
        gains.stream()
            .filter(gain -> answers(gain, by))
            .map(Improvement::to)
            .filter(gain -> !isAnsweredWithout(arcs, new Pillar(by, kept, gain), state, run))
            .findFirst()
            .ifPresent(gain -> pillars.add(new Pillar(by, kept, gain)));
      }
    }
    return pillars;
  }

  private static boolean answers(Improvement gain, Party by) {
    Set<Integer> movers = new LinkedHashSet<>();
    if (gain.deterrence() instanceof Sanctioned(var steps, _)) {
      steps.forEach(step -> movers.add(step.by().index()));
    }
    return movers.contains(by.index());
  }

  private static boolean isAnsweredWithout(Arcs arcs, Pillar pillar, int state, Run run) {
    run.check();
    List<Party> others =
        arcs.space().model().parties().stream()
            .filter(p -> p.index() != pillar.by.index() && p.index() != pillar.kept.index())
            .toList();
    Reach replies = new Reach(arcs, Arcs.Kind.IMPROVEMENTS, others, pillar.gain);
    for (int t = replies.next(); t >= 0; t = replies.next()) {
      if (!arcs.space().prefers(pillar.kept, state, t)) return true;
    }
    return false;
  }
}
