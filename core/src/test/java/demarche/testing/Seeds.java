package demarche.testing;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// The seeds that a property is tried with.
///
/// `-Dseed=17` replays that seed alone; `-Dseeds=100000` tries more than usual, or fewer.
public final class Seeds {
  private Seeds() {}

  /// The seeds 0, 1, 2, ... of a property that usually tries `count` of them.
  public static long[] first(int count) {
    Long only = Long.getLong("seed");
    return only == null
        ? LongStream.range(0, Integer.getInteger("seeds", count)).toArray()
        : new long[] {only};
  }

  /// Tries a property with each of these seeds, on all processors.
  public static void each(int count, LongConsumer property) {
    LongStream.of(first(count)).parallel().forEach(property);
  }
}
