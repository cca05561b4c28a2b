package demarche.lens.claims;

import demarche.scenario.Check;
import demarche.scenario.Notation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was computed and what was expected, in words; of several assertions joined into one that
/// fails, the parts that make it fail.
record Sides(String computed, String expected) {
  static Sides of(Evaluated whole) {
    List<Evaluated> failing = failing(whole).toList();
    if (failing.isEmpty() || failing.getFirst().equals(whole)) {
      Shown shown = Shown.of(whole);
      return new Sides(shown.text(), shown.expected());
    }
    return new Sides(
        failing.stream().map(Sides::labelled).collect(Collectors.joining("; ")),
        failing.stream().map(Shown::of).map(Shown::expected).collect(Collectors.joining("; ")));
  }

  /// The parts, joined by nothing themselves, for which an assertion fails; none where it holds. Of
  /// two that ought to be alike, it is the whole that fails.
  private static Stream<Evaluated> failing(Evaluated whole) {
    if (whole.value().equals(new Value.Truth(true))) return Stream.empty();
    if (!(whole.term() instanceof Typed.Joined joined)) return Stream.of(whole);
    return switch (joined.joint()) {
      case AND, OR -> whole.parts().stream().flatMap(Sides::failing);
      case IMPLIES -> failing(whole.parts().getLast());
      case IFF -> Stream.of(whole);
    };
  }

  private static String labelled(Evaluated part) {
    Shown shown = Shown.of(part);
    Check written = shown.computed().term().written();
    return Notation.of(written) + ": " + shown.text();
  }
}
