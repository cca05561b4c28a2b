package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.scenario.Scenario.TieEntry;
import java.util.ArrayList;
import java.util.List;

/// Who can speak to all disputants, and whether that makes a target likelier.
///
/// **Definition.** See [GoodOffices].
record Mediating(Question question) {
  private static final String COUNTERFACTUAL = "good-offices";

  Judgement judgement() {
    GoodOffices offices = GoodOffices.of(question);
    List<String> disputants = offices.disputants();
    if (disputants.size() < 2) return Judgement.no(Role.MEDIATOR, undisputed(disputants));
    List<String> deaf = disputants.stream().filter(d -> offices.tie(d).isEmpty()).toList();
    if (!deaf.isEmpty()) {
      return Judgement.no(Role.MEDIATOR, say("It has no access to {}", names(deaf)));
    }
    Imagining both = offices.with(GoodOffices.Part.BOTH);
    List<Double> gain = gain(both);
    boolean effective =
        !gain.isEmpty() && Told.isMore(gain.getFirst(), question.terms().threshold());
    List<Sentence> because = new ArrayList<>(List.of(weights(offices)));
    because.addAll(gain.isEmpty() ? List.of(noFigure(both)) : moved(offices, both, gain));
    if (!gain.isEmpty() && !effective) because.add(tooLittle());
    return new Judgement(
        Role.MEDIATOR,
        effective ? Verdict.YES : Verdict.ATTEMPTED,
        COUNTERFACTUAL,
        gain,
        because,
        offices.ties().stream().map(TieEntry::evidence).toList());
  }

  private Sentence undisputed(List<String> disputants) {
    return disputants.isEmpty()
        ? say("Nobody disputes {}: neither the file nor a proposal names two", question.what())
        : say("Without it only one party disputes {}", question.what());
  }

  private static Sentence noFigure(Imagining both) {
    return say("There is no figure with its good offices: {}", new Slot.Plain(both.reason()));
  }

  private Sentence tooLittle() {
    return say(
        "That is not likelier by more than the threshold of {}",
        Told.figure(question.terms().threshold()));
  }

  private List<Sentence> moved(GoodOffices offices, Imagining both, List<Double> gain) {
    List<Sentence> moved = new ArrayList<>();
    moved.add(
        say(
            "With its good offices {} is {}, without them {}",
            question.what(),
            Told.figure(both.figure(question.place())),
            Told.figure(question.scene().base().figure(question.place()))));
    moved.add(parts(offices));
    moved.addAll(others(gain.getFirst()));
    return moved;
  }

  /// The other who would help most, of those who can speak to all; as things are alone.
  private List<Sentence> others(double own) {
    if (!question.scene().observer().isEmpty()) return List.of();
    List<Sentence> best = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (Actor actor : question.scene().model().actors()) {
      if (actor.index() == question.actor().index()) continue;
      GoodOffices offices =
          GoodOffices.of(new Question(question.scene(), actor, question.place(), question.terms()));
      boolean heard = offices.disputants().stream().allMatch(d -> offices.tie(d).isPresent());
      if (offices.disputants().size() < 2 || !heard) continue;
      List<Double> gain = gain(offices.with(GoodOffices.Part.BOTH));
      if (gain.isEmpty() || gain.getFirst() <= most) continue;
      most = gain.getFirst();
      best =
          List.of(
              say(
                  "The good offices of {} would move it by {}{}",
                  question.who(actor),
                  Told.move(most),
                  new Slot.Plain(Told.isMore(most, own) ? ": more" : "")));
    }
    return best;
  }

  private List<Double> gain(Imagining with) {
    return Scene.difference(
        with.figure(question.place()), question.scene().base().figure(question.place()));
  }

  /// How far the figure moves with either part alone.
  private Sentence parts(GoodOffices offices) {
    List<Double> facilitation = gain(offices.with(GoodOffices.Part.FACILITATION));
    List<Double> manipulation = gain(offices.with(GoodOffices.Part.MANIPULATION));
    return say(
        "Of that {} alone moves it by {}, {} alone by {}",
        new Slot.OfConcept(
            "facilitation", "what each disputant wrongly believes about the others is dropped"),
        told(facilitation),
        new Slot.OfConcept(
            "manipulation",
            "each disputant gains a wish for the target, of weight leverage times trust, on u"),
        told(manipulation));
  }

  private static Slot told(List<Double> move) {
    return move.isEmpty() ? new Slot.Plain("no figure") : Told.move(move.getFirst());
  }

  private Sentence weights(GoodOffices offices) {
    List<Slot> weights = new ArrayList<>();
    for (String d : offices.disputants()) {
      Slot leverage =
          offices
              .means(d)
              .<Slot>map(m -> new Slot.Clause(m.told()))
              .orElse(new Slot.Plain("nothing known"));
      weights.add(
          new Slot.Clause(
              say(
                  "{} ({}, times a trust of {}, makes {} on u)",
                  names(List.of(d)),
                  leverage,
                  Wording.amount(offices.trust(d)),
                  Told.figure(offices.weight(d).doubleValue()))));
    }
    return say("It can speak to {}", new Slot.Several(weights));
  }

  private Slot names(List<String> ids) {
    return new Slot.Several(
        question.scene().model().actors().stream()
            .filter(a -> ids.contains(a.id()))
            .<Slot>map(question::who)
            .toList());
  }
}
