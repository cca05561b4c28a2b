package demarche.testing;

import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Scenarios of [RandomModels] with ranges, issue areas and beliefs: much in them may be changed.
public final class RandomChanges {
  private static final Pattern WEIGHT = Pattern.compile("weight: [^}]*}");
  private static final Pattern WEIGHTS =
      Pattern.compile("id: t\\d+, of: \\w+, weights: \\{[^}]+}}");
  private static final String PARAMETERS =
      "parameters: {alpha: 0.3, beta: 2 / 3, gamma: alpha - beta}";

  private RandomChanges() {}

  /// A scenario file; the same for the same seed.
  public static String draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 29);
    String yaml = RandomModels.draw(seed);
    yaml =
        yaml.replace(
            PARAMETERS,
            "parameters: {alpha: {value: 0.3, range: [0, 1]}, beta: {value: 2 / 3, range: 50 %},"
                + " gamma: alpha - beta}");
    yaml = ranged(WEIGHT, yaml, random);
    yaml = ranged(WEIGHTS, yaml, random);
    Model model = Scenarios.model(yaml);
    if (model.isGraph()) return yaml;
    if (!yaml.contains("\nissues:")) yaml += issues(model, random);
    return yaml + beliefs(model, random);
  }

  /// A small scenario in which actors err about each other; the same for the same seed.
  public static String pictures(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 31);
    List<String> actors = List.of("a0", "a1", "a2");
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Pictures " + seed + "\nactors:\n");
    StringBuilder beliefs = new StringBuilder("beliefs:\n");
    for (String actor : actors) {
      text.append(
          "  %s: {options: {%so: {}}, ranking: %s}\n".formatted(actor, actor, order(random)));
      List<String> views = new ArrayList<>();
      for (String other : actors) {
        if (other.equals(actor) || random.nextInt(3) == 0) continue;
        views.add("%s: {ranking: %s}".formatted(other, order(random)));
      }
      String blind = random.nextInt(3) == 0 ? ", blind-to: [" + one(random, actors) + "o]" : "";
      if (views.isEmpty() && blind.isEmpty()) continue;
      beliefs.append("  %s: {of: {%s}%s}\n".formatted(actor, String.join(", ", views), blind));
    }
    return beliefs.toString().endsWith(":\n") ? text.toString() : text.append(beliefs).toString();
  }

  /// All states in a random order, now and then two alike.
  private static String order(Random random) {
    List<String> codes = new ArrayList<>();
    for (int s = 0; s < 8; s++) {
      codes.add("\"%s\"".formatted(Integer.toBinaryString(8 + s).substring(1)));
    }
    Collections.shuffle(codes, random);
    if (random.nextBoolean()) codes.add(3, "[" + codes.remove(3) + ", " + codes.remove(3) + "]");
    return codes.toString();
  }

  private static String ranged(Pattern place, String yaml, Random random) {
    Matcher weights = place.matcher(yaml);
    return weights.replaceAll(m -> {
      String all = m.group();
      String range =
          switch (random.nextInt(5)) {
            case 0 -> ", range: 50 %";
            case 1 -> all.contains(", of: ") ? ", range: 120 %" : ", range: [-4, 11]";
            default -> "";
          };
      return Matcher.quoteReplacement(all.substring(0, all.length() - 1) + range + "}");
    });
  }

  private static String issues(Model model, Random random) {
    int areas = 1 + random.nextInt(3);
    List<String> lines = new ArrayList<>();
    for (int a = 0; a < areas; a++) {
      List<String> options = new ArrayList<>();
      for (Option option : model.options()) {
        if (random.nextInt(areas + 1) == 0) options.add(option.id());
      }
      if (options.isEmpty()) options.add(model.options().getFirst().id());
      lines.add("area%d: [%s]".formatted(a, String.join(", ", options)));
    }
    return "issues: {" + String.join(", ", lines) + "}\n";
  }

  private static String beliefs(Model model, Random random) {
    List<String> facts = new ArrayList<>();
    for (Option option : model.options()) {
      for (String level : option.levels()) facts.add(option.id() + " = " + level);
    }
    StringBuilder text = new StringBuilder();
    for (var holder : model.actors()) {
      if (random.nextInt(2) == 0) continue;
      List<String> views = new ArrayList<>();
      for (var other : model.actors()) {
        if (other.equals(holder) || random.nextInt(2) == 0) continue;
        String first = one(random, facts);
        String second = one(random, facts);
        switch (other.preference().order()) {
          case Preference.Ranking _ -> {}
          case Preference.Values _ ->
              views.add(
                  "%s: {values: [{id: t8, want: %s, weight: 9}, {id: t9, avoid: %s, weight: 2}]}"
                      .formatted(other.id(), first, second));
          case Preference.Indifferent _, Preference.Priorities _ ->
              views.add("%s: {priorities: [%s, %s]}".formatted(other.id(), first, second));
        }
      }
      String blind =
          random.nextInt(4) == 0 ? ", blind-to: [" + one(random, model.options()).id() + "]" : "";
      if (views.isEmpty() && blind.isEmpty()) continue;
      text.append("  %s: {of: {%s}%s}\n".formatted(holder.id(), String.join(", ", views), blind));
    }
    return text.isEmpty() ? "" : "beliefs:\n" + text;
  }

  private static <T> T one(Random random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
