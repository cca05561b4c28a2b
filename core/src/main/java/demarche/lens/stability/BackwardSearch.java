package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Moves;
import demarche.states.Outline;
import demarche.states.StateSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// GMR, SMR, SEQ and SSEQ for an actor, in every model.
///
/// **Definition.** *s* is stable iff for every improvement *q* some *t*, reached from *q* by a
/// legal sequence of the others' replies, is worth no more to the actor than *s*: the worth of *t*
/// is its rank, and where the actor may answer the best rank that it holds or can reach from *t*.
///
/// **Law.** So of each *q* only the least worth that replies lead to counts. It is found by going
/// back along the others' arcs from the states in ascending order of worth: the first visit of a
/// state tells it. Two replies in a row need two movers. A state is therefore visited twice at
/// most: when some first mover leads on from it, after which all but that mover may have led to it,
/// and when another does, after which that mover may have too. That *q* counts as a reply to itself
/// changes nothing, for the actor prefers it to *s*.
///
/// **Cost.** O(arcs) time for each actor and concept, as each arc is scanned once, or O(n) for the
/// moves of parties that move freely, see [FibreTrail]; 22 to 26 bytes a state, and 4 for each of
/// these.
record BackwardSearch() implements Way {
  /// After how many states the run is asked.
  private static final int OFTEN = 0xff;

  @Override
  public String words() {
    return "search back from sanctions, the worst first";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return focal instanceof Actor && concept != Concept.R && concept != Concept.SIM;
  }

  /// Ranks, worths, the least of them, who leads on, states in order; then those still open, of
  /// which there are seldom more than a fraction.
  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    long trails =
        outline.model().parties().stream()
            .filter(p -> !p.equals(focal))
            .filter(p -> FibreTrail.serves(outline, p, concept.replies()))
            .count();
    return ((concept.isSymmetric() ? 26 : 22) + 4 * trails) * outline.size();
  }

  @Override
  public boolean ownThreads() {
    return false;
  }

  @Override
  public StateSet stable(Question question, Run run) {
    Arcs arcs = question.arcs();
    int[] rank = arcs.space().ranks((Actor) question.focal()).toArray();
    int[] worth = question.concept().isSymmetric() ? held(question, rank, run) : rank;
    int[] least = new Trail(question, run).least(worth);
    return arcs.space().moves(question.focal()).isFree()
        ? stableByFibre(question, rank, least, run)
        : stableByState(question, rank, least, run);
  }

  /// A state is left iff something better than it keeps a better worth.
  private static StateSet stableByFibre(Question question, int[] rank, int[] least, Run run) {
    StateSet stable = new StateSet(rank.length);
    Moves moves = question.arcs().space().moves(question.focal());
    FibreTrail.each(
        moves,
        rank.length,
        run,
        (fibre, count) -> {
          int best = 0;
          for (int k = 0; k < count; k++) {
            best = Math.max(best, Math.min(rank[fibre[k]], least[fibre[k]]));
          }
          for (int k = 0; k < count; k++) if (rank[fibre[k]] >= best) stable.add(fibre[k]);
        });
    return stable;
  }

  private static StateSet stableByState(Question question, int[] rank, int[] least, Run run) {
    Arcs arcs = question.arcs();
    int[] into = new int[arcs.most()];
    StateSet stable = new StateSet(rank.length);
    for (int s = 0; s < rank.length; s++) {
      if ((s & OFTEN) == 0) run.check();
      int count = arcs.targets(question.focal(), s, Arcs.Kind.IMPROVEMENTS, into);
      boolean deterred = true;
      for (int k = 0; k < count && deterred; k++) deterred = least[into[k]] <= rank[s];
      if (deterred) stable.add(s);
    }
    return stable;
  }

  /// The best rank that the actor holds in a state or can reach from it.
  private static int[] held(Question question, int[] rank, Run run) {
    Arcs arcs = question.arcs();
    int[] held = rank.clone();
    Moves moves = arcs.space().moves(question.focal());
    if (moves.isFree()) {
      FibreTrail.each(
          moves,
          held.length,
          run,
          (fibre, count) -> {
            int best = 0;
            for (int k = 0; k < count; k++) best = Math.max(best, rank[fibre[k]]);
            for (int k = 0; k < count; k++) held[fibre[k]] = best;
          });
      return held;
    }
    int[] into = new int[arcs.most()];
    for (int t = 0; t < held.length; t++) {
      if ((t & OFTEN) == 0) run.check();
      int count = arcs.targets(question.focal(), t, Arcs.Kind.MOVES, into);
      for (int k = 0; k < count; k++) held[t] = Math.max(held[t], rank[into[k]]);
    }
    return held;
  }

  /// The way back from sanctions.
  private static final class Trail {
    private static final int NOBODY = 0;
    private static final int SEVERAL = -1;

    private final Question question;
    private final Run run;
    private final List<Party> movers;
    private final List<Optional<FibreTrail>> fibres;
    private final int[] into;

    /// By state: `NOBODY`, 1 + the only mover who is known to lead on from it, or `SEVERAL`.
    private final int[] leader;

    /// States to be gone back from, and by whose arcs: all (0), all but j (-1 - j), j's (1 + j).
    private int[] open = new int[64];

    private int[] by = new int[64];
    private int height;
    private int done;

    Trail(Question question, Run run) {
      this.question = question;
      this.run = run;
      movers = question.others().stream().filter(question.arcs()::isMover).toList();
      Arcs.Kind kind = question.concept().replies();
      fibres =
          movers.stream()
              .map(p ->
                  FibreTrail.serves(question.arcs().space().outline(), p, kind)
                      ? Optional.of(new FibreTrail(question.arcs(), p, kind))
                      : Optional.<FibreTrail>empty())
              .toList();
      into = new int[question.arcs().most()];
      leader = new int[question.size()];
    }

    /// The least worth among each state and what the others' replies lead to from it.
    int[] least(int[] worth) {
      int[] least = new int[worth.length];
      for (int end : ascending(worth)) {
        if (leader[end] == SEVERAL) continue;
        if (leader[end] == NOBODY) least[end] = worth[end];
        push(end, leader[end]);
        leader[end] = SEVERAL;
        while (height > 0) goBack(worth[end], least);
      }
      return least;
    }

    private void goBack(int worth, int[] least) {
      if ((done++ & OFTEN) == 0) run.check();
      int x = open[--height];
      int whose = by[height];
      for (int j = 0; j < movers.size(); j++) {
        if (whose > 0 ? j != whose - 1 : j == -1 - whose) continue;
        int count = sources(j, x);
        for (int k = 0; k < count; k++) {
          if (leader[into[k]] == NOBODY) least[into[k]] = worth;
          visit(into[k], j);
        }
      }
    }

    private int sources(int j, int x) {
      if (fibres.get(j).isPresent()) return fibres.get(j).get().sources(x, into);
      return question.arcs().sources(movers.get(j), x, question.concept().replies(), into);
    }

    private void visit(int p, int j) {
      if (leader[p] == SEVERAL || leader[p] == j + 1) return;
      boolean first = leader[p] == NOBODY;
      push(p, first ? -1 - j : leader[p]);
      leader[p] = first ? j + 1 : SEVERAL;
    }

    private void push(int state, int whose) {
      if (height == open.length) {
        open = Arrays.copyOf(open, 2 * height);
        by = Arrays.copyOf(by, 2 * height);
      }
      open[height] = state;
      by[height++] = whose;
    }

    /// State numbers in ascending order of worth, which is a rank. O(n).
    private static int[] ascending(int[] worth) {
      int[] next = new int[worth.length + 1];
      for (int w : worth) next[w + 1]++;
      for (int w = 0; w < worth.length; w++) next[w + 1] += next[w];
      int[] order = new int[worth.length];
      for (int s = 0; s < worth.length; s++) order[next[worth[s]]++] = s;
      return order;
    }
  }
}
