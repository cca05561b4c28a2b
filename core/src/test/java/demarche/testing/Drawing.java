package demarche.testing;

import demarche.model.Model;
import demarche.model.Models;
import java.util.List;
import java.util.Random;

/// A scenario file while it is drawn: chances, and lines of text.
public final class Drawing {
  public final Random random;
  private final StringBuilder text = new StringBuilder();

  public Drawing(long seed) {
    random = new Random(seed);
  }

  /// True with so many chances of a number.
  public boolean in(int chances, int of) {
    return random.nextInt(of) < chances;
  }

  public <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  public void line(int indent, String content) {
    text.append("  ".repeat(indent)).append(content).append('\n');
  }

  /// What was drawn.
  public String text() {
    return text.toString();
  }

  /// The model of a drawn file: with its variant `v`, where it has one.
  public static Model model(String yaml) {
    Models models = Scenarios.models(yaml);
    return yaml.contains("\nvariants:") ? models.variant("v") : models.unvaried();
  }
}
