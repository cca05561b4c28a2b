package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Board.Width;
import demarche.states.Arcs;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The boards of a space in arrays of every width that holds its ranks.
public final class Boards {
  private Boards() {}

  /// By the name of the width.
  public static Map<String, Board<?>> ofEveryWidth(Arcs arcs) {
    Width least = Width.of(arcs.space());
    return Arrays.stream(Width.values())
        .filter(w -> w.compareTo(least) >= 0)
        .collect(Collectors.toMap(Width::name, w -> Board.of(arcs, w)));
  }
}
