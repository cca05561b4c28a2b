package demarche.lens.coalitions;

import demarche.model.Party;
import demarche.states.Reach.Step;
import java.util.List;

/// Why a state is stable for a coalition under a concept, or is not.
///
/// **Definition.** A state is stable iff something deters the coalition from each of its
/// improvements; what counts as that, the concept says ([Judge]).
///
/// @param improvements all that the coalition has from the state, in ascending order
record Explanation(
    Coalition coalition, int state, CoalitionConcept concept, List<Improvement> improvements) {
  Explanation {
    improvements = List.copyOf(improvements);
  }

  boolean isStable() {
    return improvements.stream().allMatch(Improvement::isDeterred);
  }

  /// A state that all members prefer.
  ///
  /// @param steps a shortest legal sequence of the members' moves that leads there
  record Improvement(int to, List<Step> steps, Deterrence deterrence) {
    Improvement {
      steps = List.copyOf(steps);
    }

    boolean isDeterred() {
      return deterrence instanceof Sanctioned;
    }
  }

  /// What the others do about an improvement.
  sealed interface Deterrence {}

  /// A shortest answer that undoes it for some member.
  ///
  /// @param answer never empty, as all members prefer the improvement itself
  /// @param losers the members who do not prefer its end to the state judged
  record Sanctioned(List<Answer> answer, List<Party> losers) implements Deterrence {
    Sanctioned {
      answer = List.copyOf(answer);
      losers = List.copyOf(losers);
    }

    int end() {
      return answer.getLast().to();
    }
  }

  /// One step of an answer: a move of one party, or an improvement of a coalition.
  ///
  /// @param moves by which `by` gets there, a shortest legal sequence
  record Answer(Coalition by, int to, List<Step> moves) {
    Answer {
      moves = List.copyOf(moves);
    }
  }

  /// The concept asks for no answer: CNASH.
  record NotConsidered() implements Deterrence {}

  /// The others do not move from the improvement.
  record NoReply() implements Deterrence {}

  /// All members prefer all that the others lead on to.
  ///
  /// @param replies how many states that are
  record StillBetter(int replies) implements Deterrence {}

  /// CSMR: from every state that would undo it the coalition could go on to one that all members
  /// prefer.
  ///
  /// @param harmful how many of the replies would undo it
  /// @param answer to the nearest of these
  /// @param escape where the coalition could go on to from there, by a shortest sequence
  record Escapable(int replies, int harmful, List<Answer> answer, List<Step> escape)
      implements Deterrence {
    Escapable {
      answer = List.copyOf(answer);
      escape = List.copyOf(escape);
    }
  }
}
