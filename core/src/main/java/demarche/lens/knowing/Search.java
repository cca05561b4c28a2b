package demarche.lens.knowing;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Components;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.Steps;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// R, GMR, SMR, SEQ and SSEQ where it is open what moves a party and what deters it.
///
/// **Definition.** *s* is stable for *i* iff for each move *q* of *i* for which it leaves *s* some
/// *t*, reached from *q* by a legal sequence of the others' moves (GMR, SMR) or answers (SEQ,
/// SSEQ), deters *i*, and so does, under SMR and SSEQ, every *u* to which *i* can move from *t*. R
/// knows no deterrence.
///
/// **Law.** Where no other goes further by two steps in a row, legal sequences reach what plain
/// ones do; then improvements that lead to one another (a component) have the same replies, but for
/// themselves: a state is a reply to itself only if a legal sequence returns to it. That is
/// searched for by itself, and only where nothing else deters.
///
/// **Cost.** O(n) searches at worst, each O(arcs); 23 bytes a state and thread, 1 byte a state.
final class Search {
  private final Arcs arcs;
  private final Concept rule;
  private final List<Stance> stances;

  /// @param rule any but SIM
  /// @param stances by the index of the party
  Search(Arcs arcs, Concept rule, List<Stance> stances) {
    if (rule == Concept.SIM) throw new IllegalArgumentException("no SIM here");
    this.arcs = arcs;
    this.rule = rule;
    this.stances = List.copyOf(stances);
  }

  /// The states that are stable for a party.
  StateSet stable(Party focal, Run run) {
    List<Party> others = others(focal);
    Components components =
        rule != Concept.R && others.stream().allMatch(this::isTransitive)
            ? Components.of(arcs, this::replies, others, run.watch())
            : Components.apart(arcs.space().size());
    byte[] left = new byte[arcs.space().size()]; // bytes, which threads may write side by side
    run.over(
        rule.name(),
        components.count(),
        16,
        _ -> {
          Judge judge = new Judge(focal, others, left, run);
          return (from, to) -> {
            for (int c = from; c < to; c++) judge.component(components.states(c));
          };
        });
    StateSet stable = new StateSet(left.length);
    for (int s = 0; s < left.length; s++) if (left[s] == 0) stable.add(s);
    return stable;
  }

  private List<Party> others(Party focal) {
    return arcs.space().model().parties().stream().filter(p -> !p.equals(focal)).toList();
  }

  private boolean isTransitive(Party party) {
    if (rule.replies() == Arcs.Kind.MOVES) return arcs.isTransitive(party, Arcs.Kind.MOVES);
    return stances.get(party.index()).answers() instanceof Relation.Crisp
        && arcs.isTransitive(party, Arcs.Kind.IMPROVEMENTS);
  }

  /// Where a party may go as one of the others.
  private int replies(Party party, int state, int[] into) {
    if (rule.replies() == Arcs.Kind.MOVES) {
      return arcs.targets(party, state, Arcs.Kind.MOVES, into);
    }
    Relation answers = stances.get(party.index()).answers();
    if (answers instanceof Relation.Crisp && party instanceof Body) {
      return arcs.targets(party, state, Arcs.Kind.IMPROVEMENTS, into); // the votes are cast already
    }
    int count = arcs.targets(party, state, Arcs.Kind.MOVES, into);
    int kept = 0;
    for (int k = 0; k < count; k++) if (answers.holds(state, into[k])) into[kept++] = into[k];
    return kept;
  }

  /// Marks the states that the party leaves for a state of some component.
  private final class Judge {
    private final Party focal;
    private final Relation leaves;
    private final Relation fears;
    private final byte[] left;
    private final Run run;
    private final Reach reach;
    private final Return back;
    private final int[] origins = new int[arcs.most()];
    private final int[] counters = new int[arcs.most()];
    private int[] found = new int[64];
    private int count;
    private int last;
    private int work;

    Judge(Party focal, List<Party> others, byte[] left, Run run) {
      this.focal = focal;
      this.left = left;
      this.run = run;
      leaves = stances.get(focal.index()).leaves();
      fears = stances.get(focal.index()).fears();
      Steps steps = Search.this::replies;
      reach = new Reach(arcs, steps, others, 0);
      back = new Return(others);
    }

    void component(int[] improvements) {
      count = 0;
      for (int q : improvements) {
        int many = arcs.sources(focal, q, Arcs.Kind.MOVES, origins);
        for (int k = 0; k < many; k++) {
          int s = origins[k];
          if (left[s] != 0 || !leaves.holds(s, q)) continue;
          if (rule == Concept.R || !deterred(s, q, improvements[0])) left[s] = 1;
        }
      }
    }

    private boolean deterred(int s, int q, int first) {
      if (count == 0) begin(first);
      if (found[last] != q && deters(s, found[last])) return true;
      for (int k = 0; k < count; k++) {
        if (found[k] == q || !deters(s, found[k])) continue;
        last = k;
        return true;
      }
      for (int t = reach.next(); t >= 0; t = reach.next()) {
        if (count == found.length) found = Arrays.copyOf(found, 2 * count);
        found[count++] = t;
        if (t == q || !deters(s, t)) continue;
        last = count - 1;
        return true;
      }
      return deters(s, q) && back.to(q);
    }

    private void begin(int first) {
      reach.restart(first);
      found[0] = first; // the others of its component reach it
      count = 1;
      last = 0;
    }

    private boolean deters(int s, int t) {
      if ((work++ & 0xfff) == 0) run.check();
      if (!fears.holds(s, t)) return false;
      if (!rule.isSymmetric()) return true;
      int many = arcs.targets(focal, t, Arcs.Kind.MOVES, counters);
      for (int k = 0; k < many; k++) if (!fears.holds(s, counters[k])) return false;
      return true;
    }
  }

  /// Looks for legal sequences of the others that return to where they began.
  private final class Return {
    private final List<Party> others;
    private @Nullable Reach reach;
    private int origin = -1;
    private boolean closed;

    Return(List<Party> others) {
      this.others = others;
    }

    boolean to(int q) {
      if (q == origin) return closed;
      origin = q;
      closed = false;
      if (reach == null) reach = new Reach(arcs, this::noticed, others, q);
      else reach.restart(q);
      while (!closed && reach.next() >= 0) {}
      return closed;
    }

    private int noticed(Party party, int state, int[] into) {
      int count = replies(party, state, into);
      for (int k = 0; k < count; k++) closed |= into[k] == origin;
      return count;
    }
  }
}
