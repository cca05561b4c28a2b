package demarche.lens.settlement.deadlock;

import demarche.finding.Data;
import demarche.lens.Stable;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Deadlock for programs.
final class DeadlockData {
  private DeadlockData() {}

  static Data of(StateSpace space, Deadlock deadlock, List<Aim> aims) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("better", counted(space, deadlock.better()));
    fields.put("reached", counted(space, deadlock.reached()));
    Map<String, Data> towards = new LinkedHashMap<>();
    for (Aim aim : aims) {
      String key = aim.id().isEmpty() ? "joint" : aim.id();
      towards.put(key, towards(space, aim.towards()));
    }
    fields.put("towards", new Data.Fields(towards));
    return new Data.Fields(fields);
  }

  private static Data counted(StateSpace space, StateSet set) {
    Map<String, Data> counted = new LinkedHashMap<>();
    counted.put("count", new Data.Whole(set.count()));
    counted.put("states", Stable.states(space, set));
    return new Data.Fields(counted);
  }

  private static Data towards(StateSpace space, Towards towards) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", new Data.Text(space.code(towards.state())));
    fields.put("led", new Data.Flag(towards.led()));
    fields.put(
        "waits",
        new Data.Items(
            towards.waiting().waits().stream()
                .map(wait -> {
                  Map<String, Data> one = new LinkedHashMap<>();
                  one.put("actor", new Data.Text(wait.who().id()));
                  one.put("for", new Data.Text(wait.forWhom().id()));
                  one.put("after", new Data.Text(space.code(wait.after())));
                  one.put("then", new Data.Text(space.code(wait.then())));
                  return (Data) new Data.Fields(one);
                })
                .toList()));
    fields.put(
        "cycles", new Data.Items(towards.circles().all().stream().map(DeadlockData::ids).toList()));
    fields.put("inCycle", ids(towards.circles().members()));
    fields.put("together", together(space, towards.together()));
    fields.put(
        "pushes",
        new Data.Items(
            towards.pushes().stream()
                .map(push -> {
                  Map<String, Data> one = new LinkedHashMap<>();
                  one.put("option", new Data.Text(push.option().id()));
                  one.put("level", new Data.Text(push.option().levels().get(push.level())));
                  return (Data) new Data.Fields(one);
                })
                .toList()));
    return new Data.Fields(fields);
  }

  private static Data together(StateSpace space, Together together) {
    Map<String, Data> fields = new LinkedHashMap<>();
    if (!together.notSearched().isEmpty()) {
      fields.put("notSearched", new Data.Text(together.notSearched()));
      return new Data.Fields(fields);
    }
    fields.put("largest", new Data.Whole(together.largest()));
    fields.put(
        "steps",
        new Data.Items(
            together.steps().stream()
                .map(step -> {
                  Map<String, Data> one = new LinkedHashMap<>();
                  one.put("by", ids(step.by()));
                  one.put("to", new Data.Text(space.code(step.to())));
                  return (Data) new Data.Fields(one);
                })
                .toList()));
    return new Data.Fields(fields);
  }

  private static Data ids(List<Party> parties) {
    return new Data.Items(parties.stream().map(Party::id).<Data>map(Data.Text::new).toList());
  }
}
