package demarche.lens.change;

import demarche.lens.change.Comparison.Relation;
import demarche.lens.change.Trial.Pictures;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Proposition;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What a failure says about all sets of changes: something on which it depends must be otherwise.
///
/// Each cut holds of every set of changes that repairs the failure, whether or not more of a change
/// helps more; so no repair is lost. It names as little as is known to decide: for the value of two
/// states the exact inequality, for a vote the members whose votes could turn it.
final class Cuts {
  private final Realm realm;
  private final Encoding encoding;
  private final Goal goal;
  private final Pictures pictures;

  /// Holds where only those repairs are looked for in which nobody has anything to gain.
  private final int plain;

  private final Map<Integer, Set<Integer>> looked = new HashMap<>();
  private final Needs needs;
  private final Voices voices;
  private final Answers answers;

  Cuts(Realm realm, Encoding encoding, Goal goal, Pictures pictures) {
    this.realm = realm;
    this.encoding = encoding;
    this.goal = goal;
    this.pictures = pictures;
    plain = encoding.solver().fresh();
    needs = new Needs(realm, encoding);
    voices = new Voices(realm, needs);
    answers = new Answers(realm, goal.concept(), needs, voices);
  }

  int plain() {
    return plain;
  }

  void add(Failure failure, Set<Atom> made) {
    switch (failure) {
      case Failure.NotMeant(var options) -> clause(set(options::contains, made));
      case Failure.Refuses(var actor, var to) -> refuses(actor, to, made);
      case Failure.Rejects rejects -> rejects(rejects, made);
      case Failure.Leaves leaves -> leaves(leaves, made);
    }
  }

  private void clause(Set<Integer> literals) {
    needs.clause(literals);
  }

  private Set<Integer> flips(Predicate<Atom> meant, Set<Atom> made) {
    return needs.flips(meant, made);
  }

  /// Where options stand otherwise.
  private Set<Integer> set(Predicate<Integer> options, Set<Atom> made) {
    return flips(a -> a instanceof Atom.Set(int option, int _) && options.test(option), made);
  }

  /// The options that an actor looks at.
  private boolean looksAt(Actor actor, int option) {
    return looked
        .computeIfAbsent(
            actor.index(),
            _ -> {
              Set<Integer> options = Depending.options(actor.preference());
              for (Atom atom : realm.pool().atoms()) {
                if (atom instanceof Atom.Shifted s && s.actor() == actor.index()) {
                  Depending.options(s.never(), options);
                }
              }
              return options;
            })
        .contains(option);
  }

  private void refuses(Actor actor, int[] to, Set<Atom> made) {
    Set<Integer> elsewhere = set(o -> looksAt(actor, o), made);
    Preference wishes = realm.wishes(actor, made);
    List<Preference.RedLine> lines = actor.preference().redLines();
    boolean crossed = false;
    for (int l = 0; l < lines.size(); l++) {
      if (!line(actor, l, made).map(never -> never.holds(to)).orElse(false)) continue;
      crossed = true;
      int line = l;
      Set<Integer> literals = flips(a -> isAbout(a, actor, line) && uncrosses(a, to), made);
      made.stream()
          .filter(a -> isAbout(a, actor, line))
          .forEach(a -> literals.add(encoding.flip(a, made)));
      literals.addAll(elsewhere);
      clause(literals);
    }
    if (crossed || wishes.compare(to, realm.model().disagreement()) >= 0) return;
    int needed =
        needs.needed(
            Comparison.of(actor, to, realm.model().disagreement(), Relation.AT_LEAST), made);
    elsewhere.add(needed);
    clause(elsewhere);
  }

  private static boolean isAbout(Atom atom, Actor actor, int line) {
    int a = actor.index();
    return (atom instanceof Atom.Dropped d && d.actor() == a && d.line() == line)
        || (atom instanceof Atom.Shifted s && s.actor() == a && s.line() == line);
  }

  private static boolean uncrosses(Atom atom, int[] to) {
    return !(atom instanceof Atom.Shifted s) || !s.never().holds(to);
  }

  /// A red line as it stands after some changes; empty where it is dropped.
  private static Optional<Proposition> line(Actor actor, int line, Set<Atom> made) {
    for (Atom atom : made) {
      if (!isAbout(atom, actor, line)) continue;
      return atom instanceof Atom.Shifted s ? Optional.of(s.never()) : Optional.empty();
    }
    return Optional.of(actor.preference().redLines().get(line).never().meaning());
  }

  private void rejects(Failure.Rejects failure, Set<Atom> made) {
    Set<Integer> elsewhere = set(_ -> true, made);
    for (Set<Integer> needed :
        voices.carrying(failure.body(), failure.world(), failure.from(), failure.to(), made)) {
      needed.addAll(elsewhere);
      clause(needed);
    }
  }

  private void leaves(Failure.Leaves failure, Set<Atom> made) {
    Set<Integer> literals = set(_ -> true, made);
    if (pictures == Pictures.OWN) {
      literals.addAll(beliefs(failure.party(), made));
      clause(literals);
      return;
    }
    literals.addAll(
        switch (failure.party()) {
          case Actor actor ->
              Set.of(
                  needs.needed(
                      Comparison.of(
                          actor,
                          failure.world().levels(failure.state()),
                          failure.world().levels(failure.to()),
                          Relation.AT_LEAST),
                      made));
          case Body body -> voices.stopping(body, failure, made);
        });
    if (goal.concept() == Concept.R) {
      clause(literals);
      return;
    }
    Set<Integer> strict = new LinkedHashSet<>(literals);
    strict.add(-plain);
    clause(strict);
    literals.addAll(answers.to(failure, made));
    clause(literals);
  }

  private Set<Integer> beliefs(Party party, Set<Atom> made) {
    int holder = party.index();
    return flips(
        a ->
            (a instanceof Atom.Seen seen && seen.holder() == holder)
                || (a instanceof Atom.Sighted sighted && sighted.holder() == holder),
        made);
  }
}
