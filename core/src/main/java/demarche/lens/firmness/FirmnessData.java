package demarche.lens.firmness;

import demarche.finding.Data;
import demarche.lens.stability.Concept;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Firmness for programs.
record FirmnessData(Firmness firmness) {
  Data data() {
    Map<String, Data> concepts = new LinkedHashMap<>();
    for (Concept concept : Concept.values()) {
      String reason = firmness.notSearched().getOrDefault(concept, "");
      if (!reason.isEmpty()) {
        concepts.put(concept.name(), new Data.Fields(Map.of("notSearched", new Data.Text(reason))));
      } else if (firmness.concepts().contains(concept)) {
        concepts.put(concept.name(), concept(concept));
      }
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("equilibria", new Data.Fields(concepts));
    fields.put("sinks", sinks());
    return new Data.Fields(fields);
  }

  private Data concept(Concept concept) {
    Map<String, Data> states = new LinkedHashMap<>();
    firmness
        .holds(concept)
        .forEach((s, holds) -> {
          Map<String, Data> actors = new LinkedHashMap<>();
          holds.forEach(h -> actors.put(h.actor().id(), hold(h)));
          states.put(space().code(s), new Data.Fields(actors));
        });
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(firmness.equilibria(concept).count()));
    fields.put("states", new Data.Fields(states));
    return new Data.Fields(fields);
  }

  private Data hold(Hold hold) {
    Map<String, Data> fields = new LinkedHashMap<>();
    boolean possible = hold.fall().isPossible();
    fields.put("steps", possible ? new Data.Whole(hold.fall().steps()) : new Data.Nothing());
    fields.put("below", possible ? code(hold.fall().below()) : new Data.Nothing());
    fields.put("exact", new Data.Flag(hold.isExact()));
    hold.reordering().forEach(r -> fields.put("swaps", swaps(r)));
    if (hold.isSought() && hold.reordering().isEmpty()) {
      fields.put(
          "weight",
          hold.weight().stream().map(this::weight).findFirst().orElse(new Data.Nothing()));
    }
    return new Data.Fields(fields);
  }

  private static Data swaps(Reordering reordering) {
    return switch (reordering) {
      case Reordering.Fewest(int swaps) -> new Data.Fields(Map.of("fewest", new Data.Whole(swaps)));
      case Reordering.AtLeast(int swaps) ->
          new Data.Fields(Map.of("atLeast", new Data.Whole(swaps)));
      case Reordering.Never() -> new Data.Nothing();
    };
  }

  private Data weight(WeightChange change) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("term", new Data.Text(change.name(space().model()::option)));
    fields.put("now", new Data.Exact(change.now()));
    fields.put("beyond", new Data.Exact(change.at()));
    fields.put("rises", new Data.Flag(change.rises()));
    return new Data.Fields(fields);
  }

  private Data sinks() {
    Sinks sinks = firmness.sinks();
    List<Data> told =
        sinks.told().stream()
            .<Data>map(sink -> {
              Map<String, Data> fields = new LinkedHashMap<>();
              fields.put("count", new Data.Whole(sink.states().size()));
              fields.put(
                  "states", new Data.States(sink.states().stream().map(space()::code).toList()));
              fields.put("sure", new Data.Whole(sink.sure()));
              fields.put("possible", new Data.Whole(sink.possible()));
              return new Data.Fields(fields);
            })
            .toList();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(sinks.count()));
    fields.put("cycles", new Data.Whole(sinks.cycles()));
    fields.put("largest", new Data.Items(told));
    return new Data.Fields(fields);
  }

  private StateSpace space() {
    return firmness.space();
  }

  private Data code(int state) {
    return new Data.Text(space().code(state));
  }
}
