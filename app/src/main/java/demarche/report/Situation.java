package demarche.report;

import demarche.analysis.Case;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;

/// Who controls what, and where it stands.
final class Situation {
  private final Case about;
  private final Page page;

  Situation(Case about, Page page) {
    this.about = about;
    this.page = page;
  }

  void write() {
    Model model = about.model();
    page.heading("The situation");
    String summary = Glyphs.harmless(about.scenario().head().summary());
    if (!summary.isEmpty()) page.paragraph(Words.of(summary)).blank();
    if (model.isGraph()) graph(model);
    else options(model);
  }

  private void options(Model model) {
    int[] statusQuo = model.statusQuo();
    Grid grid =
        new Grid()
            .column("", Grid.Flow.FIXED) // an indent below the holder's name
            .column("option", Grid.Flow.FIXED)
            .column("status quo", Grid.Flow.FIXED)
            .column("other levels", Grid.Flow.WRAPS)
            .column("meaning", Grid.Flow.WRAPS);
    for (Party party : model.parties()) {
      if (party.options().isEmpty()) continue;
      grid.heading(new Words().add(Glyphs.harmless(party.name()), Tone.HEADING));
      for (Option option : party.options()) {
        int level = statusQuo[option.index()];
        grid.row(
            List.of(
                cell(""),
                cell(option.shortId()),
                cell(option.levels().get(level)),
                cell(others(option, level) + limits(option)),
                cell(option.name().equalsIgnoreCase(option.shortId()) ? "" : option.name())));
      }
    }
    grid.write(page);
  }

  private static String others(Option option, int level) {
    List<String> others = new ArrayList<>(option.levels());
    others.remove(level);
    return String.join(", ", others);
  }

  static String limits(Option option) {
    String stride =
        switch (option.stride()) {
          case ANY -> "";
          case ONE -> "; one level at a time";
        };
    return switch (option.freedom()) {
      case BOTH -> stride;
      case UP -> "; never down again" + stride;
      case DOWN -> "; never up again" + stride;
    };
  }

  private void graph(Model model) {
    page.paragraph(
        Words.of(
            "A graph of %s between %s; the status quo is %s."
                .formatted(
                    Phrases.count(about.space().size(), "state", "states"),
                    Glyphs.harmless(
                        String.join(", ", model.actors().stream().map(Party::name).toList())),
                    Glyphs.harmless(model.code(model.statusQuo())))));
  }

  private static Words cell(String text) {
    return Words.of(Glyphs.harmless(text));
  }
}
