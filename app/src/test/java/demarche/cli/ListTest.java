package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `--list`: as many rows as asked for, and the rest counted.
final class ListTest {
  private static final String KOREA = "scenarios/korea-2019.yaml";
  private static final Pattern ROW = Pattern.compile("(?m)^  [0-9]{14} ");

  private static long rows(String text) {
    return ROW.matcher(text).results().count();
  }

  @Test
  void tablesShowTwelveStatesUnlessAskedForMore() {
    String usual = Demarche.run("stability", KOREA, "--concept", "R").out();
    assertThat(usual).contains("and 8 more; --list all shows every one");
    assertThat(rows(usual)).isEqualTo(12);
    String all = Demarche.run("stability", KOREA, "--concept", "R", "--list", "all").out();
    assertThat(all).doesNotContain("--list all");
    assertThat(rows(all)).isEqualTo(20);
  }

  @Test
  void tablesShowFewerWhereFewerAreAskedFor() {
    String three = Demarche.run("analyze", KOREA, "--lens", "stability", "--list", "3").out();
    assertThat(three).contains("and 17 more; --list all shows every one");
    assertThat(rows(three)).isEqualTo(3);
    String paths = Demarche.run("paths", KOREA, "--concept", "R", "--list", "3").out();
    assertThat(paths).contains("and 17 more; --list all shows every one");
  }

  @Test
  void whatHoldsUnderEveryConceptIsCountedForItself() {
    String usual = Demarche.run("analyze", KOREA, "--lens", "stability").out();
    assertThat(usual.replaceAll("\\s+", " "))
        .contains(
            "WHAT HOLDS UNDER EVERY CONCEPT", "24,432 more hold under some of the concepts only")
        .contains("and 8 more; --list all")
        .contains("improvements alone lead to none of them but the status quo itself");
  }
}
