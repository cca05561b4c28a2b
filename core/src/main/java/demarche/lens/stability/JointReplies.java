package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.states.Watch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// SIM for any party, in option form.
///
/// **Definition.** *s* is stable iff for every improvement *q* each other party can be given a
/// choice of staying or of one of its own improvements from *s*, so that the state that combines
/// all these options is feasible and not preferred to *s*. Infeasible combinations sanction
/// nothing.
///
/// **Law.** The choices are made party by party. For an actor, the least rank that any settings of
/// the parties still to choose could give is known beforehand for every combination of levels: a
/// branch where even that is better than *s* is left. Parties come in the order of the harm that
/// they can do, so that this happens early.
///
/// **Cost.** The product of the others' choices for each improvement at worst; refused beyond a
/// number of combinations. 4 bytes for each combination of levels and other party.
record JointReplies(long mostTried, long mostKept) implements Way {
  JointReplies() {
    this(3_000_000_000L, 1L << 27);
  }

  @Override
  public String words() {
    return "search over joint replies";
  }

  @Override
  public boolean serves(Outline outline, Party focal, Concept concept) {
    return concept == Concept.SIM && !outline.model().isGraph();
  }

  /// Ranks, and for each mover the bounds by code, where they are not refused.
  @Override
  public long bytes(Outline outline, Party focal, Concept concept, int threads) {
    if (!(focal instanceof Actor)) return 0;
    long kept = (long) outline.model().parties().size() << outline.bits();
    return 4L * outline.size() + (kept > mostKept ? 0 : 4 * kept);
  }

  @Override
  public boolean ownThreads() {
    return true;
  }

  /// @throws TooLarge where there are too many combinations
  @Override
  public StateSet stable(Question question, Run run) {
    List<Party> movers = byHarm(question);
    int[][] least = least(question, movers, run.watch());
    AtomicLong tried = new AtomicLong();
    StateSet stable = new StateSet(question.size());
    run.over(
        question.concept().name(),
        question.size(),
        64,
        _ -> {
          Judge judge = new Judge(question, movers, least, run);
          return (from, to) -> {
            long before = judge.tried;
            for (int s = from; s < to; s++) if (judge.isStable(s)) stable.add(s);
            if (tried.addAndGet(judge.tried - before) > mostTried) throw hopeless(question);
          };
        });
    return stable;
  }

  private TooLarge hopeless(Question question) {
    return new TooLarge(
        "SIM for '" + question.focal().id() + "'",
        "the others' improvements combine in more than %,d ways".formatted(mostTried),
        "%,d".formatted(mostTried),
        "leave SIM out, or hold options with a variant (passive, agenda)");
  }

  private static List<Party> byHarm(Question question) {
    List<Party> movers = question.others().stream().filter(question.arcs()::isMover).toList();
    if (!(question.focal() instanceof Actor actor)) return movers;
    int[] rank = question.arcs().space().ranks(actor).toArray();
    return movers.stream()
        .sorted(Comparator.comparing((Party p) -> harm(question, p, rank)).reversed())
        .toList();
  }

  /// By how many ranks the party could worsen each of some thousand states, summed up.
  private static Long harm(Question question, Party mover, int[] rank) {
    int[] into = new int[question.arcs().most()];
    long harm = 0;
    int step = Math.max(1, rank.length >> 10);
    for (int s = 0; s < rank.length; s += step) {
      int count = question.arcs().targets(mover, s, Arcs.Kind.MOVES, into);
      int worst = rank[s];
      for (int k = 0; k < count; k++) worst = Math.min(worst, rank[into[k]]);
      harm += rank[s] - worst;
    }
    return harm;
  }

  /// For each number of movers that have chosen, by the bits of all levels, the least rank that any
  /// settings of the other movers could give; empty for a body, which has no rank.
  private int[][] least(Question question, List<Party> movers, Watch watch) {
    StateSpace space = question.arcs().space();
    if (question.focal() instanceof Body) return new int[0][];
    long kept = (movers.size() + 1L) << space.bits();
    if (kept > mostKept) {
      throw new TooLarge(
          "SIM for '" + question.focal().id() + "'",
          "%,d numbers for bounds".formatted(kept),
          "%,d".formatted(mostKept),
          "leave SIM out, or hold options with a variant (passive, agenda)");
    }
    int[] rank = space.ranks((Actor) question.focal()).toArray();
    int[] last = new int[1 << space.bits()];
    for (int code = 0; code < last.length; code++) {
      int s = space.stateOf(code);
      last[code] = s < 0 ? Integer.MAX_VALUE : rank[s];
    }
    int[][] least = new int[movers.size() + 1][];
    least[movers.size()] = last;
    for (int j = movers.size() - 1; j >= 0; j--) {
      least[j] = lowered(least[j + 1], (int) space.own(movers.get(j)), watch);
    }
    return least;
  }

  /// The least over all settings of some bits.
  private static int[] lowered(int[] rank, int bits, Watch watch) {
    int[] lowered = rank.clone();
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      watch.over(Concept.SIM.name(), lowered.length, (from, to) -> lower(lowered, bit, from, to));
    }
    return lowered;
  }

  private static void lower(int[] lowered, int bit, int from, int to) {
    for (int code = from; code < to; code++) {
      if ((code & bit) != 0) continue;
      int both = Math.min(lowered[code], lowered[code | bit]);
      lowered[code] = both;
      lowered[code | bit] = both;
    }
  }

  private static final class Judge {
    private final Run run;
    private final Question question;
    private final StateSpace space;
    private final List<Party> movers;
    private final int[][] least;
    private final int[] into;
    private final long[][] choices;
    private final int[] chosen;
    private final long[] kept;
    private int judged;
    private long tried;

    Judge(Question question, List<Party> movers, int[][] least, Run run) {
      this.run = run;
      this.question = question;
      this.movers = movers;
      this.least = least;
      space = question.arcs().space();
      into = new int[question.arcs().most()];
      choices = new long[movers.size()][question.arcs().most()];
      chosen = new int[movers.size()];
      kept = movers.stream().mapToLong(p -> ~space.own(p)).toArray();
    }

    boolean isStable(int s) {
      int[] improvements = improvements(question.focal(), s);
      if (improvements.length == 0) return true;
      judged = s;
      for (int j = 0; j < movers.size(); j++) {
        int[] replies = improvements(movers.get(j), s);
        chosen[j] = replies.length;
        for (int k = 0; k < replies.length; k++) choices[j][k] = space.bits(replies[k]) & ~kept[j];
      }
      for (int q : improvements) if (!sanctioned(0, space.bits(q))) return false;
      return true;
    }

    private int[] improvements(Party party, int s) {
      int count = question.arcs().targets(party, s, Arcs.Kind.IMPROVEMENTS, into);
      return Arrays.copyOf(into, count);
    }

    /// Whether the movers from the j-th on can complete a sanction.
    private boolean sanctioned(int j, long levels) {
      if ((tried++ & 0xffff) == 0) run.check();
      if (least.length > 0) {
        if (least[j][(int) levels] > space.rank((Actor) question.focal(), judged)) return false;
        if (j == movers.size()) return true;
      } else if (j == movers.size()) {
        int t = space.stateOf(levels);
        return t >= 0 && !space.prefers(question.focal(), judged, t);
      }
      if (sanctioned(j + 1, levels)) return true;
      for (int k = 0; k < chosen[j]; k++) {
        if (sanctioned(j + 1, (levels & kept[j]) | choices[j][k])) return true;
      }
      return false;
    }
  }
}
