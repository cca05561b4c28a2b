package demarche.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Scenarios of some hundred to some thousand states, drawn from a seed: too large for a literal
/// reading, large enough to fill vectors. Fibres of every size, one-way options, gaps, ties,
/// values, and bodies whose preference cycles abound.
public final class LargerModels {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> literals = new ArrayList<>();

  private LargerModels(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
  }

  /// A scenario file; the same for the same seed.
  ///
  /// @param bits about how many yes-or-no options there are
  public static String draw(long seed, int bits) {
    return new LargerModels(seed).scenario(seed, bits);
  }

  private boolean in(int chances, int of) {
    return random.nextInt(of) < chances;
  }

  private String scenario(long seed, int bits) {
    text.append("demarche: 1\ntitle: Larger ").append(seed).append('\n');
    int actors = 2 + random.nextInt(4);
    boolean body = in(1, 3);
    boolean oneWay = in(1, 4);
    List<String> options = new ArrayList<>();
    for (int a = 0; a < actors; a++) options.add(own("a" + a, share(bits, actors, a), oneWay));
    String texts = body ? "texts: {levels: [none, mild, hard, ban]}" : "";
    if (body) {
      for (String level : List.of("none", "mild", "hard", "ban")) literals.add("texts = " + level);
    }
    text.append("actors:\n");
    for (int a = 0; a < actors; a++) {
      text.append("  a").append(a).append(":\n    options: {").append(options.get(a)).append("}\n");
      wishes();
    }
    if (body) {
      text.append("bodies:\n  b0:\n    options: {").append(texts).append("}\n    members: [");
      for (int a = 0; a < actors; a++) text.append(a == 0 ? "a" : ", a").append(a);
      text.append("]\n    rule: {yes: ").append(1 + actors / 2).append("}\n");
    }
    if (in(1, 2)) {
      text.append("constraints:\n");
      for (int k = random.nextInt(4); k >= 0; k--) {
        text.append("  - {impossible: \"top and ").append(literal()).append(" and ");
        text.append(literal()).append("\"}\n");
      }
    }
    return text.toString().replace("top", "o0-0");
  }

  private int share(int bits, int actors, int actor) {
    return Math.max(1, (bits + actor) / actors);
  }

  private String own(String actor, int count, boolean oneWay) {
    List<String> options = new ArrayList<>();
    for (int o = 0; o < count; o++) {
      String id = actor.replace('a', 'o') + "-" + o;
      String moves = oneWay && in(1, 3) ? in(1, 2) ? "moves: up" : "moves: down" : "";
      if (in(1, 5)) {
        options.add(id + ": {levels: [x, y, z]" + (moves.isEmpty() ? "" : ", " + moves) + "}");
        literals.addAll(List.of(id + " = x", id + " >= y", id + " = z"));
      } else {
        options.add(id + ": {" + moves + "}");
        literals.addAll(List.of(id, "not " + id));
      }
    }
    return String.join(", ", options);
  }

  private String literal() {
    return literals.get(random.nextInt(literals.size()));
  }

  private String wish() {
    return in(1, 3)
        ? literal()
        : literal() + (in(1, 2) ? " and " : in(1, 2) ? " or " : " <-> ") + literal();
  }

  private void wishes() {
    if (in(1, 3)) {
      text.append("    values:\n");
      for (int k = 3 + random.nextInt(9); k >= 0; k--) {
        int weight = 1 + random.nextInt(in(1, 2) ? 4 : 1000);
        text.append("      - {id: v").append(k).append(in(1, 2) ? ", want: \"" : ", avoid: \"");
        text.append(wish()).append("\", weight: ").append(weight).append("}\n");
      }
    } else {
      text.append("    priorities:\n");
      for (int k = random.nextInt(in(1, 2) ? 6 : 14); k >= 0; k--) {
        text.append("      - {want: \"").append(wish()).append("\"}\n");
      }
    }
    if (in(1, 5)) text.append("    red-lines: [{never: \"").append(wish()).append("\"}]\n");
  }
}
