package demarche.lens.settlement.steps;

import demarche.finding.Data;
import demarche.lens.Stable;
import demarche.lens.settlement.ProposalData;
import demarche.lens.settlement.steps.Staged.Answer;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Steps and pledges for programs.
final class StepsData {
  private StepsData() {}

  static Data of(StateSpace space, List<Staged> plans, List<Pledge> pledges) {
    Map<String, Data> byPlan = new LinkedHashMap<>();
    plans.forEach(plan -> byPlan.put(plan.proposal().id(), plan(space.model(), plan)));
    Map<String, Data> byPledge = new LinkedHashMap<>();
    pledges.forEach(pledge -> byPledge.put(pledge.id(), pledge(space, pledge)));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("plans", new Data.Fields(byPlan));
    fields.put("pledges", new Data.Fields(byPledge));
    return new Data.Fields(fields);
  }

  private static Data plan(Model model, Staged plan) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "outcome", new Data.Text(plan.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    fields.put("reached", new Data.Whole(plan.reached()));
    fields.put("tied", answer(model, plan.tied()));
    fields.put("open", new Data.Items(plan.open().stream().map(a -> answer(model, a)).toList()));
    fields.put("alone", new Data.Items(plan.alone().stream().map(a -> answer(model, a)).toList()));
    return new Data.Fields(fields);
  }

  private static Data answer(Model model, Answer answer) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("step", new Data.Whole(answer.step()));
    fields.put("stop", code(model, answer.stop()));
    fields.put("follows", code(model, answer.follows()));
    fields.put("feasible", new Data.Flag(answer.feasible()));
    fields.put("taken", new Data.Flag(answer.isTaken()));
    fields.put(
        "refusing", new Data.Items(answer.refusing().stream().map(ProposalData::blocker).toList()));
    return new Data.Fields(fields);
  }

  private static Data code(Model model, List<Integer> levels) {
    return new Data.Text(model.code(levels.stream().mapToInt(Integer::intValue).toArray()));
  }

  private static Data pledge(StateSpace space, Pledge pledge) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put(
        "constraints",
        new Data.Items(
            pledge.constraints().stream().<Data>map(c -> new Data.Text(c.wording())).toList()));
    fields.put("concept", new Data.Text(pledge.concept().name()));
    fields.put("count", new Data.Whole(pledge.opened().count()));
    fields.put("opened", Stable.states(space, pledge.opened()));
    fields.put("asked", new Data.Whole(pledge.asked()));
    fields.put("kept", new Data.Whole(pledge.kept()));
    fields.put(
        "broken",
        new Data.Items(
            pledge.broken().stream()
                .map(b -> {
                  Map<String, Data> breach = new LinkedHashMap<>();
                  breach.put("state", new Data.Text(space.code(b.state())));
                  breach.put("by", new Data.Text(b.by().id()));
                  breach.put("to", new Data.Text(space.code(b.to())));
                  return (Data) new Data.Fields(breach);
                })
                .toList()));
    return new Data.Fields(fields);
  }
}
