package demarche.lens.foresight;

import demarche.finding.Data;
import demarche.lens.Course;
import demarche.lens.foresight.Explanation.Outlook;
import demarche.lens.foresight.Explanation.Prospect;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
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
    fields.put("concept", new Data.Text(explanation.held().notion().name()));
    for (Party leader : explanation.held().leaders()) {
      fields.put("leader", new Data.Text(leader.id()));
    }
    fields.put("stable", new Data.Flag(explanation.isStable()));
    fields.put("horizon", new Data.Whole(explanation.horizon()));
    fields.put(
        "expected", new Data.Items(explanation.outlooks().stream().map(this::outlook).toList()));
    fields.put(
        "moves", new Data.Items(explanation.prospects().stream().map(this::prospect).toList()));
    return new Data.Fields(fields);
  }

  private Data outlook(Outlook outlook) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("horizon", new Data.Whole(outlook.horizon()));
    fields.put("end", code(outlook.end()));
    return new Data.Fields(fields);
  }

  private Data prospect(Prospect prospect) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("to", code(prospect.to()));
    fields.put("course", new Course(space, explanation.state(), prospect.course()).data());
    fields.put("end", code(prospect.end()));
    fields.put("better", new Data.Flag(prospect.better()));
    return new Data.Fields(fields);
  }

  private Data code(int state) {
    return new Data.Text(space.code(state));
  }
}
