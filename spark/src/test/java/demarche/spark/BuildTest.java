package demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {
  @Test
  void aJarIsTheSameBuildAsItsFolder(@TempDir Path scratch) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("classes/demarche/core"));
    Path root = scratch.resolve("classes");
    Files.writeString(folder.resolve("A.class"), "one");
    Files.writeString(root.resolve("demarche/B.class"), "two");
    Files.writeString(root.resolve("demarche/notes.txt"), "not code");
    String before = Build.digest(root);

    Path jar = scratch.resolve("some.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(zip.getPath("/demarche/core"));
      Files.writeString(zip.getPath("/demarche/B.class"), "two");
      Files.writeString(zip.getPath("/demarche/core/A.class"), "one");
      Files.writeString(zip.getPath("/other.class"), "somebody else's");
    }
    assertThat(Build.digest(jar)).isEqualTo(before);

    Files.writeString(folder.resolve("A.class"), "changed");
    assertThat(Build.digest(root)).isNotEqualTo(before);
  }

  @Test
  void thisProgramHasOne() {
    assertThat(Build.digest()).hasSize(64).isEqualTo(Build.digest());
  }
}
