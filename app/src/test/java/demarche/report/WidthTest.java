package demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Inventory;
import demarche.analysis.Lenses;
import demarche.analysis.Question;
import demarche.analysis.Selection;
import demarche.lens.Run;
import demarche.report.Style.Marks;
import demarche.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No report is wider than its terminal, whatever the scenario.
final class WidthTest {
  private static final Path SCENARIOS = Path.of("..", "scenarios");

  @ParameterizedTest
  @ValueSource(
      strings = {"ferry.yaml", "korea-2019.yaml", "library/elmira9.yaml", "library/garrison.yaml"})
  void everyLineFits(String name) throws IOException {
    Case about =
        Case.of(
            ScenarioFile.open(name, path -> Files.newInputStream(SCENARIOS.resolve(path))),
            Question.AS_WRITTEN);
    Brief brief = Analysis.of(about, Lenses.all(), Run.quiet());
    for (int width = 60; width <= 160; width += 5) {
      Style style = Style.plain(width, Marks.UNICODE);
      for (String text :
          List.of(
              TextReport.of(brief, TextReport.Depth.ALL, style),
              TextReport.of(brief, TextReport.Depth.BRIEF, style),
              CheckReport.text(Inventory.of(about, 2), style),
              StatesReport.text(Selection.all(about), 5, style))) {
        int most = width;
        assertThat(text.lines()).allMatch(line -> Glyphs.columns(line) <= most);
        assertThat(text.lines()).allMatch(line -> line.equals(line.stripTrailing()));
      }
    }
  }
}
