package demarche.lens.settlement.guarantees;

import demarche.model.Actor;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// An actor whose threat would keep another from breaking an agreement.
///
/// @param answers one to each way out that it answers
/// @param price what the dearest of its answers would cost it, in its own value units, so what its
///   promise to answer must be worth to it; empty where it has a mere order
public record Guarantor(Actor actor, List<Answer> answers, List<BigFraction> price) {
  public Guarantor {
    answers = List.copyOf(answers);
    price = List.copyOf(price);
  }

  /// What it would do.
  ///
  /// @param breach the state that the other has gone to
  /// @param to where the guarantor goes from there
  /// @param hold whether the other could go on from there to something that it likes better than
  ///   what was agreed
  public record Answer(int breach, int to, Hold hold) {}

  /// Whether an answer lasts.
  public enum Hold {
    LASTING,
    ESCAPABLE
  }

  /// Whether the other can escape none of its answers.
  public boolean isLasting() {
    return answers.stream().allMatch(answer -> answer.hold() == Hold.LASTING);
  }
}
