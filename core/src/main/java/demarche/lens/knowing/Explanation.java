package demarche.lens.knowing;

import demarche.model.Party;
import demarche.states.Reach.Step;
import java.util.List;

/// Why a state is stable for a party under a definition, or is not.
///
/// **Definition.** A state is stable iff something that the party fears meets each state for which
/// it leaves ([Stance]). Under a weak definition it is stable iff so in general and not strongly.
///
/// @param moves all that the party has from the state, in ascending order
record Explanation(Party party, int state, Definition definition, List<Move> moves) {
  Explanation {
    moves = List.copyOf(moves);
  }

  /// A move, and whether the party would make it if nothing deterred it.
  sealed interface Move {
    int to();
  }

  /// The party does not leave for this state.
  record NotWanted(int to) implements Move {}

  /// @param strongly of a weak definition alone: whether a loss of the highest degree deters it,
  ///   too
  record Wanted(int to, Deterrence deterrence, Strongly strongly) implements Move {
    boolean isDeterred() {
      return deterrence instanceof Sanctioned;
    }
  }

  /// Whether what deters from a move is of the highest degree.
  enum Strongly {
    YES,
    NO,
    /// The definition does not ask.
    NOT_ASKED
  }

  /// What the others do about a move.
  sealed interface Deterrence {}

  /// A shortest answer that the party fears.
  ///
  /// @param steps a legal sequence of the others, never empty; it may lead back to where it began
  /// @param counters where a sanction must leave no escape: all states to which the party could
  ///   move from the end, each of which it fears; else empty
  record Sanctioned(List<Step> steps, List<Integer> counters) implements Deterrence {
    Sanctioned {
      steps = List.copyOf(steps);
      counters = List.copyOf(counters);
    }

    int end() {
      return steps.getLast().to();
    }
  }

  /// The definition asks for no answer: R.
  record NotConsidered() implements Deterrence {}

  /// No other moves on from there.
  record NoReply() implements Deterrence {}

  /// The party fears none of the states that the others lead on to.
  ///
  /// @param nearest a shortest answer, in vain
  record NotFeared(int replies, List<Step> nearest) implements Deterrence {
    NotFeared {
      nearest = List.copyOf(nearest);
    }
  }

  /// From every state that the party fears it could go on to one that it does not fear.
  ///
  /// @param feared how many of the replies it fears
  /// @param steps to the nearest of these
  /// @param escape where it could go on to from there
  record Escapable(int replies, int feared, List<Step> steps, int escape) implements Deterrence {
    Escapable {
      steps = List.copyOf(steps);
    }
  }

  /// The moves for which the party leaves if nothing deters it.
  List<Wanted> wanted() {
    return moves.stream().filter(Wanted.class::isInstance).map(Wanted.class::cast).toList();
  }

  boolean isStable() {
    boolean deterred = wanted().stream().allMatch(Wanted::isDeterred);
    return definition.reading() instanceof Reading.Weak
        ? deterred && wanted().stream().anyMatch(w -> w.strongly == Strongly.NO)
        : deterred;
  }
}
