package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.ConstraintEntry;
import demarche.scenario.Destination;
import demarche.scenario.Expression;
import demarche.scenario.Notation;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.Twist;
import java.util.ArrayList;
import java.util.List;

/// Turns the constraints and locks of a scenario into those of a model.
record Constraints(Scenario scenario, Names names, Problems problems) {
  /// Tells where the status quo or the disagreement point breaks a constraint.
  void checkFeasible(Model.Parts parts) {
    checkFeasible(scenario.statusQuo(), parts.statusQuo(), parts.constraints(), "the status quo");
    for (Destination other : scenario.disagreement()) {
      checkFeasible(other, parts.disagreement(), parts.constraints(), "the disagreement point");
    }
  }

  private void checkFeasible(
      Destination written, List<Integer> state, List<Constraint> constraints, String what) {
    int[] levels = state.stream().mapToInt(Integer::intValue).toArray();
    for (Constraint constraint : constraints) {
      if (constraint.allowed().holds(levels)) continue;
      String variant = scenario.head().variant();
      problems.error(
          written.place(),
          "%s is not feasible: it breaks the constraint `%s` of %s%s",
          what,
          constraint.wording(),
          line(constraint.place(), written.place().file()),
          variant.isEmpty() ? "" : " in variant '" + variant + "'");
    }
  }

  private static String line(Place place, String file) {
    return place.file().equals(file) ? "line " + place.line() : place.file() + ":" + place.line();
  }

  /// Those of the file, of its variant and of locks.
  List<Constraint> constraints() {
    List<Constraint> constraints = new ArrayList<>();
    for (ConstraintEntry entry : scenario.constraints()) constraints.add(constraint(entry));
    for (Twist twist : scenario.twists()) {
      if (twist instanceof Twist.Added(var entry)) constraints.add(constraint(entry));
    }
    for (ActorEntry actor : scenario.actors()) {
      for (ActorEntry.Lock lock : actor.locks()) constraints.add(lock(actor, lock));
    }
    return constraints;
  }

  private Constraint constraint(ConstraintEntry entry) {
    Clause clause = names.clause(entry.expression(), "a constraint");
    boolean required = entry.kind() == ConstraintEntry.Kind.REQUIRE;
    return new Constraint(
        required ? clause.meaning() : new Proposition.Not(clause.meaning()),
        (required ? "require: " : "impossible: ") + clause,
        clause.place(),
        entry.evidence());
  }

  private Constraint lock(ActorEntry actor, ActorEntry.Lock lock) {
    String where = "a lock of '" + actor.id() + "'";
    Clause option = names.clause(new Expression.Name(lock.option()), where);
    Clause unless = names.clause(lock.unless(), where);
    return new Constraint(
        new Proposition.Any(List.of(new Proposition.Not(option.meaning()), unless.meaning())),
        "lock of " + actor.id() + ": " + lock.option() + " -> " + Notation.of(lock.unless()),
        lock.option().place(),
        lock.evidence());
  }
}
