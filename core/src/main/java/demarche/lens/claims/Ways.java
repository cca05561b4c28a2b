package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import demarche.scenario.Expression;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import java.util.List;

/// What can be reached, and through whom.
final class Ways {
  private Ways() {}

  static StateSet where(Findings findings, Expression condition) {
    return findings.space().where(findings.model().clause(condition, "a claim").meaning());
  }

  private static Arcs.Kind kind(Arguments arguments) {
    return arguments.word("by", "moves").equals("moves") ? Arcs.Kind.MOVES : Arcs.Kind.IMPROVEMENTS;
  }

  static Found reachable(Findings findings, Arguments arguments) {
    int from =
        arguments.has("from")
            ? findings.state(arguments.state("from"))
            : findings.space().statusQuo();
    List<Party> everybody = findings.model().parties();
    Reach reach = new Reach(findings.arcs(), kind(arguments), everybody, from).explored();
    StateSet wanted = where(findings, arguments.condition("condition").orElseThrow());
    StateSet found = new StateSet(findings.space().size());
    wanted.forEach(s -> {
      if (reach.has(s)) found.add(s);
    });
    return Found.of(new Value.States(findings.space(), found), nearest(findings, reach, found));
  }

  /// How the nearest of them is reached.
  private static Sentence nearest(Findings findings, Reach reach, StateSet found) {
    int nearest = -1;
    for (int s : found.stream().toArray()) {
      if (nearest < 0 || reach.distance(s) < reach.distance(nearest)) nearest = s;
    }
    if (nearest < 0) return say("None can be reached");
    Slot state = findings.wording().state(findings.space(), nearest);
    if (reach.distance(nearest) == 0) return say("It holds where the way begins, in {}", state);
    List<Slot> movers =
        reach.path(nearest).stream()
            .<Slot>map(step -> findings.wording().party(step.by()))
            .toList();
    return say("The nearest is {}, by moves of {}", state, new Slot.Several(movers));
  }

  static Found needs(Findings findings, Arguments arguments) {
    Party party = arguments.party("a");
    List<Party> others =
        findings.model().parties().stream().filter(p -> p.index() != party.index()).toList();
    int from = findings.space().statusQuo();
    StateSet wanted = where(findings, arguments.condition("condition").orElseThrow());
    Reach all = new Reach(findings.arcs(), kind(arguments), findings.model().parties(), from);
    Slot who = findings.wording().party(party);
    if (!any(all.explored(), wanted)) {
      return Found.of(
          new Value.Truth(false), say("No way leads there at all, with {} or without", who));
    }
    Reach without = new Reach(findings.arcs(), kind(arguments), others, from).explored();
    boolean reached = any(without, wanted);
    return Found.of(
        new Value.Truth(!reached),
        reached
            ? say("There is a way without a move of {}", who)
            : say("Every way there has a move of {}", who));
  }

  private static boolean any(Reach reach, StateSet wanted) {
    return wanted.stream().anyMatch(reach::has);
  }
}
