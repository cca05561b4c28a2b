package demarche.scenario;

import java.util.List;

/// One term of a value or a measure.
public sealed interface TermEntry {
  Word id();

  Evidence evidence();

  /// A weight that counts where an expression holds.
  ///
  /// @param sign `want` adds the weight, `avoid` subtracts it
  /// @param stated the weight professed in public; the weight itself where the file gives none
  record When(
      Word id, Sign sign, Expression expression, Quantity weight, Formula stated, Evidence evidence)
      implements TermEntry {}

  /// Weights by the level of an option or event; levels not named weigh 0.
  ///
  /// @param spread one factor for all weights
  /// @param stated the weights professed in public; `weights` where the file gives none
  record Of(
      Word id,
      Word option,
      List<LevelWeight> weights,
      Quantity.Spread spread,
      List<LevelWeight> stated,
      Evidence evidence)
      implements TermEntry {
    public Of {
      weights = List.copyOf(weights);
      stated = List.copyOf(stated);
    }
  }

  record LevelWeight(Word level, Formula weight) {}

  enum Sign {
    WANT,
    AVOID
  }
}
