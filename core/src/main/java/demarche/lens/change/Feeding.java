package demarche.lens.change;

import demarche.model.Model;
import demarche.scenario.ActorEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.BodyEntry.Majority;
import demarche.scenario.Formula;
import demarche.scenario.PreferenceEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What parameters feed besides weights and what objections cost.
final class Feeding {
  private Feeding() {}

  /// The parameters in majorities, in chances of votes and in those of priorities.
  static Set<String> rules(Model model) {
    List<Formula> formulas = new ArrayList<>();
    for (BodyEntry body : model.scenario().bodies()) {
      body.rules().forEach(rule -> majority(rule.majority(), formulas));
      for (BodyEntry.Other other : body.others()) {
        if (other.conduct() instanceof BodyEntry.YesWith(var p)) formulas.add(p.value());
      }
    }
    for (ActorEntry actor : model.scenario().actors()) {
      if (actor.preference() instanceof PreferenceEntry.Priorities(var all)) {
        all.forEach(p -> formulas.add(p.probability()));
      }
    }
    Set<String> found = new HashSet<>();
    formulas.forEach(formula -> found.addAll(Readings.parameters(model, formula)));
    return found;
  }

  private static void majority(Majority majority, List<Formula> formulas) {
    switch (majority) {
      case BodyEntry.YesVotes(var votes) -> formulas.add(votes);
      case BodyEntry.Weighted(var weights, var quota) -> {
        weights.forEach(w -> formulas.add(w.weight()));
        formulas.add(quota);
      }
      case BodyEntry.YesShare(var share, var _, var weights) -> {
        weights.forEach(w -> formulas.add(w.weight()));
        formulas.add(share);
      }
    }
  }
}
