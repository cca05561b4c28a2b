package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.TooLarge;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/// The probability that a body passes a change, where members vote yes with a probability.
///
/// **Definition.** Each member that votes yes with a probability draws once, apart from all others;
/// its followers vote as it drew, and a body that is a member votes as its own members drew. A
/// member of several bodies, told by its id, draws once for all in which it has the same
/// probability. The probability is that of the draws with which the change passes.
///
/// **Method.** Body by body, those first on whose votes others depend, each by dynamic programming
/// ([Drawing]); once for each way in which members of several bodies could draw. Exact.
///
/// **Cost.** That of the bodies, twice for each member of several bodies; there may be 12 of them.
final class Chances {
  private static final int MOST_SHARED = 12;

  private final Council council;

  Chances(Council council) {
    this.council = council;
  }

  /// What a body does with a change and with its reverse, which is how it votes where it is a
  /// member.
  record Outcome(boolean there, boolean back) {}

  /// On what some votes depend: the draw of a member.
  record Source(String member, BigFraction yes) {
    static Source of(Body.Likely likely) {
      return new Source(likely.member(), likely.yes());
    }
  }

  /// Outcomes of bodies by their party indices.
  private record World(Map<Integer, Outcome> known) {
    World {
      known = new TreeMap<>(known);
    }

    /// The same with one more outcome, and without those for which nobody will ask.
    World with(int body, Outcome outcome, Set<Integer> askedFor) {
      Map<Integer, Outcome> more = new TreeMap<>(known);
      more.put(body, outcome);
      more.keySet().removeIf(k -> k != body && !askedFor.contains(k));
      return new World(more);
    }
  }

  /// The probability of a change, whether there is such a text or not.
  BigFraction of(int from, int to) {
    Body body = council.body();
    List<Body> order = needed(body);
    if (order.stream().noneMatch(b -> !sources(b).isEmpty())) {
      return council.assembly().prefers(from, to) ? BigFraction.ONE : BigFraction.ZERO;
    }
    List<Source> shared = shared(order);
    refuseTooMany(body, shared.size());
    BigFraction passes = BigFraction.ZERO;
    for (int drawn = 0; drawn < 1 << shared.size(); drawn++) {
      Map<Source, Vote> votes = new HashMap<>();
      BigFraction chance = BigFraction.ONE;
      for (int k = 0; k < shared.size(); k++) {
        Vote vote = (drawn >> k & 1) == 1 ? Vote.YES : Vote.NO;
        BigFraction yes = shared.get(k).yes;
        chance = chance.multiply(vote == Vote.YES ? yes : BigFraction.ONE.subtract(yes));
        votes.put(shared.get(k), vote);
      }
      if (chance.signum() == 0) continue;
      Drawing drawing = new Drawing(council, votes, from, to);
      passes = passes.add(chance.multiply(passes(drawing, order)));
    }
    return passes;
  }

  /// The probability that the last of some bodies passes it, each of which asks only for those
  /// before it.
  private BigFraction passes(Drawing drawing, List<Body> order) {
    Map<World, BigFraction> worlds = Map.of(new World(Map.of()), BigFraction.ONE);
    for (int b = 0; b < order.size(); b++) {
      Body next = order.get(b);
      Set<Integer> later = new LinkedHashSet<>();
      order.subList(b + 1, order.size()).forEach(other -> later.addAll(asked(other)));
      Map<World, BigFraction> after = new HashMap<>();
      worlds.forEach((world, weight) ->
          drawing
              .outcomes(next, world.known)
              .forEach((outcome, chance) ->
                  after.merge(
                      world.with(next.index(), outcome, later),
                      weight.multiply(chance),
                      BigFraction::add)));
      worlds = after;
    }
    BigFraction passes = BigFraction.ZERO;
    for (Map.Entry<World, BigFraction> world : worlds.entrySet()) {
      boolean there = world.getKey().known.values().stream().allMatch(Outcome::there);
      if (there) passes = passes.add(world.getValue());
    }
    return passes;
  }

  private static Set<Source> sources(Body body) {
    Set<Source> sources = new LinkedHashSet<>();
    for (Seat seat : body.seats()) {
      if (seat.voter() instanceof Body.Likely likely) sources.add(Source.of(likely));
    }
    return sources;
  }

  /// Draws on which votes in several bodies depend.
  private static List<Source> shared(List<Body> bodies) {
    Map<Source, Integer> times = new LinkedHashMap<>();
    for (Body body : bodies) sources(body).forEach(s -> times.merge(s, 1, Integer::sum));
    return times.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey).toList();
  }

  private static void refuseTooMany(Body body, int shared) {
    if (shared <= MOST_SHARED) return;
    throw new TooLarge(
        "the probability that '" + body.id() + "' passes a text",
        "%d members who vote by chance and sit in several bodies".formatted(shared),
        "%d".formatted(MOST_SHARED),
        "give some of them a fixed vote in one of the bodies");
  }

  /// The body and all on whose votes its own depends, these before it.
  private List<Body> needed(Body body) {
    Map<Integer, Body> order = new LinkedHashMap<>();
    collect(body, order);
    return List.copyOf(order.values());
  }

  private void collect(Body body, Map<Integer, Body> order) {
    Model model = council.space().model();
    if (order.containsKey(body.index())) return;
    for (int other : asked(body)) {
      collect(model.bodies().get(other - model.actors().size()), order);
    }
    order.put(body.index(), body);
  }

  private static Set<Integer> asked(Body body) {
    Set<Integer> asked = new LinkedHashSet<>(body.after());
    for (Seat seat : body.seats()) {
      if (seat.voter() instanceof Body.Ruling(int other)) asked.add(other);
    }
    return asked;
  }
}
