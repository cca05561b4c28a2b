package demarche.lens.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.deadlock.Deadlock;
import demarche.lens.settlement.deadlock.Towards;
import demarche.lens.settlement.linkage.Linkage;
import demarche.lens.settlement.steps.Staged;
import demarche.lens.settlement.steps.Staged.Outcome;
import demarche.lens.settlement.zone.Stakes;
import demarche.lens.settlement.zone.Unit;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.scenario.Exact;
import demarche.scenario.Notation;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the text on Korea says of agreements, on the shipped scenario and on the sketch of values
/// whose answers an independent program found.
final class KoreaTest {
  private static final StateSpace KOREA =
      StateSpace.of(Scenarios.file("scenarios/korea-2019.yaml").unvaried());
  private static final StateSpace SKETCH =
      StateSpace.of(
          Scenarios.file("core/src/test/resources/scenarios/korea-values.yaml").unvaried());
  private static final Arcs ARCS = Arcs.of(KOREA);

  private static StateSet settlements(StateSpace space, String where) {
    Model model = space.model();
    return new Settlements(space)
        .all()
        .and(space.where(model.clause(Notation.read(where, "test"), "test").meaning()));
  }

  private static Proposal proposal(StateSpace space, String id) {
    return space.model().proposals().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static int state(StateSpace space, String id) {
    return space.state(proposal(space, id).end());
  }

  private static List<String> ids(List<? extends Party> parties) {
    return parties.stream().map(Party::id).toList();
  }

  @Test
  void noPackageWithDismantlementIsAcceptable() {
    assertThat(new Settlements(KOREA).all().count()).isEqualTo(1_395);
    assertThat(settlements(KOREA, "programme = dismantled").isEmpty()).isTrue();
    assertThat(new Settlements(SKETCH).all().count()).isEqualTo(46);
    assertThat(settlements(SKETCH, "programme = dismantled").isEmpty()).isTrue();
  }

  @Test
  void theBroadAgendaHasMoreSettlementsAndReliefComesOnlyWithAMissileItem() {
    for (StateSpace space : List.of(KOREA, SKETCH)) {
      Linkage linkage = Linkage.of(space, Run.quiet());
      int peninsula = 1 << linkage.areas().indexOf("peninsula");
      int both = peninsula | 1 << linkage.areas().indexOf("missiles");
      assertThat(linkage.count(peninsula)).isLessThan(linkage.count(both));
      Option sanctions =
          space.model().options().stream()
              .filter(o -> o.shortId().equals("sanctions"))
              .findFirst()
              .orElseThrow();
      Linkage.Level eased = new Linkage.Level(sanctions, sanctions.levels().indexOf("eased"));
      assertThat(linkage.opening(eased)).containsExactly(both);
      String without = "sanctions = eased and not (md-cap or us-restraint or ru-restraint)";
      assertThat(settlements(space, "sanctions = eased").isEmpty()).isFalse();
      assertThat(settlements(space, without).isEmpty()).isTrue();
    }
    assertThat(settlements(SKETCH, "sanctions = eased").count()).isEqualTo(24);
    assertThat(settlements(KOREA, "sanctions = eased").count()).isEqualTo(140);
  }

  private static BigFraction sum(Stakes stakes, int state) {
    return stakes.gains(state).stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static Stakes stakes(StateSpace space) {
    return new Stakes(space, new Settlements(space).required(), Unit.RAW);
  }

  /// In the sketch among all settlements that hold, as the independent program has it.
  @Test
  void aFreezeWithCapsComesFirstOfAllThatHoldInTheSketch() {
    Stakes stakes = stakes(SKETCH);
    Stability stability = Stability.known(SKETCH, Set.of(Concept.SEQ), Run.quiet());
    StateSet lasting = new Settlements(SKETCH).all().and(stability.equilibria(Concept.SEQ));
    int caps = state(SKETCH, "caps-and-freeze");
    assertThat(lasting.contains(caps)).isTrue();
    assertThat(stakes.gains(caps).stream().map(BigFraction::doubleValue))
        .containsExactly(1.5, 2.0, 2.0, 6.0, 6.0);
    int first =
        lasting.stream()
            .boxed()
            .max(Comparator.comparing(s -> sum(stakes, s), Exact.ORDER))
            .orElseThrow();
    assertThat(first).isEqualTo(caps);
    assertThat(sum(stakes, caps)).isEqualTo(BigFraction.of(35, 2));
  }

  /// In the shipped scenario among the packages that somebody has put forward: states that nobody
  /// proposed, with offices and a mechanism on top, have more.
  @Test
  void aFreezeWithCapsComesFirstOfTheProposalsThatAllAcceptAndThatHold() {
    Stability stability = Stability.known(KOREA, Set.of(Concept.SEQ), Run.quiet());
    StateSet lasting = new Settlements(KOREA).all().and(stability.equilibria(Concept.SEQ));
    List<Proposal> acceptable =
        KOREA.model().proposals().stream()
            .filter(p -> KOREA.state(p.end()) >= 0 && lasting.contains(KOREA.state(p.end())))
            .toList();
    assertThat(acceptable)
        .extracting(Proposal::id)
        .contains("caps-with-freeze", "freeze-for-freeze");
    Stakes stakes = stakes(KOREA);
    Proposal first =
        acceptable.stream()
            .max(Comparator.comparing(p -> sum(stakes, KOREA.state(p.end())), Exact.ORDER))
            .orElseThrow();
    assertThat(first.id()).isEqualTo("caps-with-freeze");
  }

  @Test
  void maximumPressureIsBlockedByChinaRussiaAndTheNorth() {
    for (StateSpace space : List.of(KOREA, SKETCH)) {
      int[] end = proposal(space, "maximum-pressure").end();
      Consent consent = new Consent(space);
      List<String> blockers =
          new Settlements(space)
              .required().stream()
                  .filter(a -> !consent.against(a, space.model().disagreement(), end).isEmpty())
                  .map(Party::id)
                  .toList();
      assertThat(blockers).contains("dprk", "china", "russia").doesNotContain("us", "japan");
    }
  }

  @Test
  void theCatchOfTheRailwayIsFoundFromOptionsAndValues() {
    Towards towards = Towards.of(ARCS, state(KOREA, "rail-for-freeze"), Run.quiet());
    assertThat(towards.led()).isFalse();
    assertThat(
            towards.waiting().waits().stream().map(w -> w.who().id() + " for " + w.forWhom().id()))
        .contains("dprk for unsc", "unsc for dprk", "rok for unsc");
    assertThat(towards.circles().all().stream().map(KoreaTest::ids))
        .containsExactly(List.of("dprk", "unsc"));
    assertThat(towards.pushes().stream().map(p -> p.option().shortId() + " " + level(p)))
        .contains("rail-exemption yes", "programme frozen");
    assertThat(towards.together().largest()).isEqualTo(2);
    assertThat(towards.together().steps().stream().map(step -> ids(step.by())))
        .containsExactly(List.of("dprk", "unsc"), List.of("rok"));
  }

  private static String level(Towards.Push push) {
    return push.option().levels().get(push.level());
  }

  @Test
  void nothingBetterForAllIsReachedBySingleImprovements() {
    Deadlock deadlock = Deadlock.of(ARCS, Run.quiet());
    assertThat(deadlock.better().count()).isEqualTo(1_395);
    assertThat(deadlock.reached().isEmpty()).isTrue();
  }

  /// The first step fails because the ends differ, and is taken where the end is left open.
  @Test
  void leavingTheEndOpenRescuesTheFirstSteps() {
    Staged bound = Staged.of(KOREA, proposal(KOREA, "three-steps-to-cvid"));
    assertThat(bound.outcome()).isEqualTo(Outcome.RESCUED);
    assertThat(bound.alone().getFirst().isTaken()).isTrue();
    assertThat(bound.tied().refusing().stream().map(b -> b.party().id())).containsExactly("dprk");
    assertThat(bound.reached()).isEqualTo(2);
    Staged open = Staged.of(KOREA, proposal(KOREA, "three-steps"));
    assertThat(open.tied().isTaken()).isTrue();
    assertThat(open.reached()).isEqualTo(2);
    assertThat(open.open().getLast().refusing().stream().map(b -> b.party().id()))
        .containsExactly("us");
    assertThat(Staged.of(KOREA, proposal(KOREA, "two-steps")).outcome()).isEqualTo(Outcome.TAKEN);
  }
}
