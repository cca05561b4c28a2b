package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Actor;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Votes, texts that pass, what is missing, probabilities and orders of tabling against a literal
/// reading, on random bodies with every feature of a rule.
final class CouncilByDefinitionTest {
  @Test
  void everyVoteIsThatOfTheDefinitions() {
    Drawn.each(CouncilByDefinitionTest::votes);
  }

  @Test
  void everyOrderOfTablingLeadsWhereTheDefinitionsSay() {
    Drawn.each(CouncilByDefinitionTest::orders);
  }

  /// Votes, texts that pass, what is missing, and probabilities.
  private static void votes(Drawn drawn) {
    List<Integer> texts = drawn.literal().texts(drawn.body(), drawn.from());
    assertThat(drawn.council().texts()).as(drawn.what()).containsExactly(ints(texts));
    int closely = 1; // texts whose every way to fall out is tried
    for (int text : texts) {
      Division division = drawn.council().division(text);
      assertThat(division.casts().stream().map(c -> new LiteralCouncil.Slip(c.vote(), c.isVeto())))
          .as(drawn.what())
          .isEqualTo(
              drawn.literal().ballots(drawn.body(), drawn.from(), text, drawn.literal().base()));
      boolean passes =
          drawn.literal().passes(drawn.body(), drawn.from(), text, drawn.literal().base());
      assertThat(division.passes()).as(drawn.what()).isEqualTo(passes);
      assertThat(drawn.council().passing().contains(text)).as(drawn.what()).isEqualTo(passes);
      if (closely-- <= 0) continue;
      assertThat(division.pivotal())
          .as(drawn.what())
          .isEqualTo(drawn.literal().pivotal(drawn.body(), drawn.from(), text));
      if (!passes) shortfall(drawn, division);
      assertThat(division.probability())
          .as(drawn.what())
          .isEqualTo(drawn.literal().probability(drawn.body(), drawn.from(), text));
    }
  }

  private static void shortfall(Drawn drawn, Division division) {
    int missing = drawn.literal().missing(drawn.body(), drawn.from(), division.to());
    assertThat(division.canvass().missing()).as(drawn.what()).isEqualTo(missing);
    boolean vetoed = division.casts().stream().anyMatch(Cast::isVeto);
    assertThat(division.fate())
        .as(drawn.what())
        .isInstanceOf(
            vetoed
                ? Division.Vetoed.class
                : missing == 0 ? Division.Unratified.class : Division.TooFew.class);
    if (missing == 0) return;
    var least = drawn.literal().cheapest(drawn.body(), drawn.from(), division.to());
    var offered =
        division.canvass().cheapest().stream()
            .map(Division.Offer::price)
            .reduce(BigFraction.ZERO, BigFraction::add);
    if (least.signum() < 0) assertThat(division.canvass().cheapest()).as(drawn.what()).isEmpty();
    else assertThat(offered).as(drawn.what()).isEqualTo(least);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void orders(Drawn drawn) {
    List<Sponsor> sponsors = drawn.council().sponsors();
    if (sponsors.size() < 2 || sponsors.size() > 3) return;
    Map<Integer, List<List<Integer>>> ends =
        Tabling.of(drawn.council(), sponsors).orElseThrow().byEnd();
    ends.forEach((end, orders) -> {
      for (List<Integer> order : orders) {
        List<Actor> actors = order.stream().map(s -> sponsors.get(s).actor()).toList();
        assertThat(end(drawn, actors, drawn.from())).as(drawn.what()).isEqualTo(end);
      }
    });
    assertThat(ends.values().stream().mapToInt(List::size).sum())
        .isEqualTo(sponsors.size() == 2 ? 2 : 6);
  }

  private static int end(Drawn drawn, List<Actor> order, int at) {
    if (order.isEmpty()) return at;
    List<Actor> later = order.subList(1, order.size());
    int best = end(drawn, later, at);
    for (int text : drawn.literal().texts(drawn.body(), at)) {
      if (!drawn.literal().passes(drawn.body(), at, text, drawn.literal().base())) continue;
      int end = end(drawn, later, text);
      if (drawn.literal().literal().prefers(order.getFirst(), best, end)) best = end;
    }
    return best;
  }
}
