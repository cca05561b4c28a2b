package demarche.lens.coalitions;

import demarche.finding.Data;
import demarche.lens.Account;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.coalitions.Explanation.Answer;
import demarche.lens.coalitions.Explanation.Deterrence;
import demarche.lens.coalitions.Explanation.Escapable;
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.lens.coalitions.Explanation.NoReply;
import demarche.lens.coalitions.Explanation.NotConsidered;
import demarche.lens.coalitions.Explanation.Sanctioned;
import demarche.lens.coalitions.Explanation.StillBetter;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An explanation for programs.
record ExplanationData(StateSpace space, Explanation explanation) {
  static Data of(StateSpace space, Explanation explanation) {
    return new ExplanationData(space, explanation).data();
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", code(explanation.state()));
    fields.put("coalition", ids(explanation.coalition().members()));
    fields.put("concept", new Data.Text(explanation.concept().name()));
    fields.put("stable", new Data.Flag(explanation.isStable()));
    fields.put(
        "improvements",
        new Data.Items(explanation.improvements().stream().map(this::improvement).toList()));
    return new Data.Fields(fields);
  }

  private Data improvement(Improvement improvement) {
    Map<String, Data> changes = new LinkedHashMap<>();
    for (Party member : explanation.coalition().members()) {
      changes.put(
          member.id(),
          Course.change(new Gain(space, member, explanation.state(), improvement.to())));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("to", code(improvement.to()));
    fields.put("moves", new Course(space, explanation.state(), improvement.steps()).data());
    fields.put("changes", new Data.Fields(changes));
    fields.putAll(deterrence(improvement.to(), improvement.deterrence()));
    return new Data.Fields(fields);
  }

  private Map<String, Data> deterrence(int improvement, Deterrence deterrence) {
    return switch (deterrence) {
      case Sanctioned(var answer, var losers) -> {
        Map<String, Data> fields = new LinkedHashMap<>();
        fields.put("sanction", answer(improvement, answer));
        fields.put("losers", ids(losers));
        yield fields;
      }
      case NotConsidered() -> Account.undeterred("not-considered");
      case NoReply() -> Account.undeterred("no-reply");
      case StillBetter _ -> Account.undeterred("still-better");
      case Escapable(_, _, var answer, var escape) -> {
        Map<String, Data> fields = Account.undeterred("escape");
        fields.put("answer", answer(improvement, answer));
        fields.put("escape", new Course(space, answer.getLast().to(), escape).data());
        yield fields;
      }
    };
  }

  private Data answer(int improvement, List<Answer> answer) {
    List<Data> items = new ArrayList<>();
    int at = improvement;
    for (Answer step : answer) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("by", ids(step.by().members()));
      fields.put("to", code(step.to()));
      fields.put("moves", new Course(space, at, step.moves()).data());
      items.add(new Data.Fields(fields));
      at = step.to();
    }
    return new Data.Items(items);
  }

  private static Data ids(List<Party> parties) {
    return new Data.Items(parties.stream().<Data>map(p -> new Data.Text(p.id())).toList());
  }

  private Data code(int state) {
    return new Data.Text(space.code(state));
  }
}
