package demarche.cli;

import demarche.lens.Lens;
import demarche.lens.coalitions.CoalitionConcept;
import demarche.lens.coalitions.CoalitionsLens;
import demarche.lens.foresight.ForesightLens;
import demarche.lens.foresight.Notion;
import demarche.lens.knowing.Definition;
import demarche.lens.knowing.KnowingLens;
import demarche.lens.stability.Concept;
import demarche.lens.stability.StabilityLens;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The option that names solution concepts.
final class Concepts {
  /// What the command stability answers too.
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
              + " SIM (default: all; of paths R and SEQ). Of stability also "
              + OTHERS
              + ".")
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
    return classical(name)
        .orElseThrow(() -> new ParameterException(command.commandLine(), refusal(name)));
  }

  private static Optional<Concept> classical(String name) {
    return Arrays.stream(Concept.values())
        .filter(concept -> concept.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /// The lenses that answer by the definitions asked for, of whatever kind; by all classical ones
  /// where none is.
  List<Lens> lenses() {
    if (names.isEmpty()) return List.of(StabilityLens.ALL);
    Set<Concept> classical = EnumSet.noneOf(Concept.class);
    Set<CoalitionConcept> coalitions = EnumSet.noneOf(CoalitionConcept.class);
    List<Notion> foresight = new ArrayList<>();
    List<Definition> knowing = new ArrayList<>();
    for (String name : names) {
      classical(name).ifPresent(classical::add);
      coalition(name).ifPresent(coalitions::add);
      Notion.named(upper(name)).ifPresent(foresight::add);
      Definition.named(name).ifPresent(knowing::add);
      if (!isKnown(name)) throw new ParameterException(command.commandLine(), refusal(name));
    }
    List<Lens> lenses = new ArrayList<>();
    if (!classical.isEmpty()) lenses.add(new StabilityLens(classical));
    if (!coalitions.isEmpty()) lenses.add(CoalitionsLens.of(coalitions));
    if (!foresight.isEmpty()) lenses.add(new ForesightLens(foresight));
    if (!knowing.isEmpty()) lenses.add(new KnowingLens(knowing));
    return lenses;
  }

  private static Optional<CoalitionConcept> coalition(String name) {
    return Arrays.stream(CoalitionConcept.values())
        .filter(concept -> concept.name().equalsIgnoreCase(name))
        .findFirst();
  }

  private static boolean isKnown(String name) {
    return classical(name).isPresent()
        || coalition(name).isPresent()
        || Notion.named(upper(name)).isPresent()
        || Definition.named(name).isPresent();
  }

  private static String refusal(String name) {
    List<String> known = Stream.of(Concept.values()).map(Concept::name).toList();
    if (isKnown(name)) {
      return "'%s' is asked of the command stability; this one has %s"
          .formatted(name, String.join(", ", known));
    }
    String nearest = Spelling.nearest(lower(name), known.stream().map(Concepts::lower).toList());
    String hint = nearest.isEmpty() ? "" : "; did you mean '" + upper(nearest) + "'?";
    return "unknown concept '%s', expected one of %s, and in the command stability also %s%s"
        .formatted(name, String.join(", ", known), OTHERS, hint);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
