package demarche.lens.claims;

import demarche.scenario.Evidence;
import java.util.List;
import java.util.stream.Stream;

/// A part of a check with its value, and its own parts.
record Evaluated(Typed term, Found found, List<Evaluated> parts) {
  Evaluated {
    parts = List.copyOf(parts);
  }

  Value value() {
    return found.value();
  }

  /// This part and all within it, the innermost first.
  Stream<Evaluated> inOrder() {
    return Stream.concat(parts.stream().flatMap(Evaluated::inOrder), Stream.of(this));
  }

  /// What the file gives for the inputs of this part and those within it.
  Stream<Evidence> evidence() {
    return inOrder().flatMap(part -> part.found.evidence().stream());
  }
}
