package demarche.lens.coalitions;

import demarche.finding.Data;
import demarche.lens.Gain;
import demarche.lens.Stable;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer for programs.
final class CoalitionsData {
  private static final int MOST_JUMPS = 1_000;

  private final Outlook outlook;
  private final CoalitionStability stability;

  private CoalitionsData(Outlook outlook) {
    this.outlook = outlook;
    this.stability = outlook.stability();
  }

  static Data of(Outlook outlook) {
    CoalitionsData data = new CoalitionsData(outlook);
    Map<String, Data> fields = new LinkedHashMap<>();
    for (CoalitionConcept concept : data.stability.concepts()) {
      fields.put(concept.name(), data.concept(concept));
    }
    fields.put("jumps", data.jumps());
    return new Data.Fields(fields);
  }

  private Data concept(CoalitionConcept concept) {
    StateSet universal = stability.universal(concept);
    Map<String, Data> fields = new LinkedHashMap<>();
    if (concept == CoalitionConcept.CSEQ) {
      fields.put("replies", new Data.Text(stability.ground().question().replies().word()));
    }
    fields.put("count", new Data.Whole(universal.count()));
    fields.put("universal", states(universal));
    fields.put(
        "coalitions",
        new Data.Items(stability.coalitions().stream().map(c -> coalition(concept, c)).toList()));
    return new Data.Fields(fields);
  }

  private Data coalition(CoalitionConcept concept, Coalition coalition) {
    StateSet stable = stability.stable(concept, coalition);
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("members", members(coalition));
    fields.put("count", new Data.Whole(stable.count()));
    fields.put("stable", states(stable));
    return new Data.Fields(fields);
  }

  private static Data members(Coalition coalition) {
    return new Data.Items(
        coalition.members().stream().<Data>map(p -> new Data.Text(p.id())).toList());
  }

  private Data states(StateSet set) {
    return Stable.states(space(), set);
  }

  private StateSpace space() {
    return outlook.space();
  }

  private Data jumps() {
    List<Jump> jumps = outlook.together();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("concept", new Data.Text(CoalitionsLens.INDIVIDUAL.name()));
    fields.put("count", new Data.Whole(jumps.size()));
    fields.put("list", new Data.Items(jumps.stream().limit(MOST_JUMPS).map(this::jump).toList()));
    return new Data.Fields(fields);
  }

  private Data jump(Jump jump) {
    Map<String, Data> gains = new LinkedHashMap<>();
    for (Party member : jump.coalition().members()) {
      gains.put(
          member.id(),
          new Gain(space(), member, jump.from(), jump.to())
              .difference().stream()
                  .<Data>map(Data.Exact::new)
                  .findFirst()
                  .orElse(new Data.Nothing()));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("members", members(jump.coalition()));
    fields.put("from", new Data.Text(space().code(jump.from())));
    fields.put("to", new Data.Text(space().code(jump.to())));
    fields.put("gains", new Data.Fields(gains));
    return new Data.Fields(fields);
  }
}
