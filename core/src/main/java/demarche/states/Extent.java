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
  public static List<Extent> overStates(
      StateSpace space, List<Proposition> propositions, Watch watch) {
    Layout layout = space.feasible().layout();
    Circuit circuit = new Circuit(layout);
    int states = space.feasible().admitted(circuit);
    return over(new Cells(layout, circuit, states), propositions, watch);
  }

  /// Over all assignments that leave held options where they are held, feasible or not.
  public static List<Extent> overAssignments(
      StateSpace space, List<Proposition> propositions, Watch watch) {
    Layout layout = space.feasible().layout();
    Circuit circuit = new Circuit(layout);
    return over(new Cells(layout, circuit, circuit.wellFormed()), propositions, watch);
  }

  private static List<Extent> over(Cells cells, List<Proposition> propositions, Watch watch) {
    int[] gates = propositions.stream().mapToInt(cells.circuit()::of).toArray();
    boolean[] somewhere = new boolean[gates.length];
    boolean[] missing = new boolean[gates.length];
    cells.walk(
        "checking",
        watch,
        (_, marks, word) -> {
          for (int p = 0; p < gates.length; p++) {
            long holds = cells.circuit().register(gates[p])[word] & marks;
            somewhere[p] |= holds != 0;
            missing[p] |= holds != marks;
          }
        });
    return IntStream.range(0, gates.length)
        .mapToObj(p -> !somewhere[p] ? NEVER : missing[p] ? SOMETIMES : ALWAYS)
        .toList();
  }
}
