package demarche.testing;

import demarche.model.Model;
import demarche.model.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Scenarios of [RandomModels] whose weights rest on a parameter in many ways, with stated weights
/// and proposals.
public final class RandomWishes {
  private static final Pattern WEIGHT = Pattern.compile("weight: [^}]*}");
  private static final String PARAMETER = "alpha: 0.3";
  private static final List<String> WEIGHTS =
      List.of(
          "alpha",
          "alpha * alpha",
          "1 / (alpha + 1)",
          "alpha - 1 / 2",
          "2 - 3 * alpha",
          "(alpha - 0.2) * (alpha - 0.7) * 5",
          "alpha * alpha * alpha - alpha / 4",
          "gamma",
          "1 / (2 * alpha - 1.1)",
          "0.25",
          "-1",
          "0.1");

  private RandomWishes() {}

  /// A scenario file; the same for the same seed. Its parameter `alpha` stands at 0.3.
  public static String draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    String yaml = RandomModels.draw(seed);
    if (!yaml.contains("parameters:")) yaml += "parameters: {" + PARAMETER + "}\n"; // a graph
    Matcher weights = WEIGHT.matcher(yaml);
    yaml =
        weights.replaceAll(_ -> {
          String stated = random.nextInt(3) == 0 ? ", stated: " + one(random, WEIGHTS) : "";
          return Matcher.quoteReplacement("weight: " + one(random, WEIGHTS) + stated + "}");
        });
    return yaml + proposals(random, Scenarios.model(yaml));
  }

  private static String one(Random random, List<String> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static String proposals(Random random, Model model) {
    if (model.isGraph()) return "";
    StringBuilder text = new StringBuilder("proposals:\n");
    for (String id : List.of("p0", "p1", "p2")) {
      List<String> does = new ArrayList<>();
      for (Option option : model.options()) {
        if (random.nextInt(3) > 0) {
          does.add(option.shortId() + ": " + one(random, option.levels()));
        }
      }
      if (does.isEmpty()) {
        Option first = model.options().getFirst();
        does.add(first.shortId() + ": " + first.levels().getLast());
      }
      text.append("  %s: {does: {%s}}\n".formatted(id, String.join(", ", does)));
    }
    return text.toString();
  }

  /// The same file with the parameter at another value, or with a range: what stands after the
  /// colon.
  public static String with(String yaml, String alpha) {
    return yaml.replace(PARAMETER, "alpha: " + alpha);
  }

  /// The same file where what was only stated counts.
  public static String inPublic(String yaml) {
    return yaml.replaceAll("weight: [^}]*, stated: ", "weight: ");
  }
}
