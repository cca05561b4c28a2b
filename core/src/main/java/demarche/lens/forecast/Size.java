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
  /// What is worked out exactly at most.
  ///
  /// @param states to be reached
  /// @param updates numbers touched
  record Limits(int states, double updates) {
    /// A minute or two.
    static final Limits USUAL = new Limits(Terrain.MOST_STATES, 1e11);
  }

  Size {
    terrain = List.copyOf(terrain);
  }

  static Size of(Premises premises, Limits limits, Run run) {
    return of(premises, new int[] {premises.start()}, limits, run);
  }

  /// The same where it begins in other states.
  static Size of(Premises premises, int[] starts, Limits limits, Run run) {
    List<Terrain> terrain = Terrain.of(premises.drift(), starts, limits.states, run);
    if (terrain.isEmpty()) {
      return new Size(
          List.of(),
          "more than %,d states to be reached".formatted(limits.states),
          "%,d states".formatted(limits.states));
    }
    double updates = updates(premises, terrain.getFirst());
    if (updates > limits.updates) {
      return new Size(
          List.of(),
          "%,d states, %,.0f million changes of a number"
              .formatted(terrain.getFirst().size(), updates / 1e6),
          "%,.0f million".formatted(limits.updates / 1e6));
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

  /// Exact where it fits, else from the usual number of courses.
  Forecast forecast(Premises premises, Run run) {
    return terrain.isEmpty()
        ? new SampledForecast(premises, Forecast.USUAL_DRAWS, List.of(this), run)
        : new ExactForecast(premises, terrain.getFirst(), run);
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
