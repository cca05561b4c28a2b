package demarche.cli;

/// The shell into which somebody copies what the program proposes.
final class Shell {
  private Shell() {}

  /// A word that the shell reads as it is, in quotes where it must be.
  static String quoted(String word) {
    boolean plain = word.matches("[A-Za-z0-9_./+,:@%=-]+") && !word.startsWith("-");
    String safe = word.startsWith("-") ? "./" + word : word;
    return plain ? word : "'" + safe.replace("'", "'\\''") + "'";
  }
}
