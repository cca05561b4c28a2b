package demarche.lens.roles;

import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Target;
import demarche.states.StateSet;
import demarche.states.StateSpace;

/// An actor and a target, as one looks at them.
///
/// @param actor of the scene's model
/// @param place of the target among those of the model
public record Question(Scene scene, Actor actor, int place, Terms terms) {
  Target target() {
    return scene.model().targets().get(place);
  }

  StateSpace space() {
    return scene.space();
  }

  /// The states in which the target holds.
  StateSet wanted() {
    return wanted(scene, place);
  }

  static StateSet wanted(Scene scene, int place) {
    StateSpace space = scene.space();
    return space.once(
        new Wanted(place),
        StateSet.class,
        () -> space.where(scene.model().targets().get(place).when().meaning()));
  }

  private record Wanted(int place) {}

  /// Whether the target holds in the status quo.
  boolean holdsNow() {
    return wanted().contains(space().statusQuo());
  }

  Slot who() {
    return who(actor);
  }

  Slot who(Actor other) {
    return Wording.of(space()).party(other);
  }

  /// The target for people.
  Slot what() {
    return new Slot.Quoted(target().name());
  }

  /// What a role comes to.
  public Judgement judge(Role role) {
    return switch (role) {
      case DECISIVE -> new Moving(this).decisive();
      case VETO_PLAYER -> new Rights(this).vetoPlayer();
      case MEDIATOR -> new Mediating(this).judgement();
      case GUARANTOR -> new Guarding(this).judgement();
      case BAD_COP -> new Covering(this).judgement();
      case SPOILER -> new Spoiling(this).judgement();
      case BYSTANDER -> new Moving(this).bystander();
    };
  }
}
