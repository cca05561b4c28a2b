package demarche.lens.settlement.steps;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.Blocker;
import demarche.lens.settlement.steps.Staged.Answer;
import demarche.lens.settlement.steps.Staged.Outcome;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference.RedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tells which steps of each plan would be taken, bound to the end and with the end open.
final class StepsWords {
  private final Model model;
  private final Wording wording;

  StepsWords(Model model) {
    this.model = model;
    this.wording = new Wording(model);
  }

  List<Finding> findings(List<Staged> plans) {
    List<Finding> findings = new ArrayList<>();
    for (Staged plan : plans) {
      findings.add(
          new Finding(
              "steps-" + plan.proposal().id(),
              plan.outcome() == Outcome.TAKEN ? Prominence.SECTION : Prominence.HEADLINE,
              statement(plan),
              reasons(plan),
              List.of(table(plan))));
    }
    return findings;
  }

  private Sentence statement(Staged plan) {
    Slot name = new Slot.Quoted(plan.proposal().name());
    return switch (plan.outcome()) {
      case TAKEN ->
          say("Of {} every step would be taken, whether one is bound to the end or not", name);
      case NEEDS_BINDING ->
          say(
              "{} would be agreed as a whole, but step by step it stops after {}",
              name,
              taken(plan));
      case RESCUED ->
          say(
              "Tied to its end, {} fails at the first step; with the end left open, {} would be taken",
              name,
              taken(plan));
      case DEFEATED -> say("Of {} not even the first step would be taken", name);
    };
  }

  private static Slot taken(Staged plan) {
    if (plan.reached() == 0) return new Slot.Plain("none of its steps");
    if (plan.reached() == plan.steps()) return new Slot.Plain("every step");
    return plan.reached() == 1
        ? new Slot.Plain("the first step")
        : new Slot.Clause(say("the first {} steps", new Slot.Count(plan.reached(), "", "")));
  }

  private List<Sentence> reasons(Staged plan) {
    List<Sentence> reasons = new ArrayList<>();
    boolean goodAlone = plan.alone().getFirst().isTaken();
    if (!plan.tied().isTaken()) {
      reasons.add(say("The end is refused: ").then(refusal(plan.tied(), "would rather not begin")));
      if (goodAlone) {
        reasons.add(
            say(
                "For its own sake all would take the first step: it fails because the ends differ"));
      }
    }
    if (plan.reached() < plan.steps()) {
      Answer stopping = plan.open().get(plan.reached());
      Sentence why =
          say("With the end open step {} is refused: ", number(stopping.step()))
              .then(refusal(stopping, "would rather stop before it"));
      if (plan.reached() == 0 && goodAlone) {
        why = why.then("; alone it would be taken, but it leads on to more");
      }
      reasons.add(why);
    }
    return reasons;
  }

  private static Slot number(int number) {
    return new Slot.Count(number, "", "");
  }

  /// Who refuses, and why.
  private Sentence refusal(Answer answer, String preference) {
    if (!answer.feasible()) return say("it leads to no feasible state");
    List<Slot> all = new ArrayList<>();
    for (Blocker blocker : answer.refusing()) {
      Slot who = wording.party(blocker.party());
      all.add(
          new Slot.Clause(
              switch (blocker) {
                case Blocker.PrefersNoDeal _ -> say("{} {}", who, new Slot.Plain(preference));
                case Blocker.CrossesLine(_, var lines) ->
                    say("it crosses the red line {} of {}", lines(lines), who);
                case Blocker.Vetoed(_, var by) ->
                    say(
                        "{} would not pass it over the veto of {}",
                        who,
                        new Slot.Several(
                            by.stream().<Slot>map(s -> new Slot.Plain(s.name())).toList()));
                case Blocker.Shortfall(_, int yes) ->
                    say("{} would not pass it with {}", who, new Slot.Count(yes, "vote", "votes"));
              }));
    }
    return say("{}", new Slot.Several(all));
  }

  private static Slot lines(List<RedLine> lines) {
    return new Slot.Several(
        lines.stream().<Slot>map(l -> new Slot.OfExpression(l.name())).toList());
  }

  private Figure table(Staged plan) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (int j = 1; j <= plan.steps(); j++) {
      Answer open = plan.open().get(j - 1);
      rows.add(
          List.of(
              say("{}", number(j)),
              changes(plan.ends().get(j - 1), plan.ends().get(j)),
              verdict(plan.alone().get(j - 1)),
              j == 1 ? verdict(plan.tied()) : say(""),
              j > plan.reached() + 1 ? say("not reached") : verdict(open)));
    }
    return new Figure.Table(
        "Steps: " + plan.proposal().name(),
        List.of("step", "changes", "for its own sake", "tied to the end", "with the end open"),
        rows);
  }

  private Sentence changes(List<Integer> from, List<Integer> to) {
    List<Slot> changes = new ArrayList<>();
    Stream.concat(model.options().stream(), model.events().stream())
        .filter(o -> !from.get(o.index()).equals(to.get(o.index())))
        .forEach((Option o) -> changes.add(wording.setting(o, to.get(o.index()))));
    return changes.isEmpty() ? say("nothing") : say("{}", new Slot.Several(changes));
  }

  private Sentence verdict(Answer answer) {
    if (answer.isTaken()) return say("taken");
    if (!answer.feasible()) return say("not feasible");
    return say(
        "refused by {}",
        new Slot.Several(
            answer.refusing().stream().map(Blocker::party).<Slot>map(wording::party).toList()));
  }
}
