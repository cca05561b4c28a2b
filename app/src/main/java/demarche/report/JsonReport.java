package demarche.report;

import demarche.analysis.About;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Outsized;
import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.model.Option;
import demarche.scenario.Problem;
import demarche.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A brief as one JSON object, as `docs/json-output.md` describes it.
public final class JsonReport {
  /// Removals and changes of meaning raise it; additions do not.
  public static final int FORMAT = 1;

  private JsonReport() {}

  /// @param most how many states of a list are written
  public static String of(Brief brief, int most) {
    Map<String, Data> lenses = new LinkedHashMap<>();
    for (Answer answer : brief.answers()) lenses.put(answer.lens(), answer.data());
    return of(brief.about(), lenses, most);
  }

  /// What every output says about its scenario, with parts of its own.
  ///
  /// @param most how many states of a list are written
  public static String of(About about, Map<String, Data> parts, int most) {
    Map<String, Data> all = new LinkedHashMap<>();
    all.put("format", new Data.Whole(FORMAT));
    all.put("version", new Data.Text(Version.NUMBER));
    all.put("scenario", scenario(about));
    all.put(
        "options",
        new Data.Items(
            about.model().options().stream()
                .map(o -> option(about, o))
                .flatMap(List::stream)
                .toList()));
    all.put(
        "states",
        switch (about) {
          case Case numbered -> new Data.Whole(numbered.space().size());
          case Outsized _ -> new Data.Nothing();
        });
    all.put("statusQuo", new Data.Text(about.model().code(about.model().statusQuo())));
    all.putAll(parts);
    all.put(
        "warnings", new Data.Items(about.warnings().stream().map(JsonReport::problem).toList()));
    return Json.of(new Data.Fields(all), most);
  }

  /// Any other object, with format and version in front.
  public static String of(Map<String, Data> parts) {
    Map<String, Data> all = new LinkedHashMap<>();
    all.put("format", new Data.Whole(FORMAT));
    all.put("version", new Data.Text(Version.NUMBER));
    all.putAll(parts);
    return Json.of(new Data.Fields(all), Integer.MAX_VALUE);
  }

  /// A mistake or oddity of a file, with its place.
  public static Data problem(Problem problem) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("file", new Data.Text(problem.place().file()));
    fields.put("line", new Data.Whole(problem.place().line()));
    fields.put("column", new Data.Whole(problem.place().column()));
    fields.put("message", new Data.Text(problem.message()));
    return new Data.Fields(fields);
  }

  private static Data scenario(About about) {
    Scenario.Head head = about.scenario().head();
    Map<String, Data> parameters = new LinkedHashMap<>();
    about.model().parameters().forEach((id, value) -> parameters.put(id, new Data.Exact(value)));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("title", new Data.Text(head.title()));
    fields.put("file", new Data.Text(about.file().files().getFirst().path()));
    fields.put("sha256", new Data.Text(about.file().sha256()));
    String variant = about.question().variant();
    fields.put("variant", variant.isEmpty() ? new Data.Nothing() : new Data.Text(variant));
    fields.put("parameters", new Data.Fields(parameters));
    return new Data.Fields(fields);
  }

  /// A graph has states, but no options.
  private static List<Data> option(About about, Option option) {
    if (about.model().isGraph()) return List.of();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("id", new Data.Text(option.id()));
    fields.put(
        "levels", new Data.Items(option.levels().stream().<Data>map(Data.Text::new).toList()));
    return List.of(new Data.Fields(fields));
  }
}
