package demarche.finding;

import java.util.List;

/// A sentence with gaps: each `{}` of the pattern is filled by the next slot.
public record Sentence(String pattern, List<Slot> slots) {
  public Sentence {
    slots = List.copyOf(slots);
    int gaps = pattern.split("\\{}", -1).length - 1;
    if (gaps != slots.size()) {
      throw new IllegalArgumentException(
          "%d gaps for %d slots in '%s'".formatted(gaps, slots.size(), pattern));
    }
  }

  public static Sentence say(String pattern, Slot... slots) {
    return new Sentence(pattern, List.of(slots));
  }
}
