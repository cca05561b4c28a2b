package demarche.lens.settlement.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.LiteralZone;
import demarche.lens.settlement.linkage.Linkage.Level;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.RandomAgreements;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Agendas against a literal reading, on random models.
final class LinkageByDefinitionTest {
  private static final int SEEDS = 2_000;

  private final Map<String, Integer> met = new HashMap<>();

  @Test
  void everyAgendaAgreesWithTheDefinitions() {
    long[] seeds = Seeds.first(SEEDS);
    for (long seed : seeds) {
      String yaml = RandomAgreements.draw(seed);
      Model model = Scenarios.model(yaml);
      if (model.issues().isEmpty()) continue;
      StateSpace space = StateSpace.of(model);
      Linkage linkage = Linkage.of(space, Run.quiet());
      LiteralZone literal = new LiteralZone(model);
      String what = "-Dseed=%d replays%n%s".formatted(seed, yaml);
      List<String> areas = List.copyOf(model.issues().keySet());
      Map<Integer, Set<Integer>> on = new HashMap<>();
      for (int agenda = 0; agenda < 1 << areas.size(); agenda++) {
        Set<String> open = new TreeSet<>();
        for (int a = 0; a < areas.size(); a++) if ((agenda >>> a & 1) == 1) open.add(areas.get(a));
        on.put(agenda, literal.on(open));
        assertThat(linkage.count(agenda)).as("%s, %s", open, what).isEqualTo(on.get(agenda).size());
        assertThat(Set.copyOf(linkage.names(agenda))).as(what).isEqualTo(open);
      }
      smallest(linkage, on, what);
      levels(model, linkage, literal, on, what);
      best(linkage, literal, on, what);
    }
    if (seeds.length < SEEDS) return;
    assertThat(met)
        .as("how often each was drawn")
        .containsOnlyKeys("opened", "only together", "several openings", "broader level")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  private void meet(String what) {
    met.merge(what, 1, Integer::sum);
  }

  private static List<Integer> minimal(int agendas, Predicate<Integer> opens) {
    List<Integer> minimal = new ArrayList<>();
    for (int agenda = 0; agenda < agendas; agenda++) {
      if (!opens.test(agenda)) continue;
      boolean part = false;
      for (int other = 0; other < agendas; other++) {
        part |= other != agenda && (other & ~agenda) == 0 && opens.test(other);
      }
      if (!part) minimal.add(agenda);
    }
    return minimal;
  }

  private static boolean has(Map<Integer, Set<Integer>> on, int agenda) {
    return !on.getOrDefault(agenda, Set.of()).isEmpty();
  }

  private void smallest(Linkage linkage, Map<Integer, Set<Integer>> on, String what) {
    List<Integer> opening = minimal(on.size(), agenda -> has(on, agenda));
    assertThat(linkage.opening()).as(what).containsExactlyInAnyOrderElementsOf(opening);
    assertThat(linkage.opening().stream().map(Integer::bitCount)).as(what).isSorted();
    Set<Integer> all = new TreeSet<>(on.getOrDefault(linkage.full(), Set.of()));
    Set<Integer> needing = new TreeSet<>(all);
    Set<Integer> several = new TreeSet<>(all);
    for (int a = 0; a < linkage.areas().size(); a++) {
      needing.removeAll(on.getOrDefault(linkage.full() & ~(1 << a), Set.of()));
      several.removeAll(on.getOrDefault(1 << a, Set.of()));
    }
    assertThat(linkage.needingAll()).as(what).isEqualTo(needing.size());
    assertThat(linkage.needingSeveral()).as(what).isEqualTo(several.size());
    if (!opening.isEmpty()) meet("opened");
    if (!needing.isEmpty() && linkage.areas().size() > 1) meet("only together");
    if (opening.size() > 1) meet("several openings");
  }

  private void levels(
      Model model,
      Linkage linkage,
      LiteralZone literal,
      Map<Integer, Set<Integer>> on,
      String what) {
    Set<List<Integer>> seen = new TreeSet<>(Comparator.comparing(List::toString));
    int[] quo = model.statusQuo();
    for (int s : on.getOrDefault(linkage.full(), Set.of())) {
      for (var option : model.options()) {
        int level = literal.literal().states().get(s).get(option.index());
        if (level != quo[option.index()]) seen.add(List.of(option.index(), level));
      }
    }
    assertThat(linkage.levels().stream().map(l -> List.of(l.option().index(), l.level())))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(seen);
    for (Level level : linkage.levels()) {
      List<Integer> opening =
          minimal(
              on.size(),
              agenda ->
                  on.getOrDefault(agenda, Set.of()).stream()
                      .anyMatch(s ->
                          literal.literal().states().get(s).get(level.option().index())
                              == level.level()));
      assertThat(linkage.opening(level))
          .as("%s, %s", level, what)
          .containsExactlyInAnyOrderElementsOf(opening);
      if (opening.stream().allMatch(a -> Integer.bitCount(a) > 1)) meet("broader level");
    }
  }

  private static void best(
      Linkage linkage, LiteralZone literal, Map<Integer, Set<Integer>> on, String what) {
    on.forEach((agenda, settlements) -> {
      for (int i = 0; i < literal.required().size(); i++) {
        Actor actor = literal.required().get(i);
        int best = -1;
        for (int s : settlements) {
          if (best < 0 || literal.literal().prefers(actor, best, s)) best = s;
        }
        assertThat(linkage.best(i, agenda))
            .as("%s, %s, %s", agenda, actor.id(), what)
            .isEqualTo(best);
      }
    });
  }
}
