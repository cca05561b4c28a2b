package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Board.Width;
import demarche.states.Arcs;
import java.util.Arrays;
import java.util.List;

/// The boards of a space in arrays of every width that holds its ranks.
public final class Boards {
  private Boards() {}

  public static List<Board<?>> ofEveryWidth(Arcs arcs) {
    Width least = Width.of(arcs.space());
    return Arrays.stream(Width.values())
        .filter(w -> w.compareTo(least) >= 0)
        .<Board<?>>map(w -> Board.of(arcs, w))
        .toList();
  }
}
