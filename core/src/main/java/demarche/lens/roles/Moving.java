package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import java.util.ArrayList;
import java.util.List;

/// How far a figure moves without somebody.
///
/// **Definition.** The *effect* of an actor on a target, by a kind of counterfactual, is how far
/// the figure of the target is from what it is without the actor. It is *decisive* if its effect is
/// more than the threshold and no other actor's is more. It is a *bystander* if its effect is below
/// [Terms#TOLERANCE] by every kind that has a meaning and a figure, and there is one.
///
/// **Source.** Ours.
record Moving(Question question) {
  /// How an actor moves the figure by a kind.
  private List<Double> move(Actor actor, Kind kind) {
    return question.scene().move(actor, question.place(), kind);
  }

  Judgement decisive() {
    Kind kind = question.terms().kind();
    List<Double> own = move(question.actor(), kind);
    if (own.isEmpty()) return Judgement.no(Role.DECISIVE, noFigure(kind));
    double effect = Math.abs(own.getFirst());
    double threshold = question.terms().threshold();
    Rival ahead = ahead(kind, effect);
    boolean enough = Told.isMore(effect, threshold);
    boolean first = ahead.actor.index() == question.actor().index();
    List<Sentence> because = new ArrayList<>();
    because.add(withAndWithout(kind));
    if (!enough) {
      because.add(say("That is not more than the threshold of {}", Told.figure(threshold)));
    }
    because.add(
        first
            ? say("No other actor moves it more")
            : say("{} moves it more: by {}", question.who(ahead.actor), Told.figure(ahead.effect)));
    return new Judgement(
        Role.DECISIVE, Verdict.of(enough && first), kind.id(), own, because, List.of());
  }

  private record Rival(Actor actor, double effect) {}

  /// Who moves the figure most: the actor itself, unless another's effect is more.
  private Rival ahead(Kind kind, double effect) {
    Rival ahead = new Rival(question.actor(), effect);
    for (Actor other : question.scene().model().actors()) {
      List<Double> move = move(other, kind);
      if (move.isEmpty() || !Told.isMore(Math.abs(move.getFirst()), ahead.effect)) continue;
      ahead = new Rival(other, Math.abs(move.getFirst()));
    }
    return ahead;
  }

  /// `quiet is 0.312 as things are, and 0.300 with Russia passive`.
  Sentence withAndWithout(Kind kind) {
    Scene scene = question.scene();
    return say(
        "{} is {} as things are, and {} with {} {}",
        question.what(),
        Told.figure(scene.base().figure(question.place())),
        Told.figure(scene.without(kind, question.actor()).figure(question.place())),
        question.who(),
        word(kind));
  }

  static Slot word(Kind kind) {
    return new Slot.OfConcept(
        switch (kind) {
          case PASSIVE, ABSENT, INDIFFERENT, INACTIVE -> kind.id();
          case WITHOUT_VETO -> "without veto";
          case COPY -> "a copy of its nearest";
        },
        kind.meaning());
  }

  private Sentence noFigure(Kind kind) {
    if (question.scene().base().figure(question.place()).isEmpty()) {
      return say("{} has no figure: there is no equilibrium by SEQ", question.what());
    }
    return say(
        "There is no figure with {} {}: {}",
        question.who(),
        word(kind),
        new Slot.Plain(question.scene().without(kind, question.actor()).reason()));
  }

  Judgement bystander() {
    double most = -1;
    Kind by = Kind.PASSIVE;
    for (Kind kind : Kind.values()) {
      List<Double> move = move(question.actor(), kind);
      if (move.isEmpty() || Math.abs(move.getFirst()) <= most) continue;
      most = Math.abs(move.getFirst());
      by = kind;
    }
    if (most < 0) return Judgement.no(Role.BYSTANDER, noFigure(Kind.PASSIVE));
    boolean none = most < Terms.TOLERANCE;
    List<Sentence> because = new ArrayList<>();
    because.add(
        none
            ? say(
                "By no kind does it move {} by {} or more",
                question.what(),
                Told.figure(Terms.TOLERANCE))
            : withAndWithout(by));
    return new Judgement(
        Role.BYSTANDER, Verdict.of(none), by.id(), move(question.actor(), by), because, List.of());
  }
}
