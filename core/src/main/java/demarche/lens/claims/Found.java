package demarche.lens.claims;

import demarche.finding.Sentence;
import demarche.scenario.Evidence;
import java.util.List;

/// The value of a part of a check, and what it comes from.
///
/// @param because what lies behind it, in words; may be empty where the value says it all
/// @param evidence what the file gives for the inputs that were used
record Found(Value value, List<Sentence> because, List<Evidence> evidence) {
  Found {
    because = List.copyOf(because);
    evidence = List.copyOf(evidence);
  }

  static Found of(Value value, Sentence... because) {
    return new Found(value, List.of(because), List.of());
  }
}
