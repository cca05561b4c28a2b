package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.Judged;
import demarche.lens.stability.Explanation.NoJointLoss;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Looks for gains of as few others as possible, made at the same moment, that undo an improvement.
///
/// **Cost.** The product of the others' choices at worst; refused beyond a number of combinations.
final class JointSearch {
  private static final long MOST_TRIED = 200_000_000L;
  private static final int STAYS = -1;

  private final Judged judged;
  private final Run run;
  private final long mostTried;
  private final StateSpace space;
  private final List<Party> movers = new ArrayList<>();

  /// For each mover the states to which it could improve from the state judged.
  private final List<int[]> choices = new ArrayList<>();

  private final int[] chosen;
  private long tried;
  private long infeasible;

  JointSearch(Judged judged, Run run) {
    this(judged, run, MOST_TRIED);
  }

  /// @param mostTried how many combinations may be tried for an improvement
  JointSearch(Judged judged, Run run, long mostTried) {
    this.judged = judged;
    this.mostTried = mostTried;
    this.run = run;
    space = judged.arcs().space();
    int[] into = new int[judged.arcs().most()];
    for (Party other : judged.others()) {
      int count = judged.arcs().targets(other, judged.state(), Arcs.Kind.IMPROVEMENTS, into);
      if (count == 0) continue;
      movers.add(other);
      choices.add(Arrays.copyOf(into, count));
    }
    chosen = new int[movers.size()];
  }

  Deterrence against(int improvement) {
    tried = 0;
    infeasible = 0;
    for (int many = 1; many <= movers.size(); many++) {
      Arrays.fill(chosen, STAYS);
      int result = complete(0, many, space.bits(improvement));
      if (result >= 0) return new Joint(choices(), result);
    }
    return new NoJointLoss(tried, infeasible);
  }

  /// The harmful state that gains of `many` movers from the j-th on complete; negative if none.
  private int complete(int j, int many, long levels) {
    if (many == 0) return judge(levels);
    if (movers.size() - j < many) return STAYS;
    long own = space.own(movers.get(j));
    for (int choice : choices.get(j)) {
      chosen[j] = choice;
      int result = complete(j + 1, many - 1, (levels & ~own) | (space.bits(choice) & own));
      if (result >= 0) return result;
    }
    chosen[j] = STAYS;
    return complete(j + 1, many, levels);
  }

  private int judge(long levels) {
    if ((tried++ & 0xffff) == 0) run.check();
    if (tried > mostTried) {
      throw new TooLarge(
          "SIM for '" + judged.party().id() + "'",
          "the others' improvements combine in more than %,d ways".formatted(mostTried),
          "%,d".formatted(mostTried),
          "leave SIM out, or hold options with a variant (passive, agenda)");
    }
    int t = space.stateOf(levels);
    if (t < 0) infeasible++;
    return t >= 0 && judged.isHarmful(t) ? t : STAYS;
  }

  private List<Step> choices() {
    List<Step> steps = new ArrayList<>();
    for (int j = 0; j < chosen.length; j++) {
      if (chosen[j] != STAYS) steps.add(new Step(movers.get(j), chosen[j]));
    }
    return steps;
  }
}
