package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.council.Backtest.Guess;
import demarche.lens.council.Backtest.Score;
import demarche.lens.council.Council.Sponsor;
import demarche.model.Actor;
import demarche.model.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Backtests read word by word: every softening of a draft is written down, those that pass are
/// kept, and the sponsor takes the one that it likes best.
final class BacktestByDefinition {
  private final LiteralCouncil literal;
  private final Council council;
  private final List<Option> options;
  private final int from;

  private BacktestByDefinition(Council council, LiteralCouncil literal) {
    this.council = council;
    this.literal = literal;
    this.options = council.body().options();
    this.from = council.from();
  }

  /// A draft and an adopted text drawn from all states: they may be no legal texts of the body, and
  /// change what others decide.
  static void compare(
      Council council, LiteralCouncil literal, Sponsor sponsor, long seed, String what) {
    Random random = new Random(seed);
    int states = literal.literal().states().size();
    int draft = random.nextInt(states);
    int adopted = random.nextInt(states);
    BacktestByDefinition slow = new BacktestByDefinition(council, literal);
    Backtest found = Backtest.of(council, sponsor, text(draft), text(adopted));
    List<Integer> best = slow.best(sponsor.actor(), draft);
    assertThat(found.equals()).as(what).containsExactlyInAnyOrderElementsOf(best);
    int predicted = slow.nearest(best, draft);
    assertThat(found.predicted()).as(what).isEqualTo(predicted);
    int[] likeDraft = slow.own(draft);
    assertThat(found.score(Guess.PREDICTED))
        .as(what)
        .isEqualTo(slow.score(slow.own(predicted), draft, adopted));
    assertThat(found.score(Guess.AS_DRAFTED))
        .as(what)
        .isEqualTo(slow.score(likeDraft, draft, adopted));
    assertThat(found.score(Guess.ONE_SOFTER))
        .as(what)
        .isEqualTo(slow.score(slow.oneSofter(likeDraft), draft, adopted));
  }

  private static Text text(int state) {
    return new Text("t" + state, "t" + state, state);
  }

  /// The levels of the body's own options.
  private int[] own(int state) {
    return options.stream().mapToInt(o -> literal.levels(state)[o.index()]).toArray();
  }

  private List<Integer> best(Actor actor, int draft) {
    List<int[]> settings = new ArrayList<>(List.of(new int[0]));
    for (int k = 0; k < options.size(); k++) {
      List<int[]> longer = new ArrayList<>();
      int now = own(from)[k];
      int there = own(draft)[k];
      for (int[] setting : settings) {
        for (int level = Math.min(now, there); level <= Math.max(now, there); level++) {
          int[] next = Arrays.copyOf(setting, k + 1);
          next[k] = level;
          longer.add(next);
        }
      }
      settings = longer;
    }
    List<Integer> open = new ArrayList<>(List.of(from));
    for (int text : literal.texts(council.body(), from)) {
      boolean softening = settings.stream().anyMatch(s -> Arrays.equals(s, own(text)));
      if (softening && literal.passes(council.body(), from, text, literal.base())) open.add(text);
    }
    return open.stream()
        .filter(s -> open.stream().noneMatch(t -> literal.literal().prefers(actor, s, t)))
        .toList();
  }

  private int nearest(List<Integer> states, int draft) {
    int best = -1;
    for (int state : states.stream().sorted().toList()) {
      if (best < 0 || steps(state, draft) < steps(best, draft)) best = state;
    }
    return best;
  }

  private int steps(int state, int draft) {
    int steps = 0;
    for (int k = 0; k < options.size(); k++) steps += Math.abs(own(state)[k] - own(draft)[k]);
    return steps;
  }

  private int[] oneSofter(int[] draft) {
    int[] softer = draft.clone();
    for (int k = 0; k < softer.length; k++) {
      if (own(from)[k] < softer[k]) softer[k]--;
      else if (own(from)[k] > softer[k]) softer[k]++;
    }
    return softer;
  }

  private Score score(int[] guess, int draft, int adopted) {
    int[] counts = new int[5];
    for (int k = 0; k < guess.length; k++) {
      int now = own(from)[k];
      int there = own(draft)[k];
      int then = own(adopted)[k];
      if (there == now && then == now) continue;
      if (guess[k] == then) counts[0]++;
      boolean softened = isSoftened(now, there, then);
      boolean guessed = isSoftened(now, there, guess[k]);
      counts[softened ? guessed ? 1 : 2 : guessed ? 3 : 4]++;
    }
    return new Score(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  /// From the present level on, and short of the draft's.
  private static boolean isSoftened(int now, int there, int level) {
    return there > now ? now <= level && level < there : there < level && level <= now;
  }
}
