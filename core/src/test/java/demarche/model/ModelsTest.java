package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the words of a file mean, rule by rule.
final class ModelsTest {
  private static Model model(String sections) {
    return Scenarios.model("demarche: 1\ntitle: A test\n" + sections);
  }

  private static Actor actor(Model model, String id) {
    return model.actors().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  /// Whether an actor prefers the first state, given by its code, to the second.
  private static boolean prefers(Model model, String actor, String first, String second) {
    Preference wishes = actor(model, actor).preference();
    return wishes.compare(model.levels(first), model.levels(second)) > 0;
  }

  @Test
  void optionsHaveTwoLevelsAndMoveFreelyUnlessTheFileSaysOtherwise() {
    Model model =
        model(
            """
            actors:
              north:
                options:
                  build:
                  price: {name: Price, levels: [low, mid, high], moves: up, stride: one}
            bodies: {court: {options: {fine: {moves: down}}, members: [north], rule: {yes: 1}}}
            events: {storm: {}, flood: {levels: [none, some, full]}}
            status-quo: {flood: some, fine: yes}
            """);
    assertThat(model.options())
        .extracting(Option::id)
        .containsExactly("north.build", "north.price", "court.fine");
    Option build = model.options().getFirst();
    assertThat(build.name()).isEqualTo("build");
    assertThat(build.levels()).containsExactly("no", "yes");
    assertThat(List.of(build.freedom(), build.stride())).containsExactly(Freedom.BOTH, Stride.ANY);
    Option price = model.options().get(1);
    assertThat(price.allows(0, 1)).isTrue();
    assertThat(price.allows(0, 2)).isFalse();
    assertThat(price.allows(1, 0)).isFalse();
    assertThat(model.options().get(2).allows(1, 0)).isTrue();
    assertThat(model.events()).extracting(Option::id).containsExactly("storm", "flood");
    assertThat(model.statusQuo()).containsExactly(0, 0, 1, 0, 1);
    assertThat(model.code(model.statusQuo())).isEqualTo("001");
    assertThat(model.held(4)).isEqualTo(1);
    assertThat(model.held(0)).isEqualTo(Model.FREE);
  }

  @Test
  void prioritiesCountFromOneHalf() {
    Model model =
        model(
            """
            parameters: {half: 1 / 2}
            actors:
              north:
                options: {a: {}, b: {}, c: {}}
                priorities:
                  - {want: a, probability: 0.4999}
                  - {want: b, probability: half}
                  - c
            """);
    assertThat(prefers(model, "north", "010", "101")).isTrue();
    assertThat(prefers(model, "north", "001", "100")).isTrue();
    assertThat(prefers(model, "north", "101", "001")).isFalse();
    var priorities = (Preference.Priorities) actor(model, "north").preference().order();
    assertThat(priorities.base())
        .extracting(Preference.Priority::id)
        .containsExactly("priority-2", "priority-3");
  }

  @Test
  void rangesAndAlternativesMakeNoDifferenceToTheBase() {
    String values =
        """
        actors:
          north:
            options: {a: {}, p: {levels: [low, mid, high]}}
            red-lines: [{never: p = high}]
            values:
              - {id: v, want: a, weight: stake%s}
              - {id: w, of: p, weights: {mid: 2, high: -1}%s}
        """;
    Model plain = model("parameters: {stake: 3}\n" + values.formatted("", ""));
    Model ranged =
        model(
            "parameters: {stake: {value: 3, range: [1, 9], mode: 8}}\n"
                + values.formatted(", range: 90 %", ", range: [0, 5]")
                + "    alternatives: [{by: kim, probability: 0.9, priorities: [not a]}]\n");
    int[] both = plain.levels("11");
    var first = (Preference.Values) actor(plain, "north").preference().order();
    var second = (Preference.Values) actor(ranged, "north").preference().order();
    assertThat(first.of(both)).isEqualTo(BigFraction.of(5));
    assertThat(second.of(both)).isEqualTo(BigFraction.of(5));
    assertThat(first.terms()).isEqualTo(second.terms());
  }

  @Test
  void anAlternativeKeepsOfTheActorWhatItLeavesOut() {
    Model model =
        model(
            """
            actors:
              north:
                options: {a: {}, b: {}}
                red-lines: [{never: a and b}]
                priorities: [a]
                alternatives:
                  - {by: kim, probability: 0.3, priorities: [b]}
                  - {by: ito, probability: 0.2, red-lines: []}
                  - {by: lee, red-lines: [{never: b}], values: [{id: v, want: a, weight: 1}]}
            """);
    List<Actor.Alternative> others = actor(model, "north").alternatives();
    Preference own = actor(model, "north").preference();
    assertThat(others).extracting(Actor.Alternative::by).containsExactly("kim", "ito", "lee");
    assertThat(others)
        .extracting(a -> a.probability().toString())
        .containsExactly("3 / 10", "1 / 5", "0");
    assertThat(others.get(0).preference().redLines()).hasSize(1);
    assertThat(others.get(0).preference().order()).isNotEqualTo(own.order());
    assertThat(others.get(1).preference().redLines()).isEmpty();
    assertThat(others.get(1).preference().order()).isEqualTo(own.order());
    assertThat(others.get(2).preference().crossesAny(model.levels("01"))).isTrue();
    assertThat(others.get(2).preference().order()).isInstanceOf(Preference.Values.class);
  }

  @Test
  void statedWeightsAreAPreferenceOfTheirOwn() {
    Model model =
        model(
            """
            actors:
              north:
                options: {a: {}, p: {levels: [low, mid, high]}}
                red-lines: [{never: a and p = high}]
                values:
                  - {id: v, want: a, weight: 3, stated: 1}
                  - {id: w, of: p, weights: {mid: 2, high: 4}, stated: {high: 7}}
                  - {id: x, avoid: a, weight: 1}
              south: {priorities: [a]}
            """);
    Actor north = actor(model, "north");
    int[] mid = model.levels("11");
    int[] high = model.levels("02");
    assertThat(((Preference.Values) north.preference().order()).of(mid))
        .isEqualTo(BigFraction.of(4));
    assertThat(((Preference.Values) north.professed().order()).of(mid))
        .isEqualTo(BigFraction.of(0));
    assertThat(((Preference.Values) north.professed().order()).of(high))
        .isEqualTo(BigFraction.of(7));
    assertThat(north.professed().redLines()).isEqualTo(north.preference().redLines());
    assertThat(actor(model, "south").professed()).isEqualTo(actor(model, "south").preference());
  }

  @Test
  void redLinesComeBeforeThePreferenceInFileOrder() {
    Model model =
        model(
            """
            actors:
              north:
                options: {a: {}, b: {}, c: {}}
                red-lines: [{id: first, never: a}, {never: b}]
                priorities: [a, c]
              south: {red-lines: [{never: a}]}
            """);
    assertThat(prefers(model, "north", "000", "101")).isTrue();
    assertThat(prefers(model, "north", "010", "100")).isTrue();
    assertThat(prefers(model, "north", "011", "010")).isTrue();
    assertThat(actor(model, "north").preference().redLines())
        .extracting(Preference.RedLine::id)
        .containsExactly("first", "red-line-2");
    assertThat(prefers(model, "south", "011", "100")).isTrue();
    assertThat(prefers(model, "south", "011", "000")).isFalse();
    assertThat(actor(model, "south").preference().order())
        .isInstanceOf(Preference.Indifferent.class);
  }

  @Test
  void aRankingNamesCodesAndPatternsTheBestFirst() {
    Model model =
        model(
            """
            actors:
              north: {options: {a: {}, b: {}}, ranking: ["1?", ["00", "01"]]}
              south: {ranking: ["?1", "00", "10"]}
            """);
    assertThat(prefers(model, "north", "10", "01")).isTrue();
    assertThat(prefers(model, "north", "10", "11")).isFalse();
    assertThat(prefers(model, "north", "00", "01")).isFalse();
    assertThat(prefers(model, "south", "11", "00")).isTrue();
    assertThat(prefers(model, "south", "00", "10")).isTrue();
  }

  @Test
  void numbersAreExactOverParametersInAnyOrder() {
    Model model =
        model(
            """
            parameters: {third: one / 3, sum: 0.1 + 0.2, one: 1}
            actors: {north: {options: {a: {}}, values: [{id: v, want: a, weight: 3 * third - sum}]}}
            """);
    assertThat(model.parameters())
        .isEqualTo(
            Map.of(
                "third", BigFraction.of(1, 3),
                "sum", BigFraction.of(3, 10),
                "one", BigFraction.ONE));
    assertThat(
            ((Preference.Values) actor(model, "north").preference().order()).of(model.levels("1")))
        .isEqualTo(BigFraction.of(7, 10));
  }

  @Test
  void aLockIsAConstraintWhoeverHoldsTheOption() {
    Model model =
        model(
            """
            actors:
              north: {options: {deal: {levels: [none, part, full]}}}
              parliament: {part-of: north, options: {consent: {}}, locks: [{option: deal, unless: consent}]}
            proposals: {all: {does: {deal: full, consent: yes}}, two: {does: {deal: part}, consent: [parliament]}}
            """);
    StateSpace space = StateSpace.of(model);
    assertThat(space.states().mapToObj(space::code)).containsExactly("00", "01", "11", "21");
    assertThat(actor(model, "parliament").partOf()).isEqualTo("north");
    assertThat(model.proposals())
        .extracting(Proposal::consent)
        .containsExactly(List.of("north"), List.of("parliament"));
    assertThat(model.constraints())
        .extracting(Constraint::wording)
        .containsExactly("lock of parliament: deal -> consent");
  }

  @Test
  void stepsApplyToTheStateAfterTheOneBefore() {
    Model model =
        model(
            """
            actors: {north: {options: {a: {}, b: {}}}}
            events: {storm: {}}
            status-quo: {a: yes}
            disagreement: {b: yes}
            proposals:
              road: {steps: [{b: yes}, {a: no}, {storm: yes}]}
              once: {does: {b: yes}, by: north}
            """);
    Proposal road = model.proposals().getFirst();
    assertThat(road.ends()).containsExactly(List.of(1, 1, 0), List.of(0, 1, 0), List.of(0, 1, 1));
    assertThat(road.end()).containsExactly(0, 1, 1);
    assertThat(road.by()).isEmpty();
    assertThat(model.proposals().get(1).end()).containsExactly(1, 1, 0);
    assertThat(model.disagreement()).containsExactly(1, 1, 0);
  }

  @Test
  void conditionsStandForTheirExpressions() {
    Model model =
        model(
            """
            actors: {north: {options: {a: {}, b: {}}}}
            conditions:
              either: a or b
              neither: {when: not either}
            targets: {calm: neither, storm: {when: either and not calm-not, of: north}}
            measures: {m: {avoid: either, weight: 2}, l: [{id: x, want: a, weight: 1}, {id: y, of: b, weights: {yes: 4}}]}
            """
                .replace("calm-not", "neither"));
    assertThat(condition(model, "neither").holds(model.levels("00"))).isTrue();
    assertThat(condition(model, "neither").holds(model.levels("01"))).isFalse();
    assertThat(model.targets().get(1).when().holds(model.levels("10"))).isTrue();
    assertThat(model.targets().get(1).of()).containsExactly("north");
    assertThat(sum(model, "m", "10")).isEqualTo(BigFraction.of(-2));
    assertThat(sum(model, "l", "11")).isEqualTo(BigFraction.of(5));
  }

  private static Clause condition(Model model, String id) {
    return Optional.ofNullable(model.conditions().get(id)).orElseThrow();
  }

  private static BigFraction sum(Model model, String measure, String code) {
    return model.measures().getOrDefault(measure, List.of()).stream()
        .map(t -> t.of(model.levels(code)))
        .reduce(BigFraction.ZERO, BigFraction::add);
  }

  @Test
  void beliefsAreWhatTheHolderSees() {
    Model model =
        model(
            """
            actors:
              north: {options: {a: {}}, priorities: [a]}
              south: {options: {b: {}}, red-lines: [{never: a}], priorities: [b]}
            beliefs:
              north:
                of: {south: {priorities: [not b]}}
                blind-to: b
                thinks: {south: {of: {north: {priorities: [not a]}}, blind-to: [a]}}
            """);
    Belief belief = model.beliefs().getFirst();
    Preference seen = belief.views().getOrDefault("south", Preference.INDIFFERENT);
    assertThat(seen.redLines()).hasSize(1);
    assertThat(seen.compare(model.levels("00"), model.levels("01"))).isPositive();
    assertThat(belief.blindTo()).extracting(Option::id).containsExactly("south.b");
    Belief thought = belief.thinks().getFirst();
    assertThat(thought.holder()).isEqualTo("south");
    assertThat(
            thought
                .views()
                .getOrDefault("north", Preference.INDIFFERENT)
                .compare(model.levels("00"), model.levels("10")))
        .isPositive();
  }
}
