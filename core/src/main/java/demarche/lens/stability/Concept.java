package demarche.lens.stability;

import demarche.finding.Slot;
import demarche.states.Arcs;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A definition of stability: when a party stays in a state although it could do better.
public enum Concept {
  R(
      "Nash stability",
      "nobody can gain by a move of its own",
      "Nash (1950); rational in Fraser & Hipel (1979)"),
  GMR(
      "general metarationality",
      "the others could answer every gain so that it is none",
      "Howard (1971)"),
  SMR(
      "symmetric metarationality",
      "the others could answer every gain, and the mover could not escape the answer",
      "Howard (1971)"),
  SEQ(
      "sequential stability",
      "the others would answer every gain by moves that they gain from themselves",
      "Fraser & Hipel (1979)"),
  SSEQ(
      "symmetric sequential stability",
      "the others would answer every gain by moves that they gain from, and the mover could not"
          + " escape the answer",
      "Rêgo & Vieira (2017)"),
  SIM(
      "simultaneous stability",
      "every gain is lost if others make gains of their own at the same moment",
      "Fraser & Hipel (1979)");

  /// A concept stands before those that it implies.
  static final List<Concept> STRICTEST_FIRST = List.of(R, SSEQ, SEQ, SMR, GMR, SIM);

  /// Those under which it is hardest to leave stand first: there most answers are feared. SIM,
  /// which implies none and is implied by R alone, comes last.
  static final List<Concept> WEAKEST_FIRST = List.of(GMR, SMR, SEQ, SSEQ, R, SIM);

  private final String fullName;
  private final String meaning;
  private final String source;

  Concept(String fullName, String meaning, String source) {
    this.fullName = fullName;
    this.meaning = meaning;
    this.source = source;
  }

  public String fullName() {
    return fullName;
  }

  /// In one line, for readers.
  public String meaning() {
    return meaning;
  }

  /// Several of them for a sentence, the strictest first.
  static Slot.Several slots(Collection<Concept> several) {
    return new Slot.Several(
        STRICTEST_FIRST.stream().filter(several::contains).<Slot>map(Concept::slot).toList());
  }

  /// For a sentence: its name, and its meaning for the reader's first meeting with it.
  public Slot.OfConcept slot() {
    return new Slot.OfConcept(name(), "%s: %s".formatted(fullName, meaning));
  }

  /// Who defined it.
  public String source() {
    return source;
  }

  /// Weaker concepts: what is stable under this one is stable under each of them.
  Set<Concept> within() {
    return switch (this) {
      case R -> EnumSet.of(GMR, SMR, SEQ, SSEQ, SIM);
      case GMR, SIM -> EnumSet.noneOf(Concept.class);
      case SMR, SEQ -> EnumSet.of(GMR);
      case SSEQ -> EnumSet.of(GMR, SMR, SEQ);
    };
  }

  /// By which arcs the others answer.
  public Arcs.Kind replies() {
    return this == SEQ || this == SSEQ ? Arcs.Kind.IMPROVEMENTS : Arcs.Kind.MOVES;
  }

  /// Whether a sanction must hold against the mover's own next move.
  public boolean isSymmetric() {
    return this == SMR || this == SSEQ;
  }
}
