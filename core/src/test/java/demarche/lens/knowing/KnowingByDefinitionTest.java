package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.knowing.Attitudes.Attitude;
import demarche.lens.stability.Concept;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.KnowingByDefinition;
import demarche.testing.KnowingByDefinition.Replies;
import demarche.testing.KnowingByDefinition.Test;
import demarche.testing.RandomDoubts;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;

/// Every reading against a literal one, on random models with other orders, and random settings.
/// Each model tries one degree of preference.
final class KnowingByDefinitionTest {
  private static final List<Attitude> ATTITUDES =
      List.of(Attitude.FOR, Attitude.NEUTRAL, Attitude.AGAINST);
  private static final List<BigFraction> SHARES =
      List.of(
          BigFraction.of(1, 10),
          BigFraction.of(1, 3),
          BigFraction.of(2, 5),
          BigFraction.of(1, 2),
          BigFraction.of(9, 10),
          BigFraction.ONE);

  @org.junit.jupiter.api.Test
  void everyReadingAgreesWithItsDefinition() {
    Seeds.each(10_000, seed -> new Comparison(seed).compare());
  }

  private static final class Comparison {
    private final String yaml;
    private final long seed;
    private final Model model;
    private final Random random;
    private final Settings settings;
    private final int degree;
    private final KnowingByDefinition slow;
    private final ByDefinition literal;
    private final Replies moves;
    private final Test prefers;
    private final Test unknown;
    private final Test mayGain;
    private final Replies gains;
    private final Replies doubtful;

    Comparison(long seed) {
      this.seed = seed;
      yaml = RandomDoubts.draw(seed);
      model = RandomModels.model(yaml);
      random = new Random(seed);
      settings = settings();
      degree = random.nextInt(settings.degrees() + 1);
      slow = new KnowingByDefinition(model);
      literal = slow.literal();
      moves = slow.new Replies((_, _, _) -> true);
      prefers = slow.once(slow::prefers);
      unknown = slow.once(slow::isUnknown);
      mayGain = slow.once((i, s, q) -> prefers.holds(i, s, q) || unknown.holds(i, s, q));
      gains = slow.new Replies(prefers);
      doubtful = slow.new Replies(mayGain);
    }

    private Settings settings() {
      List<BigFraction> steps =
          random.nextBoolean()
              ? List.of(BigFraction.of(1, 3))
              : List.of(BigFraction.of(1, 4), BigFraction.of(1, 2), BigFraction.of(4, 5));
      Map<String, Map<String, Attitude>> attitudes = new HashMap<>();
      for (Party who : model.parties()) {
        Map<String, Attitude> each = new HashMap<>();
        for (Party other : model.parties()) {
          if (random.nextInt(3) == 0) each.put(other.id(), ATTITUDES.get(random.nextInt(3)));
        }
        attitudes.put(who.id(), each);
      }
      return new Settings(
          steps,
          share(),
          Map.of(model.actors().getFirst().id(), share()),
          share(),
          share(),
          share(),
          new Attitudes(attitudes));
    }

    private BigFraction share() {
      return SHARES.get(random.nextInt(SHARES.size()));
    }

    void compare() {
      Knowing knowing = Knowing.of(Arcs.of(StateSpace.of(model)), asked(), settings, Run.quiet());
      for (Reading.Extension extension : Reading.Extension.values()) unknown(knowing, extension);
      Test improves = slow.once(this::improves);
      each(knowing, new Reading.Fuzzy(), improves, not(improves), slow.new Replies(improves));
      each(
          knowing,
          new Reading.Probable(),
          above(settings.alpha()),
          not(above(settings.beta())),
          slow.new Replies(above(settings.gamma())));
      Test good = slow.once(this::good);
      each(knowing, new Reading.Relational(), good, not(good), slow.new Replies(good));
      degree(knowing, degree);
    }

    /// Of the degrees one.
    private List<Definition> asked() {
      return Definition.all().stream()
          .filter(d ->
              switch (d.reading()) {
                case Reading.Degree(int least) -> least == degree;
                case Reading.Strong _ -> degree == settings.degrees();
                case Reading.Weak _ -> false; // the difference of two others, see LawsTest
                default -> true;
              })
          .toList();
    }

    private boolean improves(Party i, int s, int q) {
      if (i instanceof Body) return prefers.holds(i, s, q);
      return slow.better(i, s, q)
              .subtract(slow.better(i, q, s))
              .subtract(settings.satisficing(i.id()))
              .signum()
          >= 0;
    }

    private void unknown(Knowing knowing, Reading.Extension x) {
      Test sure = (i, s, q) -> prefers.holds(i, s, q) && !unknown.holds(i, s, q);
      boolean onDoubt = x == Reading.Extension.A || x == Reading.Extension.C;
      boolean fearful = x == Reading.Extension.C || x == Reading.Extension.D;
      Test fears = (i, s, t) -> unknown.holds(i, s, t) ? fearful : !prefers.holds(i, s, t);
      each(knowing, new Reading.Unknown(x), onDoubt ? mayGain : sure, fears, doubtful);
    }

    private void degree(Knowing knowing, int k) {
      Test fears =
          (i, s, t) -> k == 0 ? !prefers.holds(i, s, t) : slow.drop(i, s, t, settings.steps()) >= k;
      each(knowing, new Reading.Degree(k), prefers, slow.once(fears), gains);
      if (k == settings.degrees()) {
        each(knowing, new Reading.Strong(), prefers, fears, gains);
      }
    }

    private Test above(BigFraction threshold) {
      return slow.once(
          (i, s, q) -> slow.better(i, s, q).add(threshold).subtract(BigFraction.ONE).signum() > 0);
    }

    private static Test not(Test test) {
      return (i, s, q) -> !test.holds(i, s, q);
    }

    private boolean good(Party i, int s, int q) {
      return model.parties().stream()
          .allMatch(j ->
              switch (settings.attitudes().of(i, j)) {
                case FOR -> prefers.holds(j, s, q);
                case NEUTRAL -> true;
                case AGAINST -> !prefers.holds(j, s, q);
              });
    }

    private void each(Knowing knowing, Reading reading, Test leaves, Test fears, Replies replies) {
      for (Definition definition : Definition.all()) {
        if (!definition.reading().equals(reading)) continue;
        Concept rule = definition.rule();
        Replies used = rule.replies() == Arcs.Kind.MOVES ? moves : replies;
        for (Party party : model.parties()) {
          StateSet expected = new StateSet(literal.states().size());
          for (int s = 0; s < literal.states().size(); s++) {
            if (slow.isStable(rule.name(), party, s, leaves, fears, used)) expected.add(s);
          }
          assertThat(knowing.stable(definition, party))
              .as(
                  "%s for %s; -Dseed=%d replays\n%s\n%s",
                  definition.name(), party.id(), seed, settings, yaml)
              .isEqualTo(expected);
        }
      }
    }
  }
}
