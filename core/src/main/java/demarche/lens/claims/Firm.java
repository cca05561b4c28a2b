package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.forecast.Estimate;
import demarche.model.Model;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Notation;
import demarche.states.TooLarge;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.numbers.fraction.BigFraction;

/// In how many draws of the uncertain inputs a check holds.
///
/// **Definition.** In each draw all inputs are settled by lot, in this world and its variants
/// alike, and the check is asked of it. Draws in which it has no answer count neither way.
///
/// **Cost.** As many times the check as there are draws; once for a check and world.
final class Firm {
  private final Findings world;
  private final Typed check;
  private final AtomicLong yes = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();

  private Firm(Findings world, Typed check) {
    this.world = world;
    this.check = check;
  }

  /// Under which a count is kept.
  private record Kept(String check, long draws, String words) {}

  private record Count(long yes, long answered) {}

  static Found robustness(Findings findings, Arguments arguments) {
    Typed check = arguments.term("check");
    Luck luck = findings.luck();
    Count count =
        findings
            .space()
            .once(
                new Kept(Notation.of(check.written()), luck.draws(), luck.words()),
                Count.class,
                () -> new Firm(findings, check).count(luck));
    if (count.answered == 0) throw new NoAnswer("the check has no answer in any draw");
    Estimate share = Estimate.share(count.yes, count.answered);
    Sentence told =
        say(
            "It holds in {} of {} that answer it, {}; 95 % of such intervals hold the share: {}",
            new Slot.Count(count.yes, "", ""),
            new Slot.Count(count.answered, "draw", "draws"),
            new Slot.Plain(luck.words()),
            new Slot.Plain("%.3f to %.3f".formatted(share.low(), share.high())));
    return new Found(
        new Value.Amount(BigFraction.of(count.yes, count.answered)), List.of(told), List.of());
  }

  private Count count(Luck luck) {
    Worlds base = Worlds.of(world.space());
    Run run = world.run();
    Run alone = run.alone();
    run.over(
        "draws",
        Math.toIntExact(luck.draws()),
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) ask(base, luck, k, alone);
            });
    return new Count(yes.get(), answered.get());
  }

  private void ask(Worlds base, Luck luck, long draw, Run alone) {
    try {
      Model settled = world.model().settled(luck.lots().apply(draw));
      Value value = new Evaluation(base.with(settled), alone).of(check).value();
      if (((Value.Truth) value).holds()) yes.incrementAndGet();
      answered.incrementAndGet();
    } catch (NoAnswer | InvalidScenario | TooLarge _) {
      // counts neither way
    }
  }
}
