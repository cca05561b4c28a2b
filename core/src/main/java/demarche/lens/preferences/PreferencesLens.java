package demarche.lens.preferences;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Sentence;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What actors say and what counts for them, who is close to whom, of what values are made, and at
/// which numbers an acceptance turns.
public record PreferencesLens() implements Lens {
  @Override
  public String key() {
    return "preferences";
  }

  @Override
  public String question() {
    return "Who wants the same as whom, who says other than counts, and at which numbers does an"
        + " acceptance turn?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("parameters", "proposals", "disagreement");
  }

  @Override
  public boolean appliesTo(Model model) {
    return true;
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Actor actor : space.model().actors()) {
      if (actor.professed().equals(actor.preference())) continue;
      inquiries.add(
          new Inquiry(
              "preferences/%s/gap".formatted(actor.id()),
              "how like %s's stated order is to its own".formatted(actor.name()),
              "gap(%s)".formatted(actor.id())));
    }
    return inquiries;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Wishes wishes = Wishes.of(space, run);
    return new Answer(
        key(),
        "Preferences",
        new WishWords(space, wishes).findings(),
        WishData.of(space, wishes),
        method(wishes));
  }

  private static List<Sentence> method(Wishes wishes) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "How far two orders of the states agree is told by Kendall's tau-b: 1 the same, -1"
                + " reversed; it is worked out over all feasible states and rounded"));
    if (!wishes.thresholds().found().isEmpty()) {
      method.add(
          say(
              "Thresholds are exact, or exact to 30 decimals where they are no fractions; each"
                  + " parameter is moved alone"));
    }
    return method;
  }
}
