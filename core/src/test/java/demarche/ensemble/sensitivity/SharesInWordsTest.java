package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import demarche.testing.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharesInWordsTest {
  @Test // as worked by hand in docs/uncertainty.md
  void threeOfTen() {
    Share share = new Share(3, 10, 0);
    assertThat(share.low()).isCloseTo(0.1078, within(5e-5));
    assertThat(share.high()).isCloseTo(0.6032, within(5e-5));
  }

  @Test
  void theIntervalHoldsWhatTheScoreTestDoesNotReject() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 1 + chance.nextInt(seed % 2 == 0 ? 20 : 100_000);
      Share share = new Share(chance.nextInt(n + 1), n, 0);
      assertThat(share.low()).as("seed %d, %s", seed, share).isCloseTo(end(share, 0), within(1e-9));
      assertThat(share.high())
          .as("seed %d, %s", seed, share)
          .isCloseTo(end(share, 1), within(1e-9));
    }
  }

  /// Halves the way from the share, which the test never rejects, to an end.
  private static double end(Share share, double outer) {
    double in = (double) share.yes() / share.answered();
    double out = outer;
    for (int k = 0; k < 200; k++) {
      double p = (in + out) / 2;
      double distance = Math.abs((double) share.yes() / share.answered() - p);
      boolean isRejected = distance > 1.959963984540054 * Math.sqrt(p * (1 - p) / share.answered());
      if (isRejected) out = p;
      else in = p;
    }
    return in;
  }

  @Test
  void drawsWithoutAnAnswerAreCountedApart() {
    Share share = Share.of(new double[] {1, 0, Double.NaN, 1, Double.NaN});
    assertThat(share).isEqualTo(new Share(2, 3, 2));
    assertThat(share.share()).isEqualTo(2.0 / 3);
  }

  @Test
  void ofNoAnswersNothingIsKnown() {
    Share none = Share.of(new double[] {Double.NaN});
    assertThat(none.share()).isNaN();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThat(Likelihood.ICD_203.of(none)).isEqualTo("no answer");
  }

  @ParameterizedTest
  @CsvSource({
    "0, in no draw",
    "1, almost no chance",
    "49, almost no chance",
    "50, very unlikely",
    "199, very unlikely",
    "200, unlikely",
    "449, unlikely",
    "450, roughly even chance",
    "549, roughly even chance",
    "550, likely",
    "799, likely",
    "800, very likely",
    "949, very likely",
    "950, almost certain",
    "999, almost certain",
    "1000, in every draw"
  })
  void wordsAreThoseOfTheDirective(int yes, String word) {
    assertThat(Likelihood.ICD_203.of(new Share(yes, 1_000, 0))).isEqualTo(word);
  }

  @Test
  void wordsOfOnesOwn() {
    Likelihood own = Likelihood.read(" 0.1:rare, 0.9 : now and then ,1:usual");
    assertThat(own.of(new Share(1, 20, 0))).isEqualTo("rare");
    assertThat(own.of(new Share(2, 20, 0))).isEqualTo("now and then");
    assertThat(own.of(new Share(18, 20, 0))).isEqualTo("usual");
    assertThat(own.of(new Share(20, 20, 0))).isEqualTo("in every draw");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-| '' is no share with a word, expected such as 0.2:unlikely",
        "0.1:rare,1| '1' is no share with a word, expected such as 0.2:unlikely",
        "0.1:rare,1:| '1:' is no share with a word, expected such as 0.2:unlikely",
        "few:rare,1:usual| 'few' is no share, expected a number from 0 to 1",
        "NaN:rare,1:usual| NaN does not come after 0.0, expected shares in ascending order",
        "10:rare,1:usual| 1 does not come after 10.0, expected shares in ascending order",
        "0.5:a,0.5:b,1:c| 0.5 does not come after 0.5, expected shares in ascending order",
        "0:never,1:usual| 0 does not come after 0.0, expected shares in ascending order",
        "0.1:rare,0.9:mixed| the last share is 0.9, expected 1"
      })
  void badWordsAreToldInOneLine(String text, String message) {
    assertThatThrownBy(() -> Likelihood.read(text.equals("-") ? "" : text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
