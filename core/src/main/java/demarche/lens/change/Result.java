package demarche.lens.change;

import demarche.lens.Run;
import demarche.lens.change.Search.Effort;
import demarche.lens.change.Search.Question;
import demarche.lens.change.Trial.Pictures;
import demarche.states.StateSpace;
import java.util.List;

/// A question with its answer.
///
/// @param turns the values of single numbers at which the finding turns; none where not asked
record Result(Posed posed, Realm realm, Outcome outcome, List<Turn> turns) {
  Result {
    turns = List.copyOf(turns);
  }

  /// Whether turns of single numbers are looked for too.
  enum Turns {
    SOUGHT,
    LEFT_OUT
  }

  static Result of(StateSpace space, Asked asked, Turns turns, Run run) {
    Posed posed = Posed.of(space.model(), asked);
    Realm realm = new Realm(space, Pool.of(space.model(), posed.goal(), asked.kinds()));
    Question question = new Question(posed.goal(), asked.kinds());
    Outcome outcome = Search.of(realm, question, new Effort(asked.tries(), asked.limit()), run);
    Trial trial = new Trial(realm, posed.goal(), Pictures.REAL, run);
    boolean sought = turns == Turns.SOUGHT && !asked.isSeen();
    return new Result(
        posed, realm, outcome, sought ? Turn.of(realm, posed.goal(), trial) : List.of());
  }
}
