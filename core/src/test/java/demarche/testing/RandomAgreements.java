package demarche.testing;

import demarche.model.Model;
import demarche.model.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Random models as [RandomModels] draws them, with issue areas that may overlap, and now and then
/// a disagreement point of its own and an actor that is part of another.
public final class RandomAgreements {
  private static final Map<Long, String> DRAWN = new HashMap<>();

  private RandomAgreements() {}

  /// A scenario file; the same for the same seed.
  public static synchronized String draw(long seed) {
    return DRAWN.computeIfAbsent(seed, RandomAgreements::drawn);
  }

  private static String drawn(long seed) {
    String yaml = RandomModels.draw(seed);
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    Model model = Scenarios.model(yaml);
    if (random.nextInt(6) == 0) {
      yaml = yaml.replace("    name: Actor a1\n", "    name: Actor a1\n    part-of: a0\n");
    }
    boolean varied = yaml.contains("\nvariants:"); // where another state may not be feasible
    if (!varied && random.nextInt(3) == 0) yaml += disagreement(model, random);
    if (!model.isGraph() && !yaml.contains("\nissues:")) yaml += issues(model, random);
    return yaml;
  }

  private static String disagreement(Model model, Random random) {
    List<List<Integer>> states = new ByDefinition(model).states();
    List<Integer> without = states.get(random.nextInt(states.size()));
    if (model.isGraph()) {
      return "disagreement: " + model.options().getFirst().levels().get(without.getFirst()) + "\n";
    }
    return model.options().stream()
        .map(o -> o.id() + ": " + o.levels().get(without.get(o.index())))
        .collect(Collectors.joining(", ", "disagreement: {", "}\n"));
  }

  private static String issues(Model model, Random random) {
    int areas = 1 + random.nextInt(4);
    List<String> lines = new ArrayList<>();
    for (int a = 0; a < areas; a++) {
      List<String> options = new ArrayList<>();
      for (Option option : model.options()) {
        if (random.nextInt(areas + 1) == 0 || random.nextInt(4) == 0) options.add(option.id());
      }
      if (options.isEmpty()) options.add(model.options().getFirst().id());
      lines.add("area%d: [%s]".formatted(a, String.join(", ", options)));
    }
    return "issues: {" + String.join(", ", lines) + "}\n";
  }
}
