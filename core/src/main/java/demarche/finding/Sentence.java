package demarche.finding;

import java.util.List;
import java.util.stream.Stream;

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

  /// This sentence and what goes on from it, as one.
  public Sentence then(Sentence more) {
    return new Sentence(
        pattern + more.pattern, Stream.concat(slots.stream(), more.slots.stream()).toList());
  }

  /// This sentence and more words, as one.
  public Sentence then(String more, Slot... others) {
    return then(say(more, others));
  }
}
