package demarche.scenario;

import java.util.List;

/// A decision maker as the file describes it.
///
/// @param partOf the actor that it belongs to; empty where none
public record ActorEntry(
    Word id,
    String name,
    Kind kind,
    Word partOf,
    List<Lock> locks,
    List<OptionEntry> options,
    List<RedLine> redLines,
    PreferenceEntry preference,
    List<Alternative> alternatives,
    Evidence evidence) {
  public ActorEntry {
    locks = List.copyOf(locks);
    options = List.copyOf(options);
    redLines = List.copyOf(redLines);
    alternatives = List.copyOf(alternatives);
  }

  /// What people call it: its name, or its id where the file gives none.
  public String called() {
    return name.isEmpty() ? id.text() : name;
  }

  /// The same without one of its locks, if it has that.
  public ActorEntry without(Lock lock) {
    List<Lock> left = locks.stream().filter(other -> !other.equals(lock)).toList();
    return new ActorEntry(
        id, name, kind, partOf, left, options, redLines, preference, alternatives, evidence);
  }

  /// The same with another preference.
  public ActorEntry with(PreferenceEntry other) {
    return new ActorEntry(
        id, name, kind, partOf, locks, options, redLines, other, alternatives, evidence);
  }

  /// What sort of decision maker it is.
  public enum Kind {
    STATE,
    INSTITUTION,
    FACTION,
    FIRM,
    ORGANISATION,
    GROUP,
    PERSON,
    /// The file does not say.
    UNSTATED
  }

  /// The option can stand above its lowest level only where `unless` holds.
  public record Lock(Word option, Expression unless, Evidence evidence) {}

  /// What the actor does not accept.
  ///
  /// @param id empty where the file gives none
  public record RedLine(Word id, Expression never, Evidence evidence) {}

  /// Another order for the same actor, by a named analyst or with a probability. What the file
  /// leaves out of it, red lines or order, is the actor's own.
  public record Alternative(
      Word by,
      Formula probability,
      List<RedLine> redLines,
      PreferenceEntry preference,
      Evidence evidence) {}
}
