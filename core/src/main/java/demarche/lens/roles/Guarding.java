package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.lens.Wording;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whose answers hold a target.
///
/// **Definition.** An actor is a *guarantor* of a target if in some state with the target, an
/// equilibrium by SEQ as things are, somebody else would no longer be deterred if this actor
/// answered nothing: has an improvement after which no legal sequence of improvements of the
/// parties but these two leads to a state that it does not prefer. Only its own moves are taken
/// away; its vote in bodies, and all that it wants, stay.
///
/// **Cost.** A search for each improvement from each of those states, ended by the first sanction.
///
/// **Source.** Ours, on the definition of SEQ by Fraser & Hipel (1979).
record Guarding(Question question) {
  private record Lapse(int state, Party leaver, int improvement) {}

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
    if (question.actor().options().isEmpty()) {
      return Judgement.no(Role.GUARANTOR, say("It has no move with which it could answer"));
    }
    Optional<Lapse> lapse = lapse(held);
    if (lapse.isEmpty()) {
      return Judgement.no(
          Role.GUARANTOR,
          say("No state with {} would cease to hold without its answers", question.what()));
    }
    return new Judgement(
        Role.GUARANTOR, Verdict.YES, "", List.of(), List.of(told(lapse.get())), List.of());
  }

  private Sentence told(Lapse lapse) {
    Wording wording = Wording.of(question.space());
    return say(
        "{} holds in {}; without the answers of {}, {} would go to {}",
        question.what(),
        wording.state(question.space(), lapse.state),
        question.who(),
        wording.party(lapse.leaver),
        wording.state(question.space(), lapse.improvement));
  }

  private Optional<Lapse> lapse(StateSet held) {
    Arcs arcs = Arcs.of(question.space(), question.scene().run().watch());
    for (Party leaver : question.space().model().parties()) {
      if (leaver.index() == question.actor().index()) continue;
      List<Party> others =
          question.space().model().parties().stream()
              .filter(p -> p.index() != leaver.index() && p.index() != question.actor().index())
              .toList();
      Reach replies = new Reach(arcs, Arcs.Kind.IMPROVEMENTS, others, 0);
      for (int s : held.stream().toArray()) {
        question.scene().run().check();
        for (int q : question.space().improvements(leaver, s)) {
          if (!isDeterred(replies, leaver, s, q)) return Optional.of(new Lapse(s, leaver, q));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isDeterred(Reach replies, Party leaver, int s, int q) {
    replies.restart(q);
    for (int t = replies.next(); t >= 0; t = replies.next()) {
      if (!question.space().prefers(leaver, s, t)) return true;
    }
    return false;
  }
}
