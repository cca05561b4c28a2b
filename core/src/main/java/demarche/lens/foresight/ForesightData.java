package demarche.lens.foresight;

import demarche.finding.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer for programs: by notion the equilibria, and what is stable for each decision maker.
final class ForesightData {
  private ForesightData() {}

  static Data of(Foresight foresight, List<Notion> notions) {
    Map<String, Data> fields = new LinkedHashMap<>();
    for (Notion notion : notions) {
      String reason = foresight.notSearched().getOrDefault(notion, "");
      fields.put(
          notion.name(),
          reason.isEmpty()
              ? of(foresight, notion)
              : new Data.Fields(Map.of("notSearched", new Data.Text(reason))));
    }
    return new Data.Fields(fields);
  }

  private static Data of(Foresight foresight, Notion notion) {
    List<Held> held = foresight.held().stream().filter(h -> h.notion().equals(notion)).toList();
    return switch (notion) {
      case Notion.Limited _ -> new Data.Fields(held.getFirst().found().fields(foresight.space()));
      case Notion.NonMyopic() -> {
        Map<String, Data> fields = held.getFirst().found().fields(foresight.space());
        foresight
            .recurrence()
            .ifPresent(r -> {
              fields.put("from", new Data.Whole(r.from()));
              fields.put("period", new Data.Whole(r.period()));
            });
        yield new Data.Fields(fields);
      }
      case Notion.Stackelberg() -> {
        Map<String, Data> leaders = new LinkedHashMap<>();
        for (Held led : held) {
          leaders.put(
              led.leaders().getFirst().id(),
              new Data.Fields(led.found().fields(foresight.space())));
        }
        yield new Data.Fields(Map.of("leaders", new Data.Fields(leaders)));
      }
    };
  }
}
