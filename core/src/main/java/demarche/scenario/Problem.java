package demarche.scenario;

/// One thing that is wrong, or odd, in a file.
///
/// @param message what was found, what was expected, and the nearest valid name where there is one
/// @param excerpt the line of the file, for display; may be empty
public record Problem(Place place, Severity severity, String message, String excerpt) {
  /// Whether the file can be used all the same.
  public enum Severity {
    ERROR,
    WARNING
  }

  /// `korea.yaml:41:14: unknown option 'freze'; did you mean 'freeze'?`
  @Override
  public String toString() {
    return place + ": " + (severity == Severity.WARNING ? "warning: " : "") + message;
  }
}
