package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.BrokenNames;
import demarche.scenario.Destination;
import demarche.scenario.Evidence;
import demarche.scenario.ForecastEntry;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Problems;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import demarche.scenario.Spelling;
import demarche.scenario.TermEntry;
import demarche.scenario.TraceEntry;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Checks the names in sections that keep their words: sources, ties, trace, claims.
record References(
    Scenario scenario,
    Names names,
    Numbers numbers,
    Set<String> parties,
    Options declared,
    BrokenNames broken,
    Problems problems) {

  void check() {
    sources();
    scenario.ties().forEach(this::tie);
    flows();
    scenario.trace().forEach(this::trace);
    unique(scenario.sources().stream().map(s -> s.id()).toList(), "source");
    unique(scenario.targets().stream().map(t -> t.id()).toList(), "target");
  }

  private void unique(List<Word> ids, String what) {
    Set<String> seen = new HashSet<>();
    for (Word id : ids) {
      if (!seen.add(id.text())) problems.error(id.place(), "%s '%s' stands twice", what, id);
    }
  }

  private void known(Word word, Set<String> valid, String where, String expected) {
    if (word.isEmpty() || valid.contains(word.text()) || broken.covers(word.text())) return;
    problems.error(
        word.place(),
        "unknown name '%s' in %s, expected %s%s",
        word,
        where,
        expected,
        Spelling.hint(word.text(), valid));
  }

  private void sources() {
    Set<String> ids = new LinkedHashSet<>();
    scenario.sources().forEach(s -> ids.add(s.id().text()));
    evidence(scenario)
        .forEach(e ->
            e.citations()
                .forEach(c -> known(c.source(), ids, "'source'", "an id under 'sources'")));
  }

  /// Every reason of the file, in no special order.
  static List<Evidence> evidence(Scenario scenario) {
    List<Evidence> all = new ArrayList<>();
    scenario.parameters().forEach(p -> all.add(p.evidence()));
    scenario.events().forEach(e -> all.add(e.evidence()));
    scenario.conditions().forEach(c -> all.add(c.evidence()));
    scenario.constraints().forEach(c -> all.add(c.evidence()));
    scenario.proposals().forEach(p -> all.add(p.evidence()));
    scenario.targets().forEach(t -> all.add(t.evidence()));
    scenario.ties().forEach(t -> all.add(t.evidence()));
    scenario.flows().forEach(f -> all.add(f.evidence()));
    scenario.tables().forEach(t -> all.add(t.evidence()));
    scenario.places().forEach(p -> all.add(p.evidence()));
    scenario.claims().forEach(c -> all.add(c.evidence()));
    scenario.forecast().forEach(f -> f.hazards().forEach(h -> all.add(h.evidence())));
    for (Scenario.MeasureEntry measure : scenario.measures()) {
      measure.terms().forEach(t -> all.add(t.evidence()));
    }
    quantities(scenario).forEach(q -> all.add(q.evidence()));
    scenario.beliefs().forEach(belief -> all.addAll(of(belief)));
    for (TraceEntry entry : scenario.trace()) {
      all.add(entry.evidence());
      entry.claimed().forEach(c -> all.add(c.evidence()));
    }
    for (BodyEntry body : scenario.bodies()) {
      all.add(body.evidence());
      body.options().forEach(o -> all.add(o.evidence()));
      body.others().forEach(o -> all.add(o.evidence()));
      body.rules().forEach(r -> all.add(r.evidence()));
      body.objectionCosts().forEach(c -> all.add(c.evidence()));
    }
    for (ActorEntry actor : scenario.actors()) {
      all.add(actor.evidence());
      actor.options().forEach(o -> all.add(o.evidence()));
      actor.locks().forEach(l -> all.add(l.evidence()));
      all.addAll(ofWishes(actor));
    }
    return all;
  }

  private static List<Evidence> ofWishes(ActorEntry actor) {
    List<Evidence> all = new ArrayList<>();
    actor.redLines().forEach(r -> all.add(r.evidence()));
    all.addAll(of(actor.preference()));
    for (ActorEntry.Alternative alternative : actor.alternatives()) {
      all.add(alternative.evidence());
      alternative.redLines().forEach(r -> all.add(r.evidence()));
      all.addAll(of(alternative.preference()));
    }
    return all;
  }

  private static List<Evidence> of(BeliefEntry belief) {
    List<Evidence> all = new ArrayList<>(List.of(belief.evidence()));
    belief.views().forEach(view -> all.add(view.evidence()));
    belief.views().forEach(view -> all.addAll(ofWishes(view)));
    belief.thinks().forEach(thought -> all.addAll(of(thought)));
    return all;
  }

  /// Numbers that may have a source of their own.
  private static List<Quantity> quantities(Scenario scenario) {
    List<Quantity> all = new ArrayList<>();
    scenario.ties().forEach(t -> all.addAll(List.of(t.access(), t.trust(), t.leverage())));
    scenario.targets().forEach(t -> all.addAll(t.baseRate()));
    for (ForecastEntry forecast : scenario.forecast()) {
      all.addAll(List.of(forecast.horizon().amount(), forecast.sharpness()));
      forecast.tempo().forEach(t -> all.add(t.rate().amount()));
      forecast.hazards().forEach(h -> all.add(h.rate().amount()));
    }
    for (BodyEntry body : scenario.bodies()) {
      for (BodyEntry.Other other : body.others()) {
        if (other.conduct() instanceof BodyEntry.YesWith(var probability)) all.add(probability);
      }
    }
    return all;
  }

  private static List<Evidence> of(PreferenceEntry preference) {
    return switch (preference) {
      case PreferenceEntry.None(), PreferenceEntry.Ranking _ -> List.of();
      case PreferenceEntry.Priorities(var priorities) ->
          priorities.stream().map(PreferenceEntry.Priority::evidence).toList();
      case PreferenceEntry.Values(var terms) ->
          terms.stream().flatMap(t -> Stream.of(t.evidence(), weighed(t))).toList();
    };
  }

  private static Evidence weighed(TermEntry term) {
    return term instanceof TermEntry.When when ? when.weight().evidence() : Evidence.NONE;
  }

  private void tie(Scenario.TieEntry tie) {
    known(tie.from(), parties, "'ties'", "an actor or body");
    known(tie.to(), parties, "'ties'", "an actor or body");
    if (!tie.from().isEmpty() && tie.from().text().equals(tie.to().text())) {
      problems.error(tie.to().place(), "a tie of '%s' to itself, expected another", tie.to());
    }
    numbers.probability(tie.access(), "the access of a tie");
    numbers.probability(tie.trust(), "the trust of a tie");
    numbers.probability(tie.leverage(), "the leverage of a tie");
  }

  private void flows() {
    unique(scenario.flows().stream().map(Scenario.FlowEntry::id).toList(), "flow");
  }

  private void trace(TraceEntry entry) {
    String where = "the trace of " + entry.date();
    Set<String> variants = new LinkedHashSet<>();
    scenario.variants().forEach(v -> variants.add(v.id().text()));
    entry.by().forEach(w -> known(w, parties, where, "an actor or body"));
    entry.claimed().forEach(c -> c.by().forEach(w -> known(w, parties, where, "an actor or body")));
    known(entry.from(), variants, where, "a variant");
    destination(entry.does(), where);
  }

  private void destination(Destination destination, String where) {
    names.apply(destination, new int[declared.all().size()], where);
  }
}
