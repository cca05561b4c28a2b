package demarche.lens.settlement.deadlock;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Set;

/// What is better for all and not reached by single improvements, and why.
public record DeadlockLens() implements Lens {
  @Override
  public String key() {
    return "deadlock";
  }

  @Override
  public String question() {
    return "What is better for all and reached by nobody alone, who waits for whom, what undoes it?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.isGraph()
        && model.actors().stream().filter(a -> a.partOf().isEmpty()).count() > 1;
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return space.model().proposals().stream()
        .filter(p -> space.state(p.end()) >= 0)
        .map(p ->
            new Inquiry(
                "deadlock/%s/cycle".formatted(p.id()),
                "some wait for each other on the way to %s".formatted(p.id()),
                "count(cycle(%s)) > 0".formatted(p.id())))
        .toList();
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Arcs arcs = Arcs.of(space, run.watch());
    Deadlock deadlock = Deadlock.of(arcs, run);
    List<Aim> aims = Aim.of(arcs, deadlock, run);
    return new Answer(
        key(),
        "Deadlock",
        new DeadlockWords(space, deadlock, aims).findings(),
        DeadlockData.of(space, deadlock, aims),
        List.of(
            say(
                "A party waits for another where it would not begin as things stand and would after"
                    + " some move of the other alone, a gain to that one or not; a push sets one"
                    + " option from outside")));
  }
}
