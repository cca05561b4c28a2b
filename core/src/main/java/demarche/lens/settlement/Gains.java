package demarche.lens.settlement;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Figure.Change;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.model.Proposal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What each proposal is to each actor, against what happens without a deal.
///
/// An actor with values gains or loses a number of its own units; one with a mere order finds the
/// proposal better, worse or the same. Numbers of different actors are not compared.
record Gains(Model model, Actor actor) {
  static Finding finding(Model model, List<Judgement> judgements) {
    List<Proposal> proposals =
        judgements.stream().filter(Judgement::feasible).map(Judgement::proposal).toList();
    return new Finding(
        "gains",
        Prominence.DETAIL,
        say(
            "What each proposal changes for each actor, against what happens without a deal; each"
                + " actor has a scale of its own, so bars compare within a panel only"),
        List.of(),
        List.of(
            new Figure.Multiples(
                "Who prefers what",
                model.actors().stream().map(a -> new Gains(model, a).panel(proposals)).toList())));
  }

  private Figure.Panel panel(List<Proposal> proposals) {
    double longest =
        proposals.stream().mapToDouble(p -> Math.abs(gain(p).doubleValue())).max().orElse(0);
    return new Figure.Panel(
        new Wording(model).party(actor),
        values().isEmpty() ? "an order without numbers" : "gain or loss of value",
        proposals.stream().map(p -> bar(p, longest)).toList());
  }

  private List<Preference.Values> values() {
    return actor.preference().order() instanceof Preference.Values values
        ? List.of(values)
        : List.of();
  }

  /// By value terms; 0 for a mere order, and where a red line decides.
  private BigFraction gain(Proposal proposal) {
    if (actor.preference().crossesAny(proposal.end())) return BigFraction.ZERO;
    return values().stream()
        .map(v -> v.of(proposal.end()).subtract(v.of(model.disagreement())))
        .findFirst()
        .orElse(BigFraction.ZERO);
  }

  private Figure.Bar bar(Proposal proposal, double longest) {
    BigFraction gain = gain(proposal);
    double length = longest == 0 ? 0 : gain.doubleValue() / longest;
    return new Figure.Bar(proposal.name(), change(proposal), length, told(proposal, gain));
  }

  private Change change(Proposal proposal) {
    if (actor.preference().crossesAny(proposal.end())) return Change.FORBIDDEN;
    int sign = actor.preference().compare(proposal.end(), model.disagreement());
    if (sign == 0) return Change.SAME;
    return sign > 0 ? Change.BETTER : Change.WORSE;
  }

  private Sentence told(Proposal proposal, BigFraction gain) {
    return switch (change(proposal)) {
      case FORBIDDEN -> say("crosses the red line {}", lines(proposal));
      case SAME -> say("no change");
      case BETTER -> gain.signum() > 0 ? say("{}", Wording.signed(gain)) : say("better");
      case WORSE -> gain.signum() < 0 ? say("{}", Wording.signed(gain)) : say("worse");
    };
  }

  private Slot lines(Proposal proposal) {
    return new Slot.Several(
        actor.preference().redLines().stream()
            .filter(line -> line.never().holds(proposal.end()))
            .map(RedLine::name)
            .<Slot>map(Slot.OfExpression::new)
            .toList());
  }
}
