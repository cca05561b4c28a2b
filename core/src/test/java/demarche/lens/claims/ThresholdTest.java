package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.claims.Verdict.NotCheckable;
import org.junit.jupiter.api.Test;

/// Thresholds that are easily got wrong: several turns on both sides, variants within the check.
final class ThresholdTest {
  private static Verdict judge(String present, String weight, String check) {
    String file =
        """
        demarche: 1
        title: A turn
        parameters: {p: {value: %s, range: [0, 1]}}
        actors: {a: {options: {x: {}}, values: [{want: x, weight: %s}]}}
        status-quo: {}
        proposals: {deal: {does: {x: yes}}}
        variants: {high: {parameters: {p: 0.7}}, same: {status-quo: {x: yes}}}
        """
            .formatted(present, weight);
    return Example.judge(file + Example.claim(check), "");
  }

  @Test
  void theNearestTurnIsFoundWhetherExactOrByTrying() {
    String weight = "(p - 0.47) * (0.54 - p)";
    for (String check : new String[] {"", " and count(equilibria(R)) > 0"}) {
      String asked = "threshold(p, value(a, \"1\") > 0" + check + ") = 0.54";
      assertThat(judge("0.51", weight, asked).word()).as(asked).isEqualTo("holds");
      String other = "threshold(p, value(a, \"1\") > 0" + check + ") = 0.47";
      assertThat(judge("0.50", weight, other).word()).as(other).isEqualTo("holds");
    }
  }

  @Test
  void variantWithAnotherPresentIsRefused() {
    String check = "threshold(p, stable(\"0\", R, for = a, variant = high)) = 0.3";
    assertThat(judge("0.3", "p - 0.5", check))
        .isInstanceOfSatisfying(
            NotCheckable.class,
            none ->
                assertThat(none.reason())
                    .isEqualTo(
                        "in the variant 'high', of which the check asks, p is 0.7 and not the"
                            + " present 0.3; write threshold(p, ..., variant = high)"));
    String within = "threshold(p, stable(\"0\", R, for = a), variant = high) = 0.5";
    assertThat(judge("0.3", "p - 0.5", within).word()).isEqualTo("holds");
    String same = "threshold(p, stable(\"0\", R, for = a, variant = same)) = 0.5";
    assertThat(judge("0.3", "p - 0.5", same).word()).isEqualTo("holds");
  }

  @Test
  void checkMayBeginWithABareAnswer() {
    String check = "threshold(p, yes = stable(\"0\", R)) = 0.5";
    assertThat(judge("0.3", "p - 0.5", check).word()).isEqualTo("holds");
  }
}
