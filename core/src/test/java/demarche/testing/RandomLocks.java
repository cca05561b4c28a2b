package demarche.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Random scenarios in which parties wait for one another: each dislikes its own step and likes it
/// together with a step of somebody else, so that what is better for all is often out of reach.
public final class RandomLocks {
  private RandomLocks() {}

  /// A scenario file; the same for the same seed.
  public static String draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
    int actors = 2 + random.nextInt(3);
    boolean council = random.nextInt(3) == 0;
    List<String> steps = new ArrayList<>();
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Random " + (seed + 4_000) + "\n");
    List<String> options = new ArrayList<>();
    for (int a = 0; a < actors; a++) {
      List<String> own = new ArrayList<>();
      boolean second = steps.size() < 3 && random.nextInt(2) == 0; // at most 48 states
      for (int o = 0; o <= (second ? 1 : 0); o++) {
        String id = "a%do%d".formatted(a, o);
        boolean three = a == 0 && o == 0 && random.nextInt(3) == 0;
        own.add(id + ": {" + (three ? "levels: [low, mid, top]" : "") + "}");
        steps.add(three ? id + " = top" : id);
      }
      options.add(String.join(", ", own));
    }
    if (council) steps.add("text");
    text.append("actors:\n");
    for (int a = 0; a < actors; a++) {
      text.append("  a%d:\n    options: {%s}\n    values:\n".formatted(a, options.get(a)));
      int own = a;
      for (String step : steps) {
        if (!step.startsWith("a" + own)) continue;
        String other = steps.get(random.nextInt(steps.size()));
        text.append(term(random, "cost", step, -1 - random.nextInt(2)));
        text.append(
            term(random, "deal", "(" + step + ") and (" + other + ")", 1 + random.nextInt(4)));
      }
      String liked = steps.get(random.nextInt(steps.size()));
      text.append(term(random, "liked", liked, 1 + random.nextInt(3)));
    }
    if (council) {
      text.append("bodies:\n  b0:\n    options: {text: {}}\n    members: [");
      for (int a = 0; a < actors; a++) text.append(a == 0 ? "a" : ", a").append(a);
      text.append("]\n    rule: {yes: %d}\n".formatted(1 + random.nextInt(actors)));
    }
    if (random.nextInt(3) == 0 && steps.size() > 2) {
      text.append(
          "constraints: [{require: \"%s -> %s\"}]\n".formatted(steps.getLast(), steps.getFirst()));
    }
    return text.append("status-quo: {}\n").toString();
  }

  private static String term(Random random, String id, String when, int weight) {
    return "      - {id: %s%d, want: \"%s\", weight: %d}\n"
        .formatted(id, random.nextInt(1_000_000), when, weight);
  }

  /// The state in which every step is taken, as the codes of such scenarios have it.
  public static String allTaken(String yaml) {
    return yaml.lines()
        .filter(line -> line.contains("options: {"))
        .map(line -> line.replaceAll(".*options: \\{(.*)}", "$1"))
        .flatMap(line -> List.of(line.split("(?<=}), ", -1)).stream())
        .map(option -> option.contains("top") ? "2" : "1")
        .collect(Collectors.joining());
  }
}
