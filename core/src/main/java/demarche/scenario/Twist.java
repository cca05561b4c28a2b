package demarche.scenario;

import java.util.List;

/// What a variant does to the model beyond replacing entries of the file.
public sealed interface Twist {
  /// A promise taken as binding, or a state ruled out.
  record Added(ConstraintEntry constraint) implements Twist {}

  /// Only the options of these issue areas may differ from the status quo.
  record Agenda(List<Word> areas, Place place) implements Twist {
    public Agenda {
      areas = List.copyOf(areas);
    }
  }

  /// Options held at the status quo; it is still listed, still votes.
  record Passive(Word party) implements Twist {}

  /// Options at their lowest level, also in the status quo; out of every body.
  record Absent(Word party) implements Twist {}

  /// Indifferent between all states, without red lines.
  record Indifferent(Word actor) implements Twist {}

  record WithoutVeto(Word member) implements Twist {}

  /// Preference and red lines of another; options, moves, seats and costs stay.
  record Copies(Word actor, Word model) implements Twist {}

  /// The stated weights take the place of the effective ones.
  record Stated(Word actor) implements Twist {}

  /// An option held at the status quo, as it is where somebody does not know of it.
  record Held(Word option) implements Twist {}

  /// The values of the actor are on u as they stand: 0 and 1 of its own unit are 0 and 1.
  record OnU(Word actor) implements Twist {}
}
