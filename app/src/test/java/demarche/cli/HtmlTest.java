package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that `analyze --out` writes.
final class HtmlTest {
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @TempDir Path folder = Path.of("");

  private String page(String... arguments) throws IOException {
    String[] call = new String[arguments.length + 3];
    call[0] = "analyze";
    System.arraycopy(arguments, 0, call, 1, arguments.length);
    call[arguments.length + 1] = "--out";
    call[arguments.length + 2] = folder.toString();
    Demarche.Outcome outcome = Demarche.run(call);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return Files.readString(folder.resolve("index.html"));
  }

  @Test
  void ferryReadsAsReviewed() throws IOException {
    String page = page("scenarios/ferry.yaml");
    Golden.check("report-ferry.html", page.replaceAll("(?s)<style>.*</style>", "<style></style>"));
  }

  @Test
  void textsOfTheScenarioAreEscaped() throws IOException {
    String page = page("app/src/test/resources/hostile/hostile.yaml");
    assertThat(page)
        .doesNotContain("<script", "<img", "<h1>big", "onload=alert(6)>", "\u202e")
        .doesNotContainPattern("<[^>]*\\son(error|load|mouseover)=")
        .contains("&lt;script&gt;alert(&#39;one&#39;)&lt;/script&gt;".replace("&#39;", "'"));
  }

  @Test
  void onlyAddressesOfTheWebAreLinked() throws IOException {
    String page = page("app/src/test/resources/hostile/hostile.yaml");
    List<String> addresses =
        ADDRESS.matcher(page).results().map(found -> found.group(1)).distinct().toList();
    assertThat(addresses)
        .filteredOn(address -> !address.startsWith("#"))
        .containsExactly("data:,", "https://example.org/page?a=1&amp;b=2");
  }

  @Tag("long") // the Korean scenario, all analyses, twice
  @Test
  void threadsChangeNothingAndEveryLinkWithinThePageLeadsSomewhere() throws IOException {
    String page = page("scenarios/korea-2019.yaml", "--threads", "1");
    assertThat(page("scenarios/korea-2019.yaml", "--threads", "2")).isEqualTo(page);
    Matcher inner = Pattern.compile("href=\"#([^\"]*)\"").matcher(page);
    assertThat(inner.results().map(found -> "id=\"" + found.group(1) + "\"").distinct())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(page).containsOnlyOnce(id));
  }
}
