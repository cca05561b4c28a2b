package demarche.lens.coalitions;

import demarche.finding.Slot;
import demarche.lens.stability.Concept;
import java.util.Collection;
import java.util.List;

/// A definition of stability against a coalition: when its members stay in a state although they
/// could all do better together.
public enum CoalitionConcept {
  CNASH("coalition Nash stability", "no coalition can gain by moves of its members", Concept.R),
  CGMR(
      "coalition general metarationality",
      "the others could answer every gain of a coalition so that some member has none",
      Concept.GMR),
  CSMR(
      "coalition symmetric metarationality",
      "the others could answer every gain of a coalition, and it could not escape the answer",
      Concept.SMR),
  CSEQ(
      "coalition sequential stability",
      "the others would answer every gain of a coalition by steps that they gain from themselves",
      Concept.SEQ);

  /// Those under which most states hold stand last.
  static final List<CoalitionConcept> STRICTEST_FIRST = List.of(CNASH, CSEQ, CSMR, CGMR);

  private final String fullName;
  private final String meaning;
  private final Concept individual;

  CoalitionConcept(String fullName, String meaning, Concept individual) {
    this.fullName = fullName;
    this.meaning = meaning;
    this.individual = individual;
  }

  public String fullName() {
    return fullName;
  }

  /// In one line, for readers.
  public String meaning() {
    return meaning;
  }

  /// The concept that it extends: the same for a coalition of one.
  public Concept individual() {
    return individual;
  }

  /// For a sentence: its name, and its meaning for the reader's first meeting with it.
  public Slot.OfConcept slot() {
    return new Slot.OfConcept(name(), "%s: %s".formatted(fullName, meaning));
  }

  /// Several of them for a sentence, the strictest first.
  static Slot.Several slots(Collection<CoalitionConcept> several) {
    return new Slot.Several(
        STRICTEST_FIRST.stream()
            .filter(several::contains)
            .<Slot>map(CoalitionConcept::slot)
            .toList());
  }
}
