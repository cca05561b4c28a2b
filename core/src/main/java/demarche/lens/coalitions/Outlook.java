package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// What all parts of the answer look at, and the words that they share.
///
/// @param equilibria under the individual concept
/// @param jumps between these
record Outlook(CoalitionStability stability, Asked asked, StateSet equilibria, List<Jump> jumps) {
  Outlook {
    jumps = List.copyOf(jumps);
  }

  /// Which coalitions were asked about.
  enum Asked {
    EVERY("every coalition"),
    NAMED("each coalition asked about");

    private final String words;

    Asked(String words) {
      this.words = words;
    }
  }

  StateSpace space() {
    return stability.space();
  }

  Wording wording() {
    return Wording.of(space());
  }

  Slot.OfState state(int state) {
    return wording().state(space(), state);
  }

  /// `every coalition`, or the like.
  Slot each() {
    return new Slot.Plain(asked.words);
  }

  /// The concepts that were searched, as in `under CNASH` or `under every concept asked for`.
  Slot every() {
    List<CoalitionConcept> concepts = stability.strictestFirst();
    return concepts.size() == 1
        ? concepts.getFirst().slot()
        : new Slot.Plain("every concept asked for");
  }

  /// The same after `no`.
  Slot any() {
    List<CoalitionConcept> concepts = stability.strictestFirst();
    return concepts.size() == 1
        ? concepts.getFirst().slot()
        : new Slot.Plain("any concept asked for");
  }

  Slot.OfConcept individual() {
    return CoalitionsLens.INDIVIDUAL.slot();
  }

  /// Members as a sentence joins them.
  Slot.Several members(Coalition coalition) {
    return new Slot.Several(coalition.members().stream().<Slot>map(wording()::party).toList());
  }

  /// The states that hold against every coalition under each concept searched.
  StateSet underAll() {
    StateSet all = StateSet.all(space().size());
    for (CoalitionConcept concept : stability.concepts())
      all = all.and(stability.universal(concept));
    return all;
  }

  /// Jumps that take two or more: what one party could do alone the individual concept has judged.
  List<Jump> together() {
    return jumps.stream().filter(j -> j.coalition().members().size() > 1).toList();
  }

  /// What each member gains, in a few words.
  Sentence gains(Jump jump) {
    Sentence gains = say("");
    List<Party> members = jump.coalition().members();
    for (int m = 0; m < members.size(); m++) {
      if (m > 0) gains = gains.then("; ");
      Sentence gain = new Gain(space(), members.get(m), jump.from(), jump.to()).inShort();
      gains = gains.then("{} {}", wording().party(members.get(m)), new Slot.Clause(gain));
    }
    return gains;
  }

  /// The moves of a jump: who changes what, and what it costs where it is no gain.
  List<Sentence> steps(Jump jump) {
    List<Sentence> told = new ArrayList<>();
    int at = jump.from();
    for (Step step : jump.steps(stability.ground().arcs())) {
      Gain gain = new Gain(space(), step.by(), at, step.to());
      Sentence move =
          say("{}: {}", wording().party(step.by()), wording().changes(space(), at, step.to()));
      told.add(gain.isGain() ? move : move.then(" ({})", new Slot.Clause(gain.inShort())));
      at = step.to();
    }
    return told;
  }
}
