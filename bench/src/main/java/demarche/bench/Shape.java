package demarche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.model.Model;
import demarche.model.Models;
import demarche.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/// A scenario of some size and kind, drawn from a seed.
///
/// @param bits how many yes-or-no options the actors have, each as many as the others or one less
/// @param wishes what the actors' preferences are
/// @param patterns how many combinations of settings are impossible
/// @param settings how many settings such a combination has
/// @param body whether a voting body has an option of four levels beside the actors'
record Shape(
    int bits, int actors, Wishes wishes, int patterns, int settings, boolean body, long seed) {
  enum Wishes {
    /// Seven propositions in order of importance.
    PRIORITIES,
    /// The same, each of which counts with a probability.
    DOUBTS,
    /// Twelve terms with weights up to 1,000.
    VALUES
  }

  static Shape plain(int bits, int actors) {
    return new Shape(bits, actors, Wishes.PRIORITIES, 0, 0, false, 1);
  }

  String words() {
    String what = wishes == Wishes.VALUES ? "values" : "priorities";
    if (patterns > 0) what += ", " + patterns + " constraints";
    if (body) what += ", body";
    return what;
  }

  String yaml() {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Bench\nactors:\n");
    for (int a = 0, o = 0; a < actors; a++) {
      int next = (int) ((long) bits * (a + 1) / actors);
      text.append("  a").append(a).append(":\n    options: {");
      for (int first = o; o < next; o++)
        text.append(o == first ? "" : ", ").append("o" + o + ": {}");
      text.append("}\n");
      if (wishes != Wishes.VALUES) {
        text.append("    priorities:\n");
        for (int k = 0; k < 7; k++) {
          text.append("      - {want: \"").append(wish(random)).append('"');
          if (wishes == Wishes.DOUBTS) text.append(", probability: 0.").append(3 + k);
          text.append("}\n");
        }
      } else {
        text.append("    values:\n");
        for (int k = 0; k < 12; k++) {
          text.append("      - {id: v").append(k).append(", want: \"").append(wish(random));
          text.append("\", weight: ").append(1 + random.nextInt(1000)).append("}\n");
        }
      }
    }
    if (body) {
      text.append("bodies:\n  council:\n    options: {text: {levels: [a, b, c, d]}}\n");
      text.append("    members: [a0");
      for (int a = 1; a < actors; a++) text.append(", a").append(a);
      text.append("]\n    rule: {yes: ").append(1 + actors / 2).append("}\n");
    }
    if (patterns > 0) text.append("constraints:\n");
    Random rules = new Random(~seed);
    for (int p = 0; p < patterns; p++) {
      text.append("  - {impossible: \"o").append(rules.nextInt(bits)); // never the status quo
      for (int k = 1; k < settings; k++) text.append(" and ").append(literal(rules));
      text.append("\"}\n");
    }
    return text.toString();
  }

  private String literal(Random random) {
    return (random.nextBoolean() ? "o" : "not o") + random.nextInt(bits);
  }

  private String wish(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> literal(random);
      case 1 -> literal(random) + " and " + literal(random);
      case 2 -> literal(random) + " or " + literal(random);
      default -> literal(random) + " <-> " + literal(random);
    };
  }

  Model model() {
    byte[] yaml = yaml().getBytes(UTF_8);
    try {
      return Models.of(ScenarioFile.open("bench.yaml", _ -> new ByteArrayInputStream(yaml)))
          .unvaried();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
