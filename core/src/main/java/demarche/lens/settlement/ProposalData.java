package demarche.lens.settlement;

import demarche.finding.Data;
import demarche.lens.stability.Concept;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Judgements for programs: one object for each proposal, by its id.
public final class ProposalData {
  private ProposalData() {}

  static Data of(StateSpace space, List<Judgement> judgements) {
    Map<String, Data> proposals = new LinkedHashMap<>();
    judgements.forEach(j -> proposals.put(j.proposal().id(), new Data.Fields(of(space, j))));
    return new Data.Fields(proposals);
  }

  /// What there is to say of one proposal, by name.
  public static Map<String, Data> of(StateSpace space, Judgement judgement) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("feasible", new Data.Flag(judgement.feasible()));
    fields.put(
        "state",
        judgement.state() < 0 ? new Data.Nothing() : new Data.Text(space.code(judgement.state())));
    fields.put("acceptable", ids(judgement.accepting()));
    fields.put(
        "blockers",
        new Data.Items(judgement.blockers().stream().map(ProposalData::blocker).toList()));
    fields.put(
        "equilibrium",
        new Data.Items(
            judgement.equilibrium().stream()
                .map(Concept::name)
                .<Data>map(Data.Text::new)
                .toList()));
    switch (judgement.road()) {
      case Judgement.Single(var steps) -> road(fields, "single", path(space, steps), List.of());
      case Judgement.Joint(var owners) -> road(fields, "joint", List.of(), owners);
      case Judgement.Unreachable _ -> road(fields, "no", List.of(), List.of());
    }
    return fields;
  }

  private static void road(
      Map<String, Data> fields, String kind, List<Data> path, List<Party> joint) {
    fields.put("reachable", new Data.Text(kind));
    fields.put("path", new Data.Items(path));
    fields.put("joint", ids(joint));
  }

  private static List<Data> path(StateSpace space, List<Reach.Step> steps) {
    return steps.stream()
        .<Data>map(step -> {
          Map<String, Data> fields = new LinkedHashMap<>();
          fields.put("by", new Data.Text(step.by().id()));
          fields.put("to", new Data.Text(space.code(step.to())));
          return new Data.Fields(fields);
        })
        .toList();
  }

  private static Data ids(List<Party> parties) {
    return new Data.Items(parties.stream().map(Party::id).<Data>map(Data.Text::new).toList());
  }

  /// Who blocks, and why.
  public static Data blocker(Blocker blocker) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("actor", new Data.Text(blocker.party().id()));
    switch (blocker) {
      case Blocker.CrossesLine(_, var lines) ->
          reason(
              fields,
              "red-line",
              lines.stream().map(RedLine::never).map(Object::toString).collect(joined()));
      case Blocker.PrefersNoDeal _ ->
          reason(fields, "value", "prefers what happens without a deal");
      case Blocker.Vetoed(_, var by) ->
          reason(fields, "veto", by.stream().map(seat -> seat.id()).collect(joined()));
      case Blocker.Shortfall(_, int yes) -> reason(fields, "shortfall", yes + " vote yes");
    }
    return new Data.Fields(fields);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static void reason(Map<String, Data> fields, String kind, String detail) {
    fields.put("reason", new Data.Text(kind));
    fields.put("detail", new Data.Text(detail));
  }
}
