package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.knowing.Attitudes.Attitude;
import demarche.lens.knowing.Reading.Extension;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.KnowingByDefinition;
import demarche.testing.RandomDoubts;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What must hold between the readings, on random models.
final class LawsTest {
  private static final Set<Concept> RULES = EnumSet.complementOf(EnumSet.of(Concept.SIM));
  private static final BigFraction HALF = BigFraction.of(1, 2);
  private static final List<Definition> PROBABLE =
      RULES.stream().map(rule -> new Definition(rule, new Reading.Probable())).toList();

  @Test
  void whereEverythingIsKnownTheReadingsAreTheClassicalDefinitions() {
    Settings crisp =
        new Settings(List.of(), BigFraction.ONE, Map.of(), HALF, HALF, HALF, Attitudes.USUAL);
    List<Definition> definitions =
        Definition.all().stream()
            .filter(d ->
                switch (d.reading()) {
                  case Reading.Degree(int least) -> least == 0;
                  case Reading.Strong _, Reading.Weak _ -> false;
                  default -> true;
                })
            .toList();
    Seeds.each(
        3_000,
        seed -> {
          String yaml = RandomDoubts.agreed(seed);
          Model model = RandomModels.model(yaml);
          Arcs arcs = Arcs.of(StateSpace.of(model));
          Stability classical = Stability.of(arcs, RULES, Run.quiet());
          Knowing knowing = Knowing.of(arcs, definitions, crisp, Run.quiet());
          for (Definition definition : definitions) {
            for (Party party : model.parties()) {
              assertThat(knowing.stable(definition, party))
                  .as("%s, %s, -Dseed=%d\n%s", definition.name(), party.id(), seed, yaml)
                  .isEqualTo(classical.stable(definition.rule(), party));
            }
          }
        });
  }

  @Test
  void extensionAIsWithinBAndCAndTheseWithinD() {
    Seeds.each(
        1_000,
        seed -> {
          Knowing knowing = knowing(seed, Definition.ofUnknownPreferences(), Settings.USUAL);
          for (Concept rule : RULES) {
            for (Party party : knowing.parties()) {
              StateSet a = stable(knowing, rule, Extension.A, party);
              StateSet b = stable(knowing, rule, Extension.B, party);
              StateSet c = stable(knowing, rule, Extension.C, party);
              StateSet d = stable(knowing, rule, Extension.D, party);
              String what = "%s, %s, -Dseed=%d".formatted(rule, party.id(), seed);
              within(a, b, what);
              within(a, c, what);
              within(b, d, what);
              within(c, d, what);
            }
          }
        });
  }

  private static StateSet stable(Knowing knowing, Concept rule, Extension x, Party party) {
    return knowing.stable(new Definition(rule, new Reading.Unknown(x)), party);
  }

  @Test
  void whereTheOthersMayMoveAtWillExtensionAHoldsWhicheverOrderIsRight() {
    Seeds.each(
        1_000,
        seed -> {
          Arcs arcs = arcs(seed);
          Knowing knowing =
              Knowing.of(arcs, Definition.ofUnknownPreferences(), Settings.USUAL, Run.quiet());
          KnowingByDefinition slow = new KnowingByDefinition(arcs.space().model());
          KnowingByDefinition.Replies moves = slow.new Replies((_, _, _) -> true);
          for (Concept rule : List.of(Concept.R, Concept.SMR, Concept.GMR)) {
            Definition a = new Definition(rule, new Reading.Unknown(Extension.A));
            for (Actor actor : arcs.space().model().actors()) {
              for (Actor.Alternative other : actor.alternatives()) {
                KnowingByDefinition.Test gains =
                    (_, s, q) -> slow.literal().compare(other.preference(), s, q) > 0;
                KnowingByDefinition.Test fears = (i, s, t) -> !gains.holds(i, s, t);
                knowing
                    .stable(a, actor)
                    .forEach(s ->
                        assertThat(slow.isStable(rule.name(), actor, s, gains, fears, moves))
                            .as("%s, %s by %s, -Dseed=%d", rule, actor.id(), other.by(), seed)
                            .isTrue());
              }
            }
          }
        });
  }

  @Test
  void whatIsStableUnderOneRuleIsStableUnderTheRulesThatItImplies() {
    Seeds.each(
        1_000,
        seed -> {
          Knowing knowing = knowing(seed, Definition.all(), Settings.USUAL);
          for (Definition d : knowing.definitions()) {
            boolean weak = d.reading() instanceof Reading.Weak; // what is stronger leaves it
            if (weak || d.rule() == Concept.GMR) continue;
            Concept implied = d.rule() == Concept.SSEQ ? Concept.SEQ : Concept.GMR;
            for (Party party : knowing.parties()) {
              within(
                  knowing.stable(d, party),
                  knowing.stable(new Definition(implied, d.reading()), party),
                  "%s, %s, -Dseed=%d".formatted(d.name(), party.id(), seed));
            }
          }
        });
  }

  @Test
  void aDeeperLossIsHarderToFindAndStrongAndWeakMakeUpTheClassicalConcept() {
    Settings fine =
        new Settings(
            List.of(BigFraction.of(1, 4), HALF), HALF, Map.of(), HALF, HALF, HALF, Attitudes.USUAL);
    Seeds.each(
        1_000,
        seed -> {
          Knowing knowing = knowing(seed, Definition.all(), fine);
          Stability classical = Stability.of(knowing.arcs(), RULES, Run.quiet());
          for (Concept rule : RULES) {
            if (rule == Concept.R) continue;
            for (Party party : knowing.parties()) {
              String what = "%s, %s, -Dseed=%d".formatted(rule, party.id(), seed);
              StateSet[] byDegree = new StateSet[4];
              for (int k = 0; k < 4; k++) {
                byDegree[k] = knowing.stable(new Definition(rule, new Reading.Degree(k)), party);
                if (k > 0) within(byDegree[k], byDegree[k - 1], what);
              }
              assertThat(byDegree[0]).as(what).isEqualTo(classical.stable(rule, party));
              StateSet strong = knowing.stable(new Definition(rule, new Reading.Strong()), party);
              StateSet weak = knowing.stable(new Definition(rule, new Reading.Weak()), party);
              assertThat(strong).as(what).isEqualTo(byDegree[3]);
              assertThat(strong.and(weak).isEmpty()).as(what).isTrue();
              assertThat(strong.count() + weak.count()).as(what).isEqualTo(byDegree[0].count());
            }
          }
        });
  }

  @Test
  void higherBoundsOfProbabilityMoveTheStableStatesOneWay() {
    Seeds.each(
        1_000,
        seed -> {
          Arcs arcs = arcs(seed);
          Knowing low = Knowing.of(arcs, PROBABLE, bounds(3, 3, 3), Run.quiet());
          Knowing leaving = Knowing.of(arcs, PROBABLE, bounds(7, 3, 3), Run.quiet());
          Knowing fearing = Knowing.of(arcs, PROBABLE, bounds(3, 7, 3), Run.quiet());
          Knowing answering = Knowing.of(arcs, PROBABLE, bounds(3, 3, 7), Run.quiet());
          for (Definition d : PROBABLE) {
            for (Party party : low.parties()) {
              String what = "%s, %s, -Dseed=%d".formatted(d.name(), party.id(), seed);
              within(leaving.stable(d, party), low.stable(d, party), what);
              within(fearing.stable(d, party), low.stable(d, party), what);
              within(low.stable(d, party), answering.stable(d, party), what);
            }
          }
        });
  }

  private static Settings bounds(int alpha, int beta, int gamma) {
    return new Settings(
        List.of(),
        HALF,
        Map.of(),
        BigFraction.of(alpha, 10),
        BigFraction.of(beta, 10),
        BigFraction.of(gamma, 10),
        Attitudes.USUAL);
  }

  /// As Inohara & Hipel (2009) find it.
  @Test
  void ifAllAreNeutralOnlyWhoCannotMoveStays() {
    Seeds.each(
        1_000,
        seed -> {
          Arcs arcs = arcs(seed);
          Map<String, Map<String, Attitude>> neutral = new HashMap<>();
          List<Party> parties = arcs.space().model().parties();
          parties.forEach(p -> neutral.put(p.id(), Map.of(p.id(), Attitude.NEUTRAL)));
          Settings settings =
              new Settings(List.of(), HALF, Map.of(), HALF, HALF, HALF, new Attitudes(neutral));
          List<Definition> definitions =
              RULES.stream().map(rule -> new Definition(rule, new Reading.Relational())).toList();
          Knowing knowing = Knowing.of(arcs, definitions, settings, Run.quiet());
          int[] into = new int[knowing.arcs().most()];
          for (Definition d : definitions) {
            for (Party party : knowing.parties()) {
              for (int s = 0; s < knowing.space().size(); s++) {
                boolean stuck = knowing.arcs().targets(party, s, Arcs.Kind.MOVES, into) == 0;
                assertThat(knowing.stable(d, party).contains(s))
                    .as("seed %d", seed)
                    .isEqualTo(stuck);
              }
            }
          }
        });
  }

  private static Arcs arcs(long seed) {
    return Arcs.of(StateSpace.of(RandomModels.model(RandomDoubts.draw(seed))));
  }

  private static Knowing knowing(long seed, List<Definition> definitions, Settings settings) {
    return Knowing.of(arcs(seed), definitions, settings, Run.quiet());
  }

  private static void within(StateSet part, StateSet whole, String what) {
    assertThat(part.and(whole)).as(what).isEqualTo(part);
  }
}
