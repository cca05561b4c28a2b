package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A way out of one equilibrium into another that a coalition could go to the gain of all members.
///
/// **Definition.** A coalition jumps from *s* to *t* iff both are equilibria under a named
/// individual concept and *t* is one of its coalition improvements from *s*. Told are the smallest
/// such coalitions: no proper part of one jumps from *s* to *t*.
///
/// **Cost.** One search for each equilibrium and coalition.
///
/// **Source.** Kilgour, Hipel, Fang & Peng (2001).
public record Jump(Coalition coalition, int from, int to) {
  /// @param coalitions that may jump
  /// @param equilibria under the individual concept
  /// @return by the state where they begin, then by the state where they end, then by coalition
  public static List<Jump> all(
      Arcs arcs, List<Coalition> coalitions, StateSet equilibria, Run run) {
    List<Jump> jumps = new ArrayList<>();
    List<Coalition> smallerFirst =
        coalitions.stream().sorted(Comparator.comparingInt(c -> c.members().size())).toList();
    equilibria.forEach(from -> {
      List<Jump> here = new ArrayList<>();
      for (Coalition coalition : smallerFirst) {
        run.check();
        here.addAll(of(arcs, coalition, equilibria, from, here));
      }
      here.sort(Comparator.comparingInt(Jump::to));
      jumps.addAll(here);
    });
    return jumps;
  }

  /// @param before jumps from the same state by coalitions that are no larger
  private static List<Jump> of(
      Arcs arcs, Coalition coalition, StateSet equilibria, int from, List<Jump> before) {
    List<Jump> jumps = new ArrayList<>();
    Reach reach = new Reach(arcs, Arcs.Kind.MOVES, coalition.members(), from);
    for (int t = reach.next(); t >= 0; t = reach.next()) {
      Jump jump = new Jump(coalition, from, t);
      if (equilibria.contains(t)
          && jump.isGain(arcs)
          && before.stream().noneMatch(jump::needsMoreThan)) {
        jumps.add(jump);
      }
    }
    return jumps;
  }

  private boolean isGain(Arcs arcs) {
    return coalition.members().stream().allMatch(p -> arcs.space().prefers(p, from, to));
  }

  private boolean needsMoreThan(Jump other) {
    return other.to == to && coalition.contains(other.coalition);
  }

  /// A shortest legal sequence of the members that leads there.
  public List<Reach.Step> steps(Arcs arcs) {
    return new Reach(arcs, Arcs.Kind.MOVES, coalition.members(), from).explored().path(to);
  }
}
