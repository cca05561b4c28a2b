package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Option;
import demarche.model.Proposition;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What each veto keeps a body from passing, and whom it spares an objection, against a literal
/// reading, on random bodies with every feature of a rule.
final class VetoesByDefinitionTest {
  @Test
  void everyEffectOfAVetoIsThatOfTheDefinitions() {
    Drawn.each(VetoesByDefinitionTest::vetoes);
  }

  /// What each veto keeps from passing, by some measure.
  private static void vetoes(Drawn drawn) {
    if (drawn.body().options().isEmpty()) return;
    List<Term> measure = List.of(measure(drawn.body().options().getFirst()));
    for (Body.Seat seat : drawn.body().seats()) {
      boolean there = !(seat.voter() instanceof Body.Absent);
      Optional<BadCop> found = BadCop.of(drawn.council(), seat.id(), measure);
      assertThat(found.isPresent())
          .as(drawn.what())
          .isEqualTo(seat.veto() == Body.Veto.HELD && there);
      if (found.isEmpty()) continue;
      BadCop effect = found.get();
      Body lifted = changed(drawn.body(), seat.id(), 1);
      BadCop.Passing without = passing(drawn, lifted, measure);
      BigFraction bold = passing(drawn, changed(drawn.body(), "", 0), measure).measure();
      BigFraction boldWithout =
          passing(drawn, changed(drawn.body(), seat.id(), 0), measure).measure();
      assertThat(effect.with()).as(drawn.what()).isEqualTo(passing(drawn, drawn.body(), measure));
      assertThat(effect.without()).as(drawn.what()).isEqualTo(without);
      assertThat(effect.effect())
          .as(drawn.what())
          .isEqualTo(without.measure().subtract(effect.with().measure()));
      assertThat(effect.bare()).as(drawn.what()).isEqualTo(boldWithout.subtract(bold));
      assertThat(effect.allies().stream().map(BadCop.Ally::seat))
          .as(drawn.what())
          .isEqualTo(allies(drawn, lifted, without.text()));
      for (BadCop.Ally ally : effect.allies()) {
        assertThat(Exact.isAtLeast(ally.cost(), ally.worth().change().negate()))
            .as(drawn.what())
            .isTrue();
      }
    }
  }

  /// The actors in their own seats that like what stands better than a text and hold a veto, and
  /// cast none.
  private static List<Body.Seat> allies(Drawn drawn, Body body, int text) {
    if (text == drawn.from()) return List.of();
    var slips = drawn.literal().ballots(body, drawn.from(), text, drawn.literal().base());
    List<Body.Seat> allies = new ArrayList<>();
    for (int k = 0; k < slips.size(); k++) {
      Body.Seat seat = body.seats().get(k);
      if (seat.veto() == Body.Veto.NONE || slips.get(k).veto()) continue;
      if (!(seat.voter() instanceof Body.Wishes(int index))) continue;
      Actor actor = drawn.model().actors().get(index);
      boolean worse = drawn.literal().literal().prefers(actor, text, drawn.from());
      if (worse && actor.id().equals(seat.id())) allies.add(seat);
    }
    return allies;
  }

  private static Term measure(Option option) {
    List<Term.Weight> weights = new ArrayList<>();
    for (int level = 0; level < option.levels().size(); level++) {
      weights.add(
          new Term.Weight(
              new Proposition.Within(option.index(), level, level),
              BigFraction.of((level * 7 + 3) % 5)));
    }
    return new Term("m", "m", weights, Evidence.NONE);
  }

  private static Body changed(Body body, String withoutVeto, int times) {
    List<Body.Seat> seats =
        body.seats().stream()
            .map(k ->
                new Body.Seat(
                    k.id(),
                    k.name(),
                    k.voter(),
                    k.id().equals(withoutVeto) ? Body.Veto.NONE : k.veto(),
                    k.sponsorship(),
                    k.objectionCost().multiply(times)))
            .toList();
    return new Body(
        body.index(), body.id(), body.name(), body.options(), seats, body.rules(), body.after());
  }

  /// The highest measure of what stands and of what each sponsor likes best of what passes.
  private static BadCop.Passing passing(Drawn drawn, Body body, List<Term> measure) {
    List<Integer> all = drawn.states();
    List<Integer> passing =
        all.stream()
            .filter(t -> t == drawn.from() || drawn.literal().passesAfresh(body, drawn.from(), t))
            .toList();
    BigFraction most = measure.getFirst().of(drawn.literal().levels(drawn.from()));
    int text = drawn.from();
    for (Sponsor sponsor : drawn.council().sponsors()) {
      int ideal = drawn.nearest(drawn.liked(sponsor.actor(), all), drawn.from());
      int best = drawn.nearest(drawn.liked(sponsor.actor(), passing), ideal);
      BigFraction found = measure.getFirst().of(drawn.literal().levels(best));
      if (found.subtract(most).signum() <= 0) continue;
      most = found;
      text = best;
    }
    return new BadCop.Passing(text, most);
  }
}
