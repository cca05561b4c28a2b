package demarche.lens.settlement.steps;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Proposal;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.ProposalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds steps that contradict earlier ones of the same proposal: that undo what one of them did,
/// or take back what never goes back.
record Contradictions(Model model, Problems problems) {
  void tell() {
    for (ProposalEntry entry : model.scenario().proposals()) {
      if (entry.steps().size() < 2) continue;
      model.proposals().stream()
          .filter(p -> p.id().equals(entry.id().text()) && p.ends().size() == entry.steps().size())
          .findFirst()
          .ifPresent(p -> tell(entry, p));
    }
  }

  private void tell(ProposalEntry entry, Proposal proposal) {
    List<int[]> states = new ArrayList<>(List.of(model.statusQuo()));
    proposal.ends().forEach(end -> states.add(end.stream().mapToInt(i -> i).toArray()));
    List<Option> all = Stream.concat(model.options().stream(), model.events().stream()).toList();
    for (int step = 2; step < states.size(); step++) {
      Place place = entry.steps().get(step - 1).place();
      for (Option option : all) tell(proposal, option, states, step, place);
    }
  }

  private void tell(Proposal proposal, Option option, List<int[]> states, int step, Place place) {
    int o = option.index();
    int before = states.get(step - 1)[o];
    int after = states.get(step)[o];
    if (before == after) return;
    int undone =
        IntStream.range(1, step)
            .filter(k -> states.get(k - 1)[o] == after && states.get(k)[o] != after)
            .findFirst()
            .orElse(0);
    if (undone > 0) {
      problems.error(
          place,
          "step %d of proposal '%s' sets '%s' back to '%s', which step %d had changed; expected"
              + " steps that do not undo each other",
          step,
          proposal.id(),
          model.label(option),
          option.levels().get(after),
          undone);
      return;
    }
    boolean wrongWay =
        switch (option.freedom()) {
          case BOTH -> false;
          case UP -> after < before;
          case DOWN -> after > before;
        };
    if (wrongWay) {
      problems.error(
          place,
          "step %d of proposal '%s' takes '%s' from '%s' to '%s', which it can never go after step"
              + " %d: it moves %s only",
          step,
          proposal.id(),
          model.label(option),
          option.levels().get(before),
          option.levels().get(after),
          step - 1,
          option.freedom() == Freedom.UP ? "up" : "down");
    }
  }
}
