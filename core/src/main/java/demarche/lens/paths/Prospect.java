package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.stability.Concept;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What all parts of the answer look at, and the words that they share.
///
/// @param equilibria those of each concept asked for
record Prospect(Paths paths, Map<Concept, StateSet> equilibria) {
  StateSpace space() {
    return paths.space();
  }

  Wording wording() {
    return Wording.of(space());
  }

  Slot state(int state) {
    return wording().state(space(), state);
  }

  Slot start() {
    return state(paths.start());
  }

  /// Parties as a sentence joins them.
  Slot parties(List<Party> parties) {
    return new Slot.Several(parties.stream().<Slot>map(wording()::party).toList());
  }

  static Slot moves(int count) {
    return new Slot.Count(count, "move", "moves");
  }

  static Slot states(int count) {
    return new Slot.Count(count, "state", "states");
  }

  static Slot number(long number) {
    return new Slot.Count(number, "", "");
  }

  /// Moves in words, one sentence each: who changes what, and what it costs where it is no gain.
  List<Sentence> told(int from, List<Step> steps) {
    List<Sentence> told = new ArrayList<>();
    int at = from;
    for (Step step : steps) {
      Sentence move =
          say("{}: {}", wording().party(step.by()), wording().changes(space(), at, step.to()));
      boolean gains = space().prefers(step.by(), at, step.to());
      told.add(gains ? move : move.then(" ({})", new Slot.Clause(gain(step.by(), at, step.to()))));
      at = step.to();
    }
    return told;
  }

  /// What a change is to a party, in a few words.
  Sentence gain(Party party, int from, int to) {
    return new Gain(space(), party, from, to).inShort();
  }

  /// How a state is reached from the start, in a few words.
  Sentence road(int state) {
    if (state == paths.start()) return say("where the paths begin");
    boolean improving = paths.reaches(state, Arcs.Kind.IMPROVEMENTS);
    if (!paths.reaches(state, Arcs.Kind.MOVES)) return say("out of reach");
    int moves = paths.distance(state, Arcs.Kind.MOVES);
    if (!improving) return say("not by improvements; {}", moves(moves));
    int improvements = paths.distance(state, Arcs.Kind.IMPROVEMENTS);
    return improvements == moves
        ? say("{} by improvements", moves(improvements))
        : say("{} by improvements, {} by moves", moves(improvements), number(moves));
  }

  /// The name of who controls an option.
  Slot holder(Option option) {
    return space().model().parties().stream()
        .filter(p -> p.id().equals(option.holder()))
        .<Slot>map(wording()::party)
        .findFirst()
        .orElse(new Slot.Plain(""));
  }
}
