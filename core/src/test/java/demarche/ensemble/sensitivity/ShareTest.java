package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import demarche.testing.Seeds;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares of draws and the words for them.
final class ShareTest {
  private static final double Z = 1.959963984540054;

  @Test
  void threeOfTenByHand() {
    // z² = 3.8415: middle 4.9207 / 13.8415 = 0.355507, reach 1.4160 · √(0.021 + 0.009604) =
    // 0.247715
    Share share = new Share(3, 10, 0);
    assertThat(share.low()).isCloseTo(0.107791, offset(1e-6));
    assertThat(share.high()).isCloseTo(0.603222, offset(1e-6));
  }

  /// The ends are the shares that lie just so many standard deviations off, found by halving.
  @Test
  void endsAreWhereTheTestBeginsToReject() {
    for (long seed : Seeds.first(2_000)) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(400);
      int yes = random.nextInt(n + 1);
      Share share = new Share(yes, n, 0);
      assertThat(share.low()).as("%d of %d", yes, n).isCloseTo(end(yes, n, 0), offset(1e-9));
      assertThat(share.high()).as("%d of %d", yes, n).isCloseTo(end(yes, n, 1), offset(1e-9));
    }
  }

  /// @param side 0 for the lower end, 1 for the upper
  private static double end(int yes, int n, double side) {
    double inside = (double) yes / n;
    double outside = side;
    for (int k = 0; k < 200; k++) {
      double p = (inside + outside) / 2;
      boolean rejects = Math.abs(inside(yes, n) - p) > Z * Math.sqrt(p * (1 - p) / n);
      if (rejects) outside = p;
      else inside = p;
    }
    return inside;
  }

  private static double inside(int yes, int n) {
    return (double) yes / n;
  }

  @Test
  void drawsWithoutAnAnswerAreLeftOut() {
    Share share = Share.of(new double[] {1, 0, Double.NaN, 1});
    assertThat(share).isEqualTo(new Share(2, 3, 1));
    Share none = Share.of(new double[] {Double.NaN});
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThat(Likelihood.ICD_203.of(none)).isEqualTo("no answer");
  }

  @ParameterizedTest
  @CsvSource({
    "0, in no draw", "1, almost no chance", "49, almost no chance", "50, very unlikely",
    "199, very unlikely", "200, unlikely", "449, unlikely", "450, roughly even chance",
    "549, roughly even chance", "550, likely", "799, likely", "800, very likely",
    "949, very likely", "950, almost certain", "999, almost certain", "1000, in every draw"
  })
  void aShareHasAWord(int yes, String word) {
    assertThat(Likelihood.ICD_203.of(new Share(yes, 1000, 0))).isEqualTo(word);
  }

  @Test
  void wordsCanBeOthers() {
    Likelihood own = Likelihood.read("0.1:rare, 0.9:mixed,1:usual");
    assertThat(own.of(new Share(1, 20, 0))).isEqualTo("rare");
    assertThat(own.of(new Share(10, 20, 0))).isEqualTo("mixed");
    assertThat(own.of(new Share(19, 20, 0))).isEqualTo("usual");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "0.1 | '0.1' is no share with a word, expected such as 0.2:unlikely",
        "0.5:, 1:b | '0.5:' is no share with a word, expected such as 0.2:unlikely",
        "x:a,1:b | 'x' is no share, expected a number from 0 to 1",
        "0.5:a,0.4:b,1:c | 0.4 does not come after 0.5, expected shares in ascending order",
        "0.5:a | the last share is 0.5, expected 1",
        "0.5:a,2:b | the last share is 2.0, expected 1",
      })
  void badWordsAreRefused(String text, String message) {
    assertThatThrownBy(() -> Likelihood.read(text)).hasMessage(message);
  }
}
