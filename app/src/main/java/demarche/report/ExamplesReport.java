package demarche.report;

import java.util.List;

/// The list of scenarios that ship with the program.
public final class ExamplesReport {
  private ExamplesReport() {}

  public record Example(String name, String title, String summary) {}

  public static String text(List<Example> examples, Style style) {
    Page page = new Page(style);
    int room = examples.stream().mapToInt(e -> Glyphs.columns(e.name)).max().orElse(0) + 2;
    for (Example example : examples) {
      Words words = new Words().add(Glyphs.harmless(example.title), Tone.HEADING);
      if (!example.summary.isEmpty()) {
        words
            .add(". ", Tone.HEADING)
            .add(firstSentence(Glyphs.harmless(example.summary)), Tone.PLAIN);
      }
      page.labelled(example.name, room, words);
    }
    page.blank().paragraph(Words.of("'demarche examples NAME' copies one here, with its data."));
    return page.toString();
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
