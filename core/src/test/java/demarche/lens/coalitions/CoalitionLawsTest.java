package demarche.lens.coalitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What must hold of coalitions in any scenario, whatever the definitions say.
final class CoalitionLawsTest {
  private static final int MODELS = 400;
  private static final Set<CoalitionConcept> ALL = EnumSet.allOf(CoalitionConcept.class);

  private static CoalitionStability stability(Arcs arcs, Replies replies, int threads) {
    Run run = new Run(threads, 1, (_, _, _) -> {}, () -> false);
    Question question = new Question(ALL, Coalition.all(arcs.space().model()), replies);
    return CoalitionStability.of(arcs, question, run);
  }

  private static Arcs arcs(String yaml) {
    return Arcs.of(StateSpace.of(RandomModels.model(yaml)));
  }

  private static void within(StateSet strong, StateSet weak, String what, long seed) {
    assertThat(strong.isWithin(weak)).as("%s; -Dseed=%d replays", what, seed).isTrue();
  }

  @Test
  void aCoalitionOfOneIsJudgedAsTheParty() {
    Seeds.each(
        MODELS,
        seed -> {
          Arcs arcs = arcs(RandomModels.draw(seed));
          Stability individual =
              Stability.of(
                  arcs, EnumSet.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ), Run.quiet());
          CoalitionStability simple = stability(arcs, Replies.BY_INDIVIDUALS, 1);
          CoalitionStability byClasses = stability(arcs, Replies.BY_COALITIONS, 1);
          List<Party> parties = arcs.space().model().parties();
          for (Party party : parties) {
            Coalition alone = Coalition.of(Set.of(party));
            for (CoalitionConcept concept : ALL) {
              assertThat(simple.stable(concept, alone))
                  .as("%s for %s; -Dseed=%d replays", concept, party.id(), seed)
                  .isEqualTo(individual.stable(concept.individual(), party));
            }
            StateSet sequential = individual.stable(Concept.SEQ, party);
            StateSet credible = byClasses.stable(CoalitionConcept.CSEQ, alone);
            within(sequential, credible, "SEQ within CSEQ", seed);
            if (parties.size() == 2) assertThat(credible).isEqualTo(sequential);
          }
        });
  }

  @Test
  void aStrongerConceptHoldsWithinAWeakerOne() {
    Seeds.each(
        MODELS,
        seed -> {
          Arcs arcs = arcs(RandomModels.draw(seed));
          CoalitionStability simple = stability(arcs, Replies.BY_INDIVIDUALS, 1);
          CoalitionStability byClasses = stability(arcs, Replies.BY_COALITIONS, 1);
          boolean transitive =
              arcs.space().model().parties().stream()
                  .allMatch(p -> arcs.isTransitive(p, Arcs.Kind.MOVES));
          for (Coalition h : simple.coalitions()) {
            StateSet nash = simple.stable(CoalitionConcept.CNASH, h);
            StateSet symmetric = simple.stable(CoalitionConcept.CSMR, h);
            StateSet general = simple.stable(CoalitionConcept.CGMR, h);
            StateSet bySingles = simple.stable(CoalitionConcept.CSEQ, h);
            StateSet byCoalitions = byClasses.stable(CoalitionConcept.CSEQ, h);
            within(nash, symmetric, "CNASH within CSMR", seed);
            within(symmetric, general, "CSMR within CGMR", seed);
            within(nash, bySingles, "CNASH within CSEQ", seed);
            within(bySingles, general, "CSEQ of single replies within CGMR", seed);
            within(bySingles, byCoalitions, "CSEQ of single replies within CSEQ", seed);
            if (transitive) within(byCoalitions, general, "CSEQ within CGMR", seed);
          }
        });
  }

  @Test
  void whatHoldsAgainstEveryCoalitionIsAnEquilibrium() {
    Seeds.each(
        MODELS,
        seed -> {
          Arcs arcs = arcs(RandomModels.draw(seed));
          CoalitionStability simple = stability(arcs, Replies.BY_INDIVIDUALS, 1);
          for (CoalitionConcept concept : ALL) {
            Concept individual = concept.individual();
            StateSet equilibria =
                Stability.of(arcs, EnumSet.of(individual), Run.quiet()).equilibria(individual);
            within(simple.universal(concept), equilibria, concept + " within its own", seed);
          }
        });
  }

  @Test
  void allTogetherFearNobody() {
    Seeds.each(
        MODELS,
        seed -> {
          Arcs arcs = arcs(RandomModels.draw(seed));
          CoalitionStability stability = stability(arcs, Replies.BY_COALITIONS, 1);
          Coalition grand = stability.coalitions().getLast();
          assertThat(grand.members()).isEqualTo(arcs.space().model().parties());
          for (CoalitionConcept concept : ALL) {
            assertThat(stability.stable(concept, grand))
                .as("%s; -Dseed=%d replays", concept, seed)
                .isEqualTo(stability.stable(CoalitionConcept.CNASH, grand));
          }
        });
  }

  @Test
  void neitherThreadsNorTheCoalitionsAskedAboutChangeAnything() {
    Seeds.each(
        MODELS,
        seed -> {
          Arcs arcs = arcs(RandomModels.draw(seed));
          CoalitionStability one = stability(arcs, Replies.BY_COALITIONS, 1);
          CoalitionStability two = stability(arcs, Replies.BY_COALITIONS, 2);
          Coalition last = one.coalitions().get((int) (seed % one.coalitions().size()));
          CoalitionStability some =
              CoalitionStability.of(
                  arcs, new Question(ALL, List.of(last), Replies.BY_COALITIONS), Run.quiet());
          for (CoalitionConcept concept : ALL) {
            for (Coalition h : one.coalitions()) {
              assertThat(two.stable(concept, h)).isEqualTo(one.stable(concept, h));
            }
            assertThat(some.stable(concept, last)).isEqualTo(one.stable(concept, last));
            assertThat(some.universal(concept)).isEqualTo(one.stable(concept, last));
          }
        });
  }

  /// Two states whose coalitions are as many as the actors make.
  private static Model manyActors(int actors) {
    return Scenarios.model(
        IntStream.range(0, actors)
            .mapToObj(a -> "  a%d: {options: {%s}}".formatted(a, a == 0 ? "o: {}" : ""))
            .collect(Collectors.joining("\n", "demarche: 1\ntitle: Many\nactors:\n", "\n")));
  }

  @Test
  void tooManyPartiesOrStatesAreToldBefore() {
    assertThat(Coalition.all(manyActors(12))).hasSize(4095);
    assertThatThrownBy(() -> Coalition.all(manyActors(13)))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("13 decision makers");
    String options =
        IntStream.range(0, 13).mapToObj(o -> "o" + o + ": {}").collect(Collectors.joining(", "));
    StateSpace large =
        Scenarios.space(
            "demarche: 1\ntitle: Large\nactors:\n  a: {options: {%s}}\n".formatted(options));
    assertThatThrownBy(() -> CoalitionsLens.of(ALL).examine(large, Run.quiet()))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("8,192 states");
  }

  @Test
  void aStoppedRunEnds() {
    StateSpace elmira = StateSpace.of(Scenarios.file("scenarios/library/elmira9.yaml").unvaried());
    Run stopped = new Run(1, 1, (_, _, _) -> {}, () -> true);
    assertThatThrownBy(() -> CoalitionsLens.ALL.examine(elmira, stopped))
        .isInstanceOf(CancellationException.class);
  }
}
