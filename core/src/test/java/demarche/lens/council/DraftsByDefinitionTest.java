package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Body;
import demarche.model.Option;
import demarche.scenario.BodyEntry.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sponsors' ideal drafts and best texts, who binds each clause, and the least softening that wins
/// each member, against a literal reading, on random bodies with every feature of a rule.
final class DraftsByDefinitionTest {
  @Test
  void everyDraftIsThatOfTheDefinitions() {
    Drawn.each(drawn -> drawn.council().sponsors().forEach(sponsor -> agenda(drawn, sponsor)));
  }

  @Test
  void everyBacktestIsThatOfTheDefinitions() {
    Drawn.each(drawn -> {
      for (Sponsor sponsor : drawn.council().sponsors()) {
        BacktestByDefinition.compare(
            drawn.council(), drawn.literal(), sponsor, drawn.what().hashCode(), drawn.what());
      }
    });
  }

  private static void agenda(Drawn drawn, Sponsor sponsor) {
    Agenda agenda = drawn.council().agenda(sponsor);
    List<Integer> all = drawn.states();
    List<Integer> passing =
        all.stream().filter(t -> t == drawn.from() || passes(drawn, t)).toList();
    int ideal = drawn.nearest(drawn.liked(sponsor.actor(), all), drawn.from());
    List<Integer> liked = drawn.liked(sponsor.actor(), passing);
    int best = drawn.nearest(liked, ideal);
    assertThat(agenda.ideal()).as(drawn.what()).isEqualTo(ideal);
    assertThat(agenda.best()).as(drawn.what()).isEqualTo(best);
    assertThat(agenda.equals()).as(drawn.what()).isEqualTo(liked.stream().sorted().toList());
    clauses(drawn, agenda);
    concessions(drawn, agenda);
  }

  private static boolean passes(Drawn drawn, int text) {
    return drawn.literal().passes(drawn.body(), drawn.from(), text, drawn.literal().base());
  }

  private static void clauses(Drawn drawn, Agenda agenda) {
    assertThat(agenda.clauses().stream().map(Agenda.Clause::option))
        .as(drawn.what())
        .isEqualTo(changed(drawn, List.of(agenda.ideal(), agenda.best())));
    int[] ideal = drawn.literal().levels(agenda.ideal());
    for (Agenda.Clause clause : agenda.clauses()) {
      assertThat(clause.ideal()).as(drawn.what()).isEqualTo(ideal[clause.option().index()]);
      clause(drawn, clause, agenda.best());
    }
  }

  private static void concessions(Drawn drawn, Agenda agenda) {
    assertThat(agenda.concessions().stream().flatMap(DraftsByDefinitionTest::wins))
        .as(drawn.what())
        .containsExactlyInAnyOrderElementsOf(standing(drawn, agenda.ideal()));
    for (Agenda.Concession concession : agenda.concessions()) {
      for (Body.Seat member : concession.members()) {
        concession(drawn, agenda, concession, member);
      }
    }
  }

  /// The options that some state has at another level than at present.
  private static List<Option> changed(Drawn drawn, List<Integer> states) {
    int[] now = drawn.literal().levels(drawn.from());
    return drawn.body().options().stream()
        .filter(o ->
            states.stream().anyMatch(s -> drawn.literal().levels(s)[o.index()] != now[o.index()]))
        .toList();
  }

  /// Something to be won: a vote for a draft, or that a member casts no veto.
  private record Win(Body.Seat seat, Agenda.Buys buys) {}

  private static Stream<Win> wins(Agenda.Concession concession) {
    return concession.members().stream().map(seat -> new Win(seat, concession.buys()));
  }

  /// What is to be won for a draft that does not pass: of those who vote by wishes or by the rule
  /// of a body.
  private static List<Win> standing(Drawn drawn, int ideal) {
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal().base();
    List<Win> wins = new ArrayList<>();
    if (ideal == drawn.from() || drawn.literal().passes(drawn.body(), drawn.from(), ideal, base)) {
      return wins;
    }
    var slips = drawn.literal().ballots(drawn.body(), drawn.from(), ideal, base);
    for (int k = 0; k < slips.size(); k++) {
      Body.Seat seat = drawn.body().seats().get(k);
      boolean sways = seat.voter() instanceof Body.Wishes || seat.voter() instanceof Body.Ruling;
      if (!sways || slips.get(k).vote() == Vote.YES) continue;
      wins.add(new Win(seat, Agenda.Buys.YES));
      if (slips.get(k).veto()) wins.add(new Win(seat, Agenda.Buys.NO_VETO));
    }
    return wins;
  }

  private static void clause(Drawn drawn, Agenda.Clause clause, int best) {
    int[] restored = drawn.literal().levels(best);
    assertThat(clause.best()).as(drawn.what()).isEqualTo(restored[clause.option().index()]);
    restored[clause.option().index()] = clause.ideal();
    int state = drawn.space().state(restored);
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal().base();
    if (clause.best() == clause.ideal()) {
      assertThat(clause.binding()).as(drawn.what()).isEqualTo(new Agenda.Unbound());
    } else if (state == drawn.from()) {
      assertThat(clause.binding()).as(drawn.what()).isEqualTo(new Agenda.Idle());
    } else if (!drawn.literal().texts(drawn.body(), drawn.from()).contains(state)) {
      assertThat(clause.binding()).as(drawn.what()).isEqualTo(new Agenda.Impossible());
    } else if (drawn.literal().passes(drawn.body(), drawn.from(), state, base)) {
      assertThat(clause.binding()).as(drawn.what()).isEqualTo(new Agenda.Idle());
    } else {
      bound(drawn, clause.binding(), state, best);
    }
  }

  private static void bound(Drawn drawn, Agenda.Binding binding, int state, int best) {
    Map<LiteralCouncil.Draw, Boolean> base = drawn.literal().base();
    var now = drawn.literal().ballots(drawn.body(), drawn.from(), state, base);
    var before = drawn.literal().ballots(drawn.body(), drawn.from(), best, base);
    List<Body.Seat> vetoing = new ArrayList<>();
    List<Body.Seat> lost = new ArrayList<>();
    for (int k = 0; k < now.size(); k++) {
      Body.Seat seat = drawn.body().seats().get(k);
      boolean yes = now.get(k).vote().name().equals("YES");
      boolean had = best == drawn.from() || before.get(k).vote().name().equals("YES");
      boolean there = !(seat.voter() instanceof Body.Absent);
      if (now.get(k).veto()) vetoing.add(seat);
      if (had && !yes && there) lost.add(seat);
    }
    switch (binding) {
      case Agenda.ByVeto(var by) -> assertThat(by).as(drawn.what()).isNotEmpty().isEqualTo(vetoing);
      case Agenda.ByVotes(var by) -> {
        assertThat(vetoing).as(drawn.what()).isEmpty();
        assertThat(by).as(drawn.what()).isEqualTo(lost);
      }
      case Agenda.ByBodies(var by) ->
          assertThat(by).as(drawn.what()).isNotEmpty().isEqualTo(against(drawn, state));
      case Agenda.Unbound(), Agenda.Idle(), Agenda.Impossible() ->
          throw new AssertionError(binding + " in " + drawn.what());
    }
  }

  /// The bodies after this one that would not pass a change.
  private static List<Body> against(Drawn drawn, int state) {
    return drawn.body().after().stream()
        .map(other -> (Body) drawn.model().parties().get(other))
        .filter(
            other -> !drawn.literal().passes(other, drawn.from(), state, drawn.literal().base()))
        .toList();
  }

  private static void concession(
      Drawn drawn, Agenda agenda, Agenda.Concession concession, Body.Seat member) {
    int ideal = agenda.ideal();
    int seat = drawn.body().seats().indexOf(member);
    List<Integer> softer =
        drawn.literal().texts(drawn.body(), drawn.from()).stream()
            .filter(t -> isBetween(drawn, t, ideal))
            .filter(t -> {
              var slip =
                  drawn
                      .literal()
                      .ballots(drawn.body(), drawn.from(), t, drawn.literal().base())
                      .get(seat);
              return switch (concession.buys()) {
                case YES -> slip.vote().name().equals("YES");
                case NO_VETO -> !slip.veto();
              };
            })
            .toList();
    int fewest = softer.stream().mapToInt(t -> drawn.steps(t, ideal)).min().orElse(-1);
    List<Integer> least = softer.stream().filter(t -> drawn.steps(t, ideal) == fewest).toList();
    int text =
        drawn.liked(agenda.sponsor().actor(), least).stream()
            .mapToInt(Integer::intValue)
            .min()
            .orElse(-1);
    assertThat(concession.text()).as(drawn.what()).isEqualTo(text);
    assertThat(concession.steps()).as(drawn.what()).isEqualTo(Math.max(0, fewest));
  }

  private static boolean isBetween(Drawn drawn, int text, int draft) {
    for (Option o : drawn.body().options()) {
      int now = drawn.literal().levels(drawn.from())[o.index()];
      int end = drawn.literal().levels(draft)[o.index()];
      int level = drawn.literal().levels(text)[o.index()];
      if ((level - now) * (level - end) > 0) return false;
    }
    return true;
  }
}
