package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import demarche.testing.Scenarios;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a lot makes of each kind of uncertain input.
final class SettledTest {
  private static final String FILE =
      """
      demarche: 1
      title: All that can be uncertain
      parameters:
        half: {value: 0.5, range: [0, 1]}
        peak: {value: 3, range: [2, 6], mode: 3}
        twice: {value: 4, range: [half, 2 * peak]}
        fixed: {value: 7}
      actors:
        north:
          name: North
          options: {build: {}, price: {levels: [low, mid, high]}}
          values:
            - {id: plant, want: build, weight: 10, range: 30 %}
            - {id: income, of: price, weights: {mid: 1, high: 3}, range: 50 %}
            - {id: share, avoid: build, weight: 2 * half}
        south:
          name: South
          options: {enter: {}}
          priorities:
            - {id: first, want: not enter, probability: 0.25}
            - {want: build, probability: half}
            - price = low
          alternatives:
            - {by: kim, probability: 0.3, priorities: [enter]}
            - {probability: 0.2, red-lines: [{never: build}]}
      bodies:
        court:
          name: Court
          options: {fine: {}}
          members: [north, south, clerk]
          others: {clerk: {name: The clerk, yes-with: {value: 0.6, range: [0.5, 0.9]}}}
          rule: {yes: 2, veto: [north]}
          objection-cost: {north: {value: 1, range: [0, 2]}}
      measures: {harm: {of: price, weights: {low: 2}, range: [1, 3]}}
      ties: [{from: north, to: south, access: 1, trust: {value: 0.5, range: [0.2, 0.4]}, leverage: 0}]
      forecast:
        horizon: 2 years
        tempo: {default: {value: 1 per year, range: [1, 3]}}
        sharpness: {value: 6, range: [3, 10]}
        hazards: [{id: fire, rate: half per year, does: {build: no}}]
      """;

  private static Model at(Map<String, Double> lots) {
    return Scenarios.model(FILE).settled(input -> lots.getOrDefault(input, Lots.BASE));
  }

  private static Map<String, Input> inputs(Lots lots) {
    Map<String, Input> inputs = new HashMap<>();
    Settled.of(Scenarios.model(FILE).scenario(), lots)
        .inputs()
        .forEach(i -> assertThat(inputs.put(i.key(), i)).isNull());
    return inputs;
  }

  private static BigFraction amount(Lots lots, String key) {
    Input input = Objects.requireNonNull(inputs(lots).get(key), key);
    return ((Input.Amount) input.settled()).amount();
  }

  @Test
  void everyUncertainInputIsToldOnce() {
    assertThat(Settled.of(Scenarios.model(FILE).scenario(), _ -> 0.5).inputs())
        .extracting(Input::key)
        .containsExactly(
            "parameter:half",
            "parameter:peak",
            "parameter:twice",
            "value:north.plant",
            "value:north.income",
            "priority:south.first",
            "priority:south.2",
            "order:south",
            "vote-chance:court.clerk",
            "vote:court.clerk",
            "objection-cost:court.north",
            "measure:harm.price",
            "tempo:default",
            "forecast:sharpness",
            "tie:north.south.trust");
  }

  @ParameterizedTest
  @CsvSource({
    "parameter:half, 0, 0",
    "parameter:half, 0.25, 0.25",
    "parameter:half, 0.9999999, 0.999999",
    "parameter:peak, 0, 2",
    "parameter:peak, 0.25, 3", // the mode: a quarter lies below it
    "value:north.plant, 0, 7",
    "value:north.plant, 0.75, 11.5",
    "value:north.income, 0.5, 1",
    "value:north.income, 0.25, 0.75",
    "measure:harm.price, 0.5, 2",
    "tie:north.south.trust, 0.5, 0.3",
    "forecast:sharpness, 0.5, 6.5",
  })
  void aNumberIsDrawnFromItsRange(String key, double lot, String expected) {
    BigFraction drawn = amount(_ -> lot, key);
    assertThat(drawn.bigDecimalValue(9, RoundingMode.HALF_UP)).isEqualByComparingTo(expected);
  }

  @Test
  void aTriangleHasItsMiddleWhereHalfOfItLiesBelow() {
    // from 2 over 3 to 6: 1 - (6 - x)^2 / (4 * 3) = 1/2, so x = 6 - sqrt(6)
    assertThat(amount(_ -> 0.5, "parameter:peak").doubleValue())
        .isCloseTo(6 - Math.sqrt(6), offset(4e-6));
  }

  @Test
  void aRangeOverParametersUsesThoseThatWereDrawn() {
    // half is 0.2, peak is 2, so twice lies between 0.2 and 4
    Map<String, Double> lots =
        Map.of("parameter:half", 0.2, "parameter:peak", 0.0, "parameter:twice", 0.5);
    assertThat(at(lots).parameters().get("twice")).isEqualTo(BigFraction.of(21, 10));
  }

  @Test
  void whatRestsOnAParameterFollowsIt() {
    Model drawn = at(Map.of("parameter:half", 0.25));
    Preference.Values values = (Preference.Values) drawn.actors().getFirst().preference().order();
    assertThat(values.terms().getLast().weights().getFirst().amount())
        .isEqualTo(BigFraction.of(-1, 2));
  }

  @Test
  void aPriorityCountsWhereItsLotIsBelowItsProbability() {
    assertThat(wants(at(Map.of()))).containsExactly("build", "price = low");
    assertThat(wants(at(Map.of("priority:south.first", 0.24))))
        .containsExactly("not enter", "build", "price = low");
    assertThat(wants(at(Map.of("priority:south.2", 0.6)))).containsExactly("price = low");
    // with the parameter drawn, the probability is another
    assertThat(wants(at(Map.of("priority:south.2", 0.6, "parameter:half", 0.7))))
        .containsExactly("build", "price = low");
  }

  private static List<String> wants(Model model) {
    return ((Preference.Priorities) model.actors().getLast().preference().order())
        .base().stream().map(p -> p.want().toString()).toList();
  }

  @Test
  void anOrderIsTakenByItsProbability() {
    assertThat(wants(at(Map.of("order:south", 0.29)))).containsExactly("enter");
    Model second = at(Map.of("order:south", 0.49));
    assertThat(second.actors().getLast().preference().redLines()).hasSize(1);
    assertThat(wants(second)).containsExactly("build", "price = low");
    assertThat(at(Map.of("order:south", 0.51)).actors().getLast().preference().redLines())
        .isEmpty();
    assertThat(second.actors().getLast().alternatives()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.59, 0, NO", "0.49, 0, YES", "0.6, 0.5, YES", "0.7, 0.5, NO"})
  void aMemberVotesYesWhereItsLotIsBelowItsChance(double vote, double chance, String expected) {
    Model drawn = at(Map.of("vote:clerk", vote, "vote-chance:court.clerk", chance));
    assertThat(drawn.bodies().getFirst().seats().getLast().voter().toString()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ferry.yaml",
        "korea-2019.yaml",
        "korea-2017.yaml",
        "senate.yaml",
        "library/elmira9.yaml"
      })
  void whatIsLeftAloneStaysAsItWas(String file) {
    Models models = Scenarios.file("scenarios/" + file);
    Model base = models.unvaried();
    Model drawn = base.settled(_ -> Lots.BASE);
    assertSame(base, drawn);
    base.scenario()
        .variants()
        .forEach(v -> {
          String id = v.id().text();
          assertSame(base.variant(id), drawn.variant(id));
        });
  }

  private static void assertSame(Model base, Model drawn) {
    assertThat(base.hasSameStates(drawn)).isTrue();
    assertThat(drawn.parameters()).isEqualTo(base.parameters());
    for (Actor actor : base.actors()) {
      Preference other = drawn.actors().get(actor.index()).preference();
      assertThat(actor.preference().meansTheSame(other)).as(actor.id()).isTrue();
    }
    Stream.of("unsc", "board")
        .forEach(id -> assertThat(costs(drawn, id)).isEqualTo(costs(base, id)));
  }

  private static List<BigFraction> costs(Model model, String body) {
    return model.bodies().stream()
        .filter(b -> b.id().equals(body))
        .flatMap(b -> b.seats().stream())
        .map(Body.Seat::objectionCost)
        .toList();
  }

  @Test
  void aCellOfAFlowIsTakenFromOneOfItsSources() {
    Model korea = Scenarios.file("scenarios/korea-2019.yaml").unvaried();
    List<Input> cells =
        Settled.of(korea.scenario(), _ -> 0.99).inputs().stream()
            .filter(i -> i.key().startsWith("flow:"))
            .toList();
    assertThat(cells)
        .isNotEmpty()
        .allSatisfy(cell -> {
          assertThat(cell.settled()).isNotEqualTo(cell.base());
          assertThat(cell.base()).isInstanceOf(Input.Choice.class);
        });
  }
}
