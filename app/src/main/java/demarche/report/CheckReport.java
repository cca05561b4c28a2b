package demarche.report;

import demarche.analysis.Case;
import demarche.analysis.Inventory;
import demarche.analysis.Judgements;
import demarche.finding.Data;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.scenario.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the program understood of a file, so that its author sees whether it is what was meant.
public final class CheckReport {
  private static final int ROOM = 13;

  private final Inventory inventory;
  private final Case about;
  private final Page page;

  private CheckReport(Inventory inventory, Style style) {
    this.inventory = inventory;
    this.about = inventory.about();
    this.page = new Page(style);
  }

  public static String text(Inventory inventory, Style style) {
    return new CheckReport(inventory, style).write();
  }

  private String write() {
    Model model = about.model();
    new Head(about, page).write();
    page.blank();
    tell("actors", model.actors().stream().map(CheckReport::actor).toList());
    tell("bodies", model.bodies().stream().map(CheckReport::body).toList());
    tell("states", List.of(size(model)));
    tell("memory", List.of(PlanReport.memory(inventory.plan())));
    tell("method", PlanReport.methods(inventory.plan(), model));
    tell("sections", List.of(sections()));
    List<String> variants = about.file().variants();
    if (!variants.isEmpty()) tell("variants", List.of(String.join(", ", variants)));
    tell("sources", List.of(sources()));
    int warnings = about.warnings().size();
    tell(
        "result",
        List.of(
            warnings == 0
                ? "sound"
                : "sound, with " + Phrases.count(warnings, "warning", "warnings")));
    return page.toString();
  }

  private void tell(String label, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      page.labelled(i == 0 ? label : "", ROOM, Words.of(Glyphs.harmless(lines.get(i))));
    }
  }

  private static String actor(Actor actor) {
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.count(actor.options().size(), "option", "options"));
    int lines = actor.preference().redLines().size();
    if (lines > 0) facts.add(Phrases.count(lines, "red line", "red lines"));
    facts.add(
        switch (actor.preference().order()) {
          case Preference.Indifferent() -> lines > 0 ? "else indifferent" : "indifferent";
          case Preference.Priorities(var wants) ->
              Phrases.count(wants.size(), "priority", "priorities");
          case Preference.Values(var terms) -> Phrases.count(terms.size(), "value", "values");
          case Preference.Ranking(var groups) ->
              "a ranking in " + Phrases.count(groups.size(), "group", "groups");
        });
    return named(actor.id(), actor.name()) + ": " + String.join(", ", facts);
  }

  private static String body(Body body) {
    List<String> facts = new ArrayList<>();
    facts.add(Phrases.count(body.options().size(), "option", "options"));
    facts.add(Phrases.count(body.seats().size(), "member", "members"));
    body.rules().forEach(rule -> facts.add(rule(rule)));
    String vetoes =
        body.seats().stream()
            .filter(seat -> seat.veto() == Body.Veto.HELD)
            .map(Body.Seat::id)
            .collect(Collectors.joining(", "));
    if (!vetoes.isEmpty()) facts.add("veto for " + vetoes);
    return named(body.id(), body.name()) + ": " + String.join(", ", facts);
  }

  private static String rule(Body.Majority rule) {
    return switch (rule) {
      case Body.YesVotes(int votes) -> Phrases.count(votes, "yes vote needed", "yes votes needed");
      case Body.Weighted(var _, var quota) -> "a quota of " + quota + " by weight";
      case Body.YesShare(var _, var share, var _) -> "a yes share of " + share;
    };
  }

  private static String named(String id, String name) {
    return id.equals(name) ? id : name + " (" + id + ")";
  }

  private String size(Model model) {
    if (model.isGraph()) {
      return Phrases.count(about.space().size(), "state of a graph", "states of a graph");
    }
    return "%s, %,d combinations of levels, %s"
        .formatted(
            Phrases.count(model.options().size(), "option", "options"),
            inventory.combinations(),
            Phrases.count(about.space().size(), "feasible state", "feasible states"));
  }

  private String sections() {
    Map<String, Integer> filled = inventory.sections();
    if (filled.isEmpty()) return "none beside those that every analysis reads";
    String counts =
        filled.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
            .collect(Collectors.joining(", "));
    if (inventory.unread().isEmpty()) return counts;
    return counts
        + "; checked, but read by no lens of this version: "
        + String.join(", ", inventory.unread());
  }

  private String sources() {
    int sources = about.scenario().sources().size();
    String unsourced =
        inventory.judgements().stream()
            .filter(j -> j.unsourced() > 0)
            .map(Judgements::inWords)
            .collect(Collectors.joining(", "));
    return Phrases.count(sources, "source", "sources")
        + (unsourced.isEmpty()
            ? "; every judgement cites one"
            : "; none is cited for " + unsourced);
  }

  /// The same for programs: of each file whether it is sound, and what is wrong or odd.
  public static String json(List<Checked> files) {
    return JsonReport.of(
        Map.of("files", new Data.Items(files.stream().map(CheckReport::item).toList())));
  }

  /// A file that was checked.
  ///
  /// @param inventory zero or one; none where the file has errors
  public record Checked(String file, List<Inventory> inventory, List<Problem> problems) {}

  private static Data item(Checked checked) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("file", new Data.Text(checked.file));
    fields.put("sound", new Data.Flag(!checked.inventory.isEmpty()));
    for (Inventory found : checked.inventory) {
      Model model = found.about().model();
      fields.put("title", new Data.Text(found.about().scenario().head().title()));
      fields.put("actors", ids(model.actors().stream().map(Actor::id).toList()));
      fields.put("bodies", ids(model.bodies().stream().map(Body::id).toList()));
      fields.put("options", new Data.Whole(model.isGraph() ? 0 : model.options().size()));
      fields.put("states", new Data.Whole(found.about().space().size()));
      fields.put("plan", PlanReport.data(found.plan()));
      fields.put("variants", ids(found.about().file().variants()));
      fields.put("sections", ids(List.copyOf(found.sections().keySet())));
      fields.put("unread", ids(found.unread()));
    }
    fields.put(
        "problems", new Data.Items(checked.problems.stream().map(JsonReport::problem).toList()));
    return new Data.Fields(fields);
  }

  private static Data ids(List<String> ids) {
    return new Data.Items(ids.stream().<Data>map(Data.Text::new).toList());
  }
}
