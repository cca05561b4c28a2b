package demarche.lens.locks;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Set;

/// Who locks whose options, such as a parliament those of its government.
public record LocksLens() implements Lens {
  @Override
  public String key() {
    return "locks";
  }

  @Override
  public String question() {
    return "Who locks whose options, and what does that shut out?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return model.scenario().actors().stream().anyMatch(actor -> !actor.locks().isEmpty());
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    List<Lock> locks = Lock.all(space, run);
    return new Answer(
        key(),
        "Locks",
        new LocksWords(space.model(), Wording.of(space)).findings(locks),
        LocksData.of(locks),
        List.of(
            say(
                "Without a lock means that all else in the file stays as it is; settlements are those"
                    + " of all actors that are no part of another")));
  }
}
