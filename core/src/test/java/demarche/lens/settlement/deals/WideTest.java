package demarche.lens.settlement.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/// Numbers of two longs against `BigInteger`.
final class WideTest {
  private static BigInteger draw(Random random) {
    BigInteger number = new BigInteger(random.nextInt(Wide.MOST_BITS), random);
    return random.nextBoolean() ? number.negate() : number;
  }

  @Test
  void sumsOrderAndSizeAreThoseOfBigInteger() {
    Random random = new Random(1);
    for (int k = 0; k < 10_000; k++) {
      BigInteger one = draw(random);
      BigInteger other = random.nextInt(9) == 0 ? one : draw(random);
      long[] both = new long[6];
      Wide.put(one, both, 0);
      Wide.put(other, both, 2);
      Wide.add(both, 0, both, 2, both, 4, 2);
      BigInteger sum = one.add(other);
      assertThat(Wide.get(both, 0)).isEqualTo(one);
      assertThat(Wide.get(both, 4)).isEqualTo(sum);
      assertThat(Wide.isSumNegative(both, 0, both, 2)).isEqualTo(sum.signum() < 0);
      assertThat(Integer.signum(Wide.compare(both, 0, both, 2))).isEqualTo(one.compareTo(other));
      assertThat(Wide.toDouble(both, 0))
          .isCloseTo(one.doubleValue(), Percentage.withPercentage(1e-12));
    }
  }
}
