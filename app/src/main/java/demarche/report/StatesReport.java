package demarche.report;

import demarche.analysis.Case;
import demarche.analysis.Selection;
import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.lens.Wording;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Proposal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A list of states, by code and in words.
public final class StatesReport {
  private StatesReport() {}

  /// @param most how many states are listed
  public static String text(Selection chosen, int most, Style style) {
    Page page = new Page(style);
    new Head(chosen.about(), page).write();
    int count = chosen.states().count();
    String found =
        chosen.where().isEmpty()
            ? Phrases.count(count, "feasible state", "feasible states")
            : "%s of %,d in which '%s' holds"
                .formatted(
                    Phrases.count(count, "state", "states"),
                    chosen.about().space().size(),
                    chosen.where());
    page.blank().paragraph(Words.of(Glyphs.harmless(found)), 0, 2).blank();
    List<Figure.Row> rows =
        chosen.states().stream().limit(most).mapToObj(s -> row(chosen.about(), s)).toList();
    new Figures(new Phrases(List.of()), page)
        .draw(new Figure.StateTable("", List.of(), rows, count - rows.size()));
    return page.toString();
  }

  private static Figure.Row row(Case about, int state) {
    return new Figure.Row(
        Wording.of(about.space()).state(about.space(), state),
        label(about.model(), about.space().levels(state)),
        List.of(),
        Sentence.say(""));
  }

  /// What the file calls the state.
  private static String label(Model model, int[] levels) {
    List<String> names =
        model.proposals().stream()
            .filter(p -> Arrays.equals(p.end(), levels))
            .map(Proposal::id)
            .toList();
    boolean statusQuo = Arrays.equals(model.statusQuo(), levels);
    return (statusQuo ? "status quo" : "")
        + (statusQuo && !names.isEmpty() ? ", " : "")
        + String.join(", ", names);
  }

  /// @param most how many states are listed
  public static String json(Selection chosen, int most) {
    int count = chosen.states().count();
    Map<String, Data> parts = new LinkedHashMap<>();
    if (!chosen.where().isEmpty()) parts.put("where", new Data.Text(chosen.where()));
    parts.put("count", new Data.Whole(count));
    parts.put(
        "stateList",
        new Data.Items(
            chosen.states().stream().limit(most).mapToObj(s -> item(chosen.about(), s)).toList()));
    if (count > most) parts.put("truncated", new Data.Flag(true));
    return JsonReport.of(chosen.about(), parts, most);
  }

  private static Data item(Case about, int state) {
    int[] levels = about.space().levels(state);
    Map<String, Data> labels = new LinkedHashMap<>();
    List<Option> options = about.model().isGraph() ? List.of() : about.model().options();
    IntStream.range(0, options.size())
        .forEach(o ->
            labels.put(options.get(o).id(), new Data.Text(options.get(o).levels().get(levels[o]))));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", new Data.Text(about.space().code(state)));
    fields.put("labels", new Data.Fields(labels));
    return new Data.Fields(fields);
  }
}
