package demarche.analysis;

import demarche.model.Actor;
import demarche.model.Clause;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Target;
import demarche.model.Term;
import demarche.scenario.ActorEntry;
import demarche.scenario.Place;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Problems;
import demarche.scenario.TermEntry;
import demarche.states.Extent;
import demarche.states.StateSpace;
import demarche.states.Watch;
import java.util.ArrayList;
import java.util.List;

/// Finds expressions that decide nothing, as they are never or always true.
final class Oddities {
  private static final String DECIDES_NOTHING =
      "%s is %s true in the feasible states, so it decides nothing";

  private final Model model;
  private final List<Judged> judged = new ArrayList<>();

  private Oddities(Model model) {
    this.model = model;
  }

  /// An expression of the file.
  ///
  /// @param what for messages, such as `the red line of 'russia'`
  private record Judged(Proposition meaning, Place place, String what) {}

  /// Adds a warning for each such expression: constraints are judged on all assignments, others on
  /// the feasible states.
  static void warn(StateSpace space, Problems problems, Watch watch) {
    Oddities onStates = new Oddities(space.model());
    onStates.collect();
    onStates.tell(Extent.overStates(space, onStates.meanings(), watch), problems);
    idleConstraints(space, problems, watch);
  }

  private static void idleConstraints(StateSpace space, Problems problems, Watch watch) {
    List<Constraint> constraints = space.model().constraints();
    List<Extent> extents =
        Extent.overAssignments(
            space, constraints.stream().map(Constraint::allowed).toList(), watch);
    for (int c = 0; c < extents.size(); c++) {
      if (extents.get(c) != Extent.ALWAYS) continue;
      problems.warn(
          constraints.get(c).place(),
          "the constraint `%s` rules nothing out, whatever the levels",
          constraints.get(c).wording());
    }
  }

  private void collect() {
    model.conditions().forEach(this::condition);
    for (Actor actor : model.actors()) {
      for (Preference.RedLine line : actor.preference().redLines()) {
        add(line.never(), "the red line of '" + actor.id() + "'");
      }
      order(actor);
    }
    for (Target target : model.targets()) add(target.when(), "the target '" + target.id() + "'");
  }

  private void condition(String id, Clause clause) {
    add(clause, "the condition '" + id + "'");
  }

  private void order(Actor actor) {
    switch (actor.preference().order()) {
      case Preference.Indifferent() -> {}
      case Preference.Ranking _ -> {}
      case Preference.Priorities(var priorities) ->
          priorities.forEach(p -> add(p.want(), "the priority of '" + actor.id() + "'"));
      case Preference.Values(var terms) -> values(actor, terms);
    }
  }

  /// A term's expression stands in the file, its meaning in the model, both in the same order.
  private void values(Actor actor, List<Term> terms) {
    for (ActorEntry entry : model.scenario().actors()) {
      if (!entry.id().text().equals(actor.id())) continue;
      if (!(entry.preference() instanceof PreferenceEntry.Values(var written))) continue;
      for (int t = 0; t < terms.size(); t++) {
        if (!(written.get(t) instanceof TermEntry.When when)) continue;
        Proposition meaning = terms.get(t).weights().getFirst().when();
        String what = "the value '%s' of '%s'".formatted(when.id(), actor.id());
        add(meaning, when.expression().place(), what);
      }
    }
  }

  private void add(Clause clause, String what) {
    add(clause.meaning(), clause.place(), what);
  }

  /// What an event decides is left aside: states hold events still, which a forecast does not.
  private void add(Proposition meaning, Place place, String what) {
    if (!mentionsEvent(meaning)) judged.add(new Judged(meaning, place, what));
  }

  private boolean mentionsEvent(Proposition meaning) {
    return switch (meaning) {
      case Proposition.Within(int option, int _, int _) -> option >= model.options().size();
      case Proposition.Not(var inner) -> mentionsEvent(inner);
      case Proposition.All(var parts) -> parts.stream().anyMatch(this::mentionsEvent);
      case Proposition.Any(var parts) -> parts.stream().anyMatch(this::mentionsEvent);
      case Proposition.Counted(var parts, int _, int _) ->
          parts.stream().anyMatch(this::mentionsEvent);
      case Proposition.Same(var left, var right) -> mentionsEvent(left) || mentionsEvent(right);
    };
  }

  private List<Proposition> meanings() {
    return judged.stream().map(Judged::meaning).toList();
  }

  private void tell(List<Extent> extents, Problems problems) {
    for (int i = 0; i < judged.size(); i++) {
      Judged about = judged.get(i);
      switch (extents.get(i)) {
        case SOMETIMES -> {}
        case NEVER -> problems.warn(about.place, DECIDES_NOTHING, about.what, "never");
        case ALWAYS -> problems.warn(about.place, DECIDES_NOTHING, about.what, "always");
      }
    }
  }
}
