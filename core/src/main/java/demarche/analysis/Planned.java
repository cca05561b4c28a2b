package demarche.analysis;

import demarche.lens.stability.Concept;
import demarche.lens.stability.Plan;
import demarche.model.Party;
import demarche.states.Outline;
import java.util.EnumSet;
import java.util.List;

/// What an analysis of stability under all concepts would take, and how it would go about it.
///
/// @param bytes at most at the same time
/// @param heap that holds them, with the room that a collector needs
/// @param allowed that this program may have at present
/// @param parts what the bytes are for, in the order in which they are taken
/// @param methods which way is taken for whom
public record Planned(
    int threads, long bytes, long heap, long allowed, List<Part> parts, List<Method> methods) {
  public Planned {
    parts = List.copyOf(parts);
    methods = List.copyOf(methods);
  }

  /// @param bytes kept to the end, or taken for a while
  public record Part(String what, long bytes) {}

  public record Method(String way, List<String> concepts, List<String> parties) {
    public Method {
      concepts = List.copyOf(concepts);
      parties = List.copyOf(parties);
    }
  }

  /// Whether it would be tried at all.
  public boolean fits() {
    return heap <= allowed;
  }

  static Planned of(Outline outline, int threads) {
    Plan plan = Plan.of(outline, EnumSet.allOf(Concept.class), threads);
    return new Planned(
        threads,
        plan.bytes(),
        plan.footprint().heap(),
        Runtime.getRuntime().maxMemory(),
        plan.parts().stream()
            .filter(part -> part.bytes().peak() > 0)
            .map(part -> new Part(part.what(), part.bytes().peak()))
            .toList(),
        plan.methods().stream()
            .map(m ->
                new Method(
                    m.way(),
                    m.concepts().stream().map(Concept::name).toList(),
                    m.parties().stream().map(Party::id).toList()))
            .toList());
  }
}
