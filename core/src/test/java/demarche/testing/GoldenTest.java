package demarche.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets the seed of all properties")
final class GoldenTest {
  @Test
  @DisabledIfSystemProperty(named = "golden", matches = "accept")
  void anUnknownFileIsNoPass() {
    assertThatThrownBy(() -> Golden.check("no-such-file.txt", "text"))
        .hasMessageContaining("no golden file no-such-file.txt yet");
  }

  @Test
  @DisabledIfSystemProperty(named = "seed", matches = ".*")
  @DisabledIfSystemProperty(named = "seeds", matches = ".*")
  void aReplayedSeedIsTheOnlyOne() {
    try {
      System.setProperty("seed", "17");
      assertThat(Seeds.first(3)).containsExactly(17);
    } finally {
      System.clearProperty("seed");
    }
    assertThat(Seeds.first(3)).containsExactly(0, 1, 2);
  }
}
