package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a scenario may reach from its folder.
final class DiskFolderTest {
  private static final String WHOLE =
      """
      demarche: 1
      title: A base
      actors: {union: {options: {strike: {}}}}
      """;

  @TempDir private Path outside = Path.of("");
  @TempDir private Path folder = Path.of("");

  private Outcome extending(String path) throws IOException {
    Files.writeString(folder.resolve("file.yaml"), "extends: " + path + "\n");
    return Demarche.plain().in(folder).call("check", "file.yaml");
  }

  private static void refused(Outcome outcome, String complaint) {
    assertThat(outcome.err()).startsWith("file.yaml:1:10: " + complaint);
    assertThat(outcome.exit()).isEqualTo(3);
  }

  @Test
  void filesAreFoundThroughFoldersAndLinksWithin() throws IOException {
    Files.createDirectories(folder.resolve("deep/er"));
    Files.writeString(folder.resolve("deep/er/base.yaml"), WHOLE);
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("deep"));
    assertThat(extending("link/er/../er/base.yaml").exit()).isZero();
  }

  @Test
  void aLinkThatLeadsOutIsRefused() throws IOException {
    Files.writeString(outside.resolve("base.yaml"), WHOLE);
    Files.createSymbolicLink(folder.resolve("base.yaml"), outside.resolve("base.yaml"));
    refused(
        extending("base.yaml"),
        "'base.yaml' cannot be read: it is a link that leads out of the folder; name a file");
  }

  @Test
  void aLinkInACircleIsRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("base.yaml"), folder.resolve("base.yaml"));
    refused(extending("base.yaml"), "'base.yaml' cannot be read: Too many levels");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("deep"));
    refused(extending("deep"), "'deep' cannot be read: it is a folder; name a file");
  }

  @Test
  void aPathOutOfTheFolderIsRefused() throws IOException {
    refused(extending("../base.yaml"), "'../base.yaml' lies outside the scenario's folder;");
  }
}
