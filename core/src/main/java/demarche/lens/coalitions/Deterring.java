package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.lens.coalitions.Explanation.Answer;
import demarche.lens.coalitions.Explanation.Deterrence;
import demarche.lens.coalitions.Explanation.Escapable;
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.lens.coalitions.Explanation.NoReply;
import demarche.lens.coalitions.Explanation.NotConsidered;
import demarche.lens.coalitions.Explanation.Sanctioned;
import demarche.lens.coalitions.Explanation.StillBetter;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for the improvements of a coalition from one state, and for shortest answers that deter
/// it.
///
/// Unlike [Judge], which judges all states and remembers what leads where, it searches from the one
/// state. **Cost.** A search for each improvement, and under CSMR for each answer.
final class Deterring {
  private final Replying replying;
  private final Coalition coalition;
  private final int state;
  private final Run run;
  private final StateSpace space;
  private final List<Party> others;

  /// By state, how the coalition could go on from there to one that all members prefer; empty where
  /// it could not.
  private final Map<Integer, List<Step>> escapes = new HashMap<>();

  Deterring(Replying replying, Coalition coalition, int state, Run run) {
    this.replying = replying;
    this.coalition = coalition;
    this.state = state;
    this.run = run;
    space = replying.space();
    others = coalition.others(space.model());
  }

  /// How the others answer, under the concepts that ask for it.
  ///
  /// @param classes one where they answer by coalitions under CSEQ, else none
  record Replying(Arcs arcs, List<Classes> classes) {
    Replying {
      classes = List.copyOf(classes);
    }

    StateSpace space() {
      return arcs.space();
    }
  }

  Explanation explained(CoalitionConcept concept) {
    List<Improvement> improvements = new ArrayList<>();
    Reach reach = reach(Arcs.Kind.MOVES, coalition.members(), state).explored();
    space
        .states()
        .filter(q -> q != state && reach.has(q) && isWanted(q))
        .forEach(q -> improvements.add(new Improvement(q, reach.path(q), deterrence(concept, q))));
    return new Explanation(coalition, state, concept, improvements);
  }

  private Reach reach(Arcs.Kind kind, List<Party> movers, int from) {
    run.check();
    return new Reach(replying.arcs, kind, movers, from);
  }

  /// Whether all members prefer a state to the one judged.
  private boolean isWanted(int t) {
    return losers(t).isEmpty();
  }

  private List<Party> losers(int t) {
    return coalition.members().stream().filter(p -> !space.prefers(p, state, t)).toList();
  }

  private Deterrence deterrence(CoalitionConcept concept, int q) {
    return switch (concept) {
      case CNASH -> new NotConsidered();
      case CGMR -> bySingle(Arcs.Kind.MOVES, q);
      case CSMR -> forGood(q);
      case CSEQ ->
          replying.classes.isEmpty() ? bySingle(Arcs.Kind.IMPROVEMENTS, q) : byCoalitions(q);
    };
  }

  private Deterrence bySingle(Arcs.Kind kind, int q) {
    Reach reach = reach(kind, others, q);
    int replies = 0;
    for (int t = reach.next(); t >= 0; t = reach.next()) {
      replies++;
      if (!isWanted(t)) return new Sanctioned(answer(reach.path(t)), losers(t));
    }
    return unanswered(replies);
  }

  private Deterrence forGood(int q) {
    Reach reach = reach(Arcs.Kind.MOVES, others, q);
    int replies = 0;
    int harmful = 0;
    int nearest = q;
    for (int t = reach.next(); t >= 0; t = reach.next()) {
      replies++;
      if (isWanted(t)) continue;
      if (escape(t).isEmpty()) return new Sanctioned(answer(reach.path(t)), losers(t));
      if (harmful++ == 0) nearest = t;
    }
    if (harmful == 0) return unanswered(replies);
    return new Escapable(replies, harmful, answer(reach.path(nearest)), escape(nearest));
  }

  private List<Step> escape(int t) {
    return escapes.computeIfAbsent(
        t,
        _ -> {
          Reach reach = reach(Arcs.Kind.MOVES, coalition.members(), t);
          for (int u = reach.next(); u >= 0; u = reach.next()) {
            if (isWanted(u)) return reach.path(u);
          }
          return List.of();
        });
  }

  private Deterrence byCoalitions(int q) {
    int bits = others.stream().mapToInt(p -> 1 << p.index()).sum();
    Classes classes = replying.classes.getFirst();
    List<Classes.Leap> leaps = classes.leaps(bits, q, t -> !isWanted(t));
    if (leaps.isEmpty()) return unanswered(classes.improvements(bits, q).count() - 1);
    List<Answer> answer = new ArrayList<>();
    int at = q;
    for (Classes.Leap leap : leaps) {
      Coalition by = Coalition.of(Coalition.members(space.model(), leap.coalition()));
      Reach reach = reach(Arcs.Kind.MOVES, by.members(), at).explored();
      answer.add(new Answer(by, leap.to(), reach.path(leap.to())));
      at = leap.to();
    }
    return new Sanctioned(answer, losers(at));
  }

  private static Deterrence unanswered(int replies) {
    return replies == 0 ? new NoReply() : new StillBetter(replies);
  }

  /// Moves of single parties as an answer.
  private static List<Answer> answer(List<Step> steps) {
    return steps.stream()
        .map(step -> new Answer(Coalition.of(List.of(step.by())), step.to(), List.of(step)))
        .toList();
  }
}
