package demarche.lens.firmness;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an actor could do in a state, and what the others could make of it, under one concept.
///
/// None of it depends on the actor's own wishes, as long as no body votes by them. Not for two
/// threads.
final class Replies {
  private final Arcs arcs;
  private final Actor actor;
  private final Concept concept;
  private final int[] into;

  /// Not made for R, where nobody replies.
  private @Nullable Reach others;

  private long told;

  Replies(Arcs arcs, Actor actor, Concept concept) {
    this.arcs = arcs;
    this.actor = actor;
    this.concept = concept;
    into = new int[arcs.most()];
  }

  Arcs arcs() {
    return arcs;
  }

  Actor actor() {
    return actor;
  }

  Concept concept() {
    return concept;
  }

  /// Where the actor can go from a state, in ascending order.
  int[] moves(int s) {
    return Arrays.copyOf(into, arcs.targets(actor, s, Arcs.Kind.MOVES, into));
  }

  /// Whether a reply counts only where the actor cannot move on from it.
  boolean isSymmetric() {
    return concept == Concept.SMR || concept == Concept.SSEQ;
  }

  /// Begins with what the others can make of the state `q`.
  void after(int q) {
    switch (concept) {
      case R -> {}
      case GMR, SMR -> begin(q, Arcs.Kind.MOVES);
      case SEQ, SSEQ -> begin(q, Arcs.Kind.IMPROVEMENTS);
      case SIM -> throw new IllegalStateException("no replies under " + concept);
    }
  }

  private void begin(int q, Arcs.Kind kind) {
    if (others != null) {
      others.restart(q);
      return;
    }
    List<Party> parties = arcs.space().model().parties();
    others = new Reach(arcs, kind, parties.stream().filter(p -> !p.equals(actor)).toList(), q);
  }

  /// The next such state, the nearest first; -1 where there is none. It is never `q` itself.
  int next() {
    if (others == null) return -1;
    told++;
    return others.next();
  }

  /// How many replies have been looked at so far.
  long told() {
    return told;
  }
}
