package demarche.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What goes out and comes back, or is read by a literal reader, means the same.
final class RoundTripTest {
  private static final List<Concept> CONCEPTS =
      List.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ, Concept.SIM);

  private static Case read(String yaml) {
    try {
      byte[] bytes = yaml.getBytes(UTF_8);
      return Case.of(
          ScenarioFile.open("test.yaml", _ -> new ByteArrayInputStream(bytes)),
          Question.AS_WRITTEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A small scenario with two-level options, every kind of preference, ties and gaps.
  private static String twoLevels(long seed) {
    Random random = new Random(seed * 31 + 7);
    int actors = 2 + random.nextInt(2);
    List<String> names = new ArrayList<>();
    List<List<String>> own = new ArrayList<>();
    for (int a = 0; a < actors; a++) {
      own.add(new ArrayList<>());
      for (int o = 0; o <= random.nextInt(2); o++) {
        own.get(a).add("x" + a + o);
        names.add("x" + a + o);
      }
    }
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Drawn\nactors:\n");
    for (int a = 0; a < actors; a++) {
      text.append("  a%d:\n    options:\n".formatted(a));
      for (String option : own.get(a)) {
        String moves = List.of("both", "both", "both", "up", "down").get(random.nextInt(5));
        text.append("      %s: {moves: %s}\n".formatted(option, moves));
      }
      if (random.nextInt(3) == 0) {
        text.append("    red-lines: [{never: \"%s\"}]\n".formatted(expression(random, names, 2)));
      }
      boolean values = seed % 2 == 0;
      text.append(values ? "    values:\n" : "    priorities:\n");
      for (int k = 0; k < 3; k++) {
        String want = expression(random, names, 2);
        text.append(
            values
                ? "      - {id: t%d, want: \"%s\", weight: %d}\n"
                    .formatted(k, want, 1 + random.nextInt(3))
                : "      - \"%s\"\n".formatted(want));
      }
    }
    if (random.nextInt(2) == 0) {
      String start = String.join(" and not ", names);
      text.append(
          "constraints: [{require: \"(%s) or (not %s)\"}]\n"
              .formatted(expression(random, names, 3), start));
    }
    return text.append("status-quo: {}\n").toString();
  }

  private static String expression(Random random, List<String> names, int depth) {
    if (depth == 0) return names.get(random.nextInt(names.size()));
    String left = expression(random, names, depth - 1);
    String right = expression(random, names, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> "not (" + left + ")";
      case 1 -> "(%s) and (%s)".formatted(left, right);
      case 2 -> "(%s) or not (%s)".formatted(left, right);
      case 3 -> "((%s) -> (%s))".formatted(left, right);
      case 4 -> "((%s) <-> (%s))".formatted(left, right);
      default -> "count(%s, %s) >= 1".formatted(left, right);
    };
  }

  private static void assertSame(StateSpace before, StateSpace after, String about) {
    assertThat(codes(after)).as(about).isEqualTo(codes(before));
    Stability one = Stability.of(before, Set.copyOf(CONCEPTS), Run.quiet());
    Stability other = Stability.of(after, Set.copyOf(CONCEPTS), Run.quiet());
    for (Concept concept : CONCEPTS) {
      assertThat(other.equilibria(concept))
          .as("%s %s", concept, about)
          .isEqualTo(one.equilibria(concept));
    }
    for (Actor actor : before.model().actors()) {
      Actor same = after.model().actors().get(actor.index());
      assertThat(after.ranks(same).toArray()).as(about).isEqualTo(before.ranks(actor).toArray());
    }
  }

  private static List<String> codes(StateSpace space) {
    return space.states().mapToObj(space::code).toList();
  }

  private static Case throughGmcr(Case about) {
    String text = GmcrWriter.of(about).text();
    assertThat(GmcrWriter.of(about).text()).isEqualTo(text);
    return read(GmcrReader.read("test.gmcr", text, "Back").yaml());
  }

  @Test
  void gmcrGivesBackTheSameStatesRanksAndEquilibria() {
    Seeds.each(
        1_500,
        seed -> {
          String yaml = twoLevels(seed);
          Case about = read(yaml);
          assertSame(about.space(), throughGmcr(about).space(), "seed " + seed + "\n" + yaml);
        });
  }

  private static List<Case> library() throws IOException {
    List<Case> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("../scenarios/library"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        all.add(
            Case.of(
                ScenarioFile.open(
                    String.valueOf(file.getFileName()),
                    name -> Files.newInputStream(file.resolveSibling(name))),
                Question.AS_WRITTEN));
      }
    }
    return all;
  }

  @Test
  void libraryComesBackFromGmcrWhereTheFormatHoldsIt() throws IOException {
    int held = 0;
    for (Case about : library()) {
      Case back;
      try {
        back = throughGmcr(about);
      } catch (InvalidScenario e) {
        assertThat(e.getMessage()).contains(".gmcr cannot hold");
        continue;
      }
      held++;
      assertSame(about.space(), back.space(), about.scenario().head().title());
    }
    assertThat(held).isGreaterThanOrEqualTo(5);
  }

  private static final Pattern PATTERN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[{}]|[^\\s{}\"]+");

  /// Pure Nash equilibria of an .nfg file, read word by word, as lists of strategy indices.
  private static List<List<Integer>> nash(String text) {
    List<String> words = new Scanner(text).findAll(PATTERN).map(MatchResult::group).toList();
    assertThat(words.subList(0, 3)).containsExactly("NFG", "1", "R");
    int at = words.indexOf("}") + 1;
    assertThat(words.get(at++)).isEqualTo("{");
    List<Integer> sizes = new ArrayList<>();
    while (words.get(at).equals("{")) {
      int end = words.subList(at, words.size()).indexOf("}") + at;
      assertThat(Set.copyOf(words.subList(at + 1, end))).hasSize(end - at - 1);
      sizes.add(end - at - 1);
      at = end + 1;
    }
    int[] numbers =
        words.subList(at + 2, words.size()).stream().mapToInt(Integer::parseInt).toArray();
    int players = sizes.size();
    int cells = sizes.stream().reduce(1, (a, b) -> a * b);
    assertThat(numbers).hasSize(cells * players);
    List<List<Integer>> found = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      boolean nash = true;
      int stride = 1;
      List<Integer> profile = new ArrayList<>();
      for (int p = 0; p < players; p++) {
        int own = cell / stride % sizes.get(p);
        profile.add(own);
        for (int s = 0; s < sizes.get(p); s++) {
          int other = cell + (s - own) * stride;
          nash &= numbers[other * players + p] <= numbers[cell * players + p];
        }
        stride *= sizes.get(p);
      }
      if (nash && numbers[cell * players] > 0) found.add(profile);
    }
    return found;
  }

  /// The strategies of each R equilibrium, as indices among the settings that states have.
  private static List<List<Integer>> rational(Case about) {
    StateSpace space = about.space();
    Stability stability = Stability.of(space, Set.of(Concept.R), Run.quiet());
    List<List<Integer>> found = new ArrayList<>();
    stability
        .equilibria(Concept.R)
        .forEach(s ->
            found.add(
                about.model().actors().stream()
                    .map(a ->
                        space
                            .states()
                            .mapToObj(q -> setting(space, a, q))
                            .distinct()
                            .sorted()
                            .toList()
                            .indexOf(setting(space, a, s)))
                    .toList()));
    return found;
  }

  private static String setting(StateSpace space, Actor actor, int state) {
    StringBuilder text = new StringBuilder();
    actor.options().forEach(o -> text.append(space.level(state, o)));
    return text.toString();
  }

  @Test
  void pureNashEquilibriaOfTheGameAreTheRationalOnes() {
    AtomicInteger equal = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          Case about = read(RandomModels.draw(seed));
          Exported game;
          try {
            game = NfgWriter.of(about);
          } catch (InvalidScenario _) {
            return; // a body, or a graph
          }
          List<List<Integer>> rational = rational(about);
          List<List<Integer>> nash = nash(game.text());
          if (about.model().options().stream().allMatch(o -> o.isFree())) {
            equal.incrementAndGet();
            assertThat(nash).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(rational);
          } else {
            assertThat(rational).as("seed %d", seed).containsAll(nash);
          }
        });
    if (Seeds.first(2_000).length > 1) assertThat(equal.get()).isGreaterThan(100);
  }

  @Test
  void tablesGiveBackTheSameStatesAndRanks() {
    Seeds.each(
        300,
        seed -> {
          Case about = read(RandomModels.draw(seed));
          if (about.model().isGraph() || !about.model().bodies().isEmpty()) return;
          Incoming options = incoming(Tables.csv(about, Tables.Kind.OPTIONS));
          Incoming rankings = incoming(Tables.csv(about, Tables.Kind.RANKINGS));
          Incoming workbook = incoming(Tables.workbook(about));
          for (Draft draft :
              List.of(
                  TableReader.csv(options, rankings, "Back"),
                  TableReader.workbook(workbook, "Back"))) {
            StateSpace back = read(draft.yaml()).space();
            assertThat(codes(back)).as("seed %d", seed).isEqualTo(codes(about.space()));
            for (Actor actor : about.model().actors()) {
              assertThat(back.ranks(back.model().actors().get(actor.index())).toArray())
                  .as("seed %d", seed)
                  .isEqualTo(about.space().ranks(actor).toArray());
            }
          }
        });
  }

  private static Incoming incoming(Exported exported) {
    return new Incoming("table", exported.content());
  }

  @Test
  void mutatedFilesAreRefusedInWords() throws IOException {
    List<String> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/exchange"))) {
      for (Path file : files.sorted().toList()) seeds.add(Files.readString(file));
    }
    String pieces = "[]{},:\"\\0123456789-eEYN \n\u0000é";
    Random random = new Random(5);
    for (int k = 0; k < 6_000; k++) {
      StringBuilder text = new StringBuilder(seeds.get(k % seeds.size()));
      for (int i = 0; i <= random.nextInt(3); i++) {
        int at = random.nextInt(text.length());
        String piece = String.valueOf(pieces.charAt(random.nextInt(pieces.length())));
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, piece);
          default -> text.replace(at, at + 1, piece);
        }
      }
      try {
        read(GmcrReader.read("test.gmcr", text.toString(), "Mutated").yaml());
      } catch (InvalidScenario e) {
        assertThat(e.problems()).as(text.toString()).isNotEmpty();
      }
    }
  }

  @Test
  void everyGenerationIsRead() throws IOException {
    Path folder = Path.of("src/test/resources/exchange");
    for (String name : List.of("vectors", "rankings", "misperceptions")) {
      String text = Files.readString(folder.resolve(name + ".gmcr"));
      Draft draft = GmcrReader.read(name + ".gmcr", text, name);
      assertThat(read(draft.yaml()).space().size()).isPositive();
      if (name.equals("rankings")) {
        // sorted: lock, toll, court; numbers count from the lowest first option
        assertThat(draft.yaml()).contains("- \"000\"\n      - [\"100\", \"010\"]");
        assertThat(draft.notes().toString()).contains("sideways", "coalitions", "payoffs");
      }
      if (name.equals("misperceptions")) {
        assertThat(draft.yaml())
            .contains("ecluse", "the-not", "harbour-2", "(ecluse and not the-not) or not ecluse");
        assertThat(draft.notes().toString()).contains("misperceptions", "stood before");
      }
    }
  }
}
