package demarche.lens.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.council.BadCop;
import demarche.lens.council.Council;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Proposition;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Twist;
import demarche.states.StateSpace;
import demarche.states.Utility;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Roles, effects, attribution, blocking sets and values of parts against their definitions, read
/// literally, on random scenarios without a forecast.
final class RolesByDefinitionTest {
  private static final int MOST_STATES = 12;

  private record Drawn(String what, Scene scene, LiteralRoles literal) {
    List<Actor> actors() {
      return scene.model().actors();
    }

    Question question(Actor actor, int target) {
      return new Question(scene, actor, target, Terms.USUAL);
    }

    Judgement judge(Actor actor, int target, Role role) {
      return question(actor, target).judge(role);
    }
  }

  /// As things are, and through the eyes of somebody who errs.
  private static void each(int seeds, BiConsumer<Drawn, Integer> property) {
    Seeds.each(
        seeds,
        seed -> {
          String yaml = RandomRoles.draw(seed);
          Model model = Scenarios.models(yaml).unvaried();
          StateSpace space = StateSpace.of(model);
          if (space.size() > MOST_STATES) return;
          Scene scene = Scene.of(space, Run.quiet());
          for (String eyes : eyes(model)) {
            Scene seen = eyes.isEmpty() ? scene : scene.seenBy(eyes);
            String what = "seed %d, eyes '%s' in\n%s".formatted(seed, eyes, yaml);
            Drawn drawn = new Drawn(what, seen, new LiteralRoles(seen.model()));
            for (int t = 0; t < model.targets().size(); t++) property.accept(drawn, t);
          }
        });
  }

  private static List<String> eyes(Model model) {
    return model.beliefs().isEmpty()
        ? List.of("")
        : List.of("", model.beliefs().getFirst().holder());
  }

  private static void same(String what, List<Double> found, List<Double> expected) {
    assertThat(found).as(what).hasSameSizeAs(expected);
    if (!found.isEmpty()) {
      assertThat(found.getFirst()).as(what).isCloseTo(expected.getFirst(), within(1e-12));
    }
  }

  @Test
  void rolesAndFiguresAreThoseOfTheDefinitions() {
    Map<String, AtomicInteger> met = new ConcurrentHashMap<>();
    each(
        1_000,
        (drawn, t) -> {
          figures(drawn, t);
          blocking(drawn, t);
          for (Actor actor : drawn.actors()) {
            roles(drawn, actor, t);
            guarantor(drawn, actor, t);
            mediator(drawn, actor, t);
            for (Role role : Role.values()) {
              Verdict verdict = drawn.judge(actor, t, role).verdict();
              met.computeIfAbsent(role + " " + verdict, _ -> new AtomicInteger()).incrementAndGet();
            }
          }
        });
    if (Seeds.first(1_000).length < 1_000) return;
    for (Role role : Role.values()) {
      for (Verdict verdict : List.of(Verdict.YES, Verdict.NO)) {
        if (role == Role.BAD_COP && verdict == Verdict.YES) continue; // see BadCopTest
        assertThat(met).as("%s %s", role, verdict).containsKey(role + " " + verdict);
      }
    }
    assertThat(met).containsKey("MEDIATOR ATTEMPTED");
  }

  private static void figures(Drawn drawn, int t) {
    same(drawn.what, drawn.scene.base().figure(t), drawn.literal.figure(t));
    for (Actor actor : drawn.actors()) {
      for (Kind kind : Kind.values()) {
        if (kind == Kind.COPY) continue;
        same(
            drawn.what + actor.id() + kind,
            drawn.scene.move(actor, t, kind),
            drawn.literal.effect(kind.id(), actor, t));
      }
    }
  }

  private static void roles(Drawn drawn, Actor actor, int t) {
    List<Double> copied = drawn.scene.move(actor, t, Kind.COPY);
    is(drawn, actor, t, Role.DECISIVE, drawn.literal.isDecisive(actor, t, 0.05));
    is(drawn, actor, t, Role.VETO_PLAYER, drawn.literal.isVetoPlayer(actor, t));
    is(drawn, actor, t, Role.SPOILER, drawn.literal.isSpoiler(actor, t, 0.05));
    is(drawn, actor, t, Role.BYSTANDER, drawn.literal.isBystander(actor, t, copied));
    is(drawn, actor, t, Role.BAD_COP, isBadCop(drawn, actor, t));
  }

  private static void guarantor(Drawn drawn, Actor actor, int t) {
    List<Double> guarded = drawn.literal.guarded(actor, t);
    is(drawn, actor, t, Role.GUARANTOR, guarded.equals(List.of(1.0)));
    List<Double> told = drawn.judge(actor, t, Role.GUARANTOR).figure();
    if (!told.isEmpty()) same(drawn.what, told, guarded);
    else assertThat(guarded).as(drawn.what).isIn(List.of(), List.of(0.0));
  }

  private static void mediator(Drawn drawn, Actor actor, int t) {
    Judgement found = drawn.judge(actor, t, Role.MEDIATOR);
    assertThat(found.verdict() != Verdict.NO)
        .as("%s mediates t%d, %s", actor.id(), t, drawn.what)
        .isEqualTo(drawn.literal.isAttempted(actor, t));
    if (found.figure().isEmpty()) return;
    Imagining both = GoodOffices.of(drawn.question(actor, t)).with(GoodOffices.Part.BOTH);
    Model world = ((Imagining.Possible) both).world().model();
    wishes(drawn, actor, t);
    List<Double> expected =
        Scene.difference(LiteralRoles.figure(world, t), drawn.literal.figure(t));
    same(drawn.what + actor.id(), found.figure(), expected);
    assertThat(found.verdict() == Verdict.YES)
        .as(drawn.what)
        .isEqualTo(expected.getFirst() > 0.05 + 1e-9);
  }

  /// Each disputant wants the target more by leverage times trust, nobody else does.
  private static void wishes(Drawn drawn, Actor mediator, int t) {
    GoodOffices offices = GoodOffices.of(drawn.question(mediator, t));
    Imagining urged = offices.with(GoodOffices.Part.MANIPULATION);
    Model world = ((Imagining.Possible) urged).world().model();
    Proposition wanted = world.targets().get(t).when().meaning();
    List<String> disputants = drawn.literal.disputants(mediator, t);
    for (Actor actor : drawn.actors()) {
      Utility was = Utility.of(drawn.scene.model(), actor);
      Utility is = Utility.of(world, world.actors().get(actor.index()));
      boolean flat = !was.isAssumed() && was.high().equals(was.low());
      boolean asked = disputants.contains(actor.id()) && !flat;
      double weight = asked ? drawn.literal.weight(mediator, actor.id()) : 0;
      for (int s = 0; s < drawn.scene.space().size(); s++) {
        int[] levels = drawn.scene.space().levels(s);
        assertThat(is.byOrder(levels).subtract(was.byOrder(levels)).doubleValue())
            .as("%s by %s, %s", actor.id(), mediator.id(), drawn.what)
            .isCloseTo(wanted.holds(levels) ? weight : 0, within(1e-12));
      }
    }
  }

  /// Effects of vetoes have a twin of their own, in the tests of councils.
  private static boolean isBadCop(Drawn drawn, Actor actor, int t) {
    Model model = drawn.scene.model();
    StateSpace space = drawn.scene.space();
    Proposition when = model.targets().get(t).when().meaning();
    Term holds = new Term("", "", List.of(new Term.Weight(when, BigFraction.ONE)), Evidence.NONE);
    for (Body body : model.bodies()) {
      Council council = new Council(space, body, space.statusQuo(), Run.quiet());
      for (BadCop effect : BadCop.of(council, actor.id(), List.of(holds)).stream().toList()) {
        int[] passed = space.levels(effect.without().text());
        if (effect.effect().signum() <= 0 || !when.holds(passed)) continue;
        double own = inU(model, actor, effect.member().objectionCost());
        for (BadCop.Ally ally : effect.allies()) {
          if (ally.actor().equals(actor)) continue;
          if (inU(model, ally.actor(), ally.cost()) > own + 1e-12) return true;
        }
      }
    }
    return false;
  }

  private static double inU(Model model, Actor actor, BigFraction cost) {
    Utility utility = Utility.of(model, actor);
    double room = utility.high().subtract(utility.low()).doubleValue();
    return cost.doubleValue() / (room == 0 ? 1 : room);
  }

  private static void blocking(Drawn drawn, int t) {
    Blocking found = Blocking.of(drawn.scene, List.of(t), Run.quiet()).getFirst();
    Set<Set<String>> sets = found.sets().stream().map(HashSet::new).collect(Collectors.toSet());
    assertThat(sets).as(drawn.what).isEqualTo(drawn.literal.blocking(t));
  }

  private static void is(Drawn drawn, Actor actor, int t, Role role, boolean expected) {
    assertThat(drawn.judge(actor, t, role).verdict() == Verdict.YES)
        .as("%s %s of t%d, %s", actor.id(), role, t, drawn.what)
        .isEqualTo(expected);
  }

  @Test
  void sharesAreThoseOfAllOrders() {
    each(
        300,
        (drawn, t) -> {
          if (drawn.actors().size() > 4) return;
          Attribution found = Attribution.of(drawn.scene, List.of(t), Run.quiet());
          double sum = 0;
          for (Actor actor : drawn.actors()) {
            List<Double> share = RolesData.shapley(found, actor, t);
            List<Double> expected = drawn.literal.shapley(actor, t);
            if (expected.isEmpty() && share.equals(List.of(0.0))) continue; // a player of no effect
            same(drawn.what + actor.id(), share, expected);
            sum += share.isEmpty() ? 0 : share.getFirst();
          }
          Attribution.Shares shares = found.shares().getFirst();
          if (shares.of().isEmpty()) return;
          assertThat(sum).as(drawn.what).isCloseTo(shares.all() - shares.none(), within(1e-12));
        });
  }

  @Test
  void aPartIsWorthWhatIsLessWithoutIt() {
    each(
        300,
        (drawn, t) -> {
          if (t > 0) return;
          Model model = drawn.scene.model();
          for (Actor actor : drawn.actors()) {
            for (Actor other : drawn.actors()) {
              same(
                  drawn.what + actor.id() + other.id(),
                  drawn.scene.valueOf(actor, other),
                  Scene.difference(LiteralRoles.worth(model, other), without(model, actor, other)));
            }
          }
        });
  }

  private static List<Double> without(Model model, Actor actor, Actor other) {
    try {
      Model inactive =
          Imagined.twisted(
              model,
              List.of(
                  new Twist.Passive(Imagined.word(actor.id())),
                  new Twist.Indifferent(Imagined.word(actor.id()))));
      return LiteralRoles.worth(inactive, inactive.actors().get(other.index()));
    } catch (InvalidScenario e) {
      return List.of();
    }
  }
}
