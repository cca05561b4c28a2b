package demarche.cli;

import demarche.scenario.Problem;
import java.util.List;

/// A file of the command line cannot be used as it stands.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;
  private final String folder;

  /// @param folder what stands before the file's name on the command line
  Refused(List<Problem> problems, String folder) {
    this.problems = List.copyOf(problems);
    this.folder = folder;
  }

  List<Problem> problems() {
    return problems;
  }

  String folder() {
    return folder;
  }
}
