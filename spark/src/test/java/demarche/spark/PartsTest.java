package demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.Plan;
import demarche.ensemble.Span;
import demarche.testing.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PartsTest {
  private static Parts of(long runs) {
    return new Parts(Path.of("parts"), runs);
  }

  @Test
  void everyDrawIsInOnePart() {
    for (long seed : Seeds.first(2_000)) {
      long runs = new Random(seed).nextLong(1, 100_000);
      Parts parts = of(runs);
      long next = 0;
      for (int part = 0; part < parts.count(); part++) {
        Span span = parts.span(part);
        if (span.first() != next) throw new AssertionError("seed " + seed + ", part " + part);
        next = span.last() + 1;
      }
      assertThat(next).as("seed %d", seed).isEqualTo(runs);
    }
  }

  @Test
  void thoseWithSomeDrawsAreFound() {
    for (long seed : Seeds.first(2_000)) {
      Random random = new Random(seed);
      Parts parts = of(1 + random.nextInt(500));
      List<Span> spans = new ArrayList<>();
      for (int k = random.nextInt(3); k >= 0; k--) {
        long first = random.nextLong(parts.runs());
        spans.add(new Span(first, random.nextLong(first, parts.runs())));
      }
      List<Integer> slowly =
          IntStream.range(0, parts.count())
              .filter(part -> has(parts.span(part), spans))
              .boxed()
              .toList();
      assertThat(parts.with(spans)).as("seed %d, %s of %s", seed, spans, parts).isEqualTo(slowly);
    }
  }

  /// Looks at each draw.
  private static boolean has(Span part, List<Span> spans) {
    for (long draw = part.first(); draw <= part.last(); draw++) {
      for (Span span : spans) {
        if (draw >= span.first() && draw <= span.last()) return true;
      }
    }
    return false;
  }

  @Test
  void theLargestRunIsCutIntoManyFiles() {
    Parts parts = of(Plan.MOST_RUNS);
    assertThat(Parts.size(Plan.MOST_RUNS)).isEqualTo(7_906);
    assertThat(parts.count()).isEqualTo(126_487);
    assertThat(parts.file(126_486))
        .isEqualTo(Path.of("parts", "part-0999998316-0999999999.parquet"));
  }
}
