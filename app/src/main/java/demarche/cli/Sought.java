package demarche.cli;

import demarche.analysis.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options that say which scenario is meant, and which world of it.
final class Sought {
  @Parameters(index = "0", paramLabel = "FILE", description = "The scenario file.")
  String file = "";

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      description = "A variant that the file names, in place of the file as written.")
  String variant = "";

  @Option(
      names = "--set",
      paramLabel = "P=V",
      description = "Sets a parameter of the file to a number; may be repeated.")
  Map<String, String> settings = new LinkedHashMap<>();

  Question question() {
    return new Question(variant, settings);
  }
}
