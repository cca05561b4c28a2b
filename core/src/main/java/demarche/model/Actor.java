package demarche.model;

import demarche.scenario.ActorEntry.Kind;
import demarche.scenario.Evidence;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A decision maker with wishes of its own.
///
/// @param partOf the id of the actor that it belongs to; empty where none
/// @param preference what counts in the analysis
/// @param professed what it says in public: the stated weights; else the same
public record Actor(
    int index,
    String id,
    String name,
    Kind kind,
    String partOf,
    List<Option> options,
    Preference preference,
    Preference professed,
    List<Alternative> alternatives,
    Evidence evidence)
    implements Party {
  public Actor {
    options = List.copyOf(options);
    alternatives = List.copyOf(alternatives);
  }

  /// Another order that the actor may have.
  ///
  /// @param by the analyst who says so; may be empty
  public record Alternative(String by, BigFraction probability, Preference preference) {}

  /// The same actor with other wishes, known as far as they are given; what it states goes along
  /// unless it had stated otherwise.
  Actor with(Preference other, List<Alternative> others) {
    Preference said = professed.equals(preference) ? other : professed;
    return new Actor(index, id, name, kind, partOf, options, other, said, others, evidence);
  }
}
