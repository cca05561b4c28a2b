package demarche.lens.stability;

import static demarche.lens.stability.Explaining.TOGETHER;
import static demarche.lens.stability.Explaining.explain;
import static demarche.lens.stability.Explaining.ferry;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What of much is told first, together, or not at all in explanations; what they say otherwise is
/// the matter of [ExplainTest].
final class ExplainOrderTest {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  @Test
  void tellsSoManyImprovementsAndNoMore() {
    String levels = IntStream.range(0, 15).mapToObj(k -> "" + k).collect(Collectors.joining(", "));
    String weights =
        IntStream.range(0, 15).mapToObj(k -> k + ": " + k).collect(Collectors.joining(", "));
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Many
            actors:
              a:
                name: Ann
                options: {x: {levels: [%s]}}
                values: [{id: height, of: x, weights: {%s}}]
              b: {name: Ben, options: {y: {}}}
            """
                .formatted(levels, weights));
    List<String> alone = Spoken.lines(explain(space, "00", "a", EnumSet.of(Concept.R)));
    assertThat(alone)
        .contains(
            "- Of 14 moves open to Ann 14 are improvements",
            "- 12 of them are told here: first what the least deters, then what gains the most")
        .filteredOn(line -> line.startsWith("= party.a."))
        .startsWith("= party.a.e0", "= party.a.d0")
        .hasSize(12);
    List<String> both = Spoken.lines(explain(space, "00", "a b", EnumSet.of(Concept.R)));
    assertThat(both)
        .contains("- The only move of Ben leads to 01: neither a gain nor a loss")
        .filteredOn(line -> line.startsWith("= party.a."))
        .hasSize(4);
    assertThat(Spoken.lines(explain(space, "d0", "a", EnumSet.of(Concept.R))))
        .contains("- Of 14 moves open to Ann 1 is an improvement")
        .noneMatch(line -> line.contains("told here"));
    assertThat(Spoken.lines(explain(space, "e0", "a", EnumSet.of(Concept.R))))
        .contains(
            "- None of 14 moves open to Ann would be an improvement; the best leads to d0: a loss"
                + " of 1");
  }

  @Test
  void speaksOfSomePartiesOnlyWhereSomeAreAskedFor() {
    assertThat(Spoken.lines(explain(ferry(), "0200", "union board", Set.of(Concept.R))))
        .startsWith(
            "= summary", "0200 is not stable for all of Seamen's Union, Arbitration board under R")
        .contains("0200 is stable for Seamen's Union under R");
    assertThat(Spoken.lines(explain(ferry(), "0200", "union owners", ALL)))
        .contains(
            "0200 is stable for all of Seamen's Union, Ship owners under R, SSEQ, SEQ, SMR, GMR, SIM");
    assertThat(Spoken.lines(explain(ferry(), "0201", "union owners ministry board", ALL)))
        .contains("0201 is an equilibrium under R, SSEQ, SEQ, SMR, GMR, SIM");
    StateSpace graph =
        Scenarios.space(
            """
            demarche: 1
            title: Graph
            actors: {a: {name: Ann, ranking: [s1, s2]}}
            graph: {states: {s1: Peace, s2: Raid}, moves: {a: {s2: [s1]}}}
            """);
    Answer nothing = explain(graph, "s2", "a", Set.of(Concept.SIM));
    assertThat(Spoken.lines(nothing)).containsExactly("= party.a", "Nothing was searched for s2");
    assertThat(nothing.lens()).isEqualTo("explanations");
    assertThat(Spoken.data(nothing.data())).isEqualTo("[]");
  }

  @Test
  void tellsOfThoseWhoCannotMoveOnAndOfBodiesThatNothingHurts() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: One way
            actors:
              a: {name: Ann, options: {x: {moves: up}}, values: [{id: v, want: x, weight: 1}, {id: w, avoid: y and x, weight: 2}]}
              b: {name: Ben, options: {y: {moves: up}, z: {}}, values: [{id: q, want: y, weight: 1}]}
            bodies:
              c: {name: Court, options: {l1: {}, l2: {}}, members: [m, ben], others: {m: {votes: yes}, ben: {follows: b}}, rule: {yes: 1}}
            """);
    assertThat(Spoken.lines(explain(space, "00000", "a", Set.of(Concept.SSEQ))))
        .contains(
            "- Under SSEQ Ben would answer by y yes [11000], a gain of 1; for Ann, compared with"
                + " 00000: a loss of 1",
            "- From there Ann cannot move");
    assertThat(Spoken.lines(explain(space, "00000", "c", Set.of(Concept.SEQ))))
        .contains(
            "- Of 3 changes open to Court 3 pass",
            "Court could choose l1 yes and reach 00010: passed by m, abstaining ben",
            "- Under SEQ nothing deters it: the others' improvements lead on to 5 states, none of"
                + " which undoes the gain");
    StateSpace deaf =
        Scenarios.space(
            """
            demarche: 1
            title: Deaf
            actors:
              a: {name: Ann, options: {}, values: [{id: v, avoid: l1 or l2 or l3, weight: 1}]}
            bodies:
              c: {name: Court, options: {l1: {}, l2: {}, l3: {}}, members: [a], rule: {yes: 1}}
            """);
    assertThat(Spoken.lines(explain(deaf, "000", "c", Set.of(Concept.SEQ))))
        .containsExactly(
            "= party.c",
            "000 is stable for Court under SEQ",
            "- Nothing passes of 7 changes open to Court",
            "- 001: no yes vote",
            "- 010: no yes vote",
            "- 011: no yes vote");
  }

  @Test
  void tellsFirstWhatLeastDetersAndThenWhatGainsMost() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Order
            actors:
              a:
                name: Ann
                options: {x: {levels: [0, 1, 2, 3]}}
                values: [{id: v, of: x, weights: {1: 1, 2: 2, 3: 3}}, {id: w, avoid: x = 3 and y, weight: 9}]
              b: {name: Ben, options: {y: {}}, priorities: [y <-> x = 3]}
            """);
    assertThat(Spoken.lines(explain(space, "00", "a", EnumSet.of(Concept.R, Concept.SEQ))))
        .filteredOn(line -> line.startsWith("= party.a."))
        .containsExactly("= party.a.20", "= party.a.10", "= party.a.30");
  }

  @Test
  void whatNoMoveUndoesNoImprovementUndoes() {
    assertThat(Spoken.lines(explain(ferry(), "0101", "union", ALL)))
        .containsExactly(
            "= party.union",
            "0101 is not stable for Seamen's Union under R, SSEQ, SEQ, SMR, GMR, SIM",
            "- Of 3 moves open to Seamen's Union 1 is an improvement",
            "= party.union.0201",
            "Seamen's Union could choose Wage demand full and reach 0201: a gain of 3",
            "- By value terms: wages +3",
            "- Under R the gain counts, whatever the others answer",
            "- Under SSEQ, SEQ, SMR, GMR nothing deters it: the others' moves lead on to 2 states,"
                + " none of which undoes the gain; the worst for Seamen's Union is 0200: a gain of"
                + " 3",
            "- Under SIM nothing deters it: nobody else has a gain to make at the same moment");
  }

  @Test
  void tellsTheBestWayOutAndWhatCannotBeCombined() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Best
            actors:
              a:
                name: Ann
                options: {x: {levels: [0, 1, 2, 3]}}
                values:
                  - {id: first, want: x = 1 and not y, weight: 4}
                  - {id: low, want: x = 0 and y, weight: 1}
                  - {id: high, want: x = 2 and y, weight: 2}
                  - {id: deep, avoid: x = 3, weight: 1}
                  - {id: hurt, avoid: x = 1 and y, weight: 1}
              b: {name: Ben, options: {y: {}}, priorities: [y]}
            constraints: [{impossible: x = 1 and z}]
            bodies: {c: {name: Court, options: {z: {}}, members: [m], others: {m: {votes: yes}}, rule: {yes: 1}}}
            """);
    assertThat(Spoken.lines(explain(space, "000", "a", EnumSet.of(Concept.SSEQ))))
        .contains(
            "- Under SSEQ nothing deters it: the others lead on to 1 state, of which 1 undoes the"
                + " gain, but Ann could move on from each to a better one. From 110 the way out is"
                + " 210: a gain of 2");
    StateSpace open =
        Scenarios.space(
            TOGETHER.replace("weight: 3", "weight: 1 / 2")
                + "constraints: [{impossible: x and y}]\n");
    assertThat(Spoken.lines(explain(open, "000", "a", EnumSet.of(Concept.SIM))))
        .contains(
            "- Under SIM nothing deters it: the others could make gains of their own at the same"
                + " moment in 3 ways, and none undoes it (2 of them not feasible)");
    StateSpace held =
        Scenarios.space(
            """
            demarche: 1
            title: Held
            actors:
              a:
                name: Ann
                options: {x: {levels: [0, 1, 2]}}
                values:
                  - {id: first, want: x = 1 and not y, weight: 4}
                  - {id: hurt, avoid: y, weight: 3}
                  - {id: less, want: x = 2 and y, weight: 1}
              b: {name: Ben, options: {y: {}}, priorities: [y]}
            """);
    assertThat(Spoken.lines(explain(held, "00", "a", EnumSet.of(Concept.SMR))))
        .contains("- From there Ann could at best reach 21; compared with 00: a loss of 2");
  }
}
