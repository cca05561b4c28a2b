package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Lenses;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AnalystsTest {
  private static final Run QUIET = Run.quiet();
  private static final Plan PLAN = new Plan(1, 1, Sampling.RANDOM);
  private static final List<String> NAMES = List.of("kim", "ito", "lee");
  private static final Pattern RED = Pattern.compile("(?m)^    red-lines:.*\n(      .*\n)*");
  private static final Pattern ORDER =
      Pattern.compile("(?m)^    (priorities|values|ranking):.*\n(      .*\n)*");
  private static final Pattern ACTOR =
      Pattern.compile("(?m)^  a[0-9]:\n    name: Actor .*\n(    .*\n)*");

  private static List<Lens> lenses(String... keys) {
    return Lenses.all().stream().filter(lens -> List.of(keys).contains(lens.key())).toList();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group() : "";
  }

  /// A file with alternatives, and for each analyst the file that says the same by hand: red lines
  /// and orders put where the actor's own stood, and no alternatives.
  private record Told(String text, Map<String, String> byHand) {
    static Told draw(long seed) {
      Random random = new Random(seed * 31 + 5);
      String plain = RandomModels.draw(seed);
      List<String> blocks = ACTOR.matcher(plain).results().map(r -> r.group()).toList();
      List<String> reds =
          blocks.stream().map(b -> first(RED, b)).filter(r -> !r.isEmpty()).toList();
      List<String> orders =
          blocks.stream().map(b -> first(ORDER, b)).filter(r -> !r.isEmpty()).toList();
      String text = plain;
      Map<String, String> byHand = new LinkedHashMap<>();
      NAMES.forEach(name -> byHand.put(name, plain));
      for (String block : blocks) {
        StringBuilder others = new StringBuilder();
        for (String name : NAMES) {
          if (random.nextInt(3) == 0) continue;
          String red = reds.isEmpty() || random.nextInt(2) == 0 ? "" : one(random, reds);
          boolean orderless = orders.isEmpty() || (!red.isEmpty() && random.nextBoolean());
          String order = orderless ? "" : one(random, orders);
          if ((red + order).isEmpty()) continue;
          others.append("      - by: %s\n".formatted(name)).append((red + order).indent(4));
          if (random.nextBoolean()) others.append("        probability: 0.2\n");
          byHand.computeIfPresent(
              name, (_, before) -> before.replace(block, replaced(block, red, order)));
        }
        if (!others.isEmpty()) {
          text = text.replace(block, block + "    alternatives:\n" + others);
        }
      }
      return new Told(text, byHand);
    }

    private static String one(Random random, List<String> items) {
      return items.get(random.nextInt(items.size()));
    }

    private static String replaced(String block, String red, String order) {
      String kept = block;
      if (!red.isEmpty()) kept = RED.matcher(kept).replaceAll("");
      if (!order.isEmpty()) kept = ORDER.matcher(kept).replaceAll("");
      return kept + red + order;
    }
  }

  @Test
  void theWorldOfAnAnalystIsTheFileThatSaysSo() {
    List<Lens> lenses = lenses("stability");
    int differing = 0;
    for (long seed : Seeds.first(80)) { // each is read, numbered and asked four times
      Told told = Told.draw(seed);
      Ensemble ensemble = Ensemble.of(Scenarios.studied(told.text), lenses, PLAN, "test", QUIET);
      Analysts analysts = Analysts.of(ensemble, ensemble.base(QUIET), QUIET);
      List<Inquiry> asked = ensemble.inquiries();
      for (Analysts.World world : analysts.worlds()) {
        String alone = told.byHand.getOrDefault(world.by(), "");
        List<Cell> answers =
            Ensemble.asking(Scenarios.studied(alone), asked, PLAN, "test").base(QUIET);
        assertThat(world.answers())
            .as("seed %d, %s in %s", seed, world.by(), told.text)
            .isEqualTo(answers);
        if (!answers.equals(analysts.own())) differing++;
      }
      for (String name : NAMES) {
        boolean isNamed = analysts.worlds().stream().anyMatch(w -> w.by().equals(name));
        assertThat(isNamed).as("seed %d", seed).isEqualTo(told.text.contains("by: " + name));
      }
    }
    if (Seeds.first(80).length == 80) assertThat(differing).isGreaterThan(20);
  }

  private static final String COIN =
      """
      demarche: 1
      title: A coin
      actors:
        ann:
          name: Ann
          options: {jump: {}}
          priorities: [jump]
          alternatives:
            - {by: kim, probability: 0.3, priorities: [not jump]}
            - {probability: 0.3, priorities: [not jump]}
            - {by: lee, red-lines: [{never: jump}]}
        bob: {options: {sing: {}}, priorities: [sing], alternatives: [{by: kim, priorities: [not sing]}]}
      beliefs:
        bob: {of: {ann: {priorities: [not jump], alternatives: [{by: ito, priorities: [jump]}]}}}
      proposals: {up: {does: {jump: yes}}, choir: {does: {sing: yes}}}
      claims:
        - {id: ann, says: "she jumps", mark: O, check: "prefers(ann, up, status-quo)"}
        - {id: bob, says: "he sings", mark: O, check: "prefers(bob, choir, status-quo)"}
        - {id: sure, says: "sure", mark: O, check: "1 = 1"}
      """;

  @Test
  void oneNameIsOneWorldWhoeverItIsAbout() {
    Ensemble coin = Ensemble.of(Scenarios.studied(COIN), lenses("claims"), PLAN, "test", QUIET);
    Analysts analysts =
        Analysts.of(coin, coin.base(QUIET), new Run(3, 1, (_, _, _) -> {}, () -> false));
    Cell yes = new Cell.YesNo(true);
    Cell no = new Cell.YesNo(false);
    assertThat(analysts.own()).containsExactly(yes, yes, yes);
    assertThat(analysts.worlds())
        .containsExactly(
            new Analysts.World("kim", List.of("Ann", "bob"), List.of(no, no, yes)),
            new Analysts.World("lee", List.of("Ann"), List.of(no, yes, yes)),
            new Analysts.World("ito", List.of("bob > Ann"), List.of(yes, yes, yes)));
    List<Integer> shared = new ArrayList<>();
    for (int f = 0; f < 3; f++) if (analysts.isShared(f)) shared.add(f);
    assertThat(shared).containsExactly(2);
  }
}
