package demarche.lens.firmness;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where improvements end: the parts of the graph that no improvement leaves, and their basins.
///
/// **Definition.** Two states belong together iff improvements lead from each to the other, whoever
/// moves how often. A *sink* is such a part, most often a single state, from which no improvement
/// leads out. Its *basin* are the states from which improvements can lead there; its *sure basin*
/// those from which they can lead to no other sink.
///
/// **Law.** A sink of one state is an R equilibrium, and the other way round. From every state
/// improvements lead to some sink.
///
/// **Cost.** O(arcs) time, twice; 20 bytes a state.
///
/// **Source.** Sink equilibria: Goemans, Mirrokni & Vetta (2005).
///
/// @param count of all sinks
/// @param cycles how many of them have several states
/// @param told those with the largest sure basins, at most 64
public record Sinks(int count, int cycles, List<Sink> told) {
  private static final int MOST_TOLD = Long.SIZE;
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  public Sinks {
    told = List.copyOf(told);
  }

  /// @param states ascending
  /// @param sure how many states lead to this sink only, its own included
  /// @param possible how many can lead here, its own included
  public record Sink(List<Integer> states, int sure, int possible) {
    public Sink {
      states = List.copyOf(states);
    }
  }

  static Sinks of(Arcs arcs, Run run) {
    run.check();
    return new Search(arcs, run).sinks();
  }

  private static final class Search {
    private final Arcs arcs;
    private final Run run;
    private final List<Party> parties;
    private final Components components;
    private final int[] componentOf;

    Search(Arcs arcs, Run run) {
      this.arcs = arcs;
      this.run = run;
      parties = arcs.space().model().parties();
      components = Components.of(arcs, Arcs.Kind.IMPROVEMENTS, parties, run.watch());
      componentOf = new int[arcs.space().size()];
      for (int c = 0; c < components.count(); c++) {
        for (int s : components.states(c)) componentOf[s] = c;
      }
    }

    /// What is done with a component and one to which an improvement leads from it.
    private interface Link {
      void at(int component, int next);
    }

    /// A component comes after all that it leads to.
    private void links(Link link) {
      int[] into = new int[arcs.most()];
      for (int c = 0; c < components.count(); c++) {
        if ((c & 0xff) == 0) run.check();
        for (int s : components.states(c)) {
          for (Party party : parties) {
            int count = arcs.targets(party, s, Arcs.Kind.IMPROVEMENTS, into);
            for (int k = 0; k < count; k++) {
              if (componentOf[into[k]] != c) link.at(c, componentOf[into[k]]);
            }
          }
        }
      }
    }

    Sinks sinks() {
      int[] only = only();
      int[] sure = new int[components.count()];
      List<Integer> sinks = new ArrayList<>();
      int cycles = 0;
      for (int c = 0; c < only.length; c++) {
        if (only[c] >= 0) sure[only[c]] += components.states(c).length;
        if (only[c] != c) continue;
        sinks.add(c);
        if (components.states(c).length > 1) cycles++;
      }
      List<Integer> largest =
          sinks.stream()
              .sorted(
                  Comparator.comparingInt((Integer c) -> -sure[c]).thenComparingInt(this::lowest))
              .limit(MOST_TOLD)
              .toList();
      int[] possible = possible(largest);
      List<Sink> told = new ArrayList<>();
      for (int k = 0; k < largest.size(); k++) {
        int c = largest.get(k);
        told.add(new Sink(ascending(c), sure[c], possible[k]));
      }
      return new Sinks(sinks.size(), cycles, told);
    }

    /// By component the only sink to which it leads, or `SEVERAL`.
    private int[] only() {
      int[] only = new int[components.count()];
      Arrays.fill(only, NONE);
      links((c, next) -> {
        int leads = only[next] == NONE ? next : only[next];
        only[c] = only[c] == NONE || only[c] == leads ? leads : SEVERAL;
      });
      for (int c = 0; c < only.length; c++) if (only[c] == NONE) only[c] = c;
      return only;
    }

    private int[] possible(List<Integer> sinks) {
      long[] mask = new long[components.count()];
      for (int k = 0; k < sinks.size(); k++) mask[sinks.get(k)] = 1L << k;
      links((c, next) -> mask[c] |= mask[next]);
      int[] possible = new int[sinks.size()];
      for (int component : componentOf) {
        for (long rest = mask[component]; rest != 0; rest &= rest - 1) {
          possible[Long.numberOfTrailingZeros(rest)]++;
        }
      }
      return possible;
    }

    private int lowest(int component) {
      return Arrays.stream(components.states(component)).min().orElseThrow();
    }

    private List<Integer> ascending(int component) {
      return Arrays.stream(components.states(component)).sorted().boxed().toList();
    }
  }
}
