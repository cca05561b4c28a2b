package demarche.lens.paths;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Components;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The graph of all improvements, taken apart: where it runs in cycles, and where it ends.
///
/// **Definition.** Two states belong together iff improvements lead from each to the other, whoever
/// moves how often. More than one such state make a *cycle area*. An *end* is a state, or a cycle
/// area, from which no improvement leads out.
///
/// **Cost.** O(arcs) time, 13 bytes a state after.
final class Landscape {
  private final Arcs arcs;
  private final List<Party> parties;
  private final Components components;
  private final int[] componentOf;

  /// By component, once asked: 1 for an end, -1 for none.
  private final byte[] ends;

  private Landscape(Arcs arcs, List<Party> parties, Components components) {
    this.arcs = arcs;
    this.parties = parties;
    this.components = components;
    componentOf = new int[arcs.space().size()];
    ends = new byte[components.count()];
    for (int c = 0; c < components.count(); c++) {
      for (int s : components.states(c)) componentOf[s] = c;
    }
  }

  static Landscape of(Arcs arcs, Run run) {
    run.check();
    List<Party> parties = arcs.space().model().parties();
    return new Landscape(
        arcs, parties, Components.of(arcs, Arcs.Kind.IMPROVEMENTS, parties, run.watch()));
  }

  Arcs arcs() {
    return arcs;
  }

  List<Party> parties() {
    return parties;
  }

  /// The states that belong together, ascending; most often a single one.
  record Area(List<Integer> states) {
    Area {
      states = List.copyOf(states);
    }

    boolean isCycle() {
      return states.size() > 1;
    }

    int first() {
      return states.getFirst();
    }
  }

  /// All cycle areas, those with the lowest state first.
  List<Area> cycles() {
    List<Area> areas = new ArrayList<>();
    boolean[] told = new boolean[components.count()];
    for (int s = 0; s < componentOf.length; s++) {
      if (told[componentOf[s]]) continue;
      told[componentOf[s]] = true;
      Area area = area(s);
      if (area.isCycle()) areas.add(area);
    }
    return areas;
  }

  /// What belongs together with a state.
  Area area(int state) {
    int[] states = components.states(componentOf[state]);
    Arrays.sort(states);
    return new Area(Arrays.stream(states).boxed().toList());
  }

  /// Whether two states belong together.
  boolean together(int s, int t) {
    return componentOf[s] == componentOf[t];
  }

  /// Whether no improvement leads out of the state's area.
  boolean isEnd(int state) {
    int c = componentOf[state];
    if (ends[c] == 0) ends[c] = (byte) (hasExit(c) ? -1 : 1);
    return ends[c] > 0;
  }

  private boolean hasExit(int component) {
    int[] into = new int[arcs.most()];
    for (int s : components.states(component)) {
      for (Party party : parties) {
        int count = arcs.targets(party, s, Arcs.Kind.IMPROVEMENTS, into);
        for (int k = 0; k < count; k++) if (!together(s, into[k])) return true;
      }
    }
    return false;
  }
}
