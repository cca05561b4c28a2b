package demarche.lens.council;

import demarche.finding.Data;
import demarche.lens.council.Backtest.Clause;
import demarche.lens.council.Backtest.Guess;
import demarche.lens.council.Backtest.Score;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A draft against what was adopted, for programs.
record BacktestData(StateSpace space, Backtest backtest) {
  static final String KEY = "backtest";

  Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("sponsor", new Data.Text(backtest.sponsor().actor().id()));
    fields.put("draft", state(backtest.draft().state()));
    fields.put("adopted", state(backtest.adopted().state()));
    fields.put("predicted", state(backtest.predicted()));
    fields.put("equals", new Data.Items(backtest.equals().stream().map(this::state).toList()));
    fields.put(
        "clauses", new Data.Items(backtest.clauses().stream().map(BacktestData::clause).toList()));
    Map<String, Data> scores = new LinkedHashMap<>();
    for (Guess guess : Guess.values()) scores.put(guess.key(), score(backtest.score(guess)));
    fields.put("scores", new Data.Fields(scores));
    return new Data.Fields(fields);
  }

  private Data state(int state) {
    return new Data.Text(space.code(state));
  }

  private static Data clause(Clause clause) {
    List<String> levels = clause.option().levels();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("option", new Data.Text(clause.option().id()));
    fields.put("now", new Data.Text(levels.get(clause.now())));
    fields.put("draft", new Data.Text(levels.get(clause.draft())));
    fields.put("predicted", new Data.Text(levels.get(clause.predicted())));
    fields.put("adopted", new Data.Text(levels.get(clause.adopted())));
    fields.put("oneSofter", new Data.Text(levels.get(clause.level(Guess.ONE_SOFTER))));
    fields.put("hit", new Data.Flag(clause.isHit(Guess.PREDICTED)));
    CouncilData.bound(fields, clause.binding());
    return new Data.Fields(fields);
  }

  private static Data score(Score score) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("clauses", new Data.Whole(score.clauses()));
    fields.put("hits", new Data.Whole(score.hits()));
    fields.put("found", new Data.Whole(score.found()));
    fields.put("missed", new Data.Whole(score.missed()));
    fields.put("alarms", new Data.Whole(score.alarms()));
    fields.put("kept", new Data.Whole(score.kept()));
    return new Data.Fields(fields);
  }
}
