package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose answers hold a target.
///
/// **Definition.** An actor is a *guarantor* of a target if states with the target are equilibria
/// by SEQ as things are, and each of them would cease to be if this actor answered nothing:
/// somebody else then has an improvement after which no legal sequence of improvements of the
/// parties but these two leads to a state that it does not prefer. Only the actor's own moves are
/// taken away; its vote in bodies, and all that it wants, stay. Which share of the equilibria would
/// cease is told in any case.
///
/// **Cost.** A search for each improvement from each of those states, ended by the first sanction.
///
/// **Source.** Ours, on the definition of SEQ by Fraser & Hipel (1979).
record Guarding(Question question) {
  /// @param lapsing how many of the states cease to hold
  private record Lapse(int state, Party leaver, int improvement, int lapsing) {}

  Judgement judgement() {
    StateSpace space = question.space();
    StateSet held =
        Stability.known(space, Set.of(Concept.SEQ), question.scene().run())
            .equilibria(Concept.SEQ)
            .and(question.wanted());
    if (held.isEmpty()) {
      return Judgement.no(
          Role.GUARANTOR, say("No state with {} is an equilibrium by SEQ", question.what()));
    }
    if (!Players.canMove(space.model(), question.actor())) {
      return Judgement.no(Role.GUARANTOR, say("It has no move with which it could answer"));
    }
    Optional<Lapse> lapse = lapse(held);
    if (lapse.isEmpty()) {
      return Judgement.no(
          Role.GUARANTOR,
          say("No state with {} would cease to hold without its answers", question.what()));
    }
    return new Judgement(
        Role.GUARANTOR,
        Verdict.of(lapse.get().lapsing == held.count()),
        "without-answers",
        List.of((double) lapse.get().lapsing / held.count()),
        told(lapse.get(), held.count()),
        List.of());
  }

  private List<Sentence> told(Lapse lapse, int held) {
    Wording wording = Wording.of(question.space());
    return List.of(
        say(
            "{} holds in {}, of which {} would cease to be without the answers of {}",
            question.what(),
            new Slot.Count(held, "equilibrium by SEQ", "equilibria by SEQ"),
            new Slot.Count(lapse.lapsing, "", ""),
            question.who()),
        say(
            "One is {}: {} would go to {}",
            wording.state(question.space(), lapse.state),
            wording.party(lapse.leaver),
            wording.state(question.space(), lapse.improvement)));
  }

  /// The first state that ceases to hold, and how many do.
  private Optional<Lapse> lapse(StateSet held) {
    Arcs arcs = Arcs.of(question.space(), question.scene().run().watch());
    StateSet lapsing = new StateSet(question.space().size());
    List<Lapse> found = new ArrayList<>();
    for (Party leaver : question.space().model().parties()) {
      if (leaver.index() == question.actor().index()) continue;
      Reach replies = new Reach(arcs, Arcs.Kind.IMPROVEMENTS, others(leaver), 0);
      for (int s : held.except(lapsing).stream().toArray()) {
        question.scene().run().check();
        for (int q : question.space().improvements(leaver, s)) {
          if (lapsing.contains(s) || isDeterred(replies, leaver, s, q)) continue;
          lapsing.add(s);
          found.add(new Lapse(s, leaver, q, 0));
        }
      }
    }
    return found.stream()
        .findFirst()
        .map(first -> new Lapse(first.state, first.leaver, first.improvement, lapsing.count()));
  }

  private List<Party> others(Party leaver) {
    return question.space().model().parties().stream()
        .filter(p -> p.index() != leaver.index() && p.index() != question.actor().index())
        .toList();
  }

  private boolean isDeterred(Reach replies, Party leaver, int s, int q) {
    replies.restart(q);
    for (int t = replies.next(); t >= 0; t = replies.next()) {
      if (!question.space().prefers(leaver, s, t)) return true;
    }
    return false;
  }
}
