package demarche.lens.settlement.deals;

import demarche.lens.settlement.deals.Possible.Truth;
import demarche.model.Actor;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.model.Proposition;
import demarche.model.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads a scenario as a bargain, where its values add up option by option; no state is listed.
///
/// **Conditions.** The required actors, all that are no part of another, have values (or are
/// indifferent). Each value term, constraint and red line speaks of one option at a time, or always
/// or never holds where all is agreed. One way of standing together is known besides: constraints
/// may let the options leave the disagreement point only all at once, as in `a <-> b`; packages
/// then are the states in which all have left it. Events are held at the status quo.
///
/// Reservation values are what the disagreement point is worth. Red lines leave out levels.
///
/// **Cost.** O(options² · size of the constraints).
public final class Additive {
  private final Model model;
  private final List<Option> open = new ArrayList<>();
  private final List<BitSet> allowed = new ArrayList<>();

  private Additive(Model model) {
    this.model = model;
  }

  /// What came of it.
  public sealed interface Reading {}

  /// A bargain whose issues are options.
  ///
  /// @param issues the options, in file order
  /// @param levels by issue: the level of the option that each level of the issue stands for
  public record Found(
      Bargain bargain, List<Actor> actors, List<Option> issues, List<List<Integer>> levels)
      implements Reading {
    public Found {
      actors = List.copyOf(actors);
      issues = List.copyOf(issues);
      levels = levels.stream().map(List::copyOf).toList();
    }

    /// A package as the levels of all options and events.
    public int[] state(Model model, List<Integer> agreed) {
      int[] state = model.statusQuo().clone();
      for (int i = 0; i < issues.size(); i++) {
        state[issues.get(i).index()] = levels.get(i).get(agreed.get(i));
      }
      return state;
    }
  }

  /// @param reason what stands against it, for a reader
  public record NotAdditive(String reason) implements Reading {}

  public static Reading of(Model model) {
    return of(model, model.actors().stream().filter(a -> a.partOf().isEmpty()).toList());
  }

  /// The same for these actors alone, whoever else is required.
  static Reading of(Model model, List<Actor> actors) {
    if (model.isGraph()) return new NotAdditive("the model is a graph of states");
    if (actors.isEmpty()) return new NotAdditive("there is no actor whose consent is needed");
    return new Additive(model).read(actors);
  }

  private Reading read(List<Actor> actors) {
    int[] quo = model.statusQuo();
    for (Option option : model.options()) {
      BitSet levels = new BitSet();
      int held = model.held(option.index());
      if (held == Model.FREE) levels.set(0, option.levels().size());
      else levels.set(held);
      allowed.add(levels);
      if (levels.cardinality() > 1) open.add(option);
    }
    model.events().forEach(e -> allowed.add(single(quo[e.index()])));
    String against = constrain();
    if (!against.isEmpty()) return new NotAdditive(against);
    for (Actor actor : actors) {
      against = avoid(actor);
      if (!against.isEmpty()) return new NotAdditive(against);
    }
    return bargain(actors);
  }

  private static BitSet single(int level) {
    BitSet one = new BitSet();
    one.set(level);
    return one;
  }

  /// Narrows levels by the constraints; what stands against it, or nothing.
  private String constrain() {
    for (Constraint constraint : model.constraints()) {
      Set<Integer> options = new Possible(allowed).open(constraint.allowed());
      if (options.size() == 1) {
        narrow(options.iterator().next(), constraint.allowed(), Truth.NEVER);
      }
    }
    if (isSettled(allowed)) return "";
    List<BitSet> together = new ArrayList<>(allowed);
    for (Option option : open) {
      BitSet left = (BitSet) allowed.get(option.index()).clone();
      left.clear(model.disagreement()[option.index()]);
      together.set(option.index(), left);
    }
    if (!isSettled(together) || !leaveTogether(together)) {
      return "the constraint '%s' ties options to each other".formatted(tying());
    }
    allowed.clear();
    allowed.addAll(together);
    return "";
  }

  /// Takes out the levels of an option at which a proposition about it alone has this truth.
  private void narrow(int option, Proposition about, Truth truth) {
    BitSet levels = (BitSet) allowed.get(option).clone();
    for (int l = levels.nextSetBit(0); l >= 0; l = levels.nextSetBit(l + 1)) {
      if (with(option, single(l)).of(about) == truth) levels.clear(l);
    }
    allowed.set(option, levels);
  }

  private Possible with(int option, BitSet levels) {
    return with(allowed, option, levels);
  }

  private static Possible with(List<BitSet> all, int option, BitSet levels) {
    List<BitSet> changed = new ArrayList<>(all);
    changed.set(option, levels);
    return new Possible(changed);
  }

  private boolean isSettled(List<BitSet> levels) {
    Possible possible = new Possible(levels);
    return model.constraints().stream().allMatch(c -> possible.of(c.allowed()) == Truth.ALWAYS);
  }

  private String tying() {
    Possible possible = new Possible(allowed);
    return model.constraints().stream()
        .filter(c -> possible.of(c.allowed()) != Truth.ALWAYS)
        .map(Constraint::wording)
        .findFirst()
        .orElse("");
  }

  /// Whether, once one option stands as in the disagreement point, the constraints let no other
  /// stand otherwise: what is known is spread until nothing is added.
  private boolean leaveTogether(List<BitSet> left) {
    int[] without = model.disagreement();
    for (Option first : open) {
      List<BitSet> known = new ArrayList<>(allowed);
      known.set(first.index(), single(without[first.index()]));
      List<Option> unknown = new ArrayList<>(open);
      unknown.remove(first);
      boolean spreads = true;
      while (spreads) {
        spreads = false;
        for (Option other : List.copyOf(unknown)) {
          Possible away = with(known, other.index(), left.get(other.index()));
          boolean isRuledOut =
              model.constraints().stream().anyMatch(c -> away.of(c.allowed()) == Truth.NEVER);
          if (!isRuledOut) continue;
          known.set(other.index(), single(without[other.index()]));
          unknown.remove(other);
          spreads = true;
        }
      }
      if (!unknown.isEmpty()) return false;
    }
    return true;
  }

  /// Leaves out levels that cross a red line of the actor; what stands against it, or nothing.
  private String avoid(Actor actor) {
    if (actor.preference().crossesAny(model.disagreement())) {
      return "the disagreement point crosses a red line of '%s'".formatted(actor.id());
    }
    for (RedLine line : actor.preference().redLines()) {
      Possible possible = new Possible(allowed);
      Truth truth = possible.of(line.never().meaning());
      Set<Integer> options = possible.open(line.never().meaning());
      if (truth == Truth.NEVER) continue;
      if (truth == Truth.SOMETIMES && options.size() == 1) {
        narrow(options.iterator().next(), line.never().meaning(), Truth.ALWAYS);
      } else {
        return "the red line '%s' of '%s' ties options to each other"
            .formatted(line.name(), actor.id());
      }
    }
    return "";
  }

  private Reading bargain(List<Actor> actors) {
    List<List<Integer>> levels = new ArrayList<>();
    List<Bargain.Issue> issues = new ArrayList<>();
    for (Option option : open) {
      List<Integer> left = allowed.get(option.index()).stream().boxed().toList();
      if (left.isEmpty()) {
        return new NotAdditive("no level of '%s' is left".formatted(option.id()));
      }
      levels.add(left);
      issues.add(
          new Bargain.Issue(option.id(), left.stream().map(l -> option.levels().get(l)).toList()));
    }
    List<Bargain.Side> sides = new ArrayList<>();
    for (Actor actor : actors) {
      switch (actor.preference().order()) {
        case Preference.Values(var terms) -> {
          for (Term term : terms) {
            if (isTying(term)) {
              return new NotAdditive(
                  "the value term '%s' of '%s' ties options to each other"
                      .formatted(term.label(), actor.id()));
            }
          }
          sides.add(side(actor, terms, levels));
        }
        case Preference.Indifferent() -> sides.add(side(actor, List.of(), levels));
        default -> {
          return new NotAdditive("'%s' has an order without values".formatted(actor.id()));
        }
      }
    }
    return new Found(new Bargain(issues, sides), actors, open, levels);
  }

  private boolean isTying(Term term) {
    Possible possible = new Possible(allowed);
    return term.weights().stream()
        .anyMatch(
            w -> possible.of(w.when()) == Truth.SOMETIMES && possible.open(w.when()).size() > 1);
  }

  private Bargain.Side side(Actor actor, List<Term> terms, List<List<Integer>> levels) {
    Possible possible = new Possible(allowed);
    BigFraction constant = BigFraction.ZERO;
    List<List<BigFraction>> worths = new ArrayList<>();
    for (List<Integer> each : levels) {
      worths.add(new ArrayList<>(Collections.nCopies(each.size(), BigFraction.ZERO)));
    }
    BigFraction reservation = BigFraction.ZERO;
    for (Term term : terms) {
      reservation = reservation.add(term.of(model.disagreement()));
      for (Term.Weight weight : term.weights()) {
        Truth truth = possible.of(weight.when());
        if (truth == Truth.ALWAYS) constant = constant.add(weight.amount());
        if (truth == Truth.SOMETIMES) add(possible, weight, levels, worths);
      }
    }
    return new Bargain.Side(actor.id(), constant, worths, reservation);
  }

  private void add(
      Possible possible,
      Term.Weight weight,
      List<List<Integer>> levels,
      List<List<BigFraction>> worths) {
    int option = possible.open(weight.when()).iterator().next();
    int issue = 0;
    while (open.get(issue).index() != option) issue++;
    for (int l = 0; l < levels.get(issue).size(); l++) {
      Possible at = with(option, single(levels.get(issue).get(l)));
      if (at.of(weight.when()) != Truth.ALWAYS) continue;
      worths.get(issue).set(l, worths.get(issue).get(l).add(weight.amount()));
    }
  }
}
