package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.Evidence;
import demarche.scenario.ForecastEntry;
import demarche.scenario.Formula;
import demarche.scenario.Notation;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Place;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import demarche.scenario.Scenario.MeasureEntry;
import demarche.scenario.Scenario.TieEntry;
import demarche.scenario.TermEntry;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// Walks a scenario once, and puts what was drawn where something was uncertain.
final class Settling {
  private final Scenario scenario;
  private final FlowSources sources;
  private final Drawer drawer;

  Settling(Scenario scenario, Lots lots) {
    this.scenario = scenario;
    this.sources = new FlowSources(scenario.flows(), lots);
    this.drawer =
        new Drawer(scenario.parameters(), lots, sources::computed, sources::computedBefore);
  }

  Settled settled() {
    List<ParameterEntry> parameters = each(scenario.parameters(), this::parameter);
    List<ActorEntry> actors = each(scenario.actors(), actor -> actor(actor, ""));
    List<BodyEntry> bodies = each(scenario.bodies(), this::body);
    List<MeasureEntry> measures = each(scenario.measures(), this::measure);
    List<BeliefEntry> beliefs = each(scenario.beliefs(), belief -> belief(belief, ""));
    List<ForecastEntry> forecast = each(scenario.forecast(), this::forecast);
    List<TieEntry> ties = each(scenario.ties(), this::tie);
    Scenario settled =
        new Scenario(
            scenario.head(),
            scenario.sources(),
            parameters,
            actors,
            bodies,
            scenario.events(),
            scenario.conditions(),
            scenario.constraints(),
            scenario.statusQuo(),
            scenario.issues(),
            scenario.proposals(),
            scenario.targets(),
            measures,
            scenario.disagreement(),
            beliefs,
            forecast,
            scenario.variants(),
            ties,
            sources.settled(),
            scenario.tables(),
            scenario.places(),
            scenario.trace(),
            scenario.claims(),
            scenario.graph(),
            scenario.twists());
    List<Input> inputs = new ArrayList<>(drawer.inputs());
    inputs.addAll(sources.inputs());
    return new Settled(settled, inputs);
  }

  private static <T> List<T> each(List<T> entries, Function<T, T> change) {
    return entries.stream().map(change).toList();
  }

  private ParameterEntry parameter(ParameterEntry entry) {
    if (!(entry.origin() instanceof ParameterEntry.Stated(var quantity))) return entry;
    String id = entry.id().text();
    Subject subject = new Subject("parameter:" + id, id, entry.evidence());
    return new ParameterEntry(
        entry.id(), new ParameterEntry.Stated(drawer.number(quantity, subject)), entry.evidence());
  }

  /// @param where the beginning of the keys of what stands in a belief; empty for the actor itself
  private ActorEntry actor(ActorEntry entry, String where) {
    String name = entry.called();
    Owner owner =
        new Owner(
            where + entry.id(),
            where.isEmpty()
                ? name
                : "the wishes that %s thinks %s has"
                    .formatted(where.substring(0, where.length() - 1), name));
    PreferenceEntry own = preference(entry.preference(), owner);
    List<ActorEntry.Alternative> others = entry.alternatives();
    int chosen = others.isEmpty() ? -1 : drawer.order(owner.id, owner.name, others);
    List<PreferenceEntry> orders = new ArrayList<>();
    for (int k = 0; k < others.size(); k++) {
      PreferenceEntry other = others.get(k).preference();
      boolean same = other.equals(entry.preference());
      orders.add(same ? own : preference(other, owner.by(Drawer.analyst(others.get(k), k))));
    }
    return new ActorEntry(
        entry.id(),
        entry.name(),
        entry.kind(),
        entry.partOf(),
        entry.locks(),
        entry.options(),
        chosen < 0 ? entry.redLines() : others.get(chosen).redLines(),
        chosen < 0 ? own : orders.get(chosen),
        List.of(),
        entry.evidence());
  }

  /// Whose wishes are drawn.
  ///
  /// @param id as it stands in keys
  private record Owner(String id, String name) {
    Owner by(String analyst) {
      return new Owner(Input.by(id, analyst), name + " by " + analyst);
    }
  }

  private PreferenceEntry preference(PreferenceEntry preference, Owner owner) {
    return switch (preference) {
      case PreferenceEntry.None none -> none;
      case PreferenceEntry.Ranking ranking -> ranking;
      case PreferenceEntry.Values(var terms) ->
          new PreferenceEntry.Values(terms(terms, "value:" + owner.id, owner.name + ", "));
      case PreferenceEntry.Priorities(var priorities) -> {
        List<PreferenceEntry.Priority> kept = new ArrayList<>();
        for (int k = 0; k < priorities.size(); k++) kept.add(priority(priorities.get(k), k, owner));
        yield new PreferenceEntry.Priorities(kept);
      }
    };
  }

  private PreferenceEntry.Priority priority(
      PreferenceEntry.Priority priority, int number, Owner owner) {
    String id = priority.id().isEmpty() ? String.valueOf(number + 1) : priority.id().text();
    Subject subject =
        new Subject(
            Input.priority(owner.id, priority.id().text(), number),
            "%s, priority '%s'".formatted(owner.name, id),
            priority.evidence());
    Formula probability = drawer.chance(priority.probability(), subject);
    return new PreferenceEntry.Priority(
        priority.id(), priority.want(), probability, priority.evidence());
  }

  private List<TermEntry> terms(List<TermEntry> terms, String whose, String words) {
    return each(terms, term -> term(term, whose, words));
  }

  private TermEntry term(TermEntry term, String whose, String words) {
    Word label = label(term);
    Subject subject =
        new Subject(whose + "." + label, "%s'%s'".formatted(words, label.text()), term.evidence());
    return switch (term) {
      case TermEntry.When(var id, var sign, var expression, var weight, var stated, var evidence) ->
          new TermEntry.When(
              id, sign, expression, drawer.number(weight, subject), stated, evidence);
      case TermEntry.Of(var id, var option, var weights, var spread, var stated, var evidence) ->
          new TermEntry.Of(
              id,
              option,
              drawer.scaled(weights, spread, subject),
              new Quantity.Fixed(),
              stated,
              evidence);
    };
  }

  private static Word label(TermEntry term) {
    if (!term.id().isEmpty()) return term.id();
    return switch (term) {
      case TermEntry.When when -> new Word(Notation.of(when.expression()), when.id().place());
      case TermEntry.Of of -> of.option();
    };
  }

  private BodyEntry body(BodyEntry body) {
    String id = body.id().text();
    return new BodyEntry(
        body.id(),
        body.name(),
        body.options(),
        body.members(),
        each(body.others(), other -> drawer.member(other, id)),
        body.rules(),
        body.sponsors(),
        each(
            body.objectionCosts(),
            cost ->
                new BodyEntry.ObjectionCost(
                    cost.member(),
                    drawer.number(
                        cost.cost(),
                        new Subject(
                            "objection-cost:%s.%s".formatted(id, cost.member()),
                            "what an objection in %s costs %s".formatted(id, cost.member()),
                            cost.evidence())),
                    cost.evidence())),
        body.after(),
        body.evidence());
  }

  private MeasureEntry measure(MeasureEntry measure) {
    String id = measure.id().text();
    return new MeasureEntry(
        measure.id(),
        terms(measure.terms(), "measure:" + id, "measure " + id + ", "),
        measure.unit());
  }

  private BeliefEntry belief(BeliefEntry belief, String outer) {
    String keys = outer + belief.holder() + ">";
    return new BeliefEntry(
        belief.holder(),
        each(belief.views(), view -> actor(view, keys)),
        belief.blindTo(),
        each(belief.thinks(), inner -> belief(inner, keys)),
        belief.evidence());
  }

  private ForecastEntry forecast(ForecastEntry forecast) {
    return new ForecastEntry(
        new ForecastEntry.Duration(
            drawer.number(
                forecast.horizon().amount(),
                new Subject("forecast:horizon", "the horizon", Evidence.NONE)),
            forecast.horizon().unit()),
        each(
            forecast.tempo(),
            tempo ->
                new ForecastEntry.Tempo(
                    tempo.party(),
                    rate(
                        tempo.rate(),
                        new Subject(
                            "tempo:" + tempo.party(),
                            "the tempo of " + tempo.party(),
                            Evidence.NONE)))),
        drawer.number(
            forecast.sharpness(),
            new Subject("forecast:sharpness", "the sharpness of choice", Evidence.NONE)),
        each(
            forecast.hazards(),
            hazard ->
                new ForecastEntry.Hazard(
                    hazard.id(),
                    rate(
                        hazard.rate(),
                        new Subject(
                            "hazard:" + hazard.id(),
                            "the rate of " + hazard.id(),
                            hazard.evidence())),
                    hazard.when(),
                    hazard.does(),
                    hazard.evidence())),
        forecast.place());
  }

  private ForecastEntry.Rate rate(ForecastEntry.Rate rate, Subject subject) {
    return new ForecastEntry.Rate(drawer.number(rate.amount(), subject), rate.per());
  }

  private TieEntry tie(TieEntry tie) {
    Function<String, Subject> of =
        what ->
            new Subject(
                "tie:%s.%s.%s".formatted(tie.from(), tie.to(), what),
                "%s of %s to %s".formatted(what, tie.from(), tie.to()),
                tie.evidence());
    return new TieEntry(
        tie.from(),
        tie.to(),
        drawer.number(tie.access(), of.apply("access")),
        drawer.number(tie.trust(), of.apply("trust")),
        drawer.number(tie.leverage(), of.apply("leverage")),
        tie.evidence());
  }

  static Formula literal(BigFraction value) {
    return new Formula.Literal(value, new Place("", 1, 1, 0));
  }
}
