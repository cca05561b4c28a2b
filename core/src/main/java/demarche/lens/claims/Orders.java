package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.preferences.Gap;
import demarche.lens.preferences.TauB;
import demarche.model.Actor;
import java.util.List;

/// How far two orders of the states agree.
final class Orders {
  private Orders() {}

  static Found gap(Findings findings, Arguments arguments) {
    Actor actor = arguments.actor("a");
    return found(Gap.of(findings.space(), actor).tau(), findings, actor, actor);
  }

  static Found similarity(Findings findings, Arguments arguments) {
    Actor a = arguments.actor("a");
    Actor b = arguments.actor("b");
    TauB tau = TauB.of(findings.space().ranks(a).toArray(), findings.space().ranks(b).toArray());
    return found(tau, findings, a, b);
  }

  private static Found found(TauB tau, Findings findings, Actor a, Actor b) {
    if (!tau.isDefined()) {
      throw new NoAnswer(
          a.equals(b)
              ? "one order of '%s' ties all states, so there is no tau-b".formatted(a.id())
              : "the order of '%s' or of '%s' ties all states, so there is no tau-b"
                  .formatted(a.id(), b.id()));
    }
    Sentence because =
        say(
            "{} ranked the same way round, {} the other way round; {} tied by the first order"
                + " alone, {} by the second alone, {} by both",
            new Slot.Count(tau.concordant(), "pair of states is", "pairs of states are"),
            new Slot.Count(tau.discordant(), "", ""),
            new Slot.Count(tau.tiedFirst(), "is", "are"),
            new Slot.Count(tau.tiedSecond(), "", ""),
            new Slot.Count(tau.tiedBoth(), "", ""));
    Sentence whose =
        a.equals(b)
            ? say(
                "Of {} the effective order is the first, the stated one the second",
                of(findings, a))
            : say(
                "The first order is that of {}, the second that of {}",
                of(findings, a),
                of(findings, b));
    return new Found(new Value.Root(tau.signedSquare()), List.of(whose, because), List.of());
  }

  private static Slot of(Findings findings, Actor actor) {
    return findings.wording().party(actor);
  }
}
