package demarche.lens.settlement.steps;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.scenario.BrokenNames;
import demarche.scenario.Problems;
import demarche.scenario.ProposalEntry.Form;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which steps of a plan would be taken, and what pledges would open.
///
/// @param concept under which it is asked what a pledge makes hold
public record StepsLens(Concept concept) implements Lens {
  /// Pledges under SEQ.
  public static final StepsLens USUAL = new StepsLens(Concept.SEQ);

  @Override
  public String key() {
    return "steps";
  }

  @Override
  public String question() {
    return "Which steps of a plan would be taken, and what would a binding pledge open?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("proposals");
  }

  @Override
  public boolean appliesTo(Model model) {
    return model.proposals().stream().anyMatch(StepsLens::isStaged) || !Pledge.ids(model).isEmpty();
  }

  private static boolean isStaged(Proposal proposal) {
    return proposal.form() == Form.STAGED;
  }

  @Override
  public void check(Model model, BrokenNames broken, Problems problems) {
    if (!problems.anyErrors()) new Contradictions(model, problems).tell();
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    return examine(Worlds.of(space), run);
  }

  @Override
  public Answer examine(Worlds worlds, Run run) {
    StateSpace space = worlds.studied();
    List<Staged> plans =
        space.model().proposals().stream()
            .filter(StepsLens::isStaged)
            .map(p -> Staged.of(space, p))
            .toList();
    List<Pledge> pledges = new ArrayList<>();
    for (String id : Pledge.ids(space.model())) {
      Stability stability = Stability.known(space, Set.of(concept), run);
      pledges.add(Pledge.of(stability, worlds.variant(id), concept, run));
    }
    List<Finding> findings = new ArrayList<>(new StepsWords(space.model()).findings(plans));
    PledgeWords words = new PledgeWords(space);
    pledges.forEach(pledge -> findings.add(words.finding(pledge)));
    return new Answer(
        key(),
        "Steps and pledges",
        findings,
        StepsData.of(space, plans, pledges),
        method(plans, pledges));
  }

  private static List<Sentence> method(List<Staged> plans, List<Pledge> pledges) {
    List<Sentence> method = new ArrayList<>();
    if (!plans.isEmpty()) {
      method.add(
          say(
              "Steps are judged by backward induction: a party takes one if it likes what follows at"
                  + " least as well as stopping"));
    }
    if (!pledges.isEmpty()) {
      method.add(
          say(
              "A pledge is a variant that only adds constraints; it would be kept without binding"
                  + " where nobody gains by breaking it, the others' answers considered"));
    }
    return method;
  }
}
