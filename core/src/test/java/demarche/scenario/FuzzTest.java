package demarche.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import demarche.model.Models;
import demarche.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Files that are almost right: reading and resolving them works, or says what is wrong at places
/// that exist.
class FuzzTest {
  private static final List<String> SEEDS =
      List.of(
          "../scenarios/ferry.yaml",
          "../scenarios/library/elmira9.yaml",
          "src/test/resources/scenarios/korea-core.yaml",
          "src/test/resources/scenarios/korea-values.yaml");

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          ":",
          ": ",
          ",",
          "- ",
          "#",
          "&a ",
          "*a",
          "!",
          "|",
          ">",
          "'",
          "\"",
          "\t",
          "\n",
          "\r",
          "not",
          "and",
          "->",
          "<->",
          "count(",
          "null",
          "~",
          "%",
          "\\",
          "@",
          "1e99",
          "-",
          "\u0000",
          "é",
          "\u2028",
          "😀",
          "<<: *a",
          "---\n",
          "...",
          "? ",
          "status-quo",
          "extends: ferry.yaml\n",
          "levels: [",
          "1/0",
          "\uFEFF");

  @Test
  void readsOrTellsWhere() throws IOException {
    List<byte[]> originals = new ArrayList<>();
    for (String seed : SEEDS) originals.add(Files.readAllBytes(Path.of(seed)));
    int sound = 0;
    long[] seeds = Seeds.first(3_000);
    for (long seed : seeds) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      byte[] original = originals.get(random.nextInt(originals.size()));
      byte[] mutated = mutated(original, random);
      boolean read =
          assertTimeout(
              Duration.ofSeconds(2), () -> isSound(mutated), () -> "seed %d".formatted(seed));
      if (read) sound++;
    }
    if (seeds.length == 3_000)
      assertThat(sound).as("mutations that do no harm").isBetween(300, 2_000);
  }

  private static boolean isSound(byte[] content) throws IOException {
    Folder folder =
        path ->
            path.equals("fuzz.yaml")
                ? new ByteArrayInputStream(content)
                : Files.newInputStream(Path.of("..", "scenarios").resolve(path));
    try {
      ScenarioFile file = ScenarioFile.open("fuzz.yaml", folder);
      Models.of(file);
      return true;
    } catch (InvalidScenario e) {
      List<String> lines = new String(content, UTF_8).lines().toList();
      assertThat(e.problems()).isNotEmpty();
      for (Problem problem : e.problems()) liesInside(problem, lines);
      return false;
    }
  }

  private static void liesInside(Problem problem, List<String> lines) {
    Place place = problem.place();
    assertThat(problem.message()).isNotBlank();
    if (!place.file().equals("fuzz.yaml")) return;
    assertThat(place.line()).as("%s", problem).isBetween(1, lines.size() + 1);
    int longest = place.line() <= lines.size() ? lines.get(place.line() - 1).length() : 0;
    assertThat(place.column()).as("%s", problem).isBetween(1, longest + 1);
  }

  /// One to four changes of bytes, tokens or lines.
  private static byte[] mutated(byte[] original, RandomGenerator random) {
    byte[] content = original;
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      content =
          switch (random.nextInt(3)) {
            case 0 -> bytewise(content, random);
            case 1 -> tokenwise(content, random);
            default -> linewise(content, random);
          };
    }
    return content;
  }

  private static byte[] bytewise(byte[] content, RandomGenerator random) {
    byte[] changed = content.clone();
    if (changed.length == 0) return changed;
    int at = random.nextInt(changed.length);
    switch (random.nextInt(3)) {
      case 0 -> changed[at] = (byte) random.nextInt(256);
      case 1 -> changed[at] = (byte) (' ' + random.nextInt(95));
      default -> changed = Arrays.copyOf(changed, at);
    }
    return changed;
  }

  private static byte[] tokenwise(byte[] content, RandomGenerator random) {
    String text = new String(content, UTF_8);
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return (text.substring(0, from) + token + text.substring(to)).getBytes(UTF_8);
  }

  private static byte[] linewise(byte[] content, RandomGenerator random) {
    List<String> lines = new ArrayList<>(new String(content, UTF_8).lines().toList());
    if (lines.isEmpty()) return content;
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> lines.set(at, " ".repeat(random.nextInt(8)) + lines.get(at).strip());
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines).getBytes(UTF_8);
  }
}
