package demarche.testing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import demarche.states.Arcs;
import demarche.states.Arcs.Kind;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the properties are tried on: a feature that is never drawn is never tested.
final class RandomModelsTest {
  /// In how many of 10,000 models each feature must occur at least: some six tenths of the number
  /// when it was written down.
  private static final String FLOORS =
      """
       2500 2 actors
       2400 3 actors
        490 4 actors
        500 5 actors
        700 graph
       1000 an event
       1300 conditions
       2600 constraints that bind
        900 no constraint and free moves
       3000 mixed levels
       2200 3 levels
       1200 moves up
       1200 moves down
        800 one level at a time
        800 moves that are not transitive
       3800 an actor without options
       1000 a body without options
       2400 indifferent
       3700 values
       2700 priorities
        440 an unlikely priority
       3000 ranking
       4300 ties
       1800 red lines
       1400 several red lines
       1400 a variant
        470 options held
        230 another status quo
        210 added constraints
        340 another preference
         90 absent
        700 2 bodies
        370 a body as a member
        240 after
       1000 follower
        700 fixed YES
        480 fixed NO
        270 fixed ABSTAIN
       1000 a quota of votes
        700 weights
        380 a share of all
        410 a share of those voting
        270 a share by weights
        600 several majorities
        800 no sponsor
        460 nobody tables it
        900 passes
       1000 a shortfall stops it
       1500 veto
        900 a veto stops it
        250 a red-line veto
        240 a loss borne for the cost of objecting
        130 a veto in spite of its cost, by values
        140 a veto in spite of its cost, by ranks
        100 intransitive improvements
      """;

  @Test
  void everyFeatureIsDrawnOften() {
    Map<String, Integer> counts = new ConcurrentHashMap<>();
    LongStream.range(0, 10_000)
        .parallel()
        .mapToObj(RandomModels::draw)
        .forEach(yaml ->
            new Features(yaml).found.forEach(feature -> counts.merge(feature, 1, Integer::sum)));
    Map<String, Integer> floors =
        FLOORS
            .lines()
            .map(line -> line.strip().split(" ", 2))
            .collect(Collectors.toMap(f -> f[1], f -> Integer.valueOf(f[0])));
    assertThat(counts).containsOnlyKeys(floors.keySet());
    assertThat(counts)
        .allSatisfy((feature, count) ->
            assertThat(count).as(feature).isGreaterThanOrEqualTo(floors.get(feature)));
  }

  /// The features of one model.
  private static final class Features {
    private final Set<String> found = new HashSet<>();
    private final Model model;
    private final StateSpace space;

    Features(String yaml) {
      model = RandomModels.model(yaml);
      space = StateSpace.of(model);
      note(model.actors().size() + " actors", true);
      note("graph", model.isGraph());
      note("an event", !model.events().isEmpty() && !model.isGraph());
      note("constraints that bind", model.constraints().stream().anyMatch(c -> binds(c.allowed())));
      note("conditions", !model.conditions().isEmpty());
      note("no constraint and free moves", space.isCube());
      if (!model.isGraph()) options();
      model.actors().forEach(this::preference);
      variant();
      if (!model.bodies().isEmpty()) bodies(Arcs.of(space));
    }

    private void note(String feature, boolean has) {
      if (has) found.add(feature);
    }

    private boolean binds(Proposition allowed) {
      return model.options().stream().anyMatch(o -> o.levels().size() > 1)
          && everyAssignment().anyMatch(levels -> !allowed.holds(levels));
    }

    private Stream<int[]> everyAssignment() {
      List<Option> options = model.options();
      int all = options.stream().mapToInt(o -> o.levels().size()).reduce(1, (a, b) -> a * b);
      return IntStream.range(0, all)
          .mapToObj(code -> {
            int[] levels = model.statusQuo();
            int rest = code;
            for (Option option : options) {
              levels[option.index()] = rest % option.levels().size();
              rest /= option.levels().size();
            }
            return levels;
          });
    }

    private void options() {
      List<Option> options = model.options();
      boolean two = options.stream().anyMatch(o -> o.levels().size() == 2);
      boolean more = options.stream().anyMatch(o -> o.levels().size() > 2);
      note("mixed levels", two && more);
      note("3 levels", options.stream().anyMatch(o -> o.levels().size() == 3));
      note("moves up", options.stream().anyMatch(o -> o.freedom() == Freedom.UP));
      note("moves down", options.stream().anyMatch(o -> o.freedom() == Freedom.DOWN));
      note(
          "one level at a time",
          options.stream().anyMatch(o -> o.stride() == Stride.ONE && o.levels().size() > 2));
      note(
          "moves that are not transitive",
          model.parties().stream().anyMatch(p -> !space.moves(p).isTransitive()));
      note(
          "an actor without options", model.actors().stream().anyMatch(a -> a.options().isEmpty()));
      note("a body without options", model.bodies().stream().anyMatch(b -> b.options().isEmpty()));
    }

    private void preference(Actor actor) {
      Preference preference = actor.preference();
      String kind = preference.order().getClass().getSimpleName();
      note(kind.toLowerCase(Locale.ROOT), true);
      if (preference.order() instanceof Preference.Priorities(var priorities)) {
        note(
            "an unlikely priority",
            priorities.stream().anyMatch(p -> p.probability().doubleValue() < 0.5));
      }
      long ranks = space.states().map(s -> space.rank(actor, s)).distinct().count();
      note("ties", ranks > 1 && ranks < space.size());
      long crossing = space.states().filter(s -> space.crossesRedLine(actor, s)).count();
      note("red lines", crossing > 0 && crossing < space.size());
      note("several red lines", preference.redLines().size() > 1 && crossing > 0);
    }

    private void variant() {
      Model unvaried = model.unvaried();
      if (unvaried == model) return;
      note("a variant", true);
      note("options held", model.options().stream().anyMatch(o -> model.held(o.index()) >= 0));
      note("another status quo", !Arrays.equals(unvaried.statusQuo(), model.statusQuo()));
      note("added constraints", unvaried.constraints().size() < model.constraints().size());
      note(
          "another preference",
          IntStream.range(0, model.actors().size())
              .anyMatch(a ->
                  !model
                      .actors()
                      .get(a)
                      .preference()
                      .equals(unvaried.actors().get(a).preference())));
    }

    private void bodies(Arcs arcs) {
      note("2 bodies", model.bodies().size() == 2);
      for (Body body : model.bodies()) {
        body.rules().forEach(this::majority);
        note("several majorities", body.rules().size() > 1);
        note("after", !body.after().isEmpty());
        body.seats().forEach(this::seat);
        note("intransitive improvements", !arcs.isTransitive(body, Kind.IMPROVEMENTS));
        votes(body);
      }
    }

    private void majority(Body.Majority rule) {
      switch (rule) {
        case Body.YesVotes(int votes) -> note("a quota of votes", votes > 1);
        case Body.Weighted(var weights, var _) ->
            note("weights", weights.stream().distinct().count() > 1);
        case Body.YesShare(var weights, var _, var base) -> {
          note("a share of " + (base == Base.VOTING ? "those voting" : "all"), true);
          note("a share by weights", weights.stream().anyMatch(w -> !w.equals(BigFraction.ONE)));
        }
      }
    }

    private void seat(Body.Seat seat) {
      note("no sponsor", seat.sponsorship() == Body.Sponsorship.NONE);
      note("veto", seat.veto() == Body.Veto.HELD);
      switch (seat.voter()) {
        case Body.Absent() -> note("absent", true);
        case Body.Always(Vote vote) -> note("fixed " + vote, true);
        case Body.Likely likely -> note("fixed " + likely.vote(), true);
        case Body.Ruling(int _) -> note("a body as a member", true);
        case Body.Wishes(int actor) ->
            note("follower", !model.actors().get(actor).id().equals(seat.id()));
      }
    }

    /// How the votes on some changes come about.
    private void votes(Body body) {
      int step = 1 + space.size() / 8;
      for (int s = 0; s < space.size(); s += step) {
        for (int t = 0; t < space.size(); t += step) {
          if (s == t) continue;
          List<Ballot> ballots = space.assembly(body).ballots(s, t);
          boolean passes = space.prefers(body, s, t);
          note("passes", passes);
          for (int m = 0; m < ballots.size(); m++) vote(body.seats().get(m), ballots.get(m), s, t);
          boolean yes = ballots.stream().anyMatch(b -> b.vote() == Vote.YES);
          boolean veto = ballots.stream().anyMatch(Ballot::veto);
          boolean sponsored =
              IntStream.range(0, ballots.size())
                  .anyMatch(m ->
                      ballots.get(m).vote() == Vote.YES
                          && body.seats().get(m).sponsorship() == Body.Sponsorship.MAY);
          note("a veto stops it", veto);
          note("nobody tables it", yes && !veto && !sponsored);
          note("a shortfall stops it", sponsored && !veto && !passes);
        }
      }
    }

    private void vote(Body.Seat seat, Ballot ballot, int s, int t) {
      if (seat.veto() != Body.Veto.HELD || !(seat.voter() instanceof Body.Wishes(int index)))
        return;
      Actor actor = model.actors().get(index);
      Preference mere = new Preference(List.of(), actor.preference().order());
      boolean likes = mere.compare(space.levels(t), space.levels(s)) >= 0;
      note("a red-line veto", ballot.veto() && likes);
      boolean loses = space.prefers(actor, t, s);
      note("a loss borne for the cost of objecting", loses && ballot.vote() == Vote.ABSTAIN);
      boolean cardinal = actor.preference().order() instanceof Preference.Values;
      note(
          "a veto in spite of its cost, by " + (cardinal ? "values" : "ranks"),
          ballot.veto() && !likes && seat.objectionCost().signum() > 0);
    }
  }
}
