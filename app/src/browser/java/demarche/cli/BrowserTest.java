package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Opens reports in a real browser: what it shows, asks for and complains about.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
  private static final String CHROMIUM = "/usr/bin/chromium";

  /// Reports by what they are about.
  private static final Map<String, String> SCENARIOS =
      Map.of(
          "ferry", "scenarios/ferry.yaml",
          "korea", "scenarios/korea-2019.yaml",
          "elmira", "scenarios/library/elmira9.yaml",
          "hostile", "app/src/test/resources/hostile/hostile.yaml");

  private final Playwright playwright;
  private final Browser browser;
  private Path folder = Path.of("");

  /// How a reader looks at it.
  enum Reader {
    PHONE(375, ColorScheme.LIGHT),
    PHONE_AT_NIGHT(375, ColorScheme.DARK),
    DESK(1280, ColorScheme.LIGHT),
    DESK_AT_NIGHT(1280, ColorScheme.DARK);

    final int width;
    final ColorScheme scheme;

    Reader(int width, ColorScheme scheme) {
      this.width = width;
      this.scheme = scheme;
    }
  }

  BrowserTest() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(CHROMIUM))
                    .setArgs(List.of("--no-sandbox")));
  }

  @BeforeAll
  void write(@TempDir Path into) {
    folder = into;
    SCENARIOS.forEach((name, file) -> {
      Demarche.Outcome outcome =
          Demarche.run("analyze", file, "--out", folder.resolve(name).toString());
      assertThat(outcome.exit()).as(outcome.err()).isZero();
    });
  }

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
  }

  /// A page that was opened, with what it asked for and complained about.
  private record Opened(Page page, List<String> requests, List<String> complaints) {}

  private Opened open(BrowserContext context, String name) {
    Page page = context.newPage();
    List<String> requests = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    page.onRequest(request -> {
      if (!request.url().startsWith("data:")) requests.add(request.url());
    });
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onDialog(dialog -> {
      complaints.add("dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.route("http*://**", route -> route.abort());
    page.navigate(report(name));
    return new Opened(page, requests, complaints);
  }

  private String report(String name) {
    return folder.resolve(name).resolve("index.html").toUri().toString();
  }

  private BrowserContext context(Reader reader) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(reader.width, 800)
            .setColorScheme(reader.scheme));
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void everybodyCanReadIt(Reader reader) {
    try (BrowserContext context = context(reader)) {
      for (String name : SCENARIOS.keySet().stream().sorted().toList()) {
        Opened opened = open(context, name);
        assertThat(opened.requests).as(name).hasSize(1);
        assertThat(opened.complaints).as(name).isEmpty();
        assertThat(overflow(opened.page)).as("%s is wider than %s", name, reader).isZero();
        assertThat(violations(opened.page)).as("%s for %s", name, reader).isEmpty();
      }
    }
  }

  private static int overflow(Page page) {
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) wider).intValue();
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream().map(BrowserTest::told).toList();
  }

  private static String told(Rule rule) {
    String first = rule.getNodes().getFirst().getHtml();
    return "%s: %s, such as %s".formatted(rule.getId(), rule.getHelp(), first);
  }

  @Test
  void nothingNeedsScripts() {
    Browser.NewContextOptions without =
        new Browser.NewContextOptions().setViewportSize(375, 800).setJavaScriptEnabled(false);
    try (BrowserContext context = browser.newContext(without)) {
      Page page = open(context, "ferry").page;
      assertThat(page.content()).doesNotContain("<script");
      String text = page.locator("body").innerText();
      assertThat(text)
          .contains("One outcome holds under every concept asked for", "Map of outcomes")
          .contains("Who prefers what", "the owners would rather take the award")
          .contains("Ferry traffic report");
      assertThat(page.locator("details").all()).hasSizeGreaterThanOrEqualTo(2);
      for (var picture : page.locator("details").all()) {
        picture.locator("summary").click();
        assertThat(picture.locator("table").isVisible()).as(picture.innerText()).isTrue();
      }
    }
  }

  @Test
  void textsOfTheScenarioStayTexts() {
    try (BrowserContext context = context(Reader.DESK)) {
      Page page = open(context, "hostile").page;
      assertThat(page.locator("script, img, h1 b, svg[onload], [onerror], [onmouseover]").count())
          .isZero();
      assertThat(page.title()).isEqualTo("</title><script>alert('title')</script> & <b>bold</b>");
      List<String> targets = new ArrayList<>();
      for (var link : page.locator("a").all()) targets.add(link.getAttribute("href"));
      assertThat(targets.stream().filter(href -> !href.startsWith("#")).toList())
          .containsExactly("https://example.org/page?a=1&b=2");
    }
  }

  @Test
  void itPrints() throws Exception {
    try (BrowserContext context = context(Reader.DESK)) {
      Map<String, Integer> sizes = new LinkedHashMap<>();
      for (String name : List.of("ferry", "korea")) {
        Page page = open(context, name).page;
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(680, 900); // what is left of A4 between the margins
        assertThat(overflow(page)).as(name).isZero();
        Path pdf = folder.resolve(name + ".pdf");
        page.pdf(new Page.PdfOptions().setPath(pdf).setPreferCSSPageSize(true));
        sizes.put(name, (int) Files.size(pdf));
      }
      assertThat(sizes.values()).allMatch(size -> size > 20_000);
    }
  }
}
