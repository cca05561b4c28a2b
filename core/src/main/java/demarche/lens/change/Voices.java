package demarche.lens.change;

import demarche.lens.change.Comparison.Relation;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Body.Veto;
import demarche.model.Preference;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Formula;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What turns the vote of a body, as literals of a solver: one of each set that is told is needed.
final class Voices {
  private final Realm realm;
  private final Needs needs;

  Voices(Realm realm, Needs needs) {
    this.realm = realm;
    this.needs = needs;
  }

  private Set<Integer> flips(Predicate<Atom> meant, Set<Atom> made) {
    return needs.flips(meant, made);
  }

  /// A question put to a body.
  private record Votes(Body body, StateSpace world, int from, int to) {
    int[] before() {
      return world.levels(from);
    }

    int[] after() {
      return world.levels(to);
    }
  }

  /// What a body needs to carry a change that it does not: of each set one.
  List<Set<Integer>> carrying(Body body, StateSpace world, int from, int to, Set<Atom> made) {
    List<Ballot> ballots = world.assembly(body).ballots(from, to);
    Votes votes = new Votes(body, world, from, to);
    List<Set<Integer>> needed = new ArrayList<>();
    for (int k = 0; k < ballots.size(); k++) {
      if (!ballots.get(k).veto()) continue;
      Set<Integer> literals = new LinkedHashSet<>(veto(body, k, made));
      literals.addAll(bearing(votes, k, made));
      needed.add(literals);
    }
    if (!needed.isEmpty()) return needed;
    if (!isPlain(body)) return List.of(world(made));
    Set<Integer> literals = new LinkedHashSet<>(majority(body, made));
    for (int k = 0; k < ballots.size(); k++) {
      if (ballots.get(k).vote() != Vote.YES) literals.addAll(yes(votes, k, made));
    }
    return List.of(literals);
  }

  /// Whether its vote hangs on yes votes of actors alone: more yes votes never hurt, and nothing
  /// else is counted.
  private static boolean isPlain(Body body) {
    return body.after().isEmpty()
        && body.rules().stream().noneMatch(Body.YesShare.class::isInstance)
        && body.seats().stream().noneMatch(s -> s.voter() instanceof Body.Ruling);
  }

  private Set<Integer> majority(Body body, Set<Atom> made) {
    int at = body.index() - realm.model().actors().size();
    return flips(a -> a instanceof Atom.Majority(int b, int _, int _) && b == at, made);
  }

  private Set<Integer> veto(Body body, int seat, Set<Atom> made) {
    int at = body.index() - realm.model().actors().size();
    return flips(a -> a.equals(new Atom.Veto(at, seat)), made);
  }

  /// A member no longer vetoes: it bears the loss, or has none.
  private Set<Integer> bearing(Votes votes, int seat, Set<Atom> made) {
    Seat member = votes.body.seats().get(seat);
    if (member.voter() instanceof Body.Ruling) return world(made);
    if (!(member.voter() instanceof Body.Wishes(int index))) return Set.of();
    Actor actor = realm.model().actors().get(index);
    if (crossesNew(actor, votes, made)) return flips(a -> Needs.isLine(a, actor), made);
    Set<Integer> literals = flips(a -> Needs.isLine(a, actor), made);
    if (isWeighedAgainstRanks(votes.body, member, actor)) {
      literals.addAll(flips(a -> realm.wanted(actor).concerns(a), made));
      return literals;
    }
    Comparison borne =
        Comparison.of(actor, votes.after(), votes.before(), Relation.AT_LEAST)
            .bearing(realm.objection(votes.body, member));
    literals.add(needs.order(borne, made));
    return literals;
  }

  /// What an objection costs is compared with places in an order, not with values.
  private boolean isWeighedAgainstRanks(Body body, Seat member, Actor actor) {
    return !realm.objection(body, member).isEmpty()
        && !(actor.preference().order() instanceof Preference.Values);
  }

  private boolean crossesNew(Actor actor, Votes votes, Set<Atom> made) {
    return realm.wishes(actor, made).redLines().stream()
        .anyMatch(l -> l.never().holds(votes.after()) && !l.never().holds(votes.before()));
  }

  /// A member votes yes that does not.
  private Set<Integer> yes(Votes votes, int seat, Set<Atom> made) {
    Seat member = votes.body.seats().get(seat);
    if (!(member.voter() instanceof Body.Wishes(int index))) return Set.of();
    Actor actor = realm.model().actors().get(index);
    return Set.of(
        needs.needed(Comparison.of(actor, votes.after(), votes.before(), Relation.MORE), made));
  }

  /// All that may turn wishes and votes.
  Set<Integer> world(Set<Atom> made) {
    return flips(a -> a.kind() != Kind.OPTIONS && a.kind() != Kind.ISSUES, made);
  }

  /// A body no longer prefers to go: one that votes yes does not, or a member casts a veto, or the
  /// rule asks for more.
  Set<Integer> stopping(Body body, Failure.Leaves failure, Set<Atom> made) {
    if (!isPlain(body)) return world(made);
    Body now = failure.world().model().bodies().get(body.index() - realm.model().actors().size());
    Votes votes = new Votes(now, failure.world(), failure.state(), failure.to());
    List<Ballot> ballots = failure.world().assembly(now).ballots(failure.state(), failure.to());
    Set<Integer> literals = new LinkedHashSet<>(majority(body, made));
    for (int k = 0; k < ballots.size(); k++) {
      literals.addAll(veto(body, k, made));
      if (!(now.seats().get(k).voter() instanceof Body.Wishes(int index))) continue;
      Actor actor = realm.model().actors().get(index);
      if (ballots.get(k).vote() == Vote.YES) {
        literals.add(
            needs.needed(
                Comparison.of(actor, votes.before(), votes.after(), Relation.AT_LEAST), made));
      } else if (now.seats().get(k).veto() == Veto.HELD) {
        literals.addAll(objecting(votes, k, actor, made));
      }
    }
    return literals;
  }

  /// A member comes to veto that may: it loses more than its objection costs, or a line is crossed.
  private Set<Integer> objecting(Votes votes, int seat, Actor actor, Set<Atom> made) {
    Seat member = votes.body.seats().get(seat);
    if (isWeighedAgainstRanks(votes.body, member, actor)) {
      return flips(a -> realm.wanted(actor).concerns(a), made);
    }
    Set<Integer> literals = flips(a -> Needs.isLine(a, actor), made);
    List<Formula> cost =
        realm.objection(votes.body, member).stream()
            .<Formula>map(f -> new Formula.Negation(f, f.place()))
            .toList();
    Comparison loss = Comparison.of(actor, votes.before(), votes.after(), Relation.MORE);
    literals.add(needs.order(loss.bearing(cost), made));
    return literals;
  }
}
