package demarche.report;

import demarche.analysis.Brief;
import demarche.report.view.Sheet;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Findings as one page of HTML that needs nothing else: no network, no script.
///
/// All texts of the scenario are escaped by the templates where they stand.
public final class HtmlReport {
  private static final String CSS = "report.css";

  private HtmlReport() {}

  /// Everything that was found, and what it rests on.
  public static String of(Brief brief) {
    Sheet sheet = new Layout(brief).sheet("<style>\n" + css() + "</style>");
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", sheet, page);
    return page.toString();
  }

  private static String css() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(CSS)) {
      if (in == null) throw new IllegalStateException(CSS + " is missing from the program");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
