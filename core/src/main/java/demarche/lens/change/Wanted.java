package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Clause;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import demarche.model.Preference.RedLine;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What one actor wishes after some changes.
///
/// What it wishes depends on those of its own and on the parameters in its weights: each such set
/// is worked out once.
final class Wanted {
  private final Model model;
  private final Actor actor;
  private final List<Written> terms;
  private final Set<String> parameters = new HashSet<>();
  private final Map<Set<Atom>, Preference> known = new HashMap<>();

  Wanted(Model model, Actor actor) {
    this.model = model;
    this.actor = actor;
    terms = Written.of(model, actor);
    terms.forEach(t -> parameters.addAll(t.parameters(model)));
  }

  Model model() {
    return model;
  }

  Actor actor() {
    return actor;
  }

  List<Written> terms() {
    return terms;
  }

  /// Whether a change bears on what the actor wishes.
  boolean concerns(Atom atom) {
    return switch (atom) {
      case Atom.Swapped(int a, int _, int _) -> a == actor.index();
      case Atom.Counted(int a, int _) -> a == actor.index();
      case Atom.Dropped(int a, int _) -> a == actor.index();
      case Atom.Shifted s -> s.actor() == actor.index();
      case Atom.Moved(var lever, var _) -> concerns(lever);
      case Atom.Set _, Atom.Opened _, Atom.Majority _, Atom.Veto _, Atom.Seen _, Atom.Sighted _ ->
          false;
    };
  }

  private boolean concerns(Lever lever) {
    return switch (lever) {
      case Lever.Parameter(var name) -> parameters.contains(name);
      case Lever.Weight(int a, int _) -> a == actor.index();
      case Lever.Factor(int a, int _) -> a == actor.index();
    };
  }

  /// What it then wishes.
  Preference after(Set<Atom> changes) {
    Set<Atom> own = new HashSet<>();
    for (Atom atom : changes) if (concerns(atom)) own.add(atom);
    if (own.isEmpty()) return actor.preference();
    return known.computeIfAbsent(own, this::made);
  }

  private Preference made(Set<Atom> own) {
    List<RedLine> lines = new ArrayList<>();
    for (int l = 0; l < actor.preference().redLines().size(); l++) {
      if (!own.contains(new Atom.Dropped(actor.index(), l))) lines.add(line(l, own));
    }
    Preference.Order order =
        switch (actor.preference().order()) {
          case Preference.Values values -> new Preference.Values(terms(values, own));
          case Preference.Priorities(var all) ->
              new Preference.Priorities(
                  Agenda.order(actor.index(), all, own).stream()
                      .map(k -> counting(all.get(k)))
                      .toList());
          case Preference.Ranking _, Preference.Indifferent _ -> actor.preference().order();
        };
    return new Preference(lines, order);
  }

  private static Priority counting(Priority priority) {
    return new Priority(priority.id(), priority.want(), BigFraction.ONE, priority.evidence());
  }

  private RedLine line(int index, Set<Atom> own) {
    RedLine line = actor.preference().redLines().get(index);
    for (Atom atom : own) {
      if (atom instanceof Atom.Shifted s && s.line() == index) {
        Clause never = new Clause(line.never().written(), s.never());
        return new RedLine(line.id(), line.name(), never, line.evidence());
      }
    }
    return line;
  }

  private List<Term> terms(Preference.Values values, Set<Atom> own) {
    Readings readings = readings(own);
    List<Term> after = new ArrayList<>();
    for (int t = 0; t < values.terms().size(); t++) {
      Term term = values.terms().get(t);
      List<Term.Weight> weights = new ArrayList<>();
      for (int w = 0; w < term.weights().size(); w++) {
        weights.add(new Term.Weight(term.weights().get(w).when(), amount(t, w, own, readings)));
      }
      after.add(new Term(term.id(), term.wording(), weights, term.evidence()));
    }
    return after;
  }

  /// The numbers after those of the changes that move parameters.
  Readings readings(Set<Atom> changes) {
    Map<String, BigFraction> moved = new HashMap<>();
    for (Atom atom : changes) {
      if (atom instanceof Atom.Moved(Lever.Parameter(var name), var to)) moved.put(name, to);
    }
    return new Readings(model, moved);
  }

  /// What one weight of one term comes to after some changes, as it counts in the value.
  BigFraction amount(int term, int weight, Set<Atom> changes, Readings readings) {
    Written written = terms.get(term);
    for (Atom atom : changes) {
      if (!(atom instanceof Atom.Moved(var lever, var to))) continue;
      if (lever.equals(new Lever.Weight(actor.index(), term))) return written.signed(to);
      if (lever.equals(new Lever.Factor(actor.index(), term))) {
        return written.signed(written.amount(weight, readings).multiply(to));
      }
    }
    return written.signed(written.amount(weight, readings));
  }
}
