package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Escapable;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.NoJointLoss;
import demarche.lens.stability.Explanation.NoReply;
import demarche.lens.stability.Explanation.NotConsidered;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.lens.stability.Explanation.StillBetter;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.List;
import java.util.stream.Collectors;

/// Says what the others do about an improvement, or why nothing that they do undoes it.
///
/// @param concepts all those under which it is so
record DeterrenceWords(
    Explained explained, Wording wording, Party party, int improvement, List<Concept> concepts) {

  Sentence sentence(Deterrence deterrence) {
    Sentence under = say("Under {} ", Concept.slots(concepts));
    Sentence nothing = under.then("nothing deters it: ");
    return switch (deterrence) {
      case NotConsidered() -> under.then("the gain counts, whatever the others answer");
      case NoReply(Arcs.Kind kind) -> nothing.then(noReply(kind));
      case StillBetter better -> nothing.then(stillBetter(better));
      case Escapable escapable -> nothing.then(escapable(escapable));
      case NoJointLoss loss -> nothing.then(noJointLoss(loss));
      case Joint joint -> under.then(joint(joint));
      case Sanctioned sanctioned -> under.then(sanctioned(sanctioned.steps()));
    };
  }

  /// What follows after an answer under the concepts that let the party move once more.
  Sentence noEscape(List<Integer> counters) {
    if (counters.isEmpty()) return say("From there {} cannot move", whom());
    Slot open = new Slot.Count(counters.size(), "move", "moves");
    if (!(party instanceof Actor actor)) {
      return say("From there {} has {}, to nothing preferred to {}", whom(), open, here());
    }
    int best =
        counters.stream()
            .reduce((u, v) -> space().rank(actor, v) > space().rank(actor, u) ? v : u)
            .orElseThrow();
    return say(
            "From there {} could at best reach {}; compared with {}: ", whom(), state(best), here())
        .then(change(best));
  }

  /// The moves of the sentence, one by one.
  List<Figure> steps(Deterrence deterrence) {
    return switch (deterrence) {
      case Sanctioned(var steps, _) -> listed("The answer", steps);
      case Escapable escapable -> listed("The answer", escapable.steps());
      case StillBetter better -> listed("The way to the worst", better.worst());
      case Joint(var choices, _) -> atOnce(choices);
      case NotConsidered _, NoReply _, NoJointLoss _ -> List.of();
    };
  }

  private Sentence noReply(Arcs.Kind kind) {
    return switch (kind) {
      case MOVES -> say("nobody else can move from there");
      case IMPROVEMENTS -> say("nobody else gains by a move from there");
    };
  }

  private Sentence stillBetter(StillBetter better) {
    Sentence all =
        say(
            "the others' {} lead on to {}",
            new Slot.Plain(better.kind() == Arcs.Kind.MOVES ? "moves" : "improvements"),
            new Slot.Count(
                better.replies(),
                "state, which does not undo the gain",
                "states, none of which undoes the gain"));
    if (better.worst().isEmpty()) return all;
    int worst = better.worst().getLast().to();
    return all.then("; the worst for {} is {}: ", whom(), state(worst)).then(change(worst));
  }

  private Sentence escapable(Escapable escapable) {
    int end = escapable.steps().getLast().to();
    return say(
            "the others lead on to {}, of which {} the gain, but {} could move on from each to"
                + " a better one. From {} the way out is {}: ",
            new Slot.Count(escapable.replies(), "state", "states"),
            new Slot.Count(escapable.harmful(), "undoes", "undo"),
            whom(),
            state(end),
            state(escapable.escape()))
        .then(change(escapable.escape()));
  }

  private static Sentence noJointLoss(NoJointLoss loss) {
    if (loss.combinations() == 0) return say("nobody else has a gain to make at the same moment");
    Sentence none =
        say(
            "the others could make gains of their own at the same moment in {}, and none undoes it",
            new Slot.Count(loss.combinations(), "way", "ways"));
    return loss.infeasible() == 0
        ? none
        : none.then(" ({} of them not feasible)", new Slot.Count(loss.infeasible(), "", ""));
  }

  private Sentence joint(Joint joint) {
    Step first = joint.choices().getFirst();
    Sentence who =
        joint.choices().size() == 1
            ? say("{} could undo it at the same moment by ", wording.party(first.by()))
                .then(move(explained.state(), first))
            : say(
                "{} could undo it by gains of their own at the same moment",
                new Slot.Several(
                    joint.choices().stream()
                        .<Slot>map(choice -> wording.party(choice.by()))
                        .toList()));
    return who.then("; together that gives {}; ", state(joint.result()))
        .then(outcome(joint.result()));
  }

  private Sentence sanctioned(List<Step> steps) {
    Step last = steps.getLast();
    Slot modal =
        new Slot.Plain(new Course(space(), improvement, steps).isWilling() ? "would" : "could");
    Sentence answer =
        steps.size() == 1
            ? say("{} {} answer by ", wording.party(last.by()), modal).then(move(improvement, last))
            : say(
                "the others {} answer in {} and lead on to {}",
                modal,
                new Slot.Count(steps.size(), "move", "moves"),
                state(last.to()));
    return answer.then("; ").then(outcome(last.to()));
  }

  /// What a state means to the party that had moved away from the one judged.
  private Sentence outcome(int end) {
    return say("for {}, compared with {}: ", whom(), here()).then(change(end));
  }

  private Sentence change(int end) {
    return new Gain(space(), party, explained.state(), end).inShort();
  }

  private List<Figure> listed(String title, List<Step> steps) {
    if (steps.size() < 2) return List.of();
    return List.of(
        new Figure.Steps(titled(title), new Course(space(), improvement, steps).sentences()));
  }

  private List<Figure> atOnce(List<Step> choices) {
    if (choices.size() < 2) return List.of();
    List<Sentence> told =
        choices.stream()
            .map(choice ->
                say("{}: ", wording.party(choice.by())).then(move(explained.state(), choice)))
            .toList();
    return List.of(new Figure.Steps(titled("Each alone"), told));
  }

  private String titled(String title) {
    return concepts.stream()
        .map(Concept::name)
        .collect(Collectors.joining(", ", title + " (", ")"));
  }

  private Sentence move(int at, Step step) {
    return Course.move(space(), at, step);
  }

  private StateSpace space() {
    return explained.space();
  }

  private Slot whom() {
    return wording.party(party);
  }

  private Slot here() {
    return state(explained.state());
  }

  private Slot state(int state) {
    return wording.state(space(), state);
  }
}
