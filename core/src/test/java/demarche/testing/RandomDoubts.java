package demarche.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Scenarios of [RandomModels] whose actors have other orders too: those of other actors, or
/// priorities of their own, likely or not.
public final class RandomDoubts {
  private static final Pattern NAME =
      Pattern.compile("(?m)^    name: Actor .*\n(    options.*\n)?");
  private static final Pattern WISHES =
      Pattern.compile("(?m)^    (red-lines|priorities|values|ranking):.*\n(      .*\n)*");

  private static final Pattern AFTER = Pattern.compile("(?m)(?=^(bodies|graph):)");

  private static final Pattern OPTION = Pattern.compile("(\\w+): \\{levels: \\[([^]]*)]");
  private static final Pattern STATES = Pattern.compile("  states: \\{([^}]*)}");

  private RandomDoubts() {}

  /// A scenario file; the same for the same seed.
  public static String draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
    String yaml = RandomModels.draw(seed);
    List<String> wishes = WISHES.matcher(actors(yaml)).results().map(r -> r.group()).toList();
    List<String> facts = facts(yaml);
    return NAME.matcher(yaml)
        .replaceAll(m -> Matcher.quoteReplacement(m.group() + others(random, wishes, facts)));
  }

  /// A scenario file in which everything is known, though actors have other orders: these are their
  /// own once more, and every priority holds for certain.
  public static String agreed(long seed) {
    String yaml = RandomModels.draw(seed).replaceAll(", probability: [^}]*", "");
    String actors = actors(yaml);
    String doubled =
        WISHES
            .matcher(actors)
            .replaceAll(m -> Matcher.quoteReplacement(m.group() + again(m.group(1), m.group())));
    return doubled + yaml.substring(actors.length());
  }

  private static String again(String kind, String wishes) {
    if (kind.equals("red-lines")) return "";
    return "    alternatives:\n      - probability: 0.4\n" + wishes.indent(4);
  }

  private static String actors(String yaml) {
    return AFTER.split(yaml, 2)[0];
  }

  /// What may be wanted: each option at each level; of a graph each state.
  private static List<String> facts(String yaml) {
    Matcher graph = STATES.matcher(yaml);
    if (graph.find()) return List.of(graph.group(1).replace(": null", "").split(", "));
    return OPTION
        .matcher(yaml)
        .results()
        .flatMap(o -> Stream.of(o.group(2).split(", ")).map(level -> o.group(1) + " = " + level))
        .toList();
  }

  private static String others(Random random, List<String> wishes, List<String> facts) {
    if (random.nextInt(3) == 0) return "";
    StringBuilder text = new StringBuilder("    alternatives:\n");
    for (String by : List.of("kim", "ito", "lee").subList(0, 1 + random.nextInt(3))) {
      text.append("      - by: ").append(by).append('\n');
      if (random.nextInt(3) > 0) {
        text.append("        probability: ")
            .append(one(random, List.of("0.1", "1 / 3", "0.25")))
            .append('\n');
      }
      boolean copied = !wishes.isEmpty() && random.nextInt(2) == 0;
      String order = copied ? one(random, wishes) : priorities(random, facts);
      text.append(order.indent(4));
    }
    return text.toString();
  }

  private static String priorities(Random random, List<String> facts) {
    List<String> wants = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String want = one(random, facts);
      String p = one(random, List.of("", "", ", probability: 0.6", ", probability: 1 / 7"));
      wants.add("{want: %s%s}".formatted(want, p));
    }
    return wants.stream().collect(Collectors.joining(", ", "    priorities: [", "]\n"));
  }

  private static <T> T one(Random random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
