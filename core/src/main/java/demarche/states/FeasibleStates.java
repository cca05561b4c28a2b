package demarche.states;

import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Proposition;
import java.math.BigInteger;
import java.util.List;

/// The feasible states of a model, numbered, before anything is said about them.
final class FeasibleStates {
  /// How many assignments are tried, 64 in a few dozen word operations.
  private static final BigInteger MOST_COMBINATIONS = BigInteger.ONE.shiftLeft(33);

  /// Up to this many codes, a bit is kept for each.
  private static final int MOST_MARKED_BITS = 30;

  private final Model model;
  private final Layout layout;
  private final Numbering numbering;

  private FeasibleStates(Model model, Layout layout) {
    this.model = model;
    this.layout = layout;
    Circuit circuit = new Circuit(layout);
    int admitted = admitted(circuit);
    long count = count(circuit, admitted);
    if (count > StateSpace.MOST_STATES) {
      throw tooLarge(
          model, "%,d feasible states".formatted(count), "%,d".formatted(StateSpace.MOST_STATES));
    }
    long bytes = StateSpace.bytes(count, model);
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw tooLarge(
          model,
          "%,d feasible states, about %,d MB".formatted(count, bytes >> 20),
          "%,d MB of memory".formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
    if (count == 1L << layout.bits()) {
      numbering = new Numbering.Full((int) count);
    } else if (layout.bits() <= MOST_MARKED_BITS && isDense(count)) {
      numbering = marked(circuit, admitted, (int) count);
    } else {
      numbering = listed(circuit, admitted, (int) count);
    }
  }

  /// Numbers the states; where events are free, their levels are part of a state.
  ///
  /// @throws TooLarge before any memory is taken
  static FeasibleStates of(Model model, Layout.Events events) {
    Layout layout = new Layout(model, events);
    if (layout.combinations().compareTo(MOST_COMBINATIONS) > 0) {
      throw tooLarge(
          model,
          inWords(layout.combinations()) + " combinations of levels",
          "%,d".formatted(MOST_COMBINATIONS));
    }
    return new FeasibleStates(model, layout);
  }

  private static String inWords(BigInteger count) {
    int digits = count.toString().length();
    return digits <= 30 ? "%,d".formatted(count) : "about 10^" + (digits - 1);
  }

  private static TooLarge tooLarge(Model model, String needed, String allowed) {
    return new TooLarge(
        "the states of '" + model.scenario().head().title() + "'",
        needed,
        allowed,
        "drop options or levels, add constraints, or hold options with a variant (passive, agenda)");
  }

  /// Whether a bit for each code takes no more room than the codes themselves would.
  private boolean isDense(long count) {
    return layout.bits() <= 20 || count >= 1L << (layout.bits() - 6);
  }

  /// The gate that tells which codes are feasible states.
  int admitted(Circuit circuit) {
    List<Proposition> allowed = model.constraints().stream().map(Constraint::allowed).toList();
    return circuit.both(circuit.wellFormed(), circuit.of(new Proposition.All(allowed)));
  }

  private long count(Circuit circuit, int admitted) {
    long[] count = new long[1];
    Cells.walk(layout, circuit, admitted, (_, feasible, _) -> count[0] += Long.bitCount(feasible));
    return count[0];
  }

  private Numbering marked(Circuit circuit, int admitted, int count) {
    int[] codes = new int[count];
    int[] next = new int[1];
    Cells.walk(
        layout,
        circuit,
        admitted,
        (first, feasible, _) -> {
          for (long rest = feasible; rest != 0; rest &= rest - 1) {
            codes[next[0]++] = (int) first + Long.numberOfTrailingZeros(rest);
          }
        });
    return Numbering.Marked.of(codes, layout.bits());
  }

  private Numbering listed(Circuit circuit, int admitted, int count) {
    long[] codes = new long[count];
    int[] next = new int[1];
    Cells.walk(
        layout,
        circuit,
        admitted,
        (first, feasible, _) -> {
          for (long rest = feasible; rest != 0; rest &= rest - 1) {
            codes[next[0]++] = first + Long.numberOfTrailingZeros(rest);
          }
        });
    return new Numbering.Listed(codes);
  }

  Layout layout() {
    return layout;
  }

  Numbering numbering() {
    return numbering;
  }

  int size() {
    return numbering.size();
  }

  int[] levels(int state) {
    return layout.levels(numbering.code(state));
  }
}
