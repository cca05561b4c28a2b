package demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A standalone cluster: jars and files travel, and a worker may die.
final class ClusterTest {
  @Test
  void aWorkerIsKilledAndTheRowsAreTheSame(@TempDir Path folder) throws IOException {
    Trial trial =
        Trial.of("ferry.yaml", Set.of("stability", "settlement"), Trial.draws(1_500), folder);
    AtomicBoolean killed = new AtomicBoolean();
    try (Cluster cluster = Cluster.start()) {
      Run killing =
          new Run(
              1,
              1,
              (_, done, all) -> {
                if (done < all / 10 || !cluster.works(0)) return;
                cluster.kill(0);
                killed.set(true);
              },
              () -> false);
      assertThat(trial.on(cluster.master(), killing)).isEqualTo(trial.here());
      assertThat(killed).isTrue();
      assertThat(cluster.works(0)).isFalse();
    }
  }
}
