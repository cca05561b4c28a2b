package demarche.ensemble;

import java.util.List;

/// What an ensemble draws and asks. Two runs with the same design have the same rows.
///
/// @param title of the scenario
/// @param file its path as the user gave it
/// @param sha256 of the scenario's files, see `ScenarioFile.sha256`
/// @param variant empty for the file itself
/// @param version of the program
/// @param runs how many draws are wanted, 1 or more
/// @param inputs what is drawn, in file order
/// @param findings what is asked
public record Design(
    String title,
    String file,
    String sha256,
    String variant,
    String version,
    long seed,
    Sampling sampling,
    long runs,
    List<Column> inputs,
    List<Column> findings) {
  public Design {
    if (runs < 1) throw new IllegalArgumentException("runs: " + runs);
    inputs = List.copyOf(inputs);
    findings = List.copyOf(findings);
  }
}
