package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.council.Council.Sponsor;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Proposition;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.states.StateSpace;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Votes, passing texts, what is missing, sponsors' best texts, probabilities and orders of tabling
/// against a literal reading, on random bodies with every feature of a rule.
final class CouncilByDefinitionTest {
  private static final int SEEDS = 2_000;

  /// One body of a drawn scenario, and the same read literally.
  private record Drawn(
      Model model,
      StateSpace space,
      LiteralCouncil literal,
      Body body,
      Council council,
      String what) {
    int from() {
      return council.from();
    }
  }

  @Test
  void everyAnswerIsThatOfTheDefinitions() {
    Seeds.each(
        SEEDS,
        seed -> {
          String yaml = RandomBodies.draw(seed);
          Model model = RandomBodies.model(yaml);
          StateSpace space = StateSpace.of(model);
          LiteralCouncil literal = new LiteralCouncil(model);
          for (Body body : model.bodies()) {
            Council council = new Council(space, body, space.statusQuo(), Run.quiet());
            String what = "%s; -Dseed=%d replays%n%s".formatted(body.id(), seed, yaml);
            Drawn drawn = new Drawn(model, space, literal, body, council, what);
            votes(drawn);
            for (Sponsor sponsor : council.sponsors()) {
              agenda(drawn, sponsor);
              BacktestByDefinition.compare(council, literal, sponsor, seed, what);
            }
            orders(drawn);
            vetoes(drawn);
          }
        });
  }

  /// Votes, texts that pass, what is missing, and probabilities.
  private static void votes(Drawn drawn) {
    List<Integer> texts = drawn.literal.texts(drawn.body, drawn.from());
    assertThat(drawn.council.texts()).as(drawn.what).containsExactly(ints(texts));
    int closely = 1; // texts whose every way to fall out is tried
    for (int text : texts) {
      Division division = drawn.council.division(text);
      assertThat(division.casts().stream().map(c -> new LiteralCouncil.Slip(c.vote(), c.isVeto())))
          .as(drawn.what)
          .isEqualTo(drawn.literal.ballots(drawn.body, drawn.from(), text, drawn.literal.base()));
      boolean passes = drawn.literal.passes(drawn.body, drawn.from(), text, drawn.literal.base());
      assertThat(division.passes()).as(drawn.what).isEqualTo(passes);
      assertThat(drawn.council.passing().contains(text)).as(drawn.what).isEqualTo(passes);
      if (closely-- <= 0) continue;
      assertThat(division.pivotal())
          .as(drawn.what)
          .isEqualTo(drawn.literal.pivotal(drawn.body, drawn.from(), text));
      if (!passes) shortfall(drawn, division);
      assertThat(division.probability())
          .as(drawn.what)
          .isEqualTo(drawn.literal.probability(drawn.body, drawn.from(), text));
    }
  }

  private static void shortfall(Drawn drawn, Division division) {
    int missing = drawn.literal.missing(drawn.body, drawn.from(), division.to());
    assertThat(division.canvass().missing()).as(drawn.what).isEqualTo(missing);
    boolean vetoed = division.casts().stream().anyMatch(Cast::isVeto);
    assertThat(division.fate())
        .as(drawn.what)
        .isInstanceOf(
            vetoed
                ? Division.Vetoed.class
                : missing == 0 ? Division.Unratified.class : Division.TooFew.class);
    if (missing == 0) return;
    var least = drawn.literal.cheapest(drawn.body, drawn.from(), division.to());
    var offered =
        division.canvass().cheapest().stream()
            .map(Division.Offer::price)
            .reduce(BigFraction.ZERO, BigFraction::add);
    if (least.signum() < 0) assertThat(division.canvass().cheapest()).as(drawn.what).isEmpty();
    else assertThat(offered).as(drawn.what).isEqualTo(least);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void agenda(Drawn drawn, Sponsor sponsor) {
    Agenda agenda = drawn.council.agenda(sponsor);
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal.base();
    List<Integer> all = new ArrayList<>(drawn.literal.texts(drawn.body, drawn.from()));
    List<Integer> passing =
        new ArrayList<>(
            all.stream()
                .filter(t -> drawn.literal.passes(drawn.body, drawn.from(), t, base))
                .toList());
    all.add(drawn.from());
    passing.add(drawn.from());
    int ideal = nearest(drawn, liked(drawn, sponsor.actor(), all), drawn.from());
    List<Integer> liked = liked(drawn, sponsor.actor(), passing);
    int best = nearest(drawn, liked, ideal);
    assertThat(agenda.ideal()).as(drawn.what).isEqualTo(ideal);
    assertThat(agenda.best()).as(drawn.what).isEqualTo(best);
    assertThat(agenda.equals()).as(drawn.what).isEqualTo(liked.stream().sorted().toList());
    for (Agenda.Clause clause : agenda.clauses()) clause(drawn, clause, best);
    for (Agenda.Concession concession : agenda.concessions()) {
      concession(drawn, sponsor.actor(), concession, ideal);
    }
  }

  /// Those to which the actor prefers none of the others.
  private static List<Integer> liked(Drawn drawn, Actor actor, List<Integer> states) {
    return states.stream()
        .filter(s -> states.stream().noneMatch(t -> drawn.literal.literal().prefers(actor, s, t)))
        .toList();
  }

  private static int nearest(Drawn drawn, List<Integer> states, int to) {
    int best = states.getFirst();
    for (int s : states) {
      int nearer = steps(drawn, s, to) - steps(drawn, best, to);
      if (nearer < 0 || (nearer == 0 && s < best)) best = s;
    }
    return best;
  }

  private static int steps(Drawn drawn, int s, int t) {
    int steps = 0;
    for (Option o : drawn.body.options()) {
      steps += Math.abs(drawn.literal.levels(s)[o.index()] - drawn.literal.levels(t)[o.index()]);
    }
    return steps;
  }

  private static void clause(Drawn drawn, Agenda.Clause clause, int best) {
    int[] restored = drawn.literal.levels(best);
    assertThat(clause.best()).as(drawn.what).isEqualTo(restored[clause.option().index()]);
    restored[clause.option().index()] = clause.ideal();
    int state = drawn.space.state(restored);
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal.base();
    if (clause.best() == clause.ideal()) {
      assertThat(clause.binding()).as(drawn.what).isEqualTo(new Agenda.Unbound());
    } else if (state == drawn.from()) {
      assertThat(clause.binding()).as(drawn.what).isEqualTo(new Agenda.Idle());
    } else if (!drawn.literal.texts(drawn.body, drawn.from()).contains(state)) {
      assertThat(clause.binding()).as(drawn.what).isEqualTo(new Agenda.Impossible());
    } else if (drawn.literal.passes(drawn.body, drawn.from(), state, base)) {
      assertThat(clause.binding()).as(drawn.what).isEqualTo(new Agenda.Idle());
    } else {
      bound(drawn, clause.binding(), state, best);
    }
  }

  private static void bound(Drawn drawn, Agenda.Binding binding, int state, int best) {
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal.base();
    var now = drawn.literal.ballots(drawn.body, drawn.from(), state, base);
    var before = drawn.literal.ballots(drawn.body, drawn.from(), best, base);
    List<Body.Seat> vetoing = new ArrayList<>();
    List<Body.Seat> lost = new ArrayList<>();
    for (int k = 0; k < now.size(); k++) {
      Body.Seat seat = drawn.body.seats().get(k);
      boolean yes = now.get(k).vote().name().equals("YES");
      boolean had = best == drawn.from() || before.get(k).vote().name().equals("YES");
      boolean there = !(seat.voter() instanceof Body.Absent);
      if (now.get(k).veto()) vetoing.add(seat);
      if (had && !yes && there) lost.add(seat);
    }
    switch (binding) {
      case Agenda.ByVeto(var by) -> assertThat(by).as(drawn.what).isNotEmpty().isEqualTo(vetoing);
      case Agenda.ByVotes(var by) -> {
        assertThat(vetoing).as(drawn.what).isEmpty();
        assertThat(by).as(drawn.what).isEqualTo(lost);
      }
      case Agenda.ByBodies(var by) -> assertThat(by).as(drawn.what).isNotEmpty();
      case Agenda.Unbound(), Agenda.Idle(), Agenda.Impossible() ->
          throw new AssertionError(binding + " in " + drawn.what);
    }
  }

  private static void concession(
      Drawn drawn, Actor sponsor, Agenda.Concession concession, int ideal) {
    int seat = drawn.body.seats().indexOf(concession.members().getFirst());
    List<Integer> softer =
        drawn.literal.texts(drawn.body, drawn.from()).stream()
            .filter(t -> isBetween(drawn, t, ideal))
            .filter(t -> {
              var slip =
                  drawn
                      .literal
                      .ballots(drawn.body, drawn.from(), t, drawn.literal.base())
                      .get(seat);
              return switch (concession.buys()) {
                case YES -> slip.vote().name().equals("YES");
                case NO_VETO -> !slip.veto();
              };
            })
            .toList();
    int fewest = softer.stream().mapToInt(t -> steps(drawn, t, ideal)).min().orElse(-1);
    List<Integer> least = softer.stream().filter(t -> steps(drawn, t, ideal) == fewest).toList();
    int text = liked(drawn, sponsor, least).stream().mapToInt(Integer::intValue).min().orElse(-1);
    assertThat(concession.text()).as(drawn.what).isEqualTo(text);
  }

  private static boolean isBetween(Drawn drawn, int text, int draft) {
    for (Option o : drawn.body.options()) {
      int now = drawn.literal.levels(drawn.from())[o.index()];
      int end = drawn.literal.levels(draft)[o.index()];
      int level = drawn.literal.levels(text)[o.index()];
      if ((level - now) * (level - end) > 0) return false;
    }
    return true;
  }

  private static void orders(Drawn drawn) {
    List<Sponsor> sponsors = drawn.council.sponsors();
    if (sponsors.size() < 2 || sponsors.size() > 3) return;
    Map<Integer, List<List<Integer>>> ends =
        Tabling.of(drawn.council, sponsors).orElseThrow().byEnd();
    ends.forEach((end, orders) -> {
      for (List<Integer> order : orders) {
        List<Actor> actors = order.stream().map(s -> sponsors.get(s).actor()).toList();
        assertThat(end(drawn, actors, drawn.from())).as(drawn.what).isEqualTo(end);
      }
    });
    assertThat(ends.values().stream().mapToInt(List::size).sum())
        .isEqualTo(sponsors.size() == 2 ? 2 : 6);
  }

  /// What each veto keeps from passing, by some measure.
  private static void vetoes(Drawn drawn) {
    if (drawn.body.options().isEmpty()) return;
    List<Term> measure = List.of(measure(drawn.body.options().getFirst()));
    for (Body.Seat seat : drawn.body.seats()) {
      boolean there = !(seat.voter() instanceof Body.Absent);
      Optional<BadCop> found = BadCop.of(drawn.council, seat.id(), measure);
      assertThat(found.isPresent())
          .as(drawn.what)
          .isEqualTo(seat.veto() == Body.Veto.HELD && there);
      if (found.isEmpty()) continue;
      BadCop effect = found.get();
      BigFraction with = passing(drawn, drawn.body, measure);
      BigFraction without = passing(drawn, changed(drawn.body, seat.id(), 1), measure);
      BigFraction bold = passing(drawn, changed(drawn.body, "", 0), measure);
      BigFraction boldWithout = passing(drawn, changed(drawn.body, seat.id(), 0), measure);
      assertThat(effect.with().measure()).as(drawn.what).isEqualTo(with);
      assertThat(effect.effect()).as(drawn.what).isEqualTo(without.subtract(with));
      assertThat(effect.bare()).as(drawn.what).isEqualTo(boldWithout.subtract(bold));
    }
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
  private static BigFraction passing(Drawn drawn, Body body, List<Term> measure) {
    List<Integer> all = new ArrayList<>(drawn.literal.texts(drawn.body, drawn.from()));
    List<Integer> passing =
        new ArrayList<>(
            all.stream().filter(t -> drawn.literal.passesAfresh(body, drawn.from(), t)).toList());
    all.add(drawn.from());
    passing.add(drawn.from());
    BigFraction most = measure.getFirst().of(drawn.literal.levels(drawn.from()));
    for (Sponsor sponsor : drawn.council.sponsors()) {
      int ideal = nearest(drawn, liked(drawn, sponsor.actor(), all), drawn.from());
      int best = nearest(drawn, liked(drawn, sponsor.actor(), passing), ideal);
      BigFraction found = measure.getFirst().of(drawn.literal.levels(best));
      if (found.subtract(most).signum() > 0) most = found;
    }
    return most;
  }

  private static int end(Drawn drawn, List<Actor> order, int at) {
    if (order.isEmpty()) return at;
    List<Actor> later = order.subList(1, order.size());
    int best = end(drawn, later, at);
    for (int text : drawn.literal.texts(drawn.body, at)) {
      if (!drawn.literal.passes(drawn.body, at, text, drawn.literal.base())) continue;
      int end = end(drawn, later, text);
      if (drawn.literal.literal().prefers(order.getFirst(), best, end)) best = end;
    }
    return best;
  }
}
