package demarche.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What an export makes: a file's content, and what of the scenario it does not hold.
public record Exported(byte[] content, List<String> notes) {
  public Exported {
    notes = List.copyOf(notes);
  }

  static Exported of(String text, List<String> notes) {
    return new Exported(text.getBytes(StandardCharsets.UTF_8), notes);
  }

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
