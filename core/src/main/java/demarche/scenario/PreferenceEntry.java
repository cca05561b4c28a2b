package demarche.scenario;

import java.util.List;

/// What an actor wishes, red lines aside.
public sealed interface PreferenceEntry {
  /// Nothing is written: all states are alike.
  record None() implements PreferenceEntry {}

  /// Most important first.
  record Priorities(List<Priority> priorities) implements PreferenceEntry {
    public Priorities {
      priorities = List.copyOf(priorities);
    }
  }

  /// One thing that the actor wants true.
  ///
  /// @param id empty where the file gives none
  /// @param probability with which it holds in a draw; 1 where the file gives none
  record Priority(Word id, Expression want, Formula probability, Evidence evidence) {}

  record Values(List<TermEntry> terms) implements PreferenceEntry {
    public Values {
      terms = List.copyOf(terms);
    }
  }

  /// All states in groups, written out.
  ///
  /// @param groups best first; each lists state codes, patterns with `?`, or states of a graph
  record Ranking(List<List<Word>> groups, Place place) implements PreferenceEntry {
    public Ranking {
      groups = groups.stream().map(List::copyOf).toList();
    }
  }
}
