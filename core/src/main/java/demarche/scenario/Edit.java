package demarche.scenario;

import java.util.List;

/// One change of a scenario's inputs, as in a what-if. It wins over the file and its variants.
///
/// Names are ids, as a model has them: a priority or red line without an id is `priority-2` or
/// `red-line-1` by its place in the list as it stands. Numbers and expressions are in the file's
/// notation.
public sealed interface Edit {
  /// A parameter at another value, without a range.
  record Parameter(String name, String value) implements Edit {}

  /// A value term with another weight. It loses a range of its own, but for one in percent.
  ///
  /// @param term its id, or where it has none what it is about, as the file writes it
  record Weight(String actor, String term, String weight) implements Edit {}

  /// A value term with another weight at one level of its option.
  record LevelWeight(String actor, String term, String level, String weight) implements Edit {}

  /// A priority put elsewhere among those of its actor.
  ///
  /// @param place where it then stands, the most important at 1
  record MovedPriority(String actor, String priority, int place) implements Edit {}

  /// A priority put among those of an actor.
  ///
  /// @param place where it then stands, the most important at 1
  record NewPriority(String actor, String want, int place) implements Edit {}

  record DroppedPriority(String actor, String priority) implements Edit {}

  /// A red line after those that the actor has.
  record NewRedLine(String actor, String never) implements Edit {}

  record DroppedRedLine(String actor, String redLine) implements Edit {}

  /// What one of a body's rules needs: yes votes, a quota of weights or a share of yes votes,
  /// whichever it counts.
  ///
  /// @param rule which of its rules, from 1
  record Majority(String body, int rule, String needed) implements Edit {}

  /// Who may veto under one of a body's rules.
  ///
  /// @param rule which of its rules, from 1
  record Vetoes(String body, int rule, List<String> members) implements Edit {
    public Vetoes {
      members = List.copyOf(members);
    }
  }
}
