package demarche.lens.council;

import demarche.lens.council.Agenda.Binding;
import demarche.lens.council.Agenda.Buys;
import demarche.lens.council.Agenda.Clause;
import demarche.lens.council.Agenda.Concession;
import demarche.lens.council.Council.Sponsor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Option;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Finds what one sponsor would draft and what it can get.
///
/// **Cost.** One vote of each member on each text.
final class Drafting {
  private final Council council;
  private final Sponsor sponsor;
  private final StateSpace space;
  private final Assembly assembly;
  private final int from;

  Drafting(Council council, Sponsor sponsor) {
    this.council = council;
    this.sponsor = sponsor;
    this.space = council.space();
    this.assembly = council.assembly();
    this.from = council.from();
  }

  Agenda agenda() {
    int ideal = best(_ -> true, from);
    int best = bestText();
    Division draft = council.division(ideal);
    return new Agenda(
        sponsor,
        from,
        ideal,
        best,
        equals(best),
        draft,
        clauses(ideal, best),
        ideal == from || draft.passes() ? List.of() : concessions(draft));
  }

  /// Where the sponsor's best text leads; the present state where there is none.
  int bestText() {
    return best(council.passing()::contains, best(_ -> true, from));
  }

  /// The best softenings of a draft that pass, or the present state; first the one that is nearest
  /// to the draft, with the lowest code.
  ///
  /// @param draft levels by option; only those that the body controls count
  List<Integer> softenings(int[] draft) {
    IntPredicate admitted = t -> council.passing().contains(t) && isSoftened(t, draft);
    int most = candidates(admitted).map(this::rank).max().orElseThrow();
    return candidates(admitted)
        .filter(t -> rank(t) == most)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer t) -> steps(space.levels(t), draft))
                .thenComparingInt(t -> t))
        .toList();
  }

  private int rank(int state) {
    return space.rank(sponsor.actor(), state);
  }

  /// The state that the sponsor likes best among the present one and the texts admitted.
  ///
  /// @param near the state to which ties should be near
  private int best(IntPredicate admitted, int near) {
    return candidates(admitted)
        .boxed()
        .min(
            Comparator.comparingInt((Integer s) -> -rank(s))
                .thenComparingInt(s -> steps(near, s))
                .thenComparingInt(s -> s))
        .orElse(from);
  }

  private IntStream candidates(IntPredicate admitted) {
    return IntStream.concat(IntStream.of(from), Arrays.stream(council.texts()).filter(admitted));
  }

  private List<Integer> equals(int best) {
    return candidates(council.passing()::contains)
        .filter(s -> rank(s) == rank(best))
        .sorted()
        .boxed()
        .toList();
  }

  /// By how many levels two texts differ, over all clauses.
  private int steps(int one, int other) {
    return steps(space.levels(one), space.levels(other));
  }

  private int steps(int[] one, int[] other) {
    int steps = 0;
    for (Option option : council.body().options()) {
      steps += Math.abs(one[option.index()] - other[option.index()]);
    }
    return steps;
  }

  private List<Clause> clauses(int ideal, int best) {
    List<Clause> clauses = new ArrayList<>();
    for (Option option : council.body().options()) {
      int now = space.level(from, option);
      int wanted = space.level(ideal, option);
      int got = space.level(best, option);
      if (now == wanted && now == got) continue;
      clauses.add(new Clause(option, now, wanted, got, binding(option, wanted, best)));
    }
    return clauses;
  }

  /// What keeps a clause of a text from some other level.
  Binding binding(Option option, int wanted, int best) {
    if (space.level(best, option) == wanted) return new Agenda.Unbound();
    int[] levels = space.levels(best);
    levels[option.index()] = wanted;
    int restored = space.state(levels);
    if (restored == from) return new Agenda.Idle();
    if (Arrays.binarySearch(council.texts(), restored) < 0) return new Agenda.Impossible();
    Division division = council.division(restored);
    return switch (division.fate()) {
      case Division.Passed() -> new Agenda.Idle();
      case Division.Vetoed(var by) -> new Agenda.ByVeto(by.stream().map(Cast::seat).toList());
      case Division.TooFew() -> new Agenda.ByVotes(lost(division, best));
      case Division.Unratified(var by) -> new Agenda.ByBodies(by);
    };
  }

  /// Who votes for the best text and not for the other; against no text, who does not vote yes.
  private List<Seat> lost(Division division, int best) {
    List<Ballot> before = best == from ? List.of() : assembly.ballots(from, best);
    List<Seat> lost = new ArrayList<>();
    for (int k = 0; k < division.casts().size(); k++) {
      Cast cast = division.casts().get(k);
      boolean had = before.isEmpty() || before.get(k).vote() == Vote.YES;
      if (had && cast.isPresent() && !cast.isYes()) lost.add(cast.seat());
    }
    return lost;
  }

  /// Seats with the same key cast the same ballot on every text.
  private record Key(Body.Voter voter, Body.Veto veto, BigFraction objectionCost) {}

  private List<Concession> concessions(Division draft) {
    Map<Key, List<Integer>> against = new LinkedHashMap<>();
    for (int k = 0; k < draft.casts().size(); k++) {
      Cast cast = draft.casts().get(k);
      if (cast.isYes() || !canBeWon(cast)) continue;
      Seat seat = cast.seat();
      Key key = new Key(seat.voter(), seat.veto(), seat.objectionCost());
      against.computeIfAbsent(key, _ -> new ArrayList<>()).add(k);
    }
    List<Concession> concessions = new ArrayList<>();
    for (List<Integer> seats : against.values()) {
      int first = seats.getFirst();
      if (draft.casts().get(first).isVeto()) {
        concessions.add(concession(draft.to(), seats, Buys.NO_VETO));
      }
      concessions.add(concession(draft.to(), seats, Buys.YES));
    }
    return concessions;
  }

  private static boolean canBeWon(Cast cast) {
    return switch (cast.ground()) {
      case Cast.Wished _, Cast.Ruled _ -> true;
      case Cast.Fixed _, Cast.Drawn _, Cast.Gone _ -> false;
    };
  }

  private Concession concession(int ideal, List<Integer> seats, Buys buys) {
    List<Seat> members = seats.stream().map(council.body().seats()::get).toList();
    int seat = seats.getFirst();
    int text =
        Arrays.stream(council.texts())
            .filter(t -> isSoftened(t, space.levels(ideal)))
            .filter(t -> wins(assembly.ballots(from, t).get(seat), buys))
            .boxed()
            .min(
                Comparator.comparingInt((Integer t) -> steps(ideal, t))
                    .thenComparingInt(t -> -rank(t))
                    .thenComparingInt(t -> t))
            .orElse(-1);
    return new Concession(members, buys, text, text < 0 ? 0 : steps(ideal, text));
  }

  /// Whether every clause stands between its present level and that of the draft.
  private boolean isSoftened(int text, int[] draft) {
    return council.body().options().stream()
        .allMatch(o -> {
          int now = space.level(from, o);
          int there = draft[o.index()];
          int level = space.level(text, o);
          return Math.min(now, there) <= level && level <= Math.max(now, there);
        });
  }

  private static boolean wins(Ballot ballot, Buys buys) {
    return switch (buys) {
      case YES -> ballot.vote() == Vote.YES;
      case NO_VETO -> !ballot.veto();
    };
  }
}
