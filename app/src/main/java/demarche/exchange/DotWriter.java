package demarche.exchange;

import demarche.analysis.Case;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.Arrays;
import java.util.List;

/// Writes the states and who can go from which to which as a graph in DOT.
public final class DotWriter {
  public static final int MOST_STATES = 500;
  public static final int MOST_ARCS = 20_000;

  private final StateSpace space;
  private final Arcs arcs;
  private final Arcs.Kind kind;

  private DotWriter(StateSpace space, Arcs.Kind kind) {
    this.space = space;
    this.arcs = Arcs.of(space);
    this.kind = kind;
  }

  /// Which states are drawn.
  public enum Scope {
    ALL,
    /// Those that such arcs reach from the status quo.
    REACHABLE
  }

  /// @throws TooLarge beyond the limits
  public static Exported of(Case about, Arcs.Kind kind, Scope scope) {
    StateSpace space = about.space();
    if (scope == Scope.ALL) refuseTooMany(space.size(), scope);
    DotWriter writer = new DotWriter(space, kind);
    int[] states = scope == Scope.ALL ? space.states().toArray() : writer.reachable();
    return Exported.of(
        writer.text(states),
        List.of("not kept: everything but the states, the status quo and the moves"));
  }

  private static void refuseTooMany(int states, Scope scope) {
    if (states <= MOST_STATES) return;
    String help =
        switch (scope) {
          case ALL -> "--reachable draws those that can be reached from the status quo";
          case REACHABLE -> "--arcs improvements reaches fewer, and so does a variant";
        };
    throw new TooLarge(
        "the graph", "%,d states".formatted(states), "%,d".formatted(MOST_STATES), help);
  }

  private int[] reachable() {
    List<Party> movers = space.model().parties();
    Reach reach = new Reach(arcs, kind, movers, space.statusQuo());
    for (int found = 1; reach.next() >= 0; found++) refuseTooMany(found + 1, Scope.REACHABLE);
    return space.states().filter(s -> s == space.statusQuo() || reach.has(s)).toArray();
  }

  private String text(int[] states) {
    StringBuilder text = new StringBuilder("digraph scenario {\n");
    text.append("  label=").append(quoted(space.model().scenario().head().title())).append(";\n");
    text.append("  node [shape=box];\n");
    for (int s : states) {
      String start = s == space.statusQuo() ? " [peripheries=2, tooltip=\"status quo\"]" : "";
      text.append("  ").append(quoted(space.code(s))).append(start).append(";\n");
    }
    int[] into = new int[arcs.most()];
    int drawn = 0;
    for (Party party : space.model().parties()) {
      if (!arcs.isMover(party)) continue;
      for (int s : states) {
        int count = arcs.targets(party, s, kind, into);
        for (int k = 0; k < count; k++) {
          if (into[k] == s || Arrays.binarySearch(states, into[k]) < 0) continue;
          if (++drawn > MOST_ARCS) {
            throw new TooLarge(
                "the graph",
                "more arcs",
                "%,d".formatted(MOST_ARCS),
                "--arcs improvements draws fewer, --reachable fewer states");
          }
          text.append("  ").append(quoted(space.code(s))).append(" -> ");
          text.append(quoted(space.code(into[k]))).append(" [label=");
          text.append(quoted(party.id())).append("];\n");
        }
      }
    }
    return text.append("}\n").toString();
  }

  /// A backslash would begin an escape.
  private static String quoted(String text) {
    return '"' + Quoted.clean(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
