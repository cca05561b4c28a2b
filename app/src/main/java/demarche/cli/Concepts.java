package demarche.cli;

import demarche.lens.stability.Concept;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option that names solution concepts.
final class Concepts {
  /// Names of the literature that the contract foresees and this version does not compute.
  private static final Pattern FORESEEN =
      Pattern.compile("CNASH|CGMR|CSMR|CSEQ|NM|ST|L[1-9][0-9]*|(R|GMR|SMR|SEQ|SSEQ|SIM)-[A-D]");

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--concept",
      split = ",",
      paramLabel = "C",
      description =
          "Only these definitions of stability, with commas between them: R, GMR, SMR, SEQ, SSEQ,"
              + " SIM (default: all; of paths R and SEQ).")
  List<String> names = new ArrayList<>();

  /// Those asked for, or all.
  Set<Concept> chosen() {
    return chosenOr(EnumSet.allOf(Concept.class));
  }

  /// Those asked for, or the usual ones of the command.
  Set<Concept> chosenOr(Set<Concept> usual) {
    if (names.isEmpty()) return usual;
    Set<Concept> chosen = EnumSet.noneOf(Concept.class);
    names.forEach(name -> chosen.add(read(name)));
    return chosen;
  }

  private Concept read(String name) {
    return Arrays.stream(Concept.values())
        .filter(concept -> concept.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new ParameterException(command.commandLine(), refusal(name)));
  }

  private static String refusal(String name) {
    List<String> known = Stream.of(Concept.values()).map(Concept::name).toList();
    String typed = name.toUpperCase(Locale.ROOT);
    if (FORESEEN.matcher(typed).matches()) {
      return "this version does not have the concept '%s'; it has %s"
          .formatted(name, String.join(", ", known));
    }
    String nearest = Spelling.nearest(name, known.stream().map(Concepts::lower).toList());
    String hint = nearest.isEmpty() ? "" : "; did you mean '" + upper(nearest) + "'?";
    return "unknown concept '%s', expected one of %s%s"
        .formatted(name, String.join(", ", known), hint);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
