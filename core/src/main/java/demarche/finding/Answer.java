package demarche.finding;

import java.util.List;

/// What one lens has to say about a scenario.
///
/// @param lens its key, such as `stability`
/// @param findings the most important first
/// @param data the same for programs, under the lens's key
/// @param method how it was computed, what was assumed, what was not searched
public record Answer(
    String lens, String title, List<Finding> findings, Data data, List<Sentence> method) {
  public Answer {
    findings = List.copyOf(findings);
    method = List.copyOf(method);
  }
}
