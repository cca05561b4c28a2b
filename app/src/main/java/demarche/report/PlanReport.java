package demarche.report;

import demarche.analysis.Planned;
import demarche.finding.Data;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Footprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an analysis would take, and how it would go about it, told beforehand.
final class PlanReport {
  /// Below so much, nobody asks what it is for, and the program itself takes more.
  private static final long LITTLE = 1 << 20;

  private PlanReport() {}

  static String memory(Planned plan) {
    String most = plan.bytes() < LITTLE ? "less than 1 MB for stability" : parts(plan);
    if (plan.fits()) return most;
    return most
        + "; that may need %s of heap, which is more than the %s allowed here"
            .formatted(Footprint.inWords(plan.heap()), Footprint.inWords(plan.allowed()));
  }

  private static String parts(Planned plan) {
    return "at most %s for stability with %s: %s"
        .formatted(
            Footprint.inWords(plan.bytes()),
            Phrases.count(plan.threads(), "thread", "threads"),
            plan.parts().stream()
                .map(p -> p.what() + " " + Footprint.inWords(p.bytes()))
                .collect(Collectors.joining(", ")));
  }

  static List<String> methods(Planned plan, Model model) {
    return plan.methods().stream()
        .map(m ->
            "%s: %s for %s".formatted(m.way(), String.join(", ", m.concepts()), whom(m, model)))
        .toList();
  }

  private static String whom(Planned.Method method, Model model) {
    if (method.parties().size() == model.parties().size()) return "all";
    List<String> actors = model.actors().stream().map(Party::id).toList();
    return method.parties().equals(actors) ? "actors" : String.join(", ", method.parties());
  }

  static Data data(Planned plan) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("threads", new Data.Whole(plan.threads()));
    fields.put("bytes", new Data.Whole(plan.bytes()));
    fields.put("heap", new Data.Whole(plan.heap()));
    fields.put("parts", new Data.Items(plan.parts().stream().map(PlanReport::part).toList()));
    fields.put("methods", new Data.Items(plan.methods().stream().map(PlanReport::method).toList()));
    return new Data.Fields(fields);
  }

  private static Data part(Planned.Part part) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("what", new Data.Text(part.what()));
    fields.put("bytes", new Data.Whole(part.bytes()));
    return new Data.Fields(fields);
  }

  private static Data method(Planned.Method method) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("way", new Data.Text(method.way()));
    fields.put("concepts", texts(method.concepts()));
    fields.put("parties", texts(method.parties()));
    return new Data.Fields(fields);
  }

  private static Data texts(List<String> texts) {
    return new Data.Items(texts.stream().<Data>map(Data.Text::new).toList());
  }
}
