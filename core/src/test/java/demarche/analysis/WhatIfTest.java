package demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.scenario.Edit;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomEdits;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What-ifs against fresh analyses.
final class WhatIfTest {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);
  private static final int EDITS = 3;

  private static final String FIRMS =
      """
      demarche: 1
      title: Two firms, an office and a court
      parameters: {stake: 2}
      actors:
        north:
          options: {build: {}, price: {levels: [low, mid, high]}}
          values: [{id: plant, want: build, weight: stake}, {id: income, of: price, weights: {high: 4}}]
        south:
          options: {enter: {}}
          values: [{id: peace, avoid: enter and build, weight: 5}, {want: enter, weight: 1}]
        office:
          options: {}
          values: [{id: calm, avoid: enter, weight: 2}, {want: fine, weight: 1}]
      bodies:
        court: {options: {fine: {}}, members: [north, south, clerk], others: {clerk: {votes: yes}}, rule: {yes: 1}}
      """;

  @Test
  void everyAnswerIsThatOfAFreshAnalysis() {
    Seeds.each(
        1_500,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Random random = new Random(seed * 0x9E3779B97F4A7C15L + 5);
          WhatIf whatIf = WhatIf.of(StateSpace.of(RandomModels.model(yaml)), ALL, Run.quiet());
          List<Edit> edits = new ArrayList<>();
          for (int k = 0; k < EDITS; k++) {
            edits.add(RandomEdits.draw(whatIf.model(), random));
            whatIf = whatIf.with(edits.getLast(), Run.quiet());
            compare(whatIf, () -> "%s; -Dseed=%d replays\n%s".formatted(edits, seed, yaml));
          }
        });
  }

  @Test
  void anActorWithoutMovesTouchesItsOwnAnswersAlone() {
    WhatIf before = WhatIf.of(Scenarios.space(FIRMS), ALL, Run.quiet());
    WhatIf after = before.with(new Edit.Weight("office", "calm", "-4"), Run.quiet());
    assertThat(after.space().sharesStates(before.space())).isTrue();
    for (Concept concept : ALL) {
      for (Party party : after.model().parties()) {
        boolean kept = kept(concept, party.id(), before, after);
        assertThat(kept).as("%s %s", concept, party.id()).isEqualTo(!party.id().equals("office"));
      }
    }
  }

  @Test
  void whatRestsOnChangedWishesAloneIsSearchedAgain() {
    WhatIf before = WhatIf.of(Scenarios.space(FIRMS), ALL, Run.quiet());
    WhatIf after = before.with(new Edit.NewRedLine("north", "enter and fine"), Run.quiet());
    for (Actor actor : after.model().actors()) {
      boolean changed = actor.id().equals("north");
      assertThat(after.space().sharesPreference(before.space(), actor)).isNotEqualTo(changed);
    }
    for (Concept concept : List.of(Concept.R, Concept.GMR, Concept.SMR)) {
      assertThat(kept(concept, "north", before, after)).isFalse();
      assertThat(kept(concept, "south", before, after)).isTrue();
      assertThat(kept(concept, "court", before, after)).isFalse(); // north votes there
    }
    assertThat(kept(Concept.SEQ, "south", before, after)).isFalse();
  }

  @Test
  void anEditThatLeavesTheOrderAloneLeavesAllAnswersAlone() {
    WhatIf before = WhatIf.of(Scenarios.space(FIRMS), ALL, Run.quiet());
    WhatIf after = before.with(new Edit.Parameter("stake", "11 / 4"), Run.quiet());
    Actor north = after.model().actors().getFirst();
    assertThat(after.space().ranks(north)).isSameAs(before.space().ranks(north));
    assertThat(after.space().value(north, 0))
        .isEqualTo(StateSpace.of(after.model()).value(north, 0));
    int built = after.space().state("1000");
    assertThat(after.space().value(north, built))
        .extracting(Object::toString)
        .containsExactly("11 / 4");
    for (Concept concept : ALL) {
      for (Party party : after.model().parties()) {
        assertThat(kept(concept, party.id(), before, after)).isTrue();
      }
    }
  }

  @Test
  void aRuleTouchesItsBodyAndWhatFearsItsImprovements() {
    WhatIf before = WhatIf.of(Scenarios.space(FIRMS), ALL, Run.quiet());
    WhatIf after = before.with(new Edit.Majority("court", 1, "3"), Run.quiet());
    for (Actor actor : after.model().actors()) {
      assertThat(after.space().ranks(actor)).isSameAs(before.space().ranks(actor));
    }
    assertThat(kept(Concept.GMR, "north", before, after)).isTrue();
    assertThat(kept(Concept.SEQ, "north", before, after)).isFalse();
    assertThat(kept(Concept.R, "court", before, after)).isFalse();
  }

  @Test
  void aLossThatOutweighsTheCostOfAVetoTellsThoughRanksDoNot() {
    WhatIf before =
        WhatIf.of(
            Scenarios.space(
                """
                demarche: 1
                title: A ban
                actors:
                  owner: {options: {close: {}}, values: [{id: calm, avoid: ban, weight: 2}]}
                  rival: {options: {}, values: [{want: ban, weight: 1}]}
                bodies:
                  council:
                    options: {ban: {}}
                    members: [owner, rival]
                    rule: {yes: 1, veto: [owner]}
                    objection-cost: {owner: 3}
                """),
            ALL,
            Run.quiet());
    WhatIf after = before.with(new Edit.Weight("owner", "calm", "4"), Run.quiet());
    Party owner = after.model().parties().getFirst();
    Party council = after.model().parties().getLast();
    assertThat(after.space().sharesPreference(before.space(), owner)).isTrue();
    assertThat(after.space().sharesPreference(before.space(), council)).isFalse();
    int free = after.space().state("00");
    assertThat(before.stability().stable(Concept.R, council).contains(free)).isFalse();
    assertThat(after.stability().stable(Concept.R, council).contains(free)).isTrue();
    compare(after, () -> "a ban");
  }

  @Test
  void aLensFindsTheAnswerOfTheWhatIf() {
    WhatIf before = WhatIf.of(Scenarios.space(FIRMS), ALL, Run.quiet());
    WhatIf after = before.with(new Edit.Weight("south", "peace", "0"), Run.quiet());
    Party north = after.model().parties().getFirst();
    assertThat(Stability.known(after.space(), ALL, Run.quiet()).stable(Concept.SEQ, north))
        .isSameAs(after.stability().stable(Concept.SEQ, north));
  }

  private static boolean kept(Concept concept, String party, WhatIf before, WhatIf after) {
    Party whose =
        after.model().parties().stream()
            .filter(p -> p.id().equals(party))
            .findFirst()
            .orElseThrow();
    StateSet now = after.stability().stable(concept, whose);
    Set<StateSet> identical = Collections.newSetFromMap(new IdentityHashMap<>());
    identical.add(before.stability().stable(concept, whose));
    return identical.contains(now);
  }

  private static void compare(WhatIf whatIf, Supplier<String> what) {
    StateSpace fresh = StateSpace.of(whatIf.model());
    Stability expected = Stability.of(fresh, ALL, Run.quiet());
    assertThat(whatIf.space().size()).as(what).isEqualTo(fresh.size());
    for (Actor actor : whatIf.model().actors()) {
      assertThat(whatIf.space().ranks(actor).toArray())
          .as(what)
          .isEqualTo(fresh.ranks(actor).toArray());
    }
    assertThat(whatIf.stability().notSearched()).as(what).isEqualTo(expected.notSearched());
    assertThat(whatIf.stability().concepts()).as(what).isEqualTo(expected.concepts());
    for (Concept concept : expected.concepts()) {
      for (Party party : whatIf.model().parties()) {
        assertThat(whatIf.stability().stable(concept, party))
            .as(() -> "%s for %s after %s".formatted(concept, party.id(), what.get()))
            .isEqualTo(expected.stable(concept, party));
      }
    }
  }
}
