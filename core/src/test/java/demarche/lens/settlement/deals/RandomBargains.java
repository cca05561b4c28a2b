package demarche.lens.settlement.deals;

import demarche.lens.settlement.deals.Bargain.Issue;
import demarche.lens.settlement.deals.Bargain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Small bargains in which ties, duplicates and packages without gain abound.
final class RandomBargains {
  private RandomBargains() {}

  static Bargain draw(long seed) {
    Random random = new Random(seed);
    int sides = 1 + random.nextInt(4);
    int span = 1 + random.nextInt(9);
    int divisor = random.nextInt(3) == 0 ? 1 + random.nextInt(7) : 1;
    // some need more than one long
    BigFraction unit =
        random.nextInt(4) == 0
            ? BigFraction.of(1_000_000_007L).multiply(998_244_353L).multiply(10_007L)
            : BigFraction.of(1, divisor);
    List<Issue> issues = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int levels = 1 + random.nextInt(4);
      issues.add(new Issue("i" + i, IntStream.range(0, levels).mapToObj(l -> "l" + l).toList()));
    }
    List<Side> all = new ArrayList<>();
    for (int s = 0; s < sides; s++) {
      List<List<BigFraction>> worths =
          issues.stream()
              .map(issue -> issue.levels().stream().map(_ -> number(random, span, unit)).toList())
              .toList();
      BigFraction reservation =
          random.nextInt(3) == 0 ? unit.multiply(-100) : number(random, span, unit);
      all.add(new Side("s" + s, number(random, 2, unit), worths, reservation));
    }
    return new Bargain(issues, all);
  }

  private static BigFraction number(Random random, int span, BigFraction unit) {
    return unit.multiply(random.nextInt(2 * span + 1) - span);
  }
}
