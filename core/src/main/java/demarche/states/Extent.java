package demarche.states;

import demarche.model.Proposition;
import java.util.List;
import java.util.stream.IntStream;

/// How far a proposition holds: a walk over all codes decides many of them together.
public enum Extent {
  NEVER,
  SOMETIMES,
  ALWAYS;

  /// Over the feasible states.
  public static List<Extent> overStates(StateSpace space, List<Proposition> propositions) {
    Circuit circuit = new Circuit(space.feasible().layout());
    int states = space.feasible().admitted(circuit);
    return over(space, circuit, states, propositions);
  }

  /// Over all assignments that leave held options where they are held, feasible or not.
  public static List<Extent> overAssignments(StateSpace space, List<Proposition> propositions) {
    Circuit circuit = new Circuit(space.feasible().layout());
    return over(space, circuit, circuit.wellFormed(), propositions);
  }

  private static List<Extent> over(
      StateSpace space, Circuit circuit, int among, List<Proposition> propositions) {
    int[] gates = propositions.stream().mapToInt(circuit::of).toArray();
    boolean[] somewhere = new boolean[gates.length];
    boolean[] missing = new boolean[gates.length];
    Cells.walk(
        space.feasible().layout(),
        circuit,
        among,
        (_, marks, word) -> {
          for (int p = 0; p < gates.length; p++) {
            long holds = circuit.register(gates[p])[word] & marks;
            somewhere[p] |= holds != 0;
            missing[p] |= holds != marks;
          }
        });
    return IntStream.range(0, gates.length)
        .mapToObj(p -> !somewhere[p] ? NEVER : missing[p] ? SOMETIMES : ALWAYS)
        .toList();
  }
}
