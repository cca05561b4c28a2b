package demarche.lens.knowing;

import demarche.finding.Data;
import demarche.lens.Account;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.knowing.Explanation.Deterrence;
import demarche.lens.knowing.Explanation.Escapable;
import demarche.lens.knowing.Explanation.Move;
import demarche.lens.knowing.Explanation.NoReply;
import demarche.lens.knowing.Explanation.NotConsidered;
import demarche.lens.knowing.Explanation.NotFeared;
import demarche.lens.knowing.Explanation.NotWanted;
import demarche.lens.knowing.Explanation.Sanctioned;
import demarche.lens.knowing.Explanation.Strongly;
import demarche.lens.knowing.Explanation.Wanted;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.Map;

/// An explanation for programs.
record ExplanationData(Explained explained, Explanation explanation) {
  static Data of(Explained explained, Explanation explanation) {
    return new ExplanationData(explained, explanation).data();
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", code(explanation.state()));
    fields.put("actor", new Data.Text(explanation.party().id()));
    fields.put("concept", new Data.Text(explanation.definition().name()));
    fields.put("stable", new Data.Flag(explanation.isStable()));
    fields.put("moves", new Data.Items(explanation.moves().stream().map(this::move).toList()));
    return new Data.Fields(fields);
  }

  private Data move(Move move) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("to", code(move.to()));
    fields.putAll(seen(move.to()));
    switch (move) {
      case NotWanted _ -> fields.put("leaves", new Data.Flag(false));
      case Wanted(int to, var deterrence, var strongly) -> {
        fields.put("leaves", new Data.Flag(true));
        fields.putAll(deterrence(to, deterrence));
        if (strongly != Strongly.NOT_ASKED) {
          fields.put("strongly", new Data.Flag(strongly == Strongly.YES));
        }
      }
    }
    return new Data.Fields(fields);
  }

  /// What a state is to the party, compared with the one judged.
  private Map<String, Data> seen(int to) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "change", Course.change(new Gain(space(), explanation.party(), explanation.state(), to)));
    fields.putAll(
        new Sight(explained.knowing(), explanation.definition().reading(), explanation.party())
            .data(explanation.state(), to));
    return fields;
  }

  private Map<String, Data> deterrence(int to, Deterrence deterrence) {
    return switch (deterrence) {
      case Sanctioned(var steps, _) -> {
        Map<String, Data> fields = new LinkedHashMap<>();
        fields.put("sanction", new Course(space(), to, steps).data());
        fields.put("outcome", new Data.Fields(seen(steps.getLast().to())));
        yield fields;
      }
      case NotConsidered() -> Account.undeterred("not-considered");
      case NoReply() -> Account.undeterred("no-reply");
      case NotFeared _ -> Account.undeterred("not-feared");
      case Escapable(_, _, var steps, int escape) -> {
        Map<String, Data> fields = Account.undeterred("escape");
        fields.put("answer", new Course(space(), to, steps).data());
        fields.put("escape", code(escape));
        yield fields;
      }
    };
  }

  private StateSpace space() {
    return explained.space();
  }

  private Data code(int state) {
    return new Data.Text(space().code(state));
  }
}
