package demarche.lens.coalitions;

import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSpace;
import demarche.states.TooLarge;

/// What is looked at, at the most; checked before memory is taken.
///
/// A bit for each pair of states says whether a coalition leads from one to the other. Some such
/// tables are kept by each thread; under CSEQ one more for each coalition of the others.
final class Limits {
  private static final int MOST_STATES = 1 << 12;
  private static final long MOST_BITS = 1L << 32;
  private static final long QUICK_BITS = 1L << 26;
  private static final int FEWEST_PARTIES = 3;
  private static final int MOST_EXPLAINED = 100_000;

  private Limits() {}

  static void everyCoalition(int parties) {
    if (parties > Coalition.MOST_PARTIES) {
      throw new TooLarge(
          "every coalition",
          "%d decision makers".formatted(parties),
          "%d".formatted(Coalition.MOST_PARTIES),
          "name the coalitions, or join actors that move as one");
    }
  }

  /// @throws TooLarge if the question would take too much memory or time
  static void check(StateSpace space, Question question) {
    if (space.size() > MOST_STATES) {
      throw new TooLarge(
          "stability against coalitions",
          "%,d states".formatted(space.size()),
          "%,d".formatted(MOST_STATES),
          "drop options or levels, or hold some with a variant (passive, agenda)");
    }
    if (!question.needsClasses()) return;
    everyCoalition(space.model().parties().size());
    long bits = bits(space.model().parties().size(), space.size());
    if (bits > MOST_BITS) {
      throw new TooLarge(
          "the coalition improvements of the others under CSEQ",
          "%,d pairs of states and coalitions".formatted(bits),
          "%,d".formatted(MOST_BITS),
          "let single parties answer, or leave CSEQ out");
    }
  }

  /// @param improvements of coalitions that are explained so far
  /// @throws TooLarge if the explanations of a state become too many
  static void explained(int improvements) {
    if (improvements > MOST_EXPLAINED) {
      throw new TooLarge(
          "the improvements of every coalition",
          "more than %,d explanations".formatted(MOST_EXPLAINED),
          "%,d".formatted(MOST_EXPLAINED),
          "name the members that coalitions may have (--actor), or fewer concepts");
    }
  }

  /// Whether every coalition is worth a look that takes a second or two: decision makers enough for
  /// an answer that the individual concepts do not give, and a small model.
  static boolean isQuick(Model model) {
    int parties = model.parties().size();
    if (parties < FEWEST_PARTIES || parties > Coalition.MOST_PARTIES) return false;
    long states = 1;
    for (Option option : model.options()) {
      if (model.held(option.index()) == Model.FREE) states *= option.levels().size();
      if (states > MOST_STATES) return false;
    }
    return bits(parties, states) <= QUICK_BITS;
  }

  private static long bits(int parties, long states) {
    return (states * states) << parties;
  }
}
