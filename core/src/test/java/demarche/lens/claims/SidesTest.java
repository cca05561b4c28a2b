package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.claims.Verdict.Judged;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told of a claim that fails: the figures of the parts that make it fail.
final class SidesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          degree(union) = 7 | 1 | = 7
          degree(union) = 1 and degree(owners) = 7 | degree(owners): 1 | = 7
          degree(union) = 6 or degree(owners) > 7 | degree(union): 1; degree(owners): 1 | = 6; > 7
          degree(union) = 1 -> degree(owners) = 7 | degree(owners): 1 | = 7
          degree(union) = 1 and prefers(union, never, never) | prefers(union, never, never): no | yes
          prefers(union, never, never) | no | yes
          """)
  void nameThePartThatFails(String check, String computed, String expected) {
    assertThat(Example.judge(check))
        .asInstanceOf(InstanceOfAssertFactories.type(Judged.class))
        .satisfies(judged ->
            assertThat(Sides.of(judged.whole())).isEqualTo(new Sides(computed, expected)));
  }
}
