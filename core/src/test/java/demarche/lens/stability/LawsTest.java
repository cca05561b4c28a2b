package demarche.lens.stability;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Retold;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What must hold of the answers to any scenario, whatever the definitions say.
final class LawsTest {
  private static final int MODELS = 400;
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  private static Stability stability(Model model, int threads) {
    Run run = new Run(threads, 1, (_, _, _) -> {}, () -> false);
    return Stability.of(StateSpace.of(model), ALL, run);
  }

  private static Stability stability(String yaml) {
    return stability(RandomModels.model(yaml), 1);
  }

  private static String replay(long seed, String yaml) {
    return "-Dseed=" + seed + " replays\n" + yaml;
  }

  /// The stable states by concept and party, and the equilibria, told without codes or numbers.
  private static Map<String, Set<String>> told(Stability stability, UnaryOperator<String> name) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Concept concept : stability.concepts()) {
      told.put(concept.name(), told(stability.space(), stability.equilibria(concept), name));
      for (Party party : stability.space().model().parties()) {
        told.put(
            concept + " " + name.apply(party.id()),
            told(stability.space(), stability.stable(concept, party), name));
      }
    }
    return told;
  }

  private static Set<String> told(StateSpace space, StateSet states, UnaryOperator<String> name) {
    return states.stream()
        .mapToObj(s -> {
          int[] levels = space.levels(s);
          return IntStream.range(0, levels.length)
              .mapToObj(space.model()::option)
              .map(o -> name.apply(o.id() + " = " + o.levels().get(levels[o.index()])))
              .collect(Collectors.toCollection(TreeSet::new))
              .toString();
        })
        .collect(toSet());
  }

  @Test
  void aStrongerConceptHoldsWithinAWeakerOne() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Stability stability = stability(yaml);
          for (Party party : stability.space().model().parties()) {
            within(stability, party, Concept.R, Concept.SSEQ);
            within(stability, party, Concept.SSEQ, Concept.SEQ);
            within(stability, party, Concept.SSEQ, Concept.SMR);
            within(stability, party, Concept.SMR, Concept.GMR);
            within(stability, party, Concept.SEQ, Concept.GMR);
            within(stability, party, Concept.R, Concept.SIM);
          }
        });
  }

  private static void within(Stability stability, Party party, Concept strong, Concept weak) {
    if (!stability.concepts().contains(weak)) return;
    StateSet stable = stability.stable(strong, party);
    assertThat(stable.and(stability.stable(weak, party)))
        .as("%s within %s for %s in %s", strong, weak, party.id(), stability.space())
        .isEqualTo(stable);
  }

  @Test
  void namesChangeNothing() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          assertThat(told(stability(Retold.renamed(yaml)), UnaryOperator.identity()))
              .as(replay(seed, yaml))
              .isEqualTo(told(stability(yaml), Retold::renamed));
        });
  }

  @Test
  void theOrderOfTheFileChangesNothing() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          String otherwise = Retold.reordered(yaml, seed);
          assertThat(told(stability(otherwise), UnaryOperator.identity()))
              .as(() -> replay(seed, yaml + "\nand\n" + otherwise))
              .isEqualTo(told(stability(yaml), UnaryOperator.identity()));
        });
  }

  @Test
  void theUnitOfValuesChangesNothing() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          String otherwise = Retold.rescaled(yaml, RandomModels.model(yaml));
          assertThat(told(stability(otherwise), UnaryOperator.identity()))
              .as(() -> replay(seed, yaml + "\nand\n" + otherwise))
              .isEqualTo(told(stability(yaml), UnaryOperator.identity()));
        });
  }

  @Test
  void neitherThreadsNorARepetitionChangeAnything() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model model = RandomModels.model(yaml);
          Stability one = stability(model, 1);
          for (Stability other : List.of(stability(model, 1), stability(model, 2))) {
            for (Concept concept : one.concepts()) {
              for (Party party : model.parties()) {
                assertThat(other.stable(concept, party))
                    .as("%s for %s; %s", concept, party.id(), replay(seed, yaml))
                    .isEqualTo(one.stable(concept, party));
              }
            }
          }
        });
  }

  @Test
  void aBystanderChangesNothing() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Stability without = stability(yaml);
          String wish = without.space().model().isGraph() ? "s1" : "a0o0";
          Map<String, Set<String>> with =
              told(
                  stability(
                      yaml.replace(
                          "actors:\n",
                          "actors:\n  a9: {name: Bystander, options: {}, priorities: [%s]}\n"
                              .formatted(wish))),
                  UnaryOperator.identity());
          for (Concept concept : without.concepts()) {
            assertThat(with.remove(concept + " a9")).hasSize(without.space().size());
          }
          assertThat(with)
              .as(() -> replay(seed, yaml))
              .isEqualTo(told(without, UnaryOperator.identity()));
        });
  }

  /// The file without the variant that was drawn, with another one.
  private static Model varied(String yaml, String variant) {
    int drawn = yaml.indexOf("\nvariants: ") + 1;
    String unvaried = drawn > 0 ? yaml.substring(0, drawn) : yaml;
    return Scenarios.models(unvaried + "variants: {w: {" + variant + "}}\n").variant("w");
  }

  @Test
  void anIndifferentActorIsContentAndLeavesTheOthersMetarationalStatesAlone() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Stability varied = stability(varied(yaml, "indifferent: [a0]"), 1);
          Stability base = stability(varied(yaml, "because: nothing"), 1);
          for (Concept concept : varied.concepts()) {
            for (Actor actor : varied.space().model().actors()) {
              if (actor.id().equals("a0")) {
                assertThat(varied.stable(concept, actor).count()).isEqualTo(varied.space().size());
              } else if (concept == Concept.R || concept == Concept.GMR || concept == Concept.SMR) {
                assertThat(varied.stable(concept, actor))
                    .as("%s for %s; %s", concept, actor.id(), replay(seed, yaml))
                    .isEqualTo(base.stable(concept, actor));
              }
            }
          }
        });
  }

  @Test
  void aPassivePartyIsContentAndLeavesTheOthersBestStatesAlone() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Stability base = stability(varied(yaml, "because: nothing"), 1);
          if (base.space().model().isGraph()) return;
          Stability varied = stability(varied(yaml, "passive: [a0]"), 1);
          for (Party party : varied.space().model().parties()) {
            if (party.id().equals("a0")) {
              for (Concept concept : ALL) {
                assertThat(varied.stable(concept, party).count()).isEqualTo(varied.space().size());
              }
              continue;
            }
            varied
                .space()
                .states()
                .forEach(s ->
                    assertThat(varied.stable(Concept.R, party).contains(s))
                        .as("%s; %s", party.id(), replay(seed, yaml))
                        .isEqualTo(
                            base.stable(Concept.R, party)
                                .contains(base.space().state(varied.space().code(s)))));
          }
        });
  }

  @Test
  void whoMovesAloneFearsNobody() {
    Seeds.each(
        MODELS,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model base = varied(yaml, "because: nothing");
          if (base.isGraph()) return;
          String others =
              base.parties().stream()
                  .map(Party::id)
                  .filter(id -> !id.equals("a0"))
                  .collect(Collectors.joining(", "));
          Stability varied = stability(varied(yaml, "passive: [" + others + "]"), 1);
          Party alone = varied.space().model().parties().getFirst();
          for (Concept concept : ALL) {
            assertThat(varied.stable(concept, alone))
                .as("%s; %s", concept, replay(seed, yaml))
                .isEqualTo(varied.stable(Concept.R, alone));
          }
        });
  }
}
