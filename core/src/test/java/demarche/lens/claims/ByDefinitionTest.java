package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.model.Models;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Claims are judged as a slow, literal evaluator judges them.
final class ByDefinitionTest {
  private static final int CLAIMS = 12;

  @Test
  void randomClaimsComeToWhatTheyLiterallySay() {
    long holding = 0;
    long all = 0;
    for (long seed : Seeds.first(400)) {
      String yaml = RandomModels.draw(seed);
      Models models = Scenarios.models(yaml);
      if (states(models.unvaried()) > 200) continue;
      LiteralClaims literal = new LiteralClaims(models.unvaried(), seed);
      List<LiteralClaims.Assertion> claims = new ArrayList<>();
      for (int c = 0; c < CLAIMS; c++) claims.add(literal.draw());
      String whole = yaml + section(claims);
      StateSpace space = StateSpace.of(Scenarios.model(whole));
      List<Verdict> verdicts = Claims.of(Worlds.of(space), Run.quiet());
      for (int c = 0; c < CLAIMS; c++) {
        boolean expected = claims.get(c).holds();
        assertThat(verdicts.get(c).word())
            .as("seed %d: %s in\n%s", seed, claims.get(c).check(), yaml)
            .isEqualTo(expected ? "holds" : "fails");
        holding += expected ? 1 : 0;
        all++;
      }
    }
    if (all > 1000) assertThat(holding).isBetween(all / 5, all * 4 / 5);
  }

  private static long states(Model model) {
    return StateSpace.of(model).size();
  }

  private static String section(List<LiteralClaims.Assertion> claims) {
    StringBuilder text = new StringBuilder("claims:\n");
    for (int c = 0; c < claims.size(); c++) {
      text.append("  - {id: c%d, says: so, mark: H, check: '".formatted(c))
          .append(claims.get(c).check())
          .append("'}\n");
    }
    return text.toString();
  }
}
