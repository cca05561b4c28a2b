package demarche.cli;

import demarche.analysis.Lenses;
import demarche.lens.Defining;
import demarche.lens.stability.Concept;
import demarche.lens.stability.StabilityLens;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option that names solution concepts.
final class Concepts {
  /// What the commands stability and explain answer too.
  static final String OTHERS =
      "CNASH, CGMR, CSMR, CSEQ, L1 to L99, NM, ST, SEQ-a to SEQ-d, SEQ-strong, FSEQ, PSEQ, RSEQ";

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--concept",
      split = ",",
      paramLabel = "C",
      description =
          "Only these definitions of stability, with commas between them: R, GMR, SMR, SEQ, SSEQ,"
              + " SIM (default: all; of paths and settle R and SEQ, of beliefs SEQ). Of stability and explain also "
              + OTHERS
              + ".")
  List<String> names = new ArrayList<>();

  /// The classical ones asked for, or the usual ones of the command.
  Set<Concept> chosenOr(Set<Concept> usual) {
    if (names.isEmpty()) return usual;
    Set<Concept> chosen = EnumSet.noneOf(Concept.class);
    List<String> classical = StabilityLens.ALL.names();
    for (String name : names) {
      if (!named(classical, name)) throw refused(name, classical);
      chosen.add(Concept.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return chosen;
  }

  /// The lenses that answer by the definitions asked for, of whatever kind; by all classical ones
  /// where none is.
  List<Defining> lenses() {
    if (names.isEmpty()) return List.of(StabilityLens.ALL);
    List<Defining> asked = new ArrayList<>();
    List<String> left = new ArrayList<>(names);
    for (Defining lens : Lenses.defining()) {
      List<String> own = names.stream().filter(name -> named(lens.names(), name)).toList();
      if (!own.isEmpty()) asked.add(lens.by(own));
      left.removeAll(own);
    }
    if (!left.isEmpty()) throw refused(left.getFirst(), all());
    return asked;
  }

  private static List<String> all() {
    return Lenses.defining().stream().flatMap(lens -> lens.names().stream()).toList();
  }

  private static boolean named(List<String> known, String name) {
    return known.stream().anyMatch(name::equalsIgnoreCase);
  }

  /// @param known what the command answers
  private ParameterException refused(String name, List<String> known) {
    String classical = String.join(", ", StabilityLens.ALL.names());
    if (named(all(), name)) {
      return new ParameterException(
          command.commandLine(),
          "'%s' is asked of the commands stability and explain; this one has %s"
              .formatted(name, classical));
    }
    String nearest = Spelling.nearest(lower(name), known.stream().map(Concepts::lower).toList());
    String hint =
        known.stream()
            .filter(nearest::equalsIgnoreCase)
            .findFirst()
            .map("; did you mean '%s'?"::formatted)
            .orElse("");
    return new ParameterException(
        command.commandLine(),
        "unknown concept '%s', expected one of %s, and in the commands stability and explain also %s%s"
            .formatted(name, classical, OTHERS, hint));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
