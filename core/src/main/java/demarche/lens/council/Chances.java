package demarche.lens.council;

import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/// The probability that a body passes a change, where members vote yes with a probability.
///
/// **Definition.** Each member that votes yes with a probability draws once, apart from all others;
/// its followers vote as it drew, and a body that is a member votes as its own members drew. The
/// probability is that of the draws with which the change passes.
///
/// **Method.** Body by body, those first on whose votes others depend: by dynamic programming over
/// the sums of the yes votes drawn so far, one for each majority. Exact: whole numbers of a common
/// denominator.
///
/// **Cost.** O(draws x sums) for each body, where the sums are at most as many as the weight drawn,
/// one more; at most 2^20 of them.
final class Chances {
  private static final int MOST_SUMS = 1 << 20;

  private final StateSpace space;
  private final Run run;

  Chances(StateSpace space, Run run) {
    this.space = space;
    this.run = run;
  }

  /// What a body does with a change and with its reverse, which is how it votes where it is a
  /// member.
  private record Outcome(boolean there, boolean back) {
    boolean is(Way way) {
      return way == Way.THERE ? there : back;
    }
  }

  /// Whether a change is asked about or its reverse.
  private enum Way {
    THERE,
    BACK;

    Way reversed() {
      return this == THERE ? BACK : THERE;
    }
  }

  /// Outcomes of bodies by their party indices.
  private record World(Map<Integer, Outcome> known) {
    World {
      known = new TreeMap<>(known);
    }
  }

  BigFraction of(Body body, int from, int to) {
    List<Body> order = needed(body);
    if (order.stream().noneMatch(Chances::draws)) {
      return space.prefers(body, from, to) ? BigFraction.ONE : BigFraction.ZERO;
    }
    Map<World, BigFraction> worlds = Map.of(new World(Map.of()), BigFraction.ONE);
    for (int b = 0; b < order.size(); b++) {
      Body next = order.get(b);
      Set<Integer> later = askedFor(order.subList(b + 1, order.size()));
      Map<World, BigFraction> after = new HashMap<>();
      worlds.forEach((world, weight) ->
          outcomes(next, world.known, from, to)
              .forEach((outcome, chance) -> {
                Map<Integer, Outcome> known = new TreeMap<>(world.known);
                known.put(next.index(), outcome);
                known.keySet().removeIf(k -> k != body.index() && !later.contains(k));
                after.merge(new World(known), weight.multiply(chance), BigFraction::add);
              }));
      worlds = after;
    }
    BigFraction passes = BigFraction.ZERO;
    for (Map.Entry<World, BigFraction> world : worlds.entrySet()) {
      if (outcome(world.getKey().known, body.index()).there) passes = passes.add(world.getValue());
    }
    return passes;
  }

  private static boolean draws(Body body) {
    return body.seats().stream().anyMatch(seat -> seat.voter() instanceof Body.Likely);
  }

  /// The body and all on whose votes its own depends, these before it.
  private List<Body> needed(Body body) {
    Map<Integer, Body> order = new LinkedHashMap<>();
    collect(body, order);
    return List.copyOf(order.values());
  }

  private void collect(Body body, Map<Integer, Body> order) {
    if (order.containsKey(body.index())) return;
    asked(body).forEach(index -> collect(at(index), order));
    order.put(body.index(), body);
  }

  private Body at(int party) {
    return space.model().bodies().get(party - space.model().actors().size());
  }

  private static Set<Integer> asked(Body body) {
    Set<Integer> asked = new LinkedHashSet<>(body.after());
    for (Seat seat : body.seats()) {
      if (seat.voter() instanceof Body.Ruling(int other)) asked.add(other);
    }
    return asked;
  }

  private static Set<Integer> askedFor(List<Body> bodies) {
    Set<Integer> asked = new LinkedHashSet<>();
    bodies.forEach(b -> asked.addAll(asked(b)));
    return asked;
  }

  /// What the draws of one body's members lead to, with what is known of other bodies.
  private Map<Outcome, BigFraction> outcomes(
      Body body, Map<Integer, Outcome> known, int from, int to) {
    Count there = count(body, known, space.assembly(body).ballots(from, to), Way.THERE);
    Count back = count(body, known, space.assembly(body).ballots(to, from), Way.BACK);
    List<Draw> draws = draws(body, there.majorities);
    Map<Sums, BigInteger> sums = sums(body, draws);
    BigInteger all = draws.stream().map(d -> d.of).reduce(BigInteger.ONE, BigInteger::multiply);
    Map<Outcome, BigFraction> outcomes = new HashMap<>();
    BigInteger vetoed = all;
    for (Map.Entry<Sums, BigInteger> drawn : sums.entrySet()) {
      Outcome outcome = new Outcome(there.passes(drawn.getKey()), back.passes(drawn.getKey()));
      outcomes.merge(outcome, BigFraction.of(drawn.getValue(), all), BigFraction::add);
      vetoed = vetoed.subtract(drawn.getValue());
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

  private static List<Draw> draws(Body body, List<Scaled> majorities) {
    Map<String, List<Integer>> seats = new TreeMap<>();
    Map<String, BigFraction> chances = new HashMap<>();
    for (int k = 0; k < body.seats().size(); k++) {
      if (body.seats().get(k).voter() instanceof Body.Likely(String member, BigFraction yes)) {
        seats.computeIfAbsent(member, _ -> new ArrayList<>()).add(k);
        chances.put(member, yes);
      }
    }
    List<Draw> draws = new ArrayList<>();
    seats.forEach((member, own) -> {
      BigFraction yes = chances.getOrDefault(member, BigFraction.ZERO);
      List<Seat> all = own.stream().map(body.seats()::get).toList();
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

  /// What has been drawn: by majority the weights of yes and of no, and whether a sponsor is among
  /// the yes votes.
  private record Sums(List<Long> yes, List<Long> no, boolean sponsored) {
    Sums with(Draw draw, boolean isYes) {
      return isYes
          ? new Sums(sum(yes, draw.weights), no, sponsored || draw.sponsors)
          : new Sums(yes, sum(no, draw.weights), sponsored);
    }

    private static List<Long> sum(List<Long> sums, List<Long> more) {
      List<Long> added = new ArrayList<>();
      for (int m = 0; m < sums.size(); m++) added.add(sums.get(m) + more.get(m));
      return List.copyOf(added);
    }
  }

  /// How likely each sum is, draws left out in which a member vetoes.
  private Map<Sums, BigInteger> sums(Body body, List<Draw> draws) {
    List<Long> none = body.rules().stream().map(_ -> 0L).toList();
    Map<Sums, BigInteger> sums = Map.of(new Sums(none, none, false), BigInteger.ONE);
    for (Draw draw : draws) {
      run.check();
      Map<Sums, BigInteger> next = new HashMap<>();
      sums.forEach((sum, weight) -> {
        if (draw.yes.signum() > 0) {
          next.merge(sum.with(draw, true), weight.multiply(draw.yes), BigInteger::add);
        }
        BigInteger no = draw.of.subtract(draw.yes);
        if (no.signum() > 0 && !draw.vetoes) {
          next.merge(sum.with(draw, false), weight.multiply(no), BigInteger::add);
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
    boolean passes(Sums drawn) {
      if (stopped || !(sponsored || drawn.sponsored)) return false;
      for (int m = 0; m < majorities.size(); m++) {
        long ayes = yes.get(m) + drawn.yes.get(m);
        long noes = no.get(m) + drawn.no.get(m);
        if (!majorities.get(m).isMet(ayes, noes)) return false;
      }
      return true;
    }
  }

  private static Count count(
      Body body, Map<Integer, Outcome> known, List<Ballot> ballots, Way way) {
    List<Scaled> majorities = Scaled.of(body);
    long[] yes = new long[majorities.size()];
    long[] no = new long[majorities.size()];
    boolean sponsored = false;
    boolean stopped = false;
    for (int k = 0; k < ballots.size(); k++) {
      Seat seat = body.seats().get(k);
      if (seat.voter() instanceof Body.Likely) continue;
      Ballot ballot = ballots.get(k);
      if (seat.voter() instanceof Body.Ruling(int other)) {
        ballot = ruled(seat, outcome(known, other), way);
      }
      stopped |= ballot.veto();
      sponsored |= ballot.vote() == Vote.YES && Canvassing.maySponsor(seat);
      for (int m = 0; m < yes.length; m++) {
        if (ballot.vote() == Vote.YES) yes[m] += majorities.get(m).weight(k);
        if (ballot.vote() == Vote.NO) no[m] += majorities.get(m).weight(k);
      }
    }
    for (int other : body.after()) {
      stopped |= !outcome(known, other).is(way);
    }
    return new Count(majorities, boxed(yes), boxed(no), sponsored, stopped);
  }

  private static Outcome outcome(Map<Integer, Outcome> known, int body) {
    return Objects.requireNonNull(known.get(body)); // it came before those that ask for it
  }

  private static Ballot ruled(Seat seat, Outcome outcome, Way way) {
    boolean against = outcome.is(way.reversed());
    if (against && seat.veto() == Body.Veto.HELD) return new Ballot(Vote.NO, true);
    if (outcome.is(way)) return new Ballot(Vote.YES, false);
    return new Ballot(against ? Vote.NO : Vote.ABSTAIN, false);
  }

  private static List<Long> boxed(long[] sums) {
    return Arrays.stream(sums).boxed().toList();
  }
}
