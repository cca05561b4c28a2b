package demarche.lens.stability;

import demarche.finding.Data;
import demarche.lens.Account;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Escapable;
import demarche.lens.stability.Explanation.Improvement;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.NoJointLoss;
import demarche.lens.stability.Explanation.NoReply;
import demarche.lens.stability.Explanation.NotConsidered;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.lens.stability.Explanation.StillBetter;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
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
    fields.put("actor", new Data.Text(explanation.party().id()));
    fields.put("concept", new Data.Text(explanation.concept().name()));
    fields.put("stable", new Data.Flag(explanation.isStable()));
    fields.put(
        "improvements",
        new Data.Items(explanation.improvements().stream().map(this::improvement).toList()));
    return new Data.Fields(fields);
  }

  private Data improvement(Improvement improvement) {
    Gain gain = new Gain(space, explanation.party(), explanation.state(), improvement.to());
    Map<String, Data> terms = new LinkedHashMap<>();
    gain.shares().forEach(s -> terms.put(s.term().id(), new Data.Exact(s.amount())));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("to", code(improvement.to()));
    fields.put("change", Course.change(gain));
    fields.put("terms", new Data.Fields(terms));
    fields.putAll(deterrence(improvement.to(), improvement.deterrence()));
    return new Data.Fields(fields);
  }

  private Map<String, Data> deterrence(int improvement, Deterrence deterrence) {
    return switch (deterrence) {
      case Sanctioned(var steps, _) ->
          Map.of("sanction", new Course(space, improvement, steps).data());
      case Joint(var choices, int result) -> {
        Map<String, Data> fields = new LinkedHashMap<>();
        fields.put("sanction", choices(choices));
        fields.put("together", code(result));
        yield fields;
      }
      case NotConsidered() -> Account.undeterred("not-considered");
      case NoReply _ -> Account.undeterred("no-reply");
      case StillBetter _ -> Account.undeterred("still-better");
      case Escapable _ -> Account.undeterred("escape");
      case NoJointLoss _ -> Account.undeterred("no-joint-loss");
    };
  }

  /// Each from the state judged.
  private Data choices(List<Step> choices) {
    return new Data.Items(
        choices.stream().map(c -> Course.step(space, explanation.state(), c)).toList());
  }

  private Data code(int state) {
    return new Data.Text(space.code(state));
  }
}
