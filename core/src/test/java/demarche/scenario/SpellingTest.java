package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  private static final List<String> NAMES =
      List.of("freeze", "freeze-tests", "suspend", "x", "ab", "recognition");

  @ParameterizedTest
  @CsvSource({
    "freze,        freeze",
    "freezee,      freeze",
    "rfeeze,       freeze",
    "FREEZE,       freeze",
    "freeze_tests, freeze-tests",
    "freez tests,  freeze-tests",
    "recogntion,   recognition",
    "recoknitoin,  recognition",
    "ba,           ab",
    "abc,          ab",
    "frost,        ''",
    "y,            ''",
    "a,            ''",
    "suspicion,    ''"
  })
  void theNearestNameIsFoundWithinAThirdOfItsLetters(String typed, String nearest) {
    assertThat(Spelling.nearest(typed, NAMES)).isEqualTo(nearest);
  }

  @Test
  void ofEquallyNearNamesTheFirstIsMeant() {
    assertThat(Spelling.nearest("cart", List.of("card", "carp"))).isEqualTo("card");
    assertThat(Spelling.nearest("anything", List.of())).isEmpty();
  }

  @Test
  void aHintIsEmptyOrASentence() {
    assertThat(Spelling.hint("freze", NAMES)).isEqualTo("; did you mean 'freeze'?");
    assertThat(Spelling.hint("zzzzzz", NAMES)).isEmpty();
  }

  @Test
  void longTextIsShortenedOnOneLineAndNotThroughACharacter() {
    assertThat(Spelling.quoted("two\n  lines")).isEqualTo("'two lines'");
    assertThat(Spelling.shortened("x".repeat(60))).hasSize(60);
    assertThat(Spelling.shortened("x".repeat(61))).isEqualTo("x".repeat(57) + "...");
    assertThat(Spelling.shortened("x".repeat(56) + "😀".repeat(9)))
        .isEqualTo("x".repeat(56) + "...");
  }

  @Test
  void slipsAreCountedAsByTheDefinition() {
    for (long seed : Seeds.first(2_000)) {
      Random random = new Random(seed);
      String a = word(random);
      String b = word(random);
      assertThat(Spelling.slips(a, b)).as("seed %d: %s %s", seed, a, b).isEqualTo(slips(a, b));
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) word.append((char) ('a' + random.nextInt(3)));
    return word.toString();
  }

  /// The recursive definition of the restricted Damerau-Levenshtein distance.
  private static int slips(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) return a.length() + b.length();
    int i = a.length();
    int j = b.length();
    String shorterA = a.substring(0, i - 1);
    String shorterB = b.substring(0, j - 1);
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(slips(shorterA, b), slips(a, shorterB)) + 1;
    least = Math.min(least, slips(shorterA, shorterB) + change);
    if (i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1)) {
      least = Math.min(least, slips(a.substring(0, i - 2), b.substring(0, j - 2)) + 1);
    }
    return least;
  }
}
