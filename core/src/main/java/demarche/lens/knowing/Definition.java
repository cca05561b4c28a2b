package demarche.lens.knowing;

import demarche.finding.Slot;
import demarche.lens.knowing.Reading.Extension;
import demarche.lens.stability.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A definition of stability where preferences are not simply known: a classical one, read in one
/// of several ways.
///
/// @param rule any but SIM; R for no degree of preference, as it knows no sanctions
public record Definition(Concept rule, Reading reading) {
  private static final List<Concept> RULES =
      List.of(Concept.R, Concept.SSEQ, Concept.SEQ, Concept.SMR, Concept.GMR);

  public Definition {
    if (!RULES.contains(rule) || (rule == Concept.R && isByDegrees(reading))) {
      throw new IllegalArgumentException("%s read as %s".formatted(rule, reading));
    }
  }

  private static boolean isByDegrees(Reading reading) {
    return switch (reading) {
      case Reading.Degree _, Reading.Strong _, Reading.Weak _ -> true;
      case Reading.Unknown _, Reading.Fuzzy _, Reading.Probable _, Reading.Relational _ -> false;
    };
  }

  /// All that have a name; one rule stands before those that it implies.
  public static List<Definition> all() {
    List<Reading> readings = new ArrayList<>();
    for (Extension extension : Extension.values()) readings.add(new Reading.Unknown(extension));
    readings.add(new Reading.Strong());
    readings.add(new Reading.Weak());
    for (int k = 0; k <= Settings.MOST_DEGREES; k++) readings.add(new Reading.Degree(k));
    readings.add(new Reading.Fuzzy());
    readings.add(new Reading.Probable());
    readings.add(new Reading.Relational());
    List<Definition> all = new ArrayList<>();
    for (Concept rule : RULES) {
      for (Reading reading : readings) {
        if (rule != Concept.R || !isByDegrees(reading)) all.add(new Definition(rule, reading));
      }
    }
    return all;
  }

  /// Those of the four extensions to unknown preferences.
  public static List<Definition> ofUnknownPreferences() {
    return all().stream().filter(d -> d.reading instanceof Reading.Unknown).toList();
  }

  /// The one with this name, in lower or upper case, such as `SEQ-d`, `SMR-strong` or `fseq`.
  public static Optional<Definition> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return all().stream().filter(d -> d.name().toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
  }

  public String name() {
    return switch (reading) {
      case Reading.Unknown(var extension) -> rule + "-" + extension.name().toLowerCase(Locale.ROOT);
      case Reading.Degree(int least) -> rule + "-" + least;
      case Reading.Strong() -> rule + "-strong";
      case Reading.Weak() -> rule + "-weak";
      case Reading.Fuzzy() -> "F" + rule;
      case Reading.Probable() -> "P" + rule;
      case Reading.Relational() -> rule == Concept.R ? "RNash" : "R" + rule;
    };
  }

  /// For a sentence: its name, and its meaning for the reader's first meeting with it.
  Slot.OfConcept slot() {
    return new Slot.OfConcept(name(), "%s, %s".formatted(rule.fullName(), meaning()));
  }

  private String meaning() {
    return switch (reading) {
      case Reading.Unknown(var extension) -> "of somebody " + extension.whose();
      case Reading.Degree(int least) ->
          least == 0
              ? "where every gain is answered so that it is none"
              : "where every gain is answered by a loss of %d degrees or more".formatted(least);
      case Reading.Strong() -> "where every gain is answered by a loss of the highest degree";
      case Reading.Weak() -> "not strongly: some gain is answered only by a lesser loss, or none";
      case Reading.Fuzzy() -> "of those who leave for what is likely enough to be a gain";
      case Reading.Probable() -> "of those who go by the probabilities of gains";
      case Reading.Relational() -> "of those who heed the gains of others, by their attitudes";
    };
  }
}
