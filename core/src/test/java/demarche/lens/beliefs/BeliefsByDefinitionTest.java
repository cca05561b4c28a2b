package demarche.lens.beliefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.beliefs.Outlook.Eyes;
import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.End;
import demarche.lens.stability.Concept;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Perceived games, plays, surprises and corrections against a literal reading, on random beliefs.
final class BeliefsByDefinitionTest {
  private static final int SEEDS = 1_000;
  private static final double CLOSE = 1e-6;

  private final Map<String, Integer> met = new ConcurrentHashMap<>();

  @Test
  void beliefsAgreeWithTheirDefinition() {
    Seeds.each(SEEDS, this::agrees);
    if (Seeds.first(SEEDS).length < SEEDS) return;
    assertThat(met)
        .containsKeys(
            "errs",
            "vulnerable",
            "steady",
            "hidden",
            "circle",
            "stumble",
            "unwanted",
            "repair",
            "channel",
            "second level",
            "surprise",
            "surprise later",
            "exposed",
            "several ends",
            "at once differs")
        .allSatisfy((what, count) -> assertThat(count).as(what).isGreaterThan(10));
  }

  private void agrees(long seed) {
    RandomBeliefs drawn = RandomBeliefs.draw(seed);
    if (drawn.holders().isEmpty()) return;
    Concept concept = seed % 3 == 0 ? Concept.R : Concept.SEQ;
    StateSpace space = Scenarios.space(drawn.yaml());
    Outlook found = Outlook.of(space, concept, Run.quiet());
    LiteralBeliefs literal = new LiteralBeliefs(drawn, concept.name());
    String what = "%s; -Dseed=%d replays%n%s".formatted(concept, seed, drawn.yaml());
    assertThat(levels(space, found.real())).as(what).isEqualTo(literal.equilibria());
    assertThat(levels(space, found.hypergame())).as(what).isEqualTo(literal.hypergame());
    assertThat(found.eyes().stream().map(e -> e.holder().id()))
        .as(what)
        .containsExactlyElementsOf(drawn.holders());
    found.eyes().forEach(eyes -> eyes(new Read(space, literal, what), eyes));
    played(new Read(space, literal, what), found, drawn);
    found.hypergame().forEach(s -> met(found.isSteady(s) ? "steady" : "vulnerable", true));
    met("second level", !drawn.thinks().isEmpty());
  }

  private record Read(StateSpace space, LiteralBeliefs literal, String what) {}

  private static Set<List<Integer>> levels(StateSpace space, StateSet set) {
    return set.stream().mapToObj(s -> levels(space, s)).collect(Collectors.toSet());
  }

  private static List<Integer> levels(StateSpace space, int s) {
    return Arrays.stream(space.levels(s)).boxed().toList();
  }

  private void eyes(Read read, Eyes eyes) {
    Party holder = read.literal.party(eyes.holder().id());
    LiteralBeliefs own = read.literal.game(holder);
    Set<List<Integer>> perceived = own.equilibria();
    assertThat(levels(read.space, eyes.perceived())).as(read.what).isEqualTo(perceived);
    Set<List<Integer>> missing = new HashSet<>();
    for (List<Integer> real : read.literal.equilibria()) {
      int image = read.literal.image(holder, read.literal.real().states().indexOf(real));
      if (image < 0 || !perceived.contains(own.real().states().get(image))) missing.add(real);
    }
    assertThat(levels(read.space, eyes.missing())).as(read.what).isEqualTo(missing);
    foreseen(read, eyes, own);
    surprises(read, eyes, holder);
    met("errs", !perceived.equals(read.literal.equilibria()));
  }

  private void foreseen(Read read, Eyes eyes, LiteralBeliefs own) {
    same(read, eyes.foreseen().getFirst(), own.ends(Play.Pace.ONE_BY_ONE));
  }

  private static void same(Read read, Play play, Map<Set<List<Integer>>, Double> meant) {
    Map<Set<List<Integer>>, Double> ends = new HashMap<>();
    for (End end : play.ends()) {
      ends.put(
          end.states().stream().map(s -> levels(read.space, s)).collect(Collectors.toSet()),
          end.share());
    }
    assertThat(ends.keySet()).as(read.what).isEqualTo(meant.keySet());
    ends.forEach((states, share) ->
        assertThat(share).as(read.what).isCloseTo(meant.get(states), within(CLOSE)));
  }

  private void surprises(Read read, Eyes eyes, Party holder) {
    Set<Integer> from = new TreeSet<>(Set.of(read.literal.quo()));
    LiteralBeliefs own = read.literal.game(holder);
    for (Set<List<Integer>> end : own.ends(Play.Pace.ONE_BY_ONE).keySet()) {
      end.forEach(levels -> from.add(read.literal.real().states().indexOf(levels)));
    }
    assertThat(eyes.surprises().stream().map(Surprise::from)).as(read.what).isSubsetOf(from);
    for (int state : from) surprises(read, eyes, holder, state);
    Set<List<Integer>> exposed = new HashSet<>();
    for (List<Integer> levels : own.equilibria()) {
      int state = read.literal.real().states().indexOf(levels);
      if (!read.literal.surprises(holder, state).isEmpty()) exposed.add(levels);
    }
    assertThat(levels(read.space, eyes.exposed())).as(read.what).isEqualTo(exposed);
    met("exposed", !exposed.isEmpty());
  }

  private void surprises(Read read, Eyes eyes, Party holder, int from) {
    Set<String> meant = read.literal.surprises(holder, from);
    Set<String> movers = new TreeSet<>();
    meant.forEach(one -> movers.add(one.substring(0, one.indexOf(' '))));
    List<Surprise> here = eyes.surprises().stream().filter(s -> s.from() == from).toList();
    assertThat(here.stream().map(s -> s.by().id()))
        .as(read.what)
        .containsExactlyInAnyOrderElementsOf(movers);
    for (Surprise surprise : here) {
      String told = surprise.by().id() + " " + surprise.to() + " " + surprise.kind();
      assertThat(meant).as(read.what).contains(told);
      Party by = read.literal.party(surprise.by().id());
      if (by instanceof demarche.model.Body) continue;
      for (String other : meant) {
        if (!other.startsWith(by.id() + " ")) continue;
        int to = Integer.parseInt(other.substring(by.id().length() + 1, other.lastIndexOf(' ')));
        assertThat(read.literal.real().prefers(by, surprise.to(), to)).as(read.what).isFalse();
      }
      met(from == read.literal.quo() ? "surprise" : "surprise later", true);
    }
  }

  private void played(Read read, Outlook found, RandomBeliefs drawn) {
    Played played = found.played().getFirst();
    Map<Set<List<Integer>>, Double> ends = read.literal.ends(Play.Pace.ONE_BY_ONE);
    Map<Set<List<Integer>>, Double> atOnce = read.literal.ends(Play.Pace.AT_ONCE);
    same(read, played.oneByOne(), ends);
    same(read, played.atOnce().getFirst(), atOnce);
    same(
        read,
        played.clear().getFirst(),
        new LiteralBeliefs(nobodyErrs(drawn), found.game().concept().name())
            .ends(Play.Pace.ONE_BY_ONE));
    double unwanted = read.literal.unwanted(ends);
    assertThat(Unwanted.share(read.space, played.oneByOne()))
        .as(read.what)
        .isCloseTo(unwanted, within(CLOSE));
    if (drawn.seed() % 2 == 0) { // each is a hypergame of its own
      corrections(read, played.alone(), drawn, found.game().concept());
      corrections(read, played.channels(), drawn, found.game().concept());
    }
    boolean all = drawn.misreadings().size() <= Correction.ALL_SETS;
    if (unwanted > 0 && all) {
      Set<Set<String>> repairs =
          played.repairs().stream()
              .map(BeliefsByDefinitionTest::written)
              .collect(Collectors.toSet());
      assertThat(repairs).as(read.what).isEqualTo(read.literal.repairs());
      met("repair", !repairs.isEmpty());
    }
    met("unwanted", unwanted > 0);
    met("channel", !played.channels().isEmpty());
    met("several ends", ends.size() > 1);
    met("at once differs", !ends.keySet().equals(atOnce.keySet()));
    met("circle", ends.keySet().stream().anyMatch(end -> end.size() > 1));
    met("stumble", played.oneByOne().stumbled() == Hypergame.Stumble.YES);
    Model model = read.space.model();
    met(
        "hidden",
        model.parties().stream()
            .anyMatch(p -> read.space.states().anyMatch(s -> found.game().isHidden(p, s))));
  }

  private static RandomBeliefs nobodyErrs(RandomBeliefs drawn) {
    return new RandomBeliefs(
        drawn.seed(),
        drawn.options(),
        drawn.levels(),
        drawn.quo(),
        drawn.oneWay(),
        drawn.wishes(),
        drawn.constraints(),
        drawn.needed(),
        drawn.held(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static void corrections(
      Read read, List<Correction> corrections, RandomBeliefs drawn, Concept concept) {
    for (Correction correction : corrections) {
      LiteralBeliefs other =
          new LiteralBeliefs(drawn.corrected(written(correction)), concept.name());
      same(read, correction.led().getFirst().play(), other.ends(Play.Pace.ONE_BY_ONE));
    }
  }

  private static Set<String> written(Correction correction) {
    return correction.corrected().stream()
        .map(m ->
            switch (m) {
              case Misreading.Of(var holder, var other) -> holder.id() + " " + other.id();
              case Misreading.Blindness(var holder) -> holder.id();
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void met(String what, boolean is) {
    if (is) met.merge(what, 1, Integer::sum);
  }
}
