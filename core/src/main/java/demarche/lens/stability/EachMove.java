package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.StateSet;

/// R for any party.
///
/// **Definition.** A state is R-stable for a party iff the party has no improvement from it.
///
/// **Cost.** O(arcs of the party) time.
record EachMove() implements Way {
  @Override
  public String words() {
    return "each move";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return concept == Concept.R;
  }

  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    return 0;
  }

  @Override
  public boolean ownThreads() {
    return false;
  }

  @Override
  public StateSet stable(Question question, Run run) {
    Arcs arcs = question.arcs();
    int[] into = new int[arcs.most()];
    StateSet stable = new StateSet(question.size());
    for (int s = 0; s < question.size(); s++) {
      if ((s & 0xff) == 0) run.check();
      if (arcs.targets(question.focal(), s, Arcs.Kind.IMPROVEMENTS, into) == 0) stable.add(s);
    }
    return stable;
  }
}
