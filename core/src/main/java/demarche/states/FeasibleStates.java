package demarche.states;

import demarche.model.Model;

/// The feasible states of a model, numbered, before anything is said about them.
final class FeasibleStates {
  private final Outline outline;
  private final Numbering numbering;

  private FeasibleStates(Outline outline, Watch watch) {
    this.outline = outline;
    Circuit circuit = new Circuit(layout());
    Cells cells = new Cells(layout(), circuit, outline.admitted(circuit));
    numbering =
        switch (outline.kind()) {
          case FULL -> new Numbering.Full(outline.size());
          case MARKED -> marked(cells, watch);
          case LISTED -> listed(cells, watch);
        };
  }

  /// Numbers the states; where events are free, their levels are part of a state.
  ///
  /// @throws TooLarge before any memory is taken
  static FeasibleStates of(Model model, Layout.Events events, Watch watch) {
    Outline outline = Outline.of(model, events, watch);
    outline.refuseUnlessFits(outline.numbering());
    return of(outline, watch);
  }

  static FeasibleStates of(Outline outline, Watch watch) {
    return new FeasibleStates(outline, watch);
  }

  /// The gate that tells which codes are feasible states.
  int admitted(Circuit circuit) {
    return outline.admitted(circuit);
  }

  private Numbering marked(Cells cells, Watch watch) {
    int[] codes = new int[outline.size()];
    int[] next = new int[1];
    cells.walk(
        Outline.STEP,
        watch,
        (first, feasible, _) -> {
          for (long rest = feasible; rest != 0; rest &= rest - 1) {
            codes[next[0]++] = (int) first + Long.numberOfTrailingZeros(rest);
          }
        });
    return Numbering.Marked.of(codes, layout().bits());
  }

  private Numbering listed(Cells cells, Watch watch) {
    long[] codes = new long[outline.size()];
    int[] next = new int[1];
    cells.walk(
        Outline.STEP,
        watch,
        (first, feasible, _) -> {
          for (long rest = feasible; rest != 0; rest &= rest - 1) {
            codes[next[0]++] = first + Long.numberOfTrailingZeros(rest);
          }
        });
    return new Numbering.Listed(codes);
  }

  Outline outline() {
    return outline;
  }

  Layout layout() {
    return outline.layout();
  }

  Numbering numbering() {
    return numbering;
  }

  int size() {
    return numbering.size();
  }

  int[] levels(int state) {
    return layout().levels(numbering.code(state));
  }
}
