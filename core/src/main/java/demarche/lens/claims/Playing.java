package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.roles.Column;
import demarche.lens.roles.Imagining;
import demarche.lens.roles.Judgement;
import demarche.lens.roles.Kind;
import demarche.lens.roles.Question;
import demarche.lens.roles.Role;
import demarche.lens.roles.Scene;
import demarche.lens.roles.Terms;
import demarche.lens.roles.Verdict;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.model.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a party's part does to a target.
final class Playing {
  /// A figure is right to this many decimals.
  private static final int DECIMALS = 12;

  /// What is less is rounding.
  private static final double LEAST = 1e-12;

  private static final String ATTEMPTED = "attempted-mediator";

  private Playing() {}

  static Found effect(Findings findings, Arguments arguments) {
    Party party = arguments.party("a");
    Kind kind = Kind.find(arguments.id("kind")).orElseThrow();
    int target = place(findings, arguments.id("t"));
    Scene scene = findings.scene();
    List<Double> base = scene.base().figure(target);
    if (base.isEmpty()) throw new NoAnswer("there is no equilibrium by SEQ, so no figure");
    Imagining without = scene.without(kind, party);
    List<Double> figure = without.figure(target);
    if (figure.isEmpty()) {
      throw new NoAnswer(
          "there is no figure with '%s' %s: %s".formatted(party.id(), kind.id(), without.reason()));
    }
    double move = base.getFirst() - figure.getFirst();
    Sentence told =
        say(
            "{} as things are, {} with {} {}: its part {}",
            number(base.getFirst()),
            number(figure.getFirst()),
            findings.wording().party(party),
            new Slot.OfConcept(kind.id().replace('-', ' '), kind.meaning()),
            new Slot.Plain(
                move > LEAST ? "raises it" : move < -LEAST ? "lowers it" : "leaves it as it is"));
    return new Found(new Value.Amount(exact(Math.abs(move))), List.of(told), List.of());
  }

  static Found valueOf(Findings findings, Arguments arguments) {
    Actor i = arguments.actor("i");
    Actor j = arguments.actor("j");
    List<Double> value = findings.scene().valueOf(i, j);
    if (value.isEmpty()) {
      throw new NoAnswer(
          "there is no figure with or without '%s': %s"
              .formatted(i.id(), findings.scene().without(Kind.INACTIVE, i).reason()));
    }
    return Found.of(
        new Value.Amount(exact(value.getFirst())),
        say(
            "What is to be expected is worth {} to {}, on its value between 0 and 1; with {} {}, {}",
            number(findings.scene().base().worth(j.index()).getFirst()),
            findings.wording().party(j),
            findings.wording().party(i),
            new Slot.OfConcept(Kind.INACTIVE.id(), Kind.INACTIVE.meaning()),
            number(findings.scene().without(Kind.INACTIVE, i).worth(j.index()).getFirst())));
  }

  /// Whether it plays a role: to the target that is named, or to any that the observer looks at.
  static Found role(Findings findings, Arguments arguments) {
    Actor actor = arguments.actor("a");
    Column column = column(findings, arguments);
    List<Integer> targets = column.targets();
    if (arguments.has("target")) {
      int target = place(findings, arguments.id("target"));
      if (!targets.contains(target)) return foreign(findings, arguments);
      targets = List.of(target);
    }
    List<Sentence> because = new ArrayList<>();
    for (int target : targets) {
      Judgement judgement =
          new Question(
                  column.scene(),
                  column.scene().model().actors().get(actor.index()),
                  target,
                  Terms.USUAL)
              .judge(named(arguments));
      if (holds(arguments, judgement)) {
        return new Found(new Value.Truth(true), judgement.because(), judgement.evidence());
      }
      because.addAll(judgement.because());
    }
    return new Found(new Value.Truth(false), because, List.of());
  }

  private static Column column(Findings findings, Arguments arguments) {
    if (!arguments.has("observer")) return Column.asIs(findings.scene());
    Actor observer = arguments.actor("observer");
    return Column.of(findings.scene(), observer)
        .orElse(new Column(List.of(observer), findings.scene(), List.of()));
  }

  /// The target is none of the observer's, which then sees nobody play a part to it.
  private static Found foreign(Findings findings, Arguments arguments) {
    return Found.of(
        new Value.Truth(false),
        say(
            "{} is no target of {}",
            new Slot.Plain(arguments.id("target")),
            findings.wording().party(arguments.actor("observer"))));
  }

  private static Role named(Arguments arguments) {
    String role = arguments.id("role");
    return role.equals(ATTEMPTED) ? Role.MEDIATOR : Role.find(role).orElseThrow();
  }

  /// An attempt is made by whoever has access, with effect or without.
  private static boolean holds(Arguments arguments, Judgement judgement) {
    return arguments.id("role").equals(ATTEMPTED)
        ? judgement.verdict() != Verdict.NO
        : judgement.verdict() == Verdict.YES;
  }

  private static int place(Findings findings, String id) {
    List<String> targets = findings.model().targets().stream().map(Target::id).toList();
    int place = targets.indexOf(id);
    if (place >= 0) return place;
    throw new NoAnswer("there is no target '" + id + "' in this variant");
  }

  private static Slot number(double number) {
    return new Slot.Amount("%.4f".formatted(number), "");
  }

  private static BigFraction exact(double number) {
    BigDecimal rounded = new BigDecimal(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return BigFraction.of(rounded.unscaledValue(), BigInteger.TEN.pow(DECIMALS));
  }
}
