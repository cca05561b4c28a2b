package demarche.lens.settlement.guarantees;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.settlement.Judge;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What would keep each proposal once it is agreed.
public record GuaranteesLens() implements Lens {
  @Override
  public String key() {
    return "guarantees";
  }

  @Override
  public String question() {
    return "Whose word or threat keeps an agreement, or would keep it?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("proposals");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.proposals().isEmpty();
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Guarantees one : all(space, run)) {
      for (Breach breach : one.breaches()) {
        if (!one.judgement().isAccepted() || breach.guarantors().isEmpty()) continue;
        String by = breach.by().id();
        String id = one.proposal().id();
        inquiries.add(
            new Inquiry(
                "guarantees/%s/%s".formatted(id, by),
                "somebody's threat alone would keep %s in '%s'"
                    .formatted(breach.by().name(), one.proposal().name()),
                "count(guarantors(%s, against = %s)) > 0".formatted(id, by)));
      }
    }
    return inquiries;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    List<Guarantees> all = all(space, run);
    return new Answer(
        key(),
        "Guarantees",
        new GuaranteesWords(space).findings(all),
        GuaranteesData.of(space, all),
        method(space, all));
  }

  /// Of each proposal that leads to a state, in file order.
  private static List<Guarantees> all(StateSpace space, Run run) {
    Stability stability = Stability.known(space, Set.of(Concept.SEQ), run);
    Judge judge = new Judge(stability, run);
    List<Guarantees> all = new ArrayList<>();
    List<Proposal> proposals = space.model().proposals();
    for (int k = 0; k < proposals.size(); k++) {
      run.check();
      run.progress().at("guarantees", k, proposals.size());
      if (space.state(proposals.get(k).end()) < 0) continue;
      all.add(Guarantees.of(stability, judge, proposals.get(k), run));
    }
    return all;
  }

  private static List<Sentence> method(StateSpace space, List<Guarantees> all) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "A proposal holds if it is an equilibrium under SEQ; a threat counts if it leaves the"
                + " leaver no better off than what was agreed, and crosses no red line of who makes"
                + " it; groups of up to three were tried, and one addition at a time"));
    int left = space.model().proposals().size() - all.size();
    if (left > 0) {
      method.add(
          say(
              "Of guarantees nothing is said of {} of {} proposals: they lead to no feasible state"
                  + " with events as they are",
              new Slot.Count(left, "", ""),
              new Slot.Count(space.model().proposals().size(), "", "")));
    }
    return method;
  }
}
