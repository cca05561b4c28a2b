package demarche.model;

import demarche.scenario.Scenario;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns the moves that a graph lists into those of a model.
record GraphMoves(Roster roster, Options declared) {
  /// Who is passive or absent makes none of its moves.
  Map<String, Map<Integer, List<Integer>>> moves() {
    Set<String> idle = roster.twisted(Twist.Passive.class, Twist.Passive::party, roster.parties());
    idle.addAll(roster.twisted(Twist.Absent.class, Twist.Absent::party, roster.parties()));
    Map<String, Map<Integer, List<Integer>>> moves = new LinkedHashMap<>();
    for (Scenario.GraphEntry graph : roster.scenario().graph()) {
      List<String> states = declared.all().getFirst().levels();
      for (Scenario.GraphEntry.Moves entry : graph.moves()) {
        roster.known(entry.actor(), roster.actors(), "'moves'");
        int from = state(entry.from(), states);
        Set<Integer> targets = new TreeSet<>();
        for (Word word : entry.to()) {
          int to = state(word, states);
          if (to == from && to >= 0) {
            roster
                .problems()
                .error(word.place(), "a move from '%s' to itself, expected another", word);
          }
          if (to >= 0) targets.add(to);
        }
        if (from >= 0 && !idle.contains(entry.actor().text())) {
          moves
              .computeIfAbsent(entry.actor().text(), _ -> new TreeMap<>())
              .put(from, List.copyOf(targets));
        }
      }
    }
    return moves;
  }

  private int state(Word word, List<String> states) {
    return states.indexOf(roster.known(word, new LinkedHashSet<>(states), "'moves'"));
  }
}
