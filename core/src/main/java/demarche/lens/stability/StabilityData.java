package demarche.lens.stability;

import demarche.finding.Data;
import demarche.model.Party;
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
        Map<String, Data> fields = picture.stable(concept).fields(picture.space());
        fields.put("ways", ways(picture, concept));
        concepts.put(concept.name(), new Data.Fields(fields));
      }
    }
    return new Data.Fields(concepts);
  }

  /// By party how its stable states were found.
  private static Data ways(Picture picture, Concept concept) {
    Map<String, Data> ways = new LinkedHashMap<>();
    for (Party party : picture.parties()) {
      ways.put(party.id(), new Data.Text(picture.stability().way(concept, party)));
    }
    return new Data.Fields(ways);
  }
}
