package demarche.lens.settlement.zone;

import demarche.finding.Data;
import demarche.lens.settlement.Judgement;
import demarche.lens.settlement.ProposalData;
import demarche.model.Constraint;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answer about a named package for programs.
final class WhyData {
  private WhyData() {}

  static Data of(
      Outlook outlook,
      Judgement judgement,
      String name,
      Optional<Constraint> broken,
      List<Integer> nearest) {
    StateSpace space = outlook.space();
    int state = judgement.state();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("package", new Data.Text(name));
    fields.put(
        "breaks", broken.<Data>map(c -> new Data.Text(c.wording())).orElseGet(Data.Nothing::new));
    fields.putAll(ProposalData.of(space, judgement));
    fields.put(
        "settlement", new Data.Flag(state >= 0 && outlook.zone().settlements().contains(state)));
    if (state >= 0) {
      fields.put("durability", new ZoneData(outlook).durability(state));
      fields.put("refusing", ZoneData.ids(outlook.blessing().refusing(state)));
    }
    fields.put(
        "nearest",
        new Data.Items(nearest.stream().map(space::code).<Data>map(Data.Text::new).toList()));
    return new Data.Fields(fields);
  }
}
