package demarche.lens.settlement.deadlock;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// What stands in the way from the status quo to a state, and what would undo it.
///
/// **Definition.** Improvements *lead* from one state to another iff a legal sequence of single
/// improvements does. A *push* sets one option from outside, whoever controls it and whatever moves
/// it allows, to another level than in the status quo, so that the state is feasible; it *undoes*
/// the deadlock iff improvements lead from there to the state. Where they lead there from the
/// status quo there is no deadlock, nobody waits and no push is needed.
///
/// **Cost.** One search backwards from the state along improvements, O(arcs).
///
/// @param state of the space
/// @param led whether improvements lead there from the status quo
/// @param waiting who waits for whom at the status quo
/// @param circles in which they wait
/// @param together the smallest groups that must move together
/// @param pushes in the order of options and levels
public record Towards(
    int state,
    boolean led,
    Waiting waiting,
    Circles circles,
    Together together,
    List<Push> pushes) {
  public Towards {
    pushes = List.copyOf(pushes);
  }

  /// An option set from outside.
  public record Push(Option option, int level) {}

  /// @param arcs of a model of options, not of a graph
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Towards of(Arcs arcs, int state, Run run) {
    StateSpace space = arcs.space();
    int quo = space.statusQuo();
    Reach back =
        new Reach(
                arcs,
                (party, at, into) -> arcs.sources(party, at, Arcs.Kind.IMPROVEMENTS, into),
                space.model().parties(),
                state)
            .watched(run.watch())
            .explored();
    boolean led = back.has(quo);
    Waiting waiting = led ? new Waiting(List.of(), List.of()) : Waiting.of(arcs, quo, state, run);
    return new Towards(
        state,
        led,
        waiting,
        Circles.of(waiting),
        Together.of(space, quo, state, run),
        led ? List.of() : pushes(space, back));
  }

  private static List<Push> pushes(StateSpace space, Reach back) {
    Model model = space.model();
    List<Push> pushes = new ArrayList<>();
    for (Option option : model.options()) {
      for (int level = 0; level < option.levels().size(); level++) {
        int[] levels = model.statusQuo();
        if (levels[option.index()] == level) continue;
        levels[option.index()] = level;
        int pushed = space.state(levels);
        if (pushed >= 0 && back.has(pushed)) pushes.add(new Push(option, level));
      }
    }
    return pushes;
  }
}
