package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.Arrays;

/// GMR and SMR for an actor where every combination of levels is a state and all move freely.
///
/// **Law.** From any state the others reach every setting of their options. So the actor can be
/// held to the worst over their settings of each of its own: GMR holds from the maximin on, the
/// best of these. What it can escape to from a setting of theirs is the best over its own: SMR
/// holds from the minimax on, the least of these.
///
/// **Cost.** O(n) time; one number for each own setting, or for each setting of the others.
record Thresholds() implements Way {
  @Override
  public String words() {
    return "maximin and minimax";
  }

  @Override
  public boolean serves(Arcs arcs, Party focal, Concept concept) {
    return (concept == Concept.GMR || concept == Concept.SMR)
        && focal instanceof Actor
        && arcs.space().isCube();
  }

  @Override
  public StateSet stable(Question question, Run run) {
    StateSpace space = question.arcs().space();
    int[] rank = space.ranks((Actor) question.focal()).toArray();
    int own = (int) space.own(question.focal());
    int others = (rank.length - 1) & ~own;
    int threshold =
        question.concept() == Concept.GMR
            ? Arrays.stream(leasts(rank, own)).max().orElseThrow()
            : Arrays.stream(greatests(rank, others)).min().orElseThrow();
    StateSet stable = new StateSet(rank.length);
    for (int s = 0; s < rank.length; s++) if (rank[s] >= threshold) stable.add(s);
    return stable;
  }

  /// The least rank for each setting of some bits.
  private static int[] leasts(int[] rank, int bits) {
    int[] least = new int[1 << Integer.bitCount(bits)];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int s = 0; s < rank.length; s++) {
      int setting = Integer.compress(s, bits);
      least[setting] = Math.min(least[setting], rank[s]);
    }
    return least;
  }

  /// The greatest rank for each setting of some bits.
  private static int[] greatests(int[] rank, int bits) {
    int[] greatest = new int[1 << Integer.bitCount(bits)];
    for (int s = 0; s < rank.length; s++) {
      int setting = Integer.compress(s, bits);
      greatest[setting] = Math.max(greatest[setting], rank[s]);
    }
    return greatest;
  }
}
