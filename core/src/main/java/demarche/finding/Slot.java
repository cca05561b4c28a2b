package demarche.finding;

import java.util.List;

/// What a sentence can speak of. A closed set: a renderer knows every kind, and no lens.
public sealed interface Slot {
  /// An actor or a body.
  record OfParty(String id, String name) implements Slot {}

  /// A state, in options and levels.
  ///
  /// @param differences the options that stand otherwise than in the status quo, in file order
  record OfState(String code, List<Setting> settings, List<Setting> differences) implements Slot {
    public OfState {
      settings = List.copyOf(settings);
      differences = List.copyOf(differences);
    }
  }

  /// An option at a level.
  ///
  /// @param option its id, with its holder only where it would be ambiguous
  /// @param holder the name of who controls it; empty for an event or a state of a graph
  record Setting(String option, String name, String holder, String level) implements Slot {}

  /// A word of the literature, with its meaning for the reader's first meeting with it.
  record OfConcept(String name, String meaning) implements Slot {}

  /// A whole number of things, such as `3 equilibria`.
  record Count(long number, String one, String many) implements Slot {}

  /// A number with its unit; exact ones as written or as fractions.
  record Amount(String number, String unit) implements Slot {}

  /// An expression of the scenario file.
  record OfExpression(String text) implements Slot {}

  /// The scenario author's own words.
  record Quoted(String text) implements Slot {}

  /// A plain word that varies, such as a level of doubt.
  record Plain(String text) implements Slot {}

  /// A sentence within a sentence, such as one move of a sequence.
  record Clause(Sentence sentence) implements Slot {}

  /// Several of them, joined as a sentence joins them.
  record Several(List<Slot> items) implements Slot {
    public Several {
      items = List.copyOf(items);
    }
  }
}
