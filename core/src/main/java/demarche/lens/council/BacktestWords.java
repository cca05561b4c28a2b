package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.council.Backtest.Clause;
import demarche.lens.council.Backtest.Guess;
import demarche.lens.council.Backtest.Score;
import java.util.ArrayList;
import java.util.List;

/// Tells how a draft fared, and how well that was predicted.
record BacktestWords(CouncilWords words, Backtest backtest) {
  private static final int MOST_NAMED = 3;

  Finding finding() {
    return new Finding(
        words.id("backtest"),
        Prominence.HEADLINE,
        statement(),
        reasons(),
        List.of(clauses(), scores()));
  }

  private Sentence statement() {
    Score score = backtest.score(Guess.PREDICTED);
    return say(
        "Of {} of {}, the best softening for {} that passes has {} as they were adopted in {}",
        new Slot.Count(score.clauses(), "clause", "clauses"),
        new Slot.Quoted(backtest.draft().name()),
        words.members().of(backtest.sponsor().actor()),
        new Slot.Count(score.hits(), "", ""),
        new Slot.Quoted(backtest.adopted().name()));
  }

  private List<Sentence> reasons() {
    Score score = backtest.score(Guess.PREDICTED);
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(
        say(
            "Softened were {}; predicted of these: {}",
            new Slot.Count(score.found() + score.missed(), "clause", "clauses"),
            new Slot.Count(score.found(), "", "")));
    reasons.add(
        say(
            "Not softened were {}; predicted to be, all the same: {}",
            new Slot.Count(score.alarms() + score.kept(), "clause", "clauses"),
            new Slot.Count(score.alarms(), "", "")));
    for (Guess guess : List.of(Guess.AS_DRAFTED, Guess.ONE_SOFTER)) {
      reasons.add(
          say(
              "A guess that asks nothing of the file, {}, hits {}",
              new Slot.Quoted(guess.meaning()),
              new Slot.Count(backtest.score(guess).hits(), "", "")));
    }
    if (backtest.equals().size() > 1) reasons.add(equals());
    return reasons;
  }

  private Sentence equals() {
    return say(
        "{} likes as well as the prediction: {}",
        words.members().of(backtest.sponsor().actor()),
        new Slot.Several(
            backtest.equals().stream()
                .filter(s -> s != backtest.predicted())
                .limit(MOST_NAMED)
                .map(words::text)
                .toList()));
  }

  private Figure clauses() {
    return new Figure.Table(
        "%s, clause by clause".formatted(backtest.draft().name()),
        List.of("clause", "before", "draft", "predicted", "because of", "adopted", ""),
        backtest.clauses().stream().map(this::row).toList());
  }

  private List<Sentence> row(Clause clause) {
    return List.of(
        say("{}", new Slot.Plain(words.label(clause.option()))),
        level(clause, clause.now()),
        level(clause, clause.draft()),
        level(clause, clause.predicted()),
        words.drafts().binding(clause.binding()),
        level(clause, clause.adopted()),
        say(clause.isHit(Guess.PREDICTED) ? "hit" : "miss"));
  }

  private static Sentence level(Clause clause, int level) {
    return say("{}", new Slot.Plain(clause.option().levels().get(level)));
  }

  private Figure scores() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Guess guess : Guess.values()) {
      Score score = backtest.score(guess);
      rows.add(
          List.of(
              say("{}", new Slot.Plain(guess.meaning())),
              number(score.hits()),
              number(score.found()),
              number(score.missed()),
              number(score.alarms()),
              number(score.kept())));
    }
    return new Figure.Table(
        "How each guess did, of %d clauses".formatted(backtest.clauses().size()),
        List.of(
            "guess",
            "level hit",
            "softened, guessed so",
            "softened, guessed kept",
            "kept, guessed softened",
            "kept, guessed so"),
        rows);
  }

  private static Sentence number(int count) {
    return say("{}", new Slot.Count(count, "", ""));
  }
}
