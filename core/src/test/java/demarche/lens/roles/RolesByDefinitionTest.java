package demarche.lens.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Twist;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Roles, effects, attribution, blocking sets and values of parts against their definitions, read
/// literally, on random scenarios without a forecast.
final class RolesByDefinitionTest {
  private static final int MOST_STATES = 20;

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
  void figuresAndTheirMovesAreThoseOfTheDefinitions() {
    each(
        1_000,
        (drawn, t) -> {
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
        });
  }

  @Test
  void rolesAreThoseOfTheDefinitions() {
    each(
        1_000,
        (drawn, t) -> {
          for (Actor actor : drawn.actors()) {
            String what = "%s of t%d, %s".formatted(actor.id(), t, drawn.what);
            List<Double> copied = drawn.scene.move(actor, t, Kind.COPY);
            is(drawn, actor, t, Role.DECISIVE, drawn.literal.isDecisive(actor, t, 0.05));
            is(drawn, actor, t, Role.VETO_PLAYER, drawn.literal.isVetoPlayer(actor, t));
            is(drawn, actor, t, Role.SPOILER, drawn.literal.isSpoiler(actor, t, 0.05));
            is(drawn, actor, t, Role.BYSTANDER, drawn.literal.isBystander(actor, t, copied));
            List<Double> guarded = drawn.literal.guarded(actor, t);
            Judgement guarantor = drawn.judge(actor, t, Role.GUARANTOR);
            assertThat(guarantor.verdict() == Verdict.YES)
                .as(what)
                .isEqualTo(guarded.equals(List.of(1.0)));
            if (!guarantor.figure().isEmpty()) same(what, guarantor.figure(), guarded);
            Judgement mediator = drawn.judge(actor, t, Role.MEDIATOR);
            assertThat(mediator.verdict() != Verdict.NO)
                .as(what)
                .isEqualTo(drawn.literal.isAttempted(actor, t));
          }
        });
  }

  private static void is(Drawn drawn, Actor actor, int t, Role role, boolean expected) {
    assertThat(drawn.judge(actor, t, role).verdict() == Verdict.YES)
        .as("%s %s of t%d, %s", actor.id(), role, t, drawn.what)
        .isEqualTo(expected);
  }

  @Test
  void sharesAreThoseOfAllOrders() {
    each(
        400,
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
          assertThat(sum)
              .as(drawn.what)
              .isCloseTo(shares.all() - shares.none(), within(1e-12));
        });
  }

  @Test
  void blockingSetsAreAllThatAreMinimal() {
    each(
        1_000,
        (drawn, t) -> {
          Blocking found = Blocking.of(drawn.scene, List.of(t), Run.quiet()).getFirst();
          Set<Set<String>> sets =
              found.sets().stream().map(HashSet::new).collect(Collectors.toSet());
          assertThat(sets).as(drawn.what).isEqualTo(drawn.literal.blocking(t));
        });
  }

  @Test
  void aPartIsWorthWhatIsLessWithoutIt() {
    each(
        400,
        (drawn, t) -> {
          if (t > 0) return;
          Model model = drawn.scene.model();
          for (Actor actor : drawn.actors()) {
            for (Actor other : drawn.actors()) {
              same(
                  drawn.what + actor.id() + other.id(),
                  drawn.scene.valueOf(actor, other),
                  Scene.difference(
                      LiteralRoles.worth(model, other), without(model, actor, other)));
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

  @Test
  void goodOfficesMoveTheFigureAsTheirWorldHasIt() {
    each(
        1_000,
        (drawn, t) -> {
          for (Actor actor : drawn.actors()) {
            Judgement found = drawn.judge(actor, t, Role.MEDIATOR);
            if (found.figure().isEmpty()) continue;
            GoodOffices offices = GoodOffices.of(drawn.question(actor, t));
            Imagining both = offices.with(GoodOffices.Part.BOTH);
            Model world = ((Imagining.Possible) both).world().model();
            List<Double> expected =
                Scene.difference(LiteralRoles.figure(world, t), drawn.literal.figure(t));
            same(drawn.what + actor.id(), found.figure(), expected);
            assertThat(found.verdict() == Verdict.YES)
                .as(drawn.what)
                .isEqualTo(expected.getFirst() > 0.05 + 1e-9);
          }
        });
  }
}
