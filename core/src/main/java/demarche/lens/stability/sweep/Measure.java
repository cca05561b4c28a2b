package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Board.Width;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.Ranks;

/// The memory that a [Board] takes, and each question put to it, before there is one.
///
/// Widths of ranks are bounds: where fewer ranks occur than could, less is taken.
public record Measure(Outline outline) {
  private long codes() {
    return Math.max(Width.MOST_LANES, 1L << outline.bits());
  }

  private long width() {
    return Width.of(outline).bytes();
  }

  /// Every code is a state and everybody moves freely.
  private boolean isPlainCube() {
    return outline.isEveryCode() && outline.model().parties().stream().allMatch(outline::isFree);
  }

  /// The arrays that are made once: ranks by code, where they are not the space's own, and the
  /// moves that are allowed.
  public long board() {
    long arrays = outline.model().actors().stream().filter(a -> !isShared(a)).count();
    return arrays * width() * codes()
        + outline.model().parties().stream().mapToLong(this::fibres).sum();
  }

  private boolean isShared(Actor actor) {
    return outline.isEveryCode() && Ranks.width(outline.mostRanks(actor)) == width();
  }

  private long fibres(Party party) {
    return outline.isFree(party) ? 0 : 8 * Fibres.pairs(outline, party, Width.MOST_LANES);
  }

  /// What a question takes that thresholds or maxima answer.
  public long marks() {
    return codes() / 8;
  }

  /// What a question about the others' replies takes: worths by code and when they were lowered,
  /// and once more for each body that may go on from what others reach.
  public long worths(Party focal, Arcs.Kind replies) {
    if (replies == Arcs.Kind.MOVES && isPlainCube()) return marks();
    long bodies =
        replies == Arcs.Kind.MOVES
            ? 0
            : outline.model().bodies().stream()
                .filter(b -> !b.equals(focal) && outline.settings(b) > 1)
                .count();
    return (1 + bodies) * (width() * codes() + codes() / 16) + marks();
  }
}
