package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Components;
import demarche.states.Outline;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// GMR, SMR, SEQ and SSEQ for any party: the definitions, state by state.
///
/// A body has no rank, for its preference need not be transitive; so each reply is put to the vote
/// against the state judged.
///
/// **Definition.** *s* is stable iff for every improvement *q* some *t*, reached from *q* by a
/// legal sequence of the others' replies, is not preferred to *s*, and, where the mover may answer,
/// nor is any state to which it can move from *t*.
///
/// **Law.** Where no other can gain by moving twice in a row, legal sequences reach what plain ones
/// do; then improvements that lead to one another through replies (a component) have the same
/// replies, which are searched once, nearest first, and only as far as needed.
///
/// **Cost.** O(n) searches at worst, each O(arcs), and a vote for each pair of a state and a reply
/// until one sanctions it.
record ForwardSearch() implements Way {
  @Override
  public String words() {
    return "search forward from each improvement, nearest replies first";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return concept != Concept.R && concept != Concept.SIM;
  }

  /// Components while they are found; then they, who leaves, and a search for each thread.
  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    return Math.max(
        36L * outline.size(), 9L * outline.size() + threads * Reach.footprint(outline).peak());
  }

  @Override
  public boolean ownThreads() {
    return true;
  }

  @Override
  public StateSet stable(Question question, Run run) {
    List<Party> others = question.others();
    Components components = components(question, others, run);
    byte[] leaves = new byte[question.size()]; // bytes, which threads may write side by side
    run.over(
        question.concept().name(),
        components.count(),
        16,
        _ -> {
          Judge judge = new Judge(question, others, leaves, run);
          return (from, to) -> {
            for (int c = from; c < to; c++) judge.component(components.states(c));
          };
        });
    StateSet stable = new StateSet(leaves.length);
    for (int s = 0; s < leaves.length; s++) {
      if (leaves[s] == 0 && question.open().contains(s)) stable.add(s);
    }
    return stable;
  }

  private static Components components(Question question, List<Party> others, Run run) {
    Arcs arcs = question.arcs();
    Arcs.Kind kind = question.concept().replies();
    Supplier<Components> search =
        () ->
            others.stream().allMatch(p -> arcs.isTransitive(p, kind))
                ? Components.of(arcs, kind, others, run.watch())
                : Components.apart(question.size());
    StateSpace space = arcs.space();
    AllButOne key = new AllButOne(question.focal().index(), kind);
    return switch (kind) {
      case MOVES -> space.onceForAll(key, Components.class, search);
      case IMPROVEMENTS ->
          space.isForMany() ? space.once(key, Components.class, search) : search.get();
    };
  }

  /// The components of all parties' arcs but one's.
  private record AllButOne(int party, Arcs.Kind kind) {}

  /// Marks the states that the party leaves for an improvement of some component.
  private static final class Judge {
    private final Run run;
    private final Question question;
    private final StateSpace space;
    private final byte[] leaves;
    private final Reach reach;
    private final int[] origins;
    private final int[] counters;
    private int[] replies = new int[64];
    private int found;
    private int last;
    private int asked;

    Judge(Question question, List<Party> others, byte[] leaves, Run run) {
      this.run = run;
      this.question = question;
      this.space = question.arcs().space();
      this.leaves = leaves;
      reach = new Reach(question.arcs(), question.concept().replies(), others, 0);
      reach.watched((_, _, _) -> run.check());
      origins = new int[question.arcs().most()];
      counters = new int[question.arcs().most()];
    }

    void component(int[] improvements) {
      found = 0;
      for (int q : improvements) {
        int count = question.arcs().sources(question.focal(), q, Arcs.Kind.IMPROVEMENTS, origins);
        for (int k = 0; k < count; k++) {
          int s = origins[k];
          if (leaves[s] != 0 || !question.open().contains(s)) continue;
          if (found == 0) begin(improvements[0]);
          if (!sanctioned(s)) leaves[s] = 1;
        }
      }
    }

    private void begin(int q) {
      reach.restart(q);
      replies[0] = q; // the others of its component reach it
      found = 1;
      last = 0;
    }

    private boolean sanctioned(int s) {
      if (sanctions(s, replies[last])) return true;
      for (int k = 0; k < found; k++) {
        if (sanctions(s, replies[k])) {
          last = k;
          return true;
        }
      }
      for (int t = reach.next(); t >= 0; t = reach.next()) {
        if (found == replies.length) replies = Arrays.copyOf(replies, 2 * found);
        replies[found++] = t;
        if (sanctions(s, t)) {
          last = found - 1;
          return true;
        }
      }
      return false;
    }

    private boolean sanctions(int s, int t) {
      if ((asked++ & 0x3ff) == 0) run.check();
      if (space.prefers(question.focal(), s, t)) return false;
      if (!question.concept().isSymmetric()) return true;
      int count = question.arcs().targets(question.focal(), t, Arcs.Kind.MOVES, counters);
      for (int k = 0; k < count; k++) {
        if (space.prefers(question.focal(), s, counters[k])) return false;
      }
      return true;
    }
  }
}
