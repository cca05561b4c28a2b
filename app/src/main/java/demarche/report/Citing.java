package demarche.report;

import demarche.report.view.Text;
import demarche.scenario.Evidence;
import java.util.ArrayList;
import java.util.List;

/// Why an entry of the file says what it says, with links to the list of sources.
final class Citing {
  private Citing() {}

  /// The author's reason, then the sources.
  static Text of(Evidence evidence) {
    List<Text.Run> runs = new ArrayList<>();
    if (!evidence.because().isEmpty()) runs.addAll(Spelled.plain(evidence.because()).runs());
    if (!evidence.because().isEmpty() && !evidence.citations().isEmpty()) plain(runs, " (");
    List<Text.Run> cited = new ArrayList<>();
    for (Evidence.Citation citation : evidence.citations()) {
      add(cited, citation.source().text(), citation.at());
      if (citation.bearing() == Evidence.Bearing.AGAINST) plain(cited, " (speaks against)");
    }
    runs.addAll(cited);
    if (!evidence.because().isEmpty() && !evidence.citations().isEmpty()) plain(runs, ")");
    return new Text(runs);
  }

  /// One source more, behind a semicolon where there are others.
  static void add(List<Text.Run> runs, String source, String at) {
    if (!runs.isEmpty()) plain(runs, "; ");
    String name = Glyphs.harmless(source);
    runs.add(new Text.Run(name, Text.Look.PLAIN, "#" + anchor(source), ""));
    if (!at.isEmpty()) plain(runs, ", " + Glyphs.harmless(at));
  }

  static String anchor(String source) {
    return "source-" + Spelled.id(source);
  }

  private static void plain(List<Text.Run> runs, String text) {
    runs.add(new Text.Run(text, Text.Look.PLAIN, "", ""));
  }
}
