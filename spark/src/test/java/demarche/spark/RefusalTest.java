package demarche.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.ensemble.EngineFailed;
import demarche.lens.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where draws could be others than those that are meant, there are none.
final class RefusalTest {
  private static Trial trial(Path folder) {
    return Trial.of("ferry.yaml", Set.of(), Trial.draws(8), folder);
  }

  private static Order order(Trial trial) throws IOException {
    Order order = Order.of(trial.ensemble(), trial.folder(), Run.quiet());
    Files.createDirectories(Path.of(order.folder()));
    Files.writeString(
        Path.of(order.folder(), Workshop.PAGE), order.page(trial.ensemble().design()));
    return order;
  }

  private static void refused(Order order, Path scratch, String message) throws IOException {
    try (Grid grid = Grid.start(Master.of("local[1]"), scratch, Run.quiet())) {
      assertThatThrownBy(() -> grid.make(order, List.of(0), Run.quiet(), _ -> {}))
          .isInstanceOf(EngineFailed.class)
          .hasMessageContaining(message);
    }
  }

  @Test
  void anotherBuild(@TempDir Path folder) throws IOException {
    Order order = order(trial(folder));
    Order other =
        new Order(
            order.source(),
            order.asked(),
            order.draws(),
            order.folder(),
            Build.digest("another build"),
            order.base());
    refused(other, folder, "an executor runs another build of Demarche");
  }

  @Test
  void otherAnswersAtTheValuesOfTheFile(@TempDir Path folder) throws IOException {
    Order order = order(trial(folder));
    ArrayList<String> base = new ArrayList<>(order.base());
    base.set(0, "none");
    Order other =
        new Order(
            order.source(), order.asked(), order.draws(), order.folder(), order.build(), base);
    refused(other, folder, "finds other answers than this program");
  }

  @Test
  void aFolderThatIsNotShared(@TempDir Path folder) throws IOException {
    Order order = order(trial(folder));
    Files.delete(Path.of(order.folder(), Workshop.PAGE));
    refused(order, folder, "does not see the folder");
  }

  @Test
  void aMasterThatIsNotThere(@TempDir Path folder) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> trial(folder).on("spark://127.0.0.1:" + port))
        .isInstanceOf(EngineFailed.class)
        .hasMessageContaining("there is no Spark master at spark://127.0.0.1:" + port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yarn",
        "local[",
        "spark://",
        "spark://host",
        "spark://a:1,b",
        "spark://a:99999"
      })
  void aMasterThatIsNone(String url, @TempDir Path folder) {
    assertThatThrownBy(() -> trial(folder).on(url))
        .isInstanceOf(EngineFailed.class)
        .hasMessage(
            "--master is '%s', expected spark://HOST:PORT, local[N] or local[*]".formatted(url));
  }

  @Test
  void twoProcessesAtTheSameDraws(@TempDir Path folder) throws IOException {
    Trial trial = trial(folder);
    Run within =
        new Run(
            1,
            1,
            (_, _, _) ->
                assertThatThrownBy(() -> trial.on("local[1]"))
                    .isInstanceOf(EngineFailed.class)
                    .hasMessageContaining("another process makes the same draws"),
            () -> false);
    trial.on("local[1]", within);
  }

  @Test
  void aScenarioThatChangedMeanwhile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bank-board.yaml");
    Files.copy(Path.of("../scenarios/bank-board.yaml"), file);
    Trial trial = Trial.of(file.toAbsolutePath().toString(), Set.of(), Trial.draws(8), folder);
    Files.writeString(file, "# later\n" + Files.readString(file));
    assertThatThrownBy(() -> trial.on("local[1]"))
        .isInstanceOf(EngineFailed.class)
        .hasMessageContaining("it has changed since it was read");
  }
}
