package demarche.exchange;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// What of a scenario another format has no place for, in words.
record Losses(Model model) {
  /// Of every format: what lies beyond actors, options, states and ranks.
  List<String> common() {
    Scenario all = model.scenario();
    List<String> lost = new ArrayList<>();
    add(lost, "sources", all.sources());
    add(lost, "parameters", all.parameters());
    add(lost, "issues", all.issues());
    add(lost, "proposals", all.proposals());
    add(lost, "targets", all.targets());
    add(lost, "measures", all.measures());
    add(lost, "beliefs", all.beliefs());
    add(lost, "forecast", all.forecast());
    add(lost, "variants", all.variants());
    add(lost, "ties", all.ties());
    add(lost, "flows", all.flows());
    add(lost, "tables", all.tables());
    add(lost, "trace", all.trace());
    add(lost, "claims", all.claims());
    add(lost, "events (held at the status quo)", all.events());
    List<String> notes = new ArrayList<>();
    if (!lost.isEmpty()) notes.add("not kept: " + String.join(", ", lost));
    if (model.evidence().stream().anyMatch(e -> !e.because().isEmpty())) {
      notes.add("not kept: the reasons (because)");
    }
    if (model.actors().stream().anyMatch(a -> !a.alternatives().isEmpty())) {
      notes.add("not kept: alternative orders");
    }
    List<String> valued = new ArrayList<>();
    for (Actor actor : model.actors()) {
      if (actor.preference().order() instanceof Preference.Values) valued.add(actor.id());
    }
    if (!valued.isEmpty()) {
      notes.add("values become mere ranks, without weights: " + String.join(", ", valued));
    }
    return notes;
  }

  private static void add(List<String> lost, String what, List<?> entries) {
    if (!entries.isEmpty()) lost.add(what);
  }
}
