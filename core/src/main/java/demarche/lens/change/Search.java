package demarche.lens.change;

import demarche.lens.Run;
import demarche.lens.change.Goal.Freedom;
import demarche.lens.change.Outcome.Whole;
import demarche.lens.change.Trial.Pictures;
import demarche.states.StateSpace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the least change.
///
/// **Definition.** Of all sets of changes in the pool after which what is wanted holds, those that
/// cost least.
///
/// **Method.** A solver proposes a cheapest set that no cut excludes; the definitions judge it; a
/// failure gives a cut ([Cuts]), which holds of every repair. So when a set passes, nothing that
/// costs less does: all of it has been excluded. Cuts by which somebody is deterred rather than
/// contented are many; so at each cost those repairs are tried first in which nobody has anything
/// to gain.
///
/// **Cost.** As many trials as it takes, at most a number that is told beforehand.
final class Search {
  private static final int ROWS_OF_A_TRIAL = 8;

  private final Realm realm;
  private final Goal goal;
  private final Question question;
  private final Run run;
  private final Effort effort;
  private final Trial trial;
  private final Encoding encoding;
  private final Cuts cuts;
  private final Set<Set<Atom>> tried = new HashSet<>();
  private long trials;

  /// How much is done at most.
  ///
  /// @param trials sets of changes that are judged; what cuts take is counted as trials too
  /// @param repairs that are listed
  record Effort(int trials, int repairs) {}

  private Search(Realm realm, Question question, Run run, Effort effort) {
    this.realm = realm;
    this.goal = question.goal();
    this.question = question;
    this.run = run;
    this.effort = effort;
    Pictures pictures = question.kinds().contains(Kind.BELIEFS) ? Pictures.OWN : Pictures.REAL;
    trial = new Trial(realm, goal, pictures, run);
    encoding = new Encoding(realm.pool(), goal, question.kinds(), costs(question));
    cuts = new Cuts(realm, encoding, goal, pictures);
  }

  /// What is asked.
  record Question(Goal goal, Set<Kind> kinds) {
    Question {
      kinds = Set.copyOf(kinds);
    }
  }

  private static Costs costs(Question question) {
    Set<Kind> free = EnumSet.noneOf(Kind.class);
    boolean chosen = question.goal.freedom() == Freedom.FREE;
    if (chosen || !question.kinds.contains(Kind.OPTIONS)) free.add(Kind.OPTIONS);
    return new Costs(free);
  }

  /// @throws java.util.concurrent.CancellationException once the run is stopped
  static Outcome of(StateSpace space, Question question, Effort effort, Run run) {
    Pool pool = Pool.of(space.model(), question.goal, question.kinds);
    return of(new Realm(space, pool), question, effort, run);
  }

  static Outcome of(Realm realm, Question question, Effort effort, Run run) {
    return new Search(realm, question, run, effort).outcome();
  }

  private Outcome outcome() {
    BigInteger price = BigInteger.ZERO;
    try {
      while (true) {
        Optional<Set<Atom>> repair = at(price);
        if (repair.isPresent()) return least(repair.get(), price);
        Optional<BigInteger> next = next(price);
        if (next.isEmpty()) return new Outcome.Never(Bars.of(realm, question, effort, run));
        price = next.get();
      }
    } catch (Solver.Unanswered _) {
      return new Outcome.Unfinished(encoding.cost(price), trials);
    }
  }

  /// A repair at no more than a price, of which nothing costs less.
  ///
  /// @throws Solver.Unanswered beyond the limit
  private Optional<Set<Atom>> at(BigInteger price) {
    int within = encoding.within(price);
    Optional<Set<Atom>> plain = passing(within, cuts.plain());
    return plain.isPresent() ? plain : passing(within);
  }

  private Optional<Set<Atom>> passing(int... assumed) {
    while (true) {
      run.check();
      Optional<BitSet> solution = encoding.solver().solve(assumed);
      if (solution.isEmpty()) return Optional.empty();
      Set<Atom> made = encoding.read(solution.get());
      if (work() >= effort.trials) throw new Solver.Unanswered();
      trials++;
      run.progress().at("change", work(), effort.trials);
      List<Failure> failures = trial.failures(made);
      if (failures.isEmpty()) return Optional.of(made);
      if (!tried.add(made)) {
        throw new IllegalStateException("%s fails again by %s".formatted(made, failures));
      }
      failures.forEach(failure -> cuts.add(failure, made));
    }
  }

  /// What has been done, in trials: so many inequalities take as long as one.
  private long work() {
    return trials + encoding.rows() / ROWS_OF_A_TRIAL;
  }

  /// The least price above one at which a set is left; empty where none is.
  private Optional<BigInteger> next(BigInteger price) {
    Optional<BitSet> any = encoding.solver().solve();
    if (any.isEmpty()) return Optional.empty();
    BigInteger low = price.add(BigInteger.ONE);
    BigInteger high = encoding.price(encoding.read(any.get()));
    while (low.compareTo(high) < 0) {
      BigInteger middle = low.add(high).shiftRight(1);
      Optional<BitSet> cheaper = encoding.solver().solve(encoding.within(middle));
      if (cheaper.isPresent()) high = encoding.price(encoding.read(cheaper.get()));
      else low = middle.add(BigInteger.ONE);
    }
    return Optional.of(high);
  }

  private Outcome least(Set<Atom> first, BigInteger price) {
    List<Set<Atom>> found = new ArrayList<>();
    Whole whole = Whole.ALL;
    Optional<Set<Atom>> next = Optional.of(first);
    try {
      while (next.isPresent()) {
        if (found.size() == effort.repairs) {
          whole = Whole.CUT_OFF;
          break;
        }
        found.add(next.get());
        encoding.exclude(next.get());
        next = at(price);
      }
    } catch (Solver.Unanswered _) {
      whole = Whole.CUT_OFF;
    }
    List<Repair> repairs =
        found.stream()
            .map(this::repair)
            .sorted((a, b) -> compare(a.changes(), b.changes()))
            .toList();
    return new Outcome.Least(encoding.cost(price), repairs, whole);
  }

  private int compare(List<Atom> one, List<Atom> other) {
    List<Atom> order = realm.pool().atoms();
    for (int k = 0; k < Math.min(one.size(), other.size()); k++) {
      int sign = Integer.compare(order.indexOf(one.get(k)), order.indexOf(other.get(k)));
      if (sign != 0) return sign;
    }
    return Integer.compare(one.size(), other.size());
  }

  private Repair repair(Set<Atom> made) {
    List<Atom> changes = realm.pool().atoms().stream().filter(made::contains).toList();
    List<Integer> levels = Arrays.stream(realm.levels(goal, made)).boxed().toList();
    List<Needed> needed = new Reaching(realm, goal, trial).of(made);
    Repair repair = new Repair(encoding.cost(encoding.price(made)), changes, levels, needed);
    Check.holds(realm, question, repair, run);
    return repair;
  }
}
