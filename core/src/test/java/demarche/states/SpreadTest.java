package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.testing.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Where every code is a state, ranks are worked out over the options that matter and spread over
/// the rest.
class SpreadTest {
  @Test
  void spreadRanksAreThoseOfThePreferenceReadStateByState() {
    for (int seed = 0; seed < 100; seed++) {
      String yaml = draw(seed);
      Model model = Scenarios.model(yaml);
      StateSpace space = StateSpace.of(model);
      assertThat(space.isEveryCode()).isTrue();
      for (Actor actor : model.actors()) {
        List<List<Comparable<Object>>> worth = new ArrayList<>();
        space.states().forEach(s -> worth.add(worth(actor.preference(), space.levels(s))));
        List<List<Comparable<Object>>> classes =
            worth.stream().distinct().sorted(SpreadTest::compare).toList();
        int[] expected =
            worth.stream()
                .mapToInt(w -> Collections.binarySearch(classes, w, SpreadTest::compare))
                .toArray();
        assertThat(space.ranks(actor).toArray())
            .as("seed %d, %s in\n%s", seed, actor.id(), yaml)
            .isEqualTo(expected);
        int[] crossing =
            space.states().filter(s -> crosses(actor.preference(), space.levels(s))).toArray();
        assertThat(space.states().filter(s -> space.crossesRedLine(actor, s)).toArray())
            .isEqualTo(crossing);
      }
    }
  }

  private static boolean crosses(Preference preference, int[] levels) {
    return preference.redLines().stream().anyMatch(l -> l.never().meaning().holds(levels));
  }

  /// What is compared first comes first, larger is better.
  @SuppressWarnings("unchecked")
  private static List<Comparable<Object>> worth(Preference preference, int[] levels) {
    List<Comparable<Object>> worth = new ArrayList<>();
    preference
        .redLines()
        .forEach(l -> worth.add((Comparable<Object>) (Object) !l.never().meaning().holds(levels)));
    switch (preference.order()) {
      case Preference.Indifferent() -> {}
      case Preference.Priorities priorities ->
          priorities
              .base()
              .forEach(
                  p -> worth.add((Comparable<Object>) (Object) p.want().meaning().holds(levels)));
      case Preference.Ranking(var groups) ->
          groups.forEach(g -> worth.add((Comparable<Object>) (Object) g.holds(levels)));
      case Preference.Values values -> worth.add((Comparable<Object>) (Object) values.of(levels));
    }
    return worth;
  }

  private static int compare(List<Comparable<Object>> a, List<Comparable<Object>> b) {
    return IntStream.range(0, a.size())
        .map(i -> a.get(i).compareTo(b.get(i)))
        .filter(c -> c != 0)
        .findFirst()
        .orElse(0);
  }

  private static String draw(int seed) {
    Random random = new Random(seed);
    List<String> literals = new ArrayList<>();
    List<List<String>> own = List.of(new ArrayList<>(), new ArrayList<>());
    int options = 7 + random.nextInt(4);
    for (int o = 0; o < options; o++) {
      boolean ofFour = random.nextInt(6) == 0;
      own.get(o % 2).add("o" + o + (ofFour ? ": {levels: [p, q, r, s]}" : ": {}"));
      literals.add("o" + o + (ofFour ? " >= r" : ""));
    }
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Spread\nactors:\n");
    for (int a = 0; a < 2; a++) {
      text.append("  a").append(a).append(":\n    options: {");
      text.append(String.join(", ", own.get(a))).append("}\n");
      if (random.nextInt(3) == 0) {
        text.append("    red-lines:\n      - {never: \"").append(wish(random, literals));
        text.append("\"}\n");
      }
      boolean values = random.nextBoolean();
      text.append(values ? "    values:\n" : "    priorities:\n");
      for (int k = random.nextInt(values ? 6 : 12); k >= 0; k--) {
        text.append("      - {want: \"").append(wish(random, literals)).append('"');
        if (values) text.append(", id: v").append(k).append(", weight: ").append(random.nextInt(9));
        text.append("}\n");
      }
    }
    return text.toString();
  }

  private static String wish(Random random, List<String> literals) {
    String first = literals.get(random.nextInt(literals.size()));
    String second = literals.get(random.nextInt(literals.size()));
    return first + (random.nextBoolean() ? " and not (" : " or (") + second + ")";
  }
}
