package demarche.analysis;

import demarche.scenario.Scenario;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The sections of a scenario file that only some lenses read.
final class Sections {
  private Sections() {}

  /// Those that the file fills, in the order of the format's page, with how many entries each has.
  static Map<String, Integer> filled(Scenario scenario) {
    Map<String, Integer> sections = new LinkedHashMap<>();
    sections.put("issues", scenario.issues().size());
    sections.put("proposals", scenario.proposals().size());
    sections.put("targets", scenario.targets().size());
    sections.put("measures", scenario.measures().size());
    sections.put("disagreement", scenario.disagreement().size());
    sections.put("beliefs", scenario.beliefs().size());
    sections.put("forecast", scenario.forecast().size());
    sections.put("ties", scenario.ties().size());
    sections.put("flows", scenario.flows().size());
    sections.put("tables", scenario.tables().size());
    sections.put("places", scenario.places().size());
    sections.put("trace", scenario.trace().size());
    sections.put("claims", scenario.claims().size());
    sections.values().removeIf(entries -> entries == 0);
    return sections;
  }

  /// Those that the file fills and no lens has read.
  static List<String> unread(Scenario scenario, Collection<Set<String>> read) {
    return filled(scenario).keySet().stream()
        .filter(section -> read.stream().noneMatch(keys -> keys.contains(section)))
        .toList();
  }
}
