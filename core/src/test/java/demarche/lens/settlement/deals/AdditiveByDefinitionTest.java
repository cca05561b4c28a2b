package demarche.lens.settlement.deals;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.states.StateSpace;
import demarche.states.Utility;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Scenarios read as bargains against the settlements among all their states.
final class AdditiveByDefinitionTest {
  @Test
  void dealsAreTheSettlementsThatNothingBeats() {
    int found = 0;
    int some = 0;
    for (long seed : Seeds.first(600)) {
      String yaml = deal(seed);
      int frontier = compare(yaml, "-Dseed=%d replays%n%s".formatted(seed, yaml));
      if (frontier >= 0) found++;
      if (frontier > 0) some++;
    }
    if (Long.getLong("seed") != null) return;
    assertThat(found).as("additive").isBetween(300, 599);
    assertThat(some).as("with a settlement").isGreaterThan(150);
  }

  /// Most of these tie options to each other; what is read of the others must be right all the
  /// same.
  @Test
  void whateverIsReadOfAnyModelIsRight() {
    for (long seed : Seeds.first(200)) {
      String yaml = RandomModels.draw(seed);
      compare(yaml, "-Dseed=%d replays%n%s".formatted(seed, yaml));
    }
  }

  /// How many profiles are on the frontier; -1 where the model is not additive.
  private static int compare(String yaml, String what) {
    Model model = Scenarios.model(yaml);
    if (!(Additive.of(model) instanceof Additive.Found found)) return -1;
    StateSpace space = StateSpace.of(model);
    Settlements settlements = new Settlements(space);
    Scales scales = Scales.of(model, found);
    Worth worth = Worth.of(model, found, scales);
    Map<List<BigFraction>, TreeSet<String>> all = new HashMap<>();
    settlements
        .all()
        .forEach(s ->
            all.computeIfAbsent(worth.gains(space.levels(s)), _ -> new TreeSet<>())
                .add(space.code(s)));
    Map<List<BigFraction>, TreeSet<String>> frontier = new HashMap<>(all);
    frontier.keySet().removeIf(a -> all.keySet().stream().anyMatch(b -> beats(b, a)));
    Deals deals = Deals.of(scales.apply(found.bargain()), Run.quiet());
    boolean isNothing =
        deals.frontier().stream().allMatch(p -> p.gains().stream().allMatch(g -> g.signum() == 0));
    if (frontier.isEmpty()) {
      assertThat(isNothing).as(what).isTrue();
      return 0;
    }
    assertThat(deals.frontier().stream().map(Profile::gains))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(frontier.keySet());
    for (Profile profile : deals.frontier()) {
      TreeSet<String> states = frontier.getOrDefault(profile.gains(), new TreeSet<>());
      assertThat(profile.packages()).as(what).isEqualTo(states.size());
      for (List<Integer> agreed : profile.first()) {
        assertThat(states).as(what).contains(model.code(found.state(model, agreed)));
      }
    }
    return frontier.size();
  }

  /// What states are worth: by [Utility], or raw where the actor has no scale.
  private record Worth(Model model, List<Function<int[], BigFraction>> byActor) {
    static Worth of(Model model, Additive.Found found, Scales scales) {
      List<Function<int[], BigFraction>> byActor = new ArrayList<>();
      for (Actor actor : found.actors()) {
        if (!(actor.preference().order() instanceof Preference.Values values)) {
          byActor.add(_ -> BigFraction.ZERO);
        } else if (scales.isRaw()) {
          byActor.add(values::of);
        } else {
          byActor.add(Utility.of(model, actor)::of);
        }
      }
      return new Worth(model, byActor);
    }

    List<BigFraction> gains(int[] levels) {
      return byActor.stream()
          .map(worth -> worth.apply(levels).subtract(worth.apply(model.disagreement())))
          .toList();
    }
  }

  private static boolean beats(List<BigFraction> one, List<BigFraction> other) {
    boolean all = !one.equals(other);
    for (int s = 0; s < one.size(); s++) {
      all &= one.get(s).subtract(other.get(s)).signum() >= 0;
    }
    return all;
  }

  /// A table with issues that are settled together or one by one, and a tie now and then.
  private static String deal(long seed) {
    Random random = new Random(seed);
    int issues = 1 + random.nextInt(4);
    int sides = 1 + random.nextInt(3);
    StringBuilder yaml = new StringBuilder("demarche: 1\ntitle: Deal\nactors:\n");
    for (int s = 0; s < sides; s++) {
      yaml.append("  s%d:\n    options: {}\n".formatted(s));
      if (random.nextInt(6) == 0) {
        yaml.append("    red-lines: [{never: i0 = l1}]\n");
      }
      if (random.nextInt(40) == 0) {
        yaml.append("    priorities: [i0]\n");
        continue;
      }
      yaml.append("    values:\n");
      for (int i = 0; i < issues; i++) {
        yaml.append(
            "      - {of: i%d, weights: {open: %d, l1: %d, l2: %d}}\n"
                .formatted(i, random.nextInt(3) - 1, number(random), number(random)));
      }
      yaml.append("      - {want: not i0, weight: %d}\n".formatted(number(random)));
      yaml.append("      - {want: i0 >= l1, weight: %d / 3}\n".formatted(random.nextInt(3)));
      if (random.nextInt(9) == 0) yaml.append("      - {want: i0 or i0 = open, weight: 2}\n");
      if (issues > 1 && random.nextInt(20) == 0) {
        yaml.append("      - {want: i0 = l1 and i1 = l2, weight: 2}\n");
      }
    }
    yaml.append("bodies:\n  table:\n    members: [s0]\n    rule: {yes: 1}\n    options:\n");
    for (int i = 0; i < issues; i++) {
      yaml.append("      i%d: {levels: [open, l1, l2]}\n".formatted(i));
    }
    List<String> constraints = new ArrayList<>();
    int kind = random.nextInt(3);
    for (int i = 1; i < issues && kind > 0; i++) {
      int with = kind == 1 ? 0 : i - 1;
      constraints.add("{require: i%d <-> i%d}".formatted(with, i));
    }
    if (random.nextInt(5) == 0) constraints.add("{impossible: i0 = l2}");
    if (issues > 1 && random.nextInt(20) == 0) {
      constraints.add("{impossible: i0 = l1 and i1 = l1}");
    }
    if (!constraints.isEmpty()) {
      yaml.append("constraints: [").append(String.join(", ", constraints)).append("]\n");
    }
    return yaml.toString();
  }

  private static int number(Random random) {
    return random.nextInt(7) - 2;
  }
}
