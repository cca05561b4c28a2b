package demarche.ensemble;

import java.util.List;

/// One draw: what the uncertain inputs were, and what was found.
///
/// @param draw its number, from 0
/// @param inputs in the order of the ensemble's input columns
/// @param findings in the order of its finding columns
public record Row(long draw, List<Cell> inputs, List<Cell> findings) {
  public Row {
    inputs = List.copyOf(inputs);
    findings = List.copyOf(findings);
  }
}
