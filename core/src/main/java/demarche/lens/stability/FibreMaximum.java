package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Moves;
import demarche.states.Outline;
import demarche.states.StateSet;

/// R for an actor that moves freely.
///
/// **Law.** The states that differ only in the actor's options form a fibre; one move leads to any
/// other of them, so the best states of a fibre are its stable ones.
///
/// **Cost.** O(n) time, two bits a state.
record FibreMaximum() implements Way {
  @Override
  public String words() {
    return "the best states of each fibre";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return concept == Concept.R && focal instanceof Actor && outline.isFree(focal);
  }

  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    return 4L * outline.size();
  }

  @Override
  public boolean ownThreads() {
    return false;
  }

  @Override
  public StateSet stable(Question question, Run run) {
    Moves moves = question.arcs().space().moves(question.focal());
    int[] rank = question.arcs().space().ranks((Actor) question.focal()).toArray();
    StateSet stable = new StateSet(question.size());
    FibreTrail.each(
        moves,
        question.size(),
        run,
        (fibre, count) -> {
          int best = 0;
          for (int k = 0; k < count; k++) best = Math.max(best, rank[fibre[k]]);
          for (int k = 0; k < count; k++) if (rank[fibre[k]] == best) stable.add(fibre[k]);
        });
    return stable;
  }
}
