package demarche.states;

import demarche.model.Body;
import demarche.model.Body.Majority;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// How a body votes on going from one state to another.
///
/// **Definition.** A member votes yes on what it strictly prefers, no on what it strictly
/// disprefers, else it abstains. A member with a veto vetoes, and so votes no, when the change
/// crosses a red line of its own that was not crossed before, or loses it more than its objection
/// cost; a loss of no more makes it abstain. The body prefers the change when no member vetoes, a
/// sponsor is among the yes votes, every majority is met, and every body of `after` prefers it too.
///
/// **Cost.** Seats with the same wishes, veto and objection cost vote alike: a question asks each
/// such bloc once for each majority. Nothing is allocated. For each member with an objection cost
/// one number is kept for each of its classes of equally good states.
public final class Assembly {
  private final List<Seat> seats;
  private final Map<Key, Mind> minds = new LinkedHashMap<>();
  private final Mind[] blocs;
  private final Mind[] vetoers;
  private final Mind[] sponsors;
  private final List<Tally> tallies;
  private final List<Assembly> after;

  Assembly(Body body, List<Standing> standings, StateSpace space) {
    seats = body.seats();
    for (Seat seat : seats) {
      minds.computeIfAbsent(Key.of(seat), _ -> mind(seat, standings, space));
    }
    blocs = minds.values().toArray(Mind[]::new);
    vetoers = mindsOf(seat -> seat.veto() == Body.Veto.HELD);
    sponsors = mindsOf(seat -> seat.sponsorship() == Body.Sponsorship.MAY);
    List<Key> keys = List.copyOf(minds.keySet());
    int[] blocOf = seats.stream().mapToInt(seat -> keys.indexOf(Key.of(seat))).toArray();
    boolean[] absent = new boolean[seats.size()];
    for (int k = 0; k < absent.length; k++) absent[k] = seats.get(k).voter() instanceof Body.Absent;
    tallies =
        body.rules().stream().map(rule -> Tally.of(rule, blocOf, blocs.length, absent)).toList();
    after = body.after().stream().map(space::assembly).toList();
  }

  private Mind[] mindsOf(Predicate<Seat> kind) {
    return seats.stream()
        .filter(kind)
        .map(seat -> minds.get(Key.of(seat)))
        .distinct()
        .toArray(Mind[]::new);
  }

  /// Seats with the same key cast the same ballot on every question.
  private record Key(Body.Voter voter, Body.Veto veto, BigFraction objectionCost) {
    static Key of(Seat seat) {
      Body.Voter voter =
          seat.voter() instanceof Body.Likely likely
              ? new Body.Always(likely.vote())
              : seat.voter();
      return new Key(voter, seat.veto(), seat.objectionCost());
    }
  }

  /// A vote, and whether it is a veto.
  public record Ballot(Vote vote, boolean veto) {
    static final Ballot YES = new Ballot(Vote.YES, false);
    static final Ballot NO = new Ballot(Vote.NO, false);
    static final Ballot ABSTAIN = new Ballot(Vote.ABSTAIN, false);
    static final Ballot VETO = new Ballot(Vote.NO, true);
  }

  /// What decides a member's vote.
  private interface Mind {
    Ballot ballot(int from, int to);
  }

  private static Mind mind(Seat seat, List<Standing> standings, StateSpace space) {
    boolean veto = seat.veto() == Body.Veto.HELD;
    return switch (seat.voter()) {
      case Body.Absent() -> (_, _) -> Ballot.ABSTAIN;
      case Body.Always(Vote vote) -> always(vote, veto);
      case Body.Likely likely -> always(likely.vote(), veto);
      case Body.Ruling(int other) -> ruled(space.assembly(other), veto);
      case Body.Wishes(int actor) -> {
        Standing standing = standings.get(actor);
        Ranks rank = standing.rank();
        if (!veto) yield (from, to) -> plain(rank.at(from), rank.at(to));
        yield guarded(standing, Tolerance.of(seat.objectionCost(), standing, actor, space));
      }
    };
  }

  private static Mind always(Vote vote, boolean veto) {
    Ballot always =
        switch (vote) {
          case YES -> Ballot.YES;
          case NO -> veto ? Ballot.VETO : Ballot.NO;
          case ABSTAIN -> Ballot.ABSTAIN;
        };
    return (_, _) -> always;
  }

  private static Ballot plain(int before, int after) {
    return after > before ? Ballot.YES : after < before ? Ballot.NO : Ballot.ABSTAIN;
  }

  private static Mind guarded(Standing standing, Tolerance tolerance) {
    Ranks rank = standing.rank();
    boolean drawsLines = !standing.crossed().isEmpty();
    return (from, to) -> {
      if (drawsLines && standing.crossesNew(from, to)) return Ballot.VETO;
      if (rank.at(to) > rank.at(from)) return Ballot.YES;
      if (rank.at(to) == rank.at(from)) return Ballot.ABSTAIN;
      return tolerance.exceeded(from, to) ? Ballot.VETO : Ballot.ABSTAIN;
    };
  }

  private static Mind ruled(Assembly other, boolean veto) {
    return (from, to) -> {
      boolean against = other.prefers(to, from);
      if (veto && against) return Ballot.VETO;
      return other.prefers(from, to) ? Ballot.YES : against ? Ballot.NO : Ballot.ABSTAIN;
    };
  }

  /// One majority over the ballots, with the weight of each bloc.
  private record Tally(long[] weights, long needed, BigFraction share, Base base, long all) {
    static Tally of(Majority majority, int[] blocOf, int blocs, boolean[] absent) {
      return switch (majority) {
        case Body.YesVotes(int votes) -> {
          long[] ones = IntStream.of(blocOf).mapToLong(_ -> 1).toArray();
          yield new Tally(gathered(ones, blocOf, blocs), votes, BigFraction.ZERO, Base.ALL, 0);
        }
        case Body.Weighted(var weights, var quota) -> {
          List<BigFraction> with = new ArrayList<>(weights);
          with.add(quota);
          long[] scaled = Fractions.toWhole(with);
          long needed = scaled[scaled.length - 1];
          yield new Tally(gathered(scaled, blocOf, blocs), needed, BigFraction.ZERO, Base.ALL, 0);
        }
        case Body.YesShare(var weights, var share, var base) -> {
          long[] whole = Fractions.toWhole(weights);
          long all =
              IntStream.range(0, whole.length)
                  .filter(seat -> base != Base.PRESENT || !absent[seat])
                  .mapToLong(seat -> whole[seat])
                  .sum();
          yield new Tally(gathered(whole, blocOf, blocs), 0, share, base, all);
        }
      };
    }

    private static long[] gathered(long[] weights, int[] blocOf, int blocs) {
      long[] sums = new long[blocs];
      for (int seat = 0; seat < blocOf.length; seat++) sums[blocOf[seat]] += weights[seat];
      return sums;
    }

    boolean met(Mind[] blocs, int from, int to) {
      long yes = 0;
      long no = 0;
      for (int b = 0; b < blocs.length; b++) {
        Vote vote = blocs[b].ballot(from, to).vote;
        if (vote == Vote.YES) yes += weights[b];
        if (vote == Vote.NO) no += weights[b];
      }
      if (yes < needed) return false;
      if (share.signum() == 0) return true;
      long of = base == Base.VOTING ? yes + no : all;
      return Exact.isAtLeast(BigFraction.of(yes), share.multiply(of));
    }
  }

  /// The ballot of each seat, in the order of the members.
  public List<Ballot> ballots(int from, int to) {
    return seats.stream()
        .map(seat -> Objects.requireNonNull(minds.get(Key.of(seat))).ballot(from, to))
        .toList();
  }

  /// Whether the body prefers `to` to `from`. Not transitive.
  public boolean prefers(int from, int to) {
    for (Mind mind : vetoers) if (mind.ballot(from, to).veto) return false;
    if (!sponsored(from, to)) return false;
    for (Tally tally : tallies) if (!tally.met(blocs, from, to)) return false;
    for (Assembly other : after) if (!other.prefers(from, to)) return false;
    return true;
  }

  private boolean sponsored(int from, int to) {
    for (Mind mind : sponsors) if (mind.ballot(from, to).vote == Vote.YES) return true;
    return false;
  }
}
