package demarche.lens.settlement.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.Judge;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Proposal;
import demarche.scenario.Evidence;
import demarche.scenario.ProposalEntry.Form;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomAgreements;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Breaches, commitments, threats, additions and pillars against a literal reading, on random
/// models.
final class GuaranteesByDefinitionTest {
  private static final int SEEDS = 1_000;
  private static final int STATES = 8; // of each model

  private final Map<String, Integer> met = new ConcurrentHashMap<>();

  @Test
  void guaranteesAgreeWithTheirDefinition() {
    Seeds.each(SEEDS, this::agrees);
    if (Seeds.first(SEEDS).length < SEEDS) return;
    assertThat(met)
        .containsKeys(
            "loss",
            "never",
            "unmeasured",
            "by votes",
            "alone",
            "together",
            "escapable",
            "kept by",
            "unkept",
            "addition",
            "pillar")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(5));
  }

  private void agrees(long seed) {
    String yaml = RandomAgreements.draw(seed);
    Model model = Scenarios.model(yaml);
    StateSpace space = StateSpace.of(model);
    LiteralGuarantees literal = new LiteralGuarantees(model);
    Stability stability = Stability.of(space, Set.of(Concept.SEQ), Run.quiet());
    Judge judge = new Judge(stability, Run.quiet());
    Random random = new Random(seed);
    for (int k = 0; k < STATES; k++) {
      int s = random.nextInt(space.size());
      Set<String> consent =
          model.parties().stream()
              .map(Party::id)
              .filter(_ -> random.nextBoolean())
              .collect(Collectors.toCollection(TreeSet::new));
      Guarantees found =
          Guarantees.of(stability, judge, proposal(literal, s, consent), Run.quiet());
      Read read =
          new Read(model, literal, s, "state %d; -Dseed=%d replays%n%s".formatted(s, seed, yaml));
      assertThat(found.holds()).as(read.what).isEqualTo(literal.holds(s));
      found.breaches().forEach(breach -> checks(read, breach));
      assertThat(found.breaches().stream().map(b -> b.by().id()))
          .as(read.what)
          .isEqualTo(read.leavers());
      pillars(read, found);
      if (found.holds()) continue;
      assertThat(found.additions().stream().map(a -> a.option().id() + " = " + a.level()))
          .as(read.what)
          .containsExactlyInAnyOrderElementsOf(literal.additions(s, consent));
      met("addition", !found.additions().isEmpty());
      if (new Bound(space, s).canBeTried(found.breaches())) together(read, found, yaml);
    }
  }

  private record Read(Model model, LiteralGuarantees literal, int s, String what) {
    List<String> leavers() {
      return model.parties().stream()
          .filter(p -> !literal.ways(p, s).isEmpty())
          .map(Party::id)
          .toList();
    }
  }

  private static Proposal proposal(LiteralGuarantees literal, int s, Set<String> consent) {
    return new Proposal(
        "p",
        "p",
        List.of(),
        Form.AT_ONCE,
        List.of(literal.literal().states().get(s)),
        List.copyOf(consent),
        Evidence.NONE);
  }

  private void checks(Read read, Breach breach) {
    assertThat(new HashSet<>(breach.ways()))
        .as(read.what)
        .isEqualTo(read.literal.ways(breach.by(), read.s));
    commitment(read, breach);
    Set<Set<String>> groups = read.literal.groups(breach.by(), read.s);
    assertThat(breach.guarantors().stream().map(g -> g.actor().id()))
        .as(read.what)
        .containsExactlyInAnyOrderElementsOf(
            groups.stream().filter(g -> g.size() == 1).flatMap(Set::stream).toList());
    if (breach.guarantors().isEmpty()) {
      assertThat(breach.together().stream().map(GuaranteesByDefinitionTest::ids))
          .as(read.what)
          .containsExactlyInAnyOrderElementsOf(groups);
    } else {
      assertThat(breach.together()).as(read.what).isEmpty();
    }
    met("alone", !breach.guarantors().isEmpty());
    met("together", !breach.together().isEmpty());
    breach.guarantors().forEach(guarantor -> answers(read, breach, guarantor));
    breach.together().forEach(group -> group.forEach(g -> answers(read, breach, g)));
  }

  private static Set<String> ids(List<Guarantor> group) {
    return group.stream().map(g -> g.actor().id()).collect(Collectors.toSet());
  }

  private void commitment(Read read, Breach breach) {
    switch (breach.commitment()) {
      case Commitment.Loss(var loss) -> {
        Actor actor = (Actor) breach.by();
        assertThat(read.literal.least(actor, read.s)).as(read.what).containsExactly(loss);
        assertThat(read.literal.isTight(actor, read.s, loss)).as(read.what).isTrue();
        met("loss", true);
      }
      case Commitment.Never(var line) -> {
        Actor actor = (Actor) breach.by();
        assertThat(read.literal.least(actor, read.s)).as(read.what).isEmpty();
        assertThat(actor.preference().redLines()).as(read.what).contains(line);
        met("never", true);
      }
      case Commitment.Unmeasured _ -> {
        Preference.Order order = ((Actor) breach.by()).preference().order();
        assertThat(order).as(read.what).isNotInstanceOf(Preference.Values.class);
        met("unmeasured", true);
      }
      case Commitment.ByVotes _ -> {
        assertThat(read.model.bodies()).as(read.what).contains((demarche.model.Body) breach.by());
        met("by votes", true);
      }
    }
  }

  private void answers(Read read, Breach breach, Guarantor guarantor) {
    for (Guarantor.Answer answer : guarantor.answers()) {
      assertThat(read.literal.isBest(guarantor.actor(), breach.by(), read.s, answer))
          .as(read.what)
          .isTrue();
      boolean lasting = read.literal.isLasting(breach.by(), read.s, answer.to());
      assertThat(answer.hold() == Guarantor.Hold.LASTING).as(read.what).isEqualTo(lasting);
      met("escapable", !lasting);
    }
    if (guarantor.actor().preference().order() instanceof Preference.Values values) {
      double dearest =
          guarantor.answers().stream()
              .map(a -> value(read, values, a.breach()).subtract(value(read, values, a.to())))
              .mapToDouble(BigFraction::doubleValue)
              .max()
              .orElseThrow();
      assertThat(guarantor.price().getFirst().doubleValue()).as(read.what).isEqualTo(dearest);
      met("kept by", true);
    }
  }

  private static BigFraction value(Read read, Preference.Values values, int s) {
    return values.of(
        read.literal.literal().states().get(s).stream().mapToInt(Integer::intValue).toArray());
  }

  private void pillars(Read read, Guarantees found) {
    Set<String> meant = new TreeSet<>();
    for (Party kept : read.model.parties()) {
      for (Party by : read.model.parties()) {
        if (by.equals(kept) || !found.holds()) continue;
        if (read.literal.isPillar(by, kept, read.s)) meant.add(by.id() + " " + kept.id());
      }
    }
    assertThat(found.pillars().stream().map(p -> p.by().id() + " " + p.kept().id()))
        .as(read.what)
        .containsExactlyInAnyOrderElementsOf(meant);
    met("pillar", !meant.isEmpty());
  }

  /// The commitments written into the file as value terms.
  private void together(Read read, Guarantees found, String yaml) {
    String bound = yaml;
    for (Breach breach : found.breaches()) {
      BigFraction loss = ((Commitment.Loss) breach.commitment()).loss();
      String kept =
          breach.by().options().stream()
              .map(o -> o.id() + " = " + o.levels().get(level(read, o)))
              .collect(Collectors.joining(" and "));
      String term =
          "\n      - {avoid: \"not (%s)\", weight: %s}"
              .formatted(kept, loss.getNumerator() + " / " + loss.getDenominator());
      int at = bound.indexOf("values:", bound.indexOf("\n  " + breach.by().id() + ":\n")) + 7;
      bound = bound.substring(0, at) + term + bound.substring(at);
    }
    ByDefinition literal = new ByDefinition(Scenarios.model(bound));
    List<String> leavers =
        read.model.parties().stream()
            .filter(p -> !literal.isStable("SEQ", p, read.s))
            .map(Party::id)
            .toList();
    assertThat(found.unkept().stream().map(Party::id)).as(bound).isEqualTo(leavers);
    met("unkept", !leavers.isEmpty());
  }

  private static int level(Read read, Option option) {
    return read.literal.literal().states().get(read.s).get(option.index());
  }

  private void met(String what, boolean is) {
    if (is) met.merge(what, 1, Integer::sum);
  }
}
