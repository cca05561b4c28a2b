package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.states.Footprint;
import java.util.List;

/// Whether a forecast can be worked out exactly, and what that would take.
///
/// @param terrain the states and where they lead; empty where it is too large
/// @param needed what it would take, in words; empty where it is not too large
/// @param allowed as much as is allowed, in words
record Size(List<Terrain> terrain, String needed, String allowed) {
  /// Numbers touched, at most: a minute or two.
  private static final double MOST_UPDATES = 1e11;

  Size {
    terrain = List.copyOf(terrain);
  }

  static Size of(Premises premises, Run run) {
    List<Terrain> terrain = Terrain.of(premises.drift(), Terrain.MOST_STATES, run);
    if (terrain.isEmpty()) {
      return new Size(
          List.of(),
          "more than %,d states to be reached".formatted(Terrain.MOST_STATES),
          "%,d states".formatted(Terrain.MOST_STATES));
    }
    double updates = updates(premises, terrain.getFirst());
    if (updates > MOST_UPDATES) {
      return new Size(
          List.of(),
          "%,d states, %,.0f million changes of a number"
              .formatted(terrain.getFirst().size(), updates / 1e6),
          "%,.0f million".formatted(MOST_UPDATES / 1e6));
    }
    Footprint memory = memory(terrain.getFirst(), premises, run);
    long most = Runtime.getRuntime().maxMemory();
    return memory.heap() > most
        ? new Size(
            List.of(),
            "%,d states, %s".formatted(terrain.getFirst().size(), Footprint.inWords(memory.heap())),
            Footprint.inWords(most))
        : new Size(terrain, "", "");
  }

  private static double updates(Premises premises, Terrain terrain) {
    double ticks = premises.pace().total() * premises.pace().years();
    double each = 2.0 * terrain.size() * terrain.ways().size() + listed(terrain);
    return (ticks + 10 * Math.sqrt(ticks) + 20) * each * (2 * premises.targets().size() + 1);
  }

  private static long listed(Terrain terrain) {
    return terrain.ways().stream()
        .mapToLong(w -> w instanceof Terrain.Ways.Branches b ? b.targets().length : 0)
        .sum();
  }

  /// Of two chains (one blind), and the distributions of each thread.
  private static Footprint memory(Terrain terrain, Premises premises, Run run) {
    long n = terrain.size();
    long groups = terrain.ways().stream().filter(w -> w instanceof Terrain.Ways.Groups).count();
    long chain = 8 * (n * groups + listed(terrain));
    long vectors = 8 * n * (5L * run.threads() + premises.measures().size() + 4);
    return Footprint.of(2 * chain + vectors);
  }
}
