package demarche.lens.stability;

import demarche.finding.Data;
import java.util.LinkedHashMap;
import java.util.Map;

/// The answer for programs: by concept the equilibria, and what is stable for each decision maker.
final class StabilityData {
  private StabilityData() {}

  static Data of(Picture picture) {
    Map<String, Data> concepts = new LinkedHashMap<>();
    for (Concept concept : Concept.values()) {
      String reason = picture.stability().notSearched().getOrDefault(concept, "");
      if (!reason.isEmpty()) {
        concepts.put(concept.name(), new Data.Fields(Map.of("notSearched", new Data.Text(reason))));
      } else if (picture.concepts().contains(concept)) {
        concepts.put(
            concept.name(), new Data.Fields(picture.stable(concept).fields(picture.space())));
      }
    }
    return new Data.Fields(concepts);
  }
}
