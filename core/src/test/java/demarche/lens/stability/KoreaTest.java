package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Two scenarios of Korea whose answers an independent program found by reading the definitions.
final class KoreaTest {
  private static final Path PROJECT = Path.of("..");
  private static final String CORE = "core/src/test/resources/scenarios/korea-core.yaml";
  private static final String VALUES = "core/src/test/resources/scenarios/korea-values.yaml";

  private static String text(String path) throws IOException {
    return Files.readString(PROJECT.resolve(path));
  }

  @Test
  void koreaCoreHasItsEquilibria() {
    Solved core = Solved.file(CORE);
    String metarational =
        "000000 000001 000011 001000 001011 100000 100001 100011 101000 101001 101011";
    assertThat(core.space().size()).isEqualTo(48);
    assertThat(core.space().code(core.space().statusQuo())).isEqualTo("000011");
    assertThat(core.equilibria(Concept.R)).isEqualTo("000000 000011 101000");
    assertThat(core.equilibria(Concept.SEQ)).isEqualTo("000000 000011 101000");
    assertThat(core.equilibria(Concept.GMR)).isEqualTo(metarational);
    assertThat(core.equilibria(Concept.SMR)).isEqualTo(metarational.replace(" 000001", ""));
    assertThat(core.equilibria(Concept.SIM)).isEqualTo("000000 000001 000011 101000");
    for (Concept concept : Concept.values()) {
      assertThat(core.stability().equilibria(concept).stream())
          .noneMatch(core.where("dismantle", "yes"));
    }
  }

  @Test
  void koreaCoreWithDismantlementForGoodHasMoreEquilibria() throws IOException {
    Solved core =
        Solved.of(
            Scenarios.model(
                text(CORE)
                    .replace(
                        "{name: Dismantle the arsenal}",
                        "{name: Dismantle the arsenal, moves: up}")));
    assertThat(counts(core, Concept.R)).containsExactly(5L, 2L);
    assertThat(counts(core, Concept.GMR)).containsExactly(19L, 8L);
    assertThat(counts(core, Concept.SMR)).containsExactly(18L, 8L);
    assertThat(counts(core, Concept.SEQ)).containsExactly(5L, 2L);
    assertThat(core.equilibria(Concept.SIM)).isEqualTo("000000 000001 000011 101000 111000 111100");
    assertThat(core.improving().count()).isZero();
  }

  /// All equilibria, and those with dismantlement.
  private static List<Long> counts(Solved core, Concept concept) {
    StateSet equilibria = core.stability().equilibria(concept);
    return List.of(
        (long) equilibria.count(),
        equilibria.stream().filter(core.where("dismantle", "yes")::test).count());
  }

  @Test
  void koreaCoreNeedsTwoToMoveTogether() {
    Solved core = Solved.file(CORE);
    List<String> ids = core.space().model().parties().stream().map(Party::id).toList();
    assertThat(core.improving().count()).isZero();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      assertThat(core.jointMoves(ids.get(i))).isEmpty();
      for (int j = i + 1; j < ids.size(); j++) {
        String to = core.jointMoves(ids.get(i), ids.get(j));
        if (!to.isEmpty()) found.add(ids.get(i) + ", " + ids.get(j) + " to " + to);
      }
    }
    assertThat(found).containsExactly("dprk, us-rok to 101011");
  }

  @Test
  void koreaCoreWithoutRussiaLosesTheStateInWhichChinaEnforces() throws IOException {
    Solved without =
        Solved.of(
            Scenarios.models(text(CORE) + "variants: {alone: {absent: [russia]}}\n")
                .variant("alone"));
    assertThat(without.space().code(without.space().statusQuo())).isEqualTo("000010");
    for (Concept concept : List.of(Concept.R, Concept.SEQ)) {
      StateSet equilibria = without.stability().equilibria(concept);
      Set<String> parts = new TreeSet<>();
      equilibria.forEach(s -> parts.add(without.space().code(s).substring(0, 4)));
      assertThat(parts).containsExactly("0000", "1010");
      assertThat(equilibria.stream()).noneMatch(without.where("enforce", "yes"));
    }
  }

  @Test
  void koreaValuesHasItsEquilibria() {
    Solved values = Solved.file(VALUES);
    assertThat(values.space().size()).isEqualTo(1152);
    assertThat(values.space().code(values.space().statusQuo())).isEqualTo("000001101");
    assertThat(values.improving().count()).isZero();
    assertThat(values.equilibria(Concept.R)).isEqualTo("000000001 000001000 000001002 000001101");
    assertThat(values.stability().equilibria(Concept.GMR).count()).isEqualTo(457);
    assertThat(values.stability().equilibria(Concept.SMR))
        .isEqualTo(values.stability().equilibria(Concept.GMR));
    assertThat(values.stability().equilibria(Concept.SEQ).count()).isEqualTo(132);
    assertThat(values.stability().equilibria(Concept.SSEQ))
        .isEqualTo(values.stability().equilibria(Concept.SEQ));
    for (Concept concept : EnumSet.complementOf(EnumSet.of(Concept.SIM))) {
      assertThat(values.stability().equilibria(concept).stream())
          .noneMatch(values.where("programme", "dismantled"));
    }
  }

  @Test
  void koreaValuesHasItsStableStates() {
    Solved values = Solved.file(VALUES);
    List<Integer> metarational = List.of(736, 896, 1152, 1148, 1128, 1152);
    List<Integer> sequential = List.of(672, 678, 1152, 1021, 948, 1152);
    assertThat(values.stableCounts(Concept.R)).containsExactly(384, 72, 1152, 576, 288, 1152);
    assertThat(values.stableCounts(Concept.GMR)).isEqualTo(metarational);
    assertThat(values.stableCounts(Concept.SMR)).isEqualTo(metarational);
    assertThat(values.stableCounts(Concept.SEQ)).isEqualTo(sequential);
    assertThat(values.stableCounts(Concept.SSEQ)).isEqualTo(sequential);
  }

  /// The states other than the status quo that all five states accept.
  private static int[] acceptable(Solved values) {
    StateSpace space = values.space();
    return space
        .states()
        .filter(s -> s != space.statusQuo())
        .filter(s ->
            space.model().actors().stream()
                .noneMatch(
                    a -> space.prefers(a, s, space.statusQuo()) || space.crossesRedLine(a, s)))
        .toArray();
  }

  @Test
  void koreaValuesHasItsZoneOfAgreement() {
    Solved values = Solved.file(VALUES);
    int[] acceptable = acceptable(values);
    assertThat(acceptable).hasSize(46);
    assertThat(IntStream.of(acceptable)).noneMatch(values.where("programme", "dismantled"));
    int[] eased =
        IntStream.of(acceptable).filter(values.where("sanctions", "eased")::test).toArray();
    assertThat(eased).hasSize(24);
    Predicate<Integer> missiles =
        values
            .where("md-cap", "yes")
            .or(values.where("us-restraint", "yes"))
            .or(values.where("ru-restraint", "yes"));
    assertThat(IntStream.of(eased)).allMatch(missiles);
    int[] narrow =
        IntStream.of(acceptable)
            .filter(missiles.or(values.where("recognition", "yes")).negate()::test)
            .toArray();
    assertThat(narrow).hasSize(3);
    assertThat(IntStream.of(narrow)).noneMatch(values.where("sanctions", "eased"));
  }

  @Test
  void koreaValuesJudgesItsProposals() {
    Solved values = Solved.file(VALUES);
    StateSpace space = values.space();
    List<Actor> actors = space.model().actors();
    int freeze = values.proposed("freeze-for-freeze");
    assertThat(space.code(freeze)).isEqualTo("110001101");
    assertThat(actors)
        .extracting(a -> values.gain(a, freeze).toString())
        .containsExactly("1 / 2", "1", "2", "4", "2");
    assertThat(values.stability().equilibria(Concept.SEQ).contains(freeze)).isTrue();
    assertThat(values.stability().equilibria(Concept.R).contains(freeze)).isFalse();
    int caps = values.proposed("caps-and-freeze");
    assertThat(space.code(caps)).isEqualTo("111101111");
    assertThat(actors)
        .extracting(a -> values.gain(a, caps).toString())
        .containsExactly("3 / 2", "2", "2", "6", "6");
    assertThat(total(values, caps)).isEqualTo(17.5);
    StateSet sequential = values.stability().equilibria(Concept.SEQ);
    assertThat(
            IntStream.of(acceptable(values))
                .filter(sequential::contains)
                .filter(s -> total(values, s) >= 17.5))
        .containsExactly(caps);
    int pressure = values.proposed("maximum-pressure");
    assertThat(space.prefers(values.actor("dprk"), pressure, space.statusQuo())).isTrue();
    assertThat(space.crossesRedLine(values.actor("dprk"), pressure)).isFalse();
    assertThat(actors.stream().filter(a -> space.crossesRedLine(a, pressure)))
        .extracting(Actor::id)
        .containsExactly("china", "russia");
    assertThat(values.actors("us", "rok"))
        .noneMatch(a -> space.prefers(a, pressure, space.statusQuo()));
  }

  private static double total(Solved values, int state) {
    return values.space().model().actors().stream()
        .map(a -> values.gain(a, state))
        .reduce(BigFraction.ZERO, BigFraction::add)
        .doubleValue();
  }

  @Test
  void koreaValuesHasItsJointMoves() {
    Solved values = Solved.file(VALUES);
    assertThat(values.jointMoves("dprk", "us")).isEqualTo("110001101");
    assertThat(values.jointMoves("dprk", "china")).isEmpty();
    assertThat(values.jointMoves("dprk", "russia")).isEmpty();
    assertThat(values.jointMoves("us", "china")).isEmpty();
    assertThat(values.jointMoves("china", "russia")).isEmpty();
    String missiles = values.jointMoves("us", "russia");
    assertThat(missiles.split(" ")).contains("000101111").hasSizeGreaterThan(1);
  }
}
