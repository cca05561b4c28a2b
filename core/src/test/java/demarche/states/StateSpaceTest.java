package demarche.states;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import demarche.model.Actor;
import demarche.model.Option;
import demarche.model.Party;
import demarche.testing.Scenarios;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateSpaceTest {
  private static final String KOREA = "core/src/test/resources/scenarios/korea-values.yaml";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenarios/ferry.yaml",
        KOREA,
        "core/src/test/resources/scenarios/korea-core.yaml",
        "scenarios/library/garrison.yaml",
        "scenarios/library/elmira9.yaml"
      })
  void statesRanksAndMovesAgreeWithTheModelReadLiterally(String path) {
    StateSpace space = StateSpace.of(Scenarios.file(path).unvaried());
    assertThat(space.states().mapToObj(space::code)).isSorted().doesNotHaveDuplicates();
    assertThat(space.states()).allMatch(s -> space.state(space.code(s)) == s);
    assertThat(space.states()).allMatch(s -> space.model().isFeasible(space.levels(s)));
    for (Actor actor : space.model().actors()) {
      int[] some = space.states().filter(s -> space.size() < 200 || s % 17 == 0).toArray();
      for (int s : some) for (int t : some) ranksMatch(space, actor, s, t);
    }
    for (Party party : space.model().parties()) movesMatch(space, party);
  }

  private static void ranksMatch(StateSpace space, Actor actor, int s, int t) {
    int literal = actor.preference().compare(space.levels(s), space.levels(t));
    if (Integer.signum(space.rank(actor, s) - space.rank(actor, t)) != Integer.signum(literal)) {
      fail("%s ranks %s and %s otherwise", actor.id(), space.code(s), space.code(t));
    }
  }

  private static void movesMatch(StateSpace space, Party party) {
    Moves moves = space.moves(party);
    int[] into = new int[moves.most()];
    for (int s = 0; s < space.size(); s += 1 + space.size() / 40) {
      int state = s;
      int[] targets = Arrays.copyOf(into, moves.targets(s, into));
      assertThat(Arrays.copyOf(into, moves.targets(s, into))).isSorted();
      if (!space.model().isGraph()) {
        assertThat(targets)
            .containsExactly(space.states().filter(q -> canMove(space, party, state, q)).toArray());
      }
      for (int q : targets) {
        int count = moves.sources(q, into);
        assertThat(IntStream.of(into).limit(count).anyMatch(s2 -> s2 == state)).isTrue();
      }
    }
  }

  private static boolean canMove(StateSpace space, Party party, int from, int to) {
    int[] a = space.levels(from);
    int[] b = space.levels(to);
    return from != to
        && IntStream.range(0, a.length)
            .allMatch(o -> {
              Option option = space.model().option(o);
              boolean own = option.holder().equals(party.id());
              return own ? option.allows(a[o], b[o]) : a[o] == b[o];
            });
  }

  @Test
  void aGraphStartsInItsFirstStateAndKeepsTheMovesBetweenStatesThatConstraintsLeave() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: A graph with a state ruled out
            graph:
              states: {talks: Talks, deal: Deal, ban: Ban, war: War}
              moves:
                a: {talks: [war, deal, ban], ban: [talks], war: [deal]}
            actors: {a: {name: A, ranking: [deal, talks, ban, war]}}
            constraints: [{impossible: ban}]
            """);
    assertThat(space.states().mapToObj(space::code)).containsExactly("deal", "talks", "war");
    assertThat(space.code(space.statusQuo())).isEqualTo("talks");
    Moves moves = space.moves(space.model().actors().getFirst());
    int[] into = new int[moves.most()];
    assertThat(Arrays.copyOf(into, moves.targets(1, into))).containsExactly(0, 2);
    assertThat(moves.targets(0, into)).isZero();
    assertThat(moves.targets(2, into)).isEqualTo(1);
    assertThat(into[0]).isZero();
  }

  @Test
  void propositionsAreDecidedInManyBlocksAsInOneState() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Blocks
            actors:
              a: {name: A, options: {p: {levels: [0, 1, 2]}, q: {levels: [0, 1, 2, 3, 4]}}}
              b: {name: B, options: {r: {}, s: {}, t: {}, u: {levels: [0, 1, 2]}}}
              c: {name: C, options: {v: {levels: [0, 1, 2, 3, 4, 5, 6]}, w: {}, x: {}, y: {}}}
            conditions:
              one: (p > 0 <-> q >= 3) -> (u != 1 or not w)
              two: "count(p = 2, r, s, t, u > 1, v < 4, w, x, y) >= 4"
              three: "count(p, q, one, two) = 2 and not (v = 3)"
            constraints: [{impossible: three and x}]
            status-quo: {w: no}
            """);
    assertThat(space.size()).isGreaterThan(8_000);
    space
        .model()
        .conditions()
        .forEach((id, clause) ->
            assertThat(space.where(clause.meaning()).stream().toArray())
                .as(id)
                .isEqualTo(space.states().filter(s -> clause.holds(space.levels(s))).toArray()));
  }

  @Test
  void sumsBeyondSixtyTwoBitsAreExact() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Large and small numbers
            actors:
              a:
                name: A
                options: {p: {}, q: {}, r: {}}
                values:
                  - {id: large, want: p, weight: 1e30}
                  - {id: hair, want: q, weight: 1e-30}
                  - {id: third, want: r, weight: 1 / 3}
                  - {id: less-than-a-third, want: q, weight: 0.3333333333}
            """);
    Actor a = space.model().actors().getFirst();
    assertThat(space.states().boxed().sorted((s, t) -> space.rank(a, s) - space.rank(a, t)))
        .extracting(space::code)
        .containsExactly("000", "010", "001", "011", "100", "110", "101", "111");
    assertThat(space.states().map(s -> space.rank(a, s)).distinct().count()).isEqualTo(8);
    assertThat(space.value(a, space.state("001")))
        .extracting(Object::toString)
        .containsExactly("1 / 3");
  }

  @Test
  void manyPrioritiesCountInTheirOrder() {
    String options = IntStream.range(0, 7).mapToObj(i -> "o" + i + ": {}").collect(joining(", "));
    String patterns =
        IntStream.range(0, 127)
            .mapToObj(i ->
                IntStream.range(0, 7)
                    .mapToObj(o -> ((i >> o & 1) == 1 ? "" : "not ") + "o" + o)
                    .collect(joining(" and ")))
            .collect(joining(", "));
    StateSpace space =
        Scenarios.space(
            "demarche: 1\ntitle: Many\nactors:\n  a:\n    name: A\n    options: {%s}\n    priorities: [%s]\n"
                .formatted(options, patterns));
    Actor a = space.model().actors().getFirst();
    assertThat(space.states().map(s -> space.rank(a, s)).distinct().count()).isEqualTo(128);
    assertThat(space.rank(a, space.state("0000000"))).isEqualTo(127);
    assertThat(space.rank(a, space.state("1111111"))).isZero();
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsSize() {
    String options =
        IntStream.range(0, 24)
            .mapToObj(i -> "o" + i + ": {levels: [0, 1, 2]}")
            .collect(joining(", "));
    assertThatThrownBy(() ->
            Scenarios.space(
                "demarche: 1\ntitle: Big\nactors: {a: {name: A, options: {%s}}}\n"
                    .formatted(options)))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("282,429,536,481")
        .hasMessageContaining("drop options");
  }

  @Test
  void fewStatesAmongVeryManyCodesAreFound() {
    String options = IntStream.range(0, 26).mapToObj(i -> "o" + i + ": {}").collect(joining(", "));
    String upper = IntStream.range(0, 24).mapToObj(i -> "o" + i).collect(joining(", "));
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Sparse
            actors: {a: {name: A, options: {%s}, priorities: [o25]}}
            constraints: [{require: "count(%s) <= 1"}]
            """
                .formatted(options, upper));
    assertThat(space.size()).isEqualTo(25 * 4);
    assertThat(space.states()).allMatch(s -> space.state(space.code(s)) == s);
    assertThat(space.state("1".repeat(26))).isEqualTo(-1);
  }

  @Test
  void aNegativeDivisorTurnsNoOrderRound() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: A negative divisor
            parameters: {k: -2}
            actors:
              a:
                options: {x: {}, y: {}}
                values:
                  - {id: one, want: x, weight: 1 / k}
                  - {id: two, want: y, weight: 3}
              b: {options: {}}
            """);
    Actor a = space.model().actors().getFirst();
    assertThat(space.value(a, space.state("11"))).containsExactly(BigFraction.of(5, 2));
    assertThat(space.prefers(a, space.state("00"), space.state("01"))).isTrue();
    assertThat(space.prefers(a, space.state("00"), space.state("10"))).isFalse();
  }
}
