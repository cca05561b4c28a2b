package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.stability.sweep.Board;
import demarche.lens.stability.sweep.Measure;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Outline;
import demarche.states.StateSet;

/// R, GMR, SMR, SEQ and SSEQ for an actor, many states at a time.
///
/// The laws and the cost stand in [Board]. Where its passes do not settle, as on a long chain of
/// replies, the search back takes over.
record Sweeps() implements Way {
  @Override
  public String words() {
    return "sweeps along fibres";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return focal instanceof Actor && concept != Concept.SIM && Board.serves(outline);
  }

  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    Measure measure = new Measure(outline);
    return concept == Concept.R ? measure.marks() : measure.worths(focal, concept.replies());
  }

  @Override
  public boolean ownThreads() {
    return false;
  }

  @Override
  public StateSet stable(Question question, Run run) {
    return stable(Board.of(question.arcs()), question, run);
  }

  static StateSet stable(Board<?> board, Question question, Run run) {
    Actor focal = (Actor) question.focal();
    boolean symmetric = question.concept().isSymmetric();
    return switch (question.concept()) {
      case R -> board.rational(focal, run);
      case GMR, SMR ->
          board
              .fearingMoves(focal, symmetric, run)
              .orElseGet(() -> new BackwardSearch().stable(question, run));
      case SEQ, SSEQ ->
          board
              .fearingImprovements(focal, symmetric, run)
              .orElseGet(() -> new BackwardSearch().stable(question, run));
      case SIM -> throw new IllegalArgumentException("SIM by sweeps");
    };
  }
}
