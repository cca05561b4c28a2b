package demarche.lens.council;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Option;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// What a sponsor could have got of a draft, held against what was adopted.
///
/// **Definition.** A *softening* of the draft leaves each clause between its present level and that
/// of the draft; the draft is one too. *Predicted* is the softening that the sponsor likes best
/// among those that pass, and the present state where it likes none of them better; among equally
/// good ones the one nearest to the draft, then the lowest state code. A *clause* is an option of
/// the body that the draft or the adopted text changes; it is *softened* by a text that leaves it
/// nearer to its present level than the draft does. A guess *hits* a clause where it names the
/// level that was adopted.
///
/// **Cost.** One look at each text.
///
/// @param predicted where the prediction leads; the present state where nothing better passes
/// @param equals all that are as good for the sponsor as the prediction, itself included
/// @param clauses in file order
public record Backtest(
    Sponsor sponsor,
    Text draft,
    Text adopted,
    int predicted,
    List<Integer> equals,
    List<Clause> clauses) {
  public Backtest {
    equals = List.copyOf(equals);
    clauses = List.copyOf(clauses);
  }

  /// What is to be held against what.
  ///
  /// @param sponsor whose draft it is: an actor or a member, by its id
  public record Trial(String sponsor, Text draft, Text adopted) {}

  /// Of what a body controls; whatever else the two texts change is left aside.
  public static Backtest of(Council council, Sponsor sponsor, Text draft, Text adopted) {
    StateSpace space = council.space();
    int[] wanted = space.levels(draft.state());
    int[] happened = space.levels(adopted.state());
    Drafting drafting = new Drafting(council, sponsor);
    List<Integer> equals = drafting.softenings(wanted);
    int predicted = equals.getFirst();
    List<Clause> clauses = new ArrayList<>();
    for (Option option : council.body().options()) {
      int now = space.level(council.from(), option);
      int there = wanted[option.index()];
      int then = happened[option.index()];
      if (now == there && now == then) continue;
      clauses.add(
          new Clause(
              option,
              now,
              there,
              space.level(predicted, option),
              then,
              drafting.binding(option, there, predicted)));
    }
    return new Backtest(
        sponsor, draft, adopted, predicted, equals.stream().sorted().toList(), clauses);
  }

  /// One option of the text.
  ///
  /// @param now its level before
  /// @param binding what keeps the prediction from its level in the draft
  public record Clause(
      Option option, int now, int draft, int predicted, int adopted, Agenda.Binding binding) {
    /// Whether a level lies nearer to the present one than the draft's.
    boolean isSoftened(int level) {
      return Math.abs(level - now) < Math.abs(draft - now) && (level - now) * (draft - now) >= 0;
    }

    int level(Guess guess) {
      return switch (guess) {
        case PREDICTED -> predicted;
        case AS_DRAFTED -> draft;
        case ONE_SOFTER -> draft - Integer.signum(draft - now);
      };
    }

    boolean isHit(Guess guess) {
      return level(guess) == adopted;
    }
  }

  /// A way to guess what is adopted: this lens's, and two that ask nothing of the file.
  public enum Guess {
    PREDICTED("predicted", "the sponsor's best softening that passes"),
    AS_DRAFTED("asDrafted", "every clause stays as drafted"),
    ONE_SOFTER("oneSofter", "every clause one level softer");

    private final String key;
    private final String meaning;

    Guess(String key, String meaning) {
      this.key = key;
      this.meaning = meaning;
    }

    /// For programs.
    String key() {
      return key;
    }

    String meaning() {
      return meaning;
    }
  }

  /// How a guess did.
  ///
  /// @param hits clauses at the level adopted
  /// @param found clauses softened, by the guess too
  /// @param missed clauses softened, and not by the guess
  /// @param alarms clauses not softened, but by the guess
  /// @param kept clauses not softened, nor by the guess
  public record Score(int hits, int found, int missed, int alarms, int kept) {
    public int clauses() {
      return found + missed + alarms + kept;
    }
  }

  public Score score(Guess guess) {
    return new Score(
        (int) clauses.stream().filter(c -> c.isHit(guess)).count(),
        count(guess, Softened.YES, Softened.YES),
        count(guess, Softened.YES, Softened.NO),
        count(guess, Softened.NO, Softened.YES),
        count(guess, Softened.NO, Softened.NO));
  }

  private enum Softened {
    YES,
    NO;

    static Softened of(Clause clause, int level) {
      return clause.isSoftened(level) ? YES : NO;
    }
  }

  private int count(Guess guess, Softened adopted, Softened guessed) {
    return (int)
        clauses.stream()
            .filter(c -> Softened.of(c, c.adopted) == adopted)
            .filter(c -> Softened.of(c, c.level(guess)) == guessed)
            .count();
  }
}
