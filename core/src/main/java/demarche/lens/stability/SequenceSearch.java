package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Escapable;
import demarche.lens.stability.Explanation.Judged;
import demarche.lens.stability.Explanation.NoReply;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.lens.stability.Explanation.StillBetter;
import demarche.model.Actor;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.List;

/// Looks for a shortest sequence of the others that deters a party from an improvement.
///
/// **Cost.** One search for each improvement, only as far as the first sanction.
final class SequenceSearch {
  private static final int NONE = -1;

  private final Judged judged;
  private final Run run;
  private final StateSpace space;
  private final Reach reach;
  private final int[] into;

  private int replies;
  private int harmful;

  /// The reply that the party likes least, of those that it prefers to the state judged.
  private int worst;

  /// The harmful reply from which the party could escape least well, and where to.
  private int tightest;

  private int escape;

  SequenceSearch(Judged judged, Run run) {
    this.judged = judged;
    this.run = run;
    space = judged.arcs().space();
    reach = new Reach(judged.arcs(), judged.concept().replies(), judged.others(), judged.state());
    into = new int[judged.arcs().most()];
  }

  Deterrence against(int improvement) {
    reach.restart(improvement);
    replies = 0;
    harmful = 0;
    worst = NONE;
    tightest = NONE;
    escape = NONE;
    for (int t = reach.next(); t >= 0; t = reach.next()) {
      if ((replies++ & 0xfff) == 0) run.check();
      if (!judged.isHarmful(t)) {
        if (worst == NONE || isWorse(t, worst)) worst = t;
      } else if (!judged.concept().isSymmetric()) {
        return new Sanctioned(reach.path(t), List.of());
      } else {
        int[] counters = counters(t);
        if (Arrays.stream(counters).allMatch(judged::isHarmful)) {
          return new Sanctioned(reach.path(t), Arrays.stream(counters).boxed().toList());
        }
        escapes(t, best(counters));
      }
    }
    return undeterred(improvement);
  }

  /// Where the party could go from a state.
  private int[] counters(int t) {
    int count = judged.arcs().targets(judged.party(), t, Arcs.Kind.MOVES, into);
    return Arrays.copyOf(into, count);
  }

  private void escapes(int t, int to) {
    harmful++;
    if (tightest != NONE && !isWorse(to, escape)) return;
    tightest = t;
    escape = to;
  }

  /// The best escape; of a body, which has no best, the first.
  private int best(int[] counters) {
    return Arrays.stream(counters)
        .filter(u -> !judged.isHarmful(u))
        .reduce((u, v) -> isWorse(u, v) ? v : u)
        .orElseThrow();
  }

  /// Whether an actor ranks a state below another; never said of a body.
  private boolean isWorse(int t, int than) {
    return judged.party() instanceof Actor actor && space.rank(actor, t) < space.rank(actor, than);
  }

  private Deterrence undeterred(int improvement) {
    if (harmful > 0) return new Escapable(replies, harmful, reach.path(tightest), escape);
    Arcs.Kind kind = judged.concept().replies();
    if (replies > 0) {
      boolean ranked = judged.party() instanceof Actor;
      return new StillBetter(kind, replies, ranked ? reach.path(worst) : List.of());
    }
    boolean anyMove =
        judged.others().stream()
            .anyMatch(p -> judged.arcs().targets(p, improvement, Arcs.Kind.MOVES, into) > 0);
    return new NoReply(anyMove ? kind : Arcs.Kind.MOVES);
  }
}
