package demarche.lens.council;

import demarche.lens.council.Chances.Outcome;
import demarche.lens.council.Chances.Source;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly.Ballot;
import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/// How likely the members of one body draw so that it passes a change, or its reverse.
///
/// **Method.** Dynamic programming over the sums of the votes drawn so far, one for each majority:
/// whole numbers of a common denominator.
///
/// **Cost.** O(draws x sums), where the sums are at most as many as the weight drawn, one more, for
/// each majority; at most 2^20 of them.
///
/// @param drawn the votes of members who have drawn already
record Drawing(Council council, Map<Source, Vote> drawn, int from, int to) {
  private static final int MOST_SUMS = 1 << 20;

  /// Whether a change is asked about or its reverse.
  private enum Way {
    THERE,
    BACK;

    boolean is(Outcome outcome) {
      return this == THERE ? outcome.there() : outcome.back();
    }

    Way reversed() {
      return this == THERE ? BACK : THERE;
    }
  }

  /// What the draws of one body's members lead to, with what is known of other bodies.
  Map<Outcome, BigFraction> outcomes(Body body, Map<Integer, Outcome> known) {
    Count there = count(body, known, Way.THERE);
    Count back = count(body, known, Way.BACK);
    List<Draw> draws = draws(body, there.majorities);
    Map<Sums, BigInteger> sums = sums(body, draws);
    List<Long> weights = there.majorities.stream().map(_ -> 0L).toList();
    for (Draw draw : draws) weights = Sums.sum(weights, draw.weights);
    BigInteger all = draws.stream().map(d -> d.of).reduce(BigInteger.ONE, BigInteger::multiply);
    Map<Outcome, BigFraction> outcomes = new HashMap<>();
    BigInteger vetoed = all;
    for (Map.Entry<Sums, BigInteger> found : sums.entrySet()) {
      Sums sum = found.getKey();
      Outcome outcome = new Outcome(there.passes(sum, weights), back.passes(sum, weights));
      outcomes.merge(outcome, BigFraction.of(found.getValue(), all), BigFraction::add);
      vetoed = vetoed.subtract(found.getValue());
    }
    if (vetoed.signum() > 0) {
      outcomes.merge(new Outcome(false, false), BigFraction.of(vetoed, all), BigFraction::add);
    }
    return outcomes;
  }

  /// A draw on which the votes of some seats depend.
  ///
  /// @param weights of these seats, by majority
  /// @param yes how many of `of` equally likely cases are a yes
  private record Draw(
      List<Long> weights, boolean vetoes, boolean sponsors, BigInteger yes, BigInteger of) {}

  private List<Draw> draws(Body body, List<Scaled> majorities) {
    Map<Source, List<Integer>> seats = new LinkedHashMap<>();
    for (int k = 0; k < body.seats().size(); k++) {
      if (!(body.seats().get(k).voter() instanceof Body.Likely likely)) continue;
      Source source = Source.of(likely);
      if (!drawn.containsKey(source)) {
        seats.computeIfAbsent(source, _ -> new ArrayList<>()).add(k);
      }
    }
    List<Draw> draws = new ArrayList<>();
    seats.forEach((source, own) -> {
      List<Seat> all = own.stream().map(body.seats()::get).toList();
      BigFraction yes = source.yes();
      draws.add(
          new Draw(
              majorities.stream().map(m -> own.stream().mapToLong(m::weight).sum()).toList(),
              all.stream().anyMatch(seat -> seat.veto() == Body.Veto.HELD),
              all.stream().anyMatch(Canvassing::maySponsor),
              yes.getNumerator().multiply(BigInteger.valueOf(yes.getDenominator().signum())),
              yes.getDenominator().abs()));
    });
    return draws;
  }

  /// What has been drawn: by majority the weights of yes, and whether a sponsor is among them. All
  /// other weights that were drawn are a no.
  private record Sums(List<Long> yes, boolean sponsored) {
    Sums with(Draw draw) {
      return new Sums(sum(yes, draw.weights), sponsored || draw.sponsors);
    }

    static List<Long> sum(List<Long> sums, List<Long> more) {
      List<Long> added = new ArrayList<>();
      for (int m = 0; m < sums.size(); m++) added.add(sums.get(m) + more.get(m));
      return List.copyOf(added);
    }
  }

  /// How likely each sum is, draws left out in which a member vetoes.
  private Map<Sums, BigInteger> sums(Body body, List<Draw> draws) {
    List<Long> none = body.rules().stream().map(_ -> 0L).toList();
    Map<Sums, BigInteger> sums = Map.of(new Sums(none, false), BigInteger.ONE);
    for (Draw draw : draws) {
      council.run().check();
      Map<Sums, BigInteger> next = new HashMap<>();
      sums.forEach((sum, weight) -> {
        if (draw.yes.signum() > 0) {
          next.merge(sum.with(draw), weight.multiply(draw.yes), BigInteger::add);
        }
        BigInteger no = draw.of.subtract(draw.yes);
        if (no.signum() > 0 && !draw.vetoes) {
          next.merge(sum, weight.multiply(no), BigInteger::add);
        }
      });
      sums = next;
      refuseTooMany(body, sums.size());
    }
    return sums;
  }

  private static void refuseTooMany(Body body, int sums) {
    if (sums <= MOST_SUMS) return;
    throw new TooLarge(
        "the votes that members of '" + body.id() + "' cast with a probability",
        "more than %,d different sums of weights".formatted(MOST_SUMS),
        "%,d".formatted(MOST_SUMS),
        "round the weights, or give fewer members a probability");
  }

  /// The votes that no draw of the body's own members decides, on a change or its reverse.
  private record Count(
      List<Scaled> majorities, List<Long> yes, List<Long> no, boolean sponsored, boolean stopped) {
    /// @param drawn what was drawn in all, by majority
    boolean passes(Sums found, List<Long> drawn) {
      if (stopped || !(sponsored || found.sponsored)) return false;
      for (int m = 0; m < majorities.size(); m++) {
        long ayes = yes.get(m) + found.yes.get(m);
        long noes = no.get(m) + drawn.get(m) - found.yes.get(m);
        if (!majorities.get(m).isMet(ayes, noes)) return false;
      }
      return true;
    }
  }

  private Count count(Body body, Map<Integer, Outcome> known, Way way) {
    List<Scaled> majorities = Scaled.of(body);
    List<Ballot> ballots =
        way == Way.THERE
            ? council.assembly(body).ballots(from, to)
            : council.assembly(body).ballots(to, from);
    long[] yes = new long[majorities.size()];
    long[] no = new long[majorities.size()];
    boolean sponsored = false;
    boolean stopped = false;
    for (int k = 0; k < ballots.size(); k++) {
      Seat seat = body.seats().get(k);
      if (seat.voter() instanceof Body.Likely likely && !drawn.containsKey(Source.of(likely))) {
        continue;
      }
      Ballot ballot = ballot(seat, ballots.get(k), known, way);
      stopped |= ballot.veto();
      sponsored |= ballot.vote() == Vote.YES && Canvassing.maySponsor(seat);
      for (int m = 0; m < yes.length; m++) {
        if (ballot.vote() == Vote.YES) yes[m] += majorities.get(m).weight(k);
        if (ballot.vote() == Vote.NO) no[m] += majorities.get(m).weight(k);
      }
    }
    for (int other : body.after()) stopped |= !way.is(outcome(known, other));
    return new Count(majorities, boxed(yes), boxed(no), sponsored, stopped);
  }

  /// @param likeliest what the seat casts where likelier votes are taken
  private Ballot ballot(Seat seat, Ballot likeliest, Map<Integer, Outcome> known, Way way) {
    boolean holds = seat.veto() == Body.Veto.HELD;
    return switch (seat.voter()) {
      case Body.Wishes _, Body.Always _, Body.Absent _ -> likeliest;
      case Body.Likely likely -> {
        Vote vote = drawn.getOrDefault(Source.of(likely), likely.vote());
        yield new Ballot(vote, holds && vote == Vote.NO);
      }
      case Body.Ruling(int other) -> {
        Outcome outcome = outcome(known, other);
        boolean against = way.reversed().is(outcome);
        if (against && holds) yield new Ballot(Vote.NO, true);
        if (way.is(outcome)) yield new Ballot(Vote.YES, false);
        yield new Ballot(against ? Vote.NO : Vote.ABSTAIN, false);
      }
    };
  }

  private static Outcome outcome(Map<Integer, Outcome> known, int body) {
    return Objects.requireNonNull(known.get(body)); // it came before those that ask for it
  }

  private static List<Long> boxed(long[] sums) {
    return Arrays.stream(sums).boxed().toList();
  }
}
