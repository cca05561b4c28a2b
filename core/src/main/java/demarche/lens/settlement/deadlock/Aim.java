package demarche.lens.settlement.deadlock;

import demarche.lens.Run;
import demarche.lens.paths.Group;
import demarche.lens.paths.Groups;
import demarche.model.Proposal;
import demarche.states.Arcs;
import java.util.ArrayList;
import java.util.List;

/// A state that is better for all, with what stands in the way to it.
///
/// @param id of the proposal that leads there; empty where none does
/// @param name for readers; empty where no proposal leads there
record Aim(String id, String name, Towards towards) {
  boolean isLocked() {
    return !towards.led();
  }

  boolean isCircular() {
    return isLocked() && !towards.circles().all().isEmpty();
  }

  /// Of the proposals those that are better for all, in file order. Where improvements lead to each
  /// of them, or there is none, also the state that the first of the smallest groups could go to.
  static List<Aim> of(Arcs arcs, Deadlock deadlock, Run run) {
    List<Aim> aims = new ArrayList<>();
    for (Proposal proposal : arcs.space().model().proposals()) {
      int state = arcs.space().state(proposal.end());
      if (state < 0 || !deadlock.better().contains(state)) continue;
      aims.add(new Aim(proposal.id(), proposal.name(), Towards.of(arcs, state, run)));
    }
    if (aims.stream().anyMatch(Aim::isLocked) || deadlock.locked().isEmpty()) return aims;
    Groups groups = Groups.of(arcs, arcs.space().statusQuo(), deadlock.locked(), run);
    int state =
        groups.found().stream()
            .findFirst()
            .map(Group::best)
            .orElseGet(() -> deadlock.locked().stream().findFirst().orElseThrow());
    aims.add(new Aim("", "", Towards.of(arcs, state, run)));
    return aims;
  }
}
