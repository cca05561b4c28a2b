package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Body;
import demarche.model.Option;
import demarche.scenario.BodyEntry;
import demarche.scenario.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What an actor can keep from happening by right, whatever it wants.
///
/// **Definition.** A *veto player* of a target: some way leads to the target from the status quo,
/// where it does not hold, and none where the actor holds back: see [Barriers].
///
/// **Source.** The term is that of Tsebelis (2002); moves in place of a voting procedure are ours.
record Rights(Question question) {
  private Set<String> own() {
    return Set.of(question.actor().id());
  }

  Judgement vetoPlayer() {
    if (question.holdsNow()) {
      return Judgement.no(Role.VETO_PLAYER, say("{} holds already", question.what()));
    }
    Barriers barriers = question.scene().barriers();
    if (!barriers.isOpen(Set.of(), question.wanted())) {
      return Judgement.no(
          Role.VETO_PLAYER, say("No way by moves leads to {} at all", question.what()));
    }
    boolean open = barriers.isOpen(own(), question.wanted());
    List<Sentence> because = new ArrayList<>();
    because.add(
        open
            ? say("There is a way to {} that needs nothing of {}", question.what(), question.who())
            : say("Every way to {} needs {}", question.what(), question.who()));
    List<Slot> held = held();
    if (!open && !held.isEmpty()) because.add(say("It holds {}", new Slot.Several(held)));
    return new Judgement(
        Role.VETO_PLAYER, Verdict.of(!open), "", List.of(), because, open ? List.of() : evidence());
  }

  /// What it holds of what the target speaks of; where that is nothing, all that it holds.
  private List<Slot> held() {
    Set<Integer> named = Named.options(question.target().when().meaning());
    List<Slot> own = held(option -> named.contains(option.index()));
    return own.isEmpty() ? held(_ -> true) : own;
  }

  private List<Slot> held(Predicate<Option> isMeant) {
    List<Slot> held = new ArrayList<>();
    for (Option option : question.actor().options()) {
      if (isMeant.test(option)) {
        held.add(new Slot.Plain(question.scene().model().label(option)));
      }
    }
    for (Body body : question.scene().barriers().stopped(own())) {
      if (body.options().stream().noneMatch(isMeant)) continue;
      held.add(new Slot.Clause(say("a veto in {}", new Slot.OfParty(body.id(), body.name()))));
    }
    return held;
  }

  private List<Evidence> evidence() {
    List<String> bodies =
        question.scene().barriers().stopped(own()).stream().map(Body::id).toList();
    return question.scene().model().scenario().bodies().stream()
        .filter(entry -> bodies.contains(entry.id().text()))
        .flatMap((BodyEntry entry) -> entry.rules().stream())
        .map(rule -> rule.evidence())
        .toList();
  }
}
