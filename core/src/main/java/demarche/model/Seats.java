package demarche.model;

import demarche.scenario.BodyEntry;
import demarche.scenario.BodyEntry.ObjectionCost;
import demarche.scenario.BodyEntry.Other;
import demarche.scenario.BodyEntry.Rule;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.BodyEntry.Weight;
import demarche.scenario.Exact;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Spelling;
import demarche.scenario.Word;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/// Resolves the seats and rules of one body.
final class Seats {
  private static final int MOST_NAMED = 8;

  private final BodyEntry entry;
  private final Map<String, Integer> actors;
  private final Map<String, Integer> bodies;
  private final Set<String> absent;
  private final Numbers numbers;
  private final Problems problems;
  private final Map<String, Other> others = new LinkedHashMap<>();
  private final List<String> members;

  /// @param actors party indices by id
  /// @param bodies party indices by id
  /// @param absent actors and bodies that a variant leaves out
  Seats(
      BodyEntry entry,
      Map<String, Integer> actors,
      Map<String, Integer> bodies,
      Set<String> absent,
      Numbers numbers,
      Problems problems) {
    this.entry = entry;
    this.actors = actors;
    this.bodies = bodies;
    this.absent = absent;
    this.numbers = numbers;
    this.problems = problems;
    this.members = entry.members().stream().map(Word::text).toList();
    for (Other other : entry.others()) others.put(other.id().text(), other);
    checkMembers();
  }

  private void checkMembers() {
    Set<String> valid = new LinkedHashSet<>(actors.keySet());
    valid.addAll(bodies.keySet());
    valid.addAll(others.keySet());
    Set<String> seen = new HashSet<>();
    for (Word member : entry.members()) {
      if (!valid.contains(member.text())) {
        problems.error(
            member.place(),
            "member '%s' of '%s' is neither an actor, a body, nor listed under 'others'%s",
            member,
            entry.id(),
            Spelling.hint(member.text(), valid));
      }
      if (member.text().equals(entry.id().text())) {
        problems.error(member.place(), "body '%s' is a member of itself", member);
      }
      if (!seen.add(member.text())) {
        problems.error(member.place(), "member '%s' is listed twice", member);
      }
    }
    for (Other other : entry.others()) {
      if (actors.containsKey(other.id().text()) || bodies.containsKey(other.id().text())) {
        problems.error(
            other.id().place(), "'%s' is an actor or body and votes as such", other.id());
      }
      member(other.id(), "'others'");
    }
    if (entry.members().isEmpty()) {
      problems.error(entry.id().place(), "body '%s' has no members", entry.id());
    }
  }

  List<Body.Seat> seats(Set<String> withoutVeto) {
    Set<String> vetoes = vetoHolders();
    vetoes.removeAll(withoutVeto);
    Set<String> sponsors = new HashSet<>(members);
    if (!entry.sponsors().isEmpty()) {
      sponsors.clear();
      entry.sponsors().forEach(word -> sponsors.add(member(word, "'sponsors'")));
    }
    Map<String, BigFraction> costs = costs();
    List<Body.Seat> seats = new ArrayList<>();
    for (String id : members) {
      Other other = others.get(id);
      seats.add(
          new Body.Seat(
              id,
              other == null ? id : other.name(),
              voter(id),
              vetoes.contains(id) ? Body.Veto.HELD : Body.Veto.NONE,
              sponsors.contains(id) ? Body.Sponsorship.MAY : Body.Sponsorship.NONE,
              costs.getOrDefault(id, BigFraction.ZERO)));
    }
    return seats;
  }

  private Set<String> vetoHolders() {
    Set<String> holders = new HashSet<>();
    for (Rule rule : entry.rules()) {
      for (Word word : rule.veto()) holders.add(member(word, "'veto'"));
    }
    return holders;
  }

  private Map<String, BigFraction> costs() {
    Map<String, BigFraction> costs = new LinkedHashMap<>();
    for (ObjectionCost cost : entry.objectionCosts()) {
      BigFraction amount = numbers.of(cost.cost());
      if (amount.signum() < 0) {
        problems.error(
            cost.member().place(),
            "the objection cost of '%s' is below 0, expected 0 or more",
            cost.member());
      }
      if (bodies.containsKey(cost.member().text())) {
        problems.error(
            cost.member().place(),
            "'%s' is a body and has no value unit; expected an objection cost of an actor",
            cost.member());
      }
      costs.put(member(cost.member(), "'objection-cost'"), amount);
    }
    return costs;
  }

  /// Follows followers to whose wishes count in the end.
  private Body.Voter voter(String id) {
    String at = id;
    Set<String> passed = new HashSet<>();
    while (passed.add(at)) {
      if (absent.contains(at)) {
        return at.equals(id) ? new Body.Absent() : new Body.Always(Vote.ABSTAIN);
      }
      Integer actor = actors.get(at);
      if (actor != null) return new Body.Wishes(actor);
      Integer body = bodies.get(at);
      if (body != null) return new Body.Ruling(body);
      Other other = others.get(at);
      if (other == null) return new Body.Always(Vote.ABSTAIN); // told already
      switch (other.conduct()) {
        case BodyEntry.Always(Vote vote) -> {
          return new Body.Always(vote);
        }
        case BodyEntry.YesWith(var probability) -> {
          return new Body.Likely(at, numbers.probability(probability, "yes-with"));
        }
        case BodyEntry.Follows(Word whom) -> at = followed(whom);
      }
    }
    Other start = others.get(id);
    if (start != null) {
      problems.error(start.id().place(), "'%s' follows itself by way of others", id);
    }
    return new Body.Always(Vote.ABSTAIN);
  }

  private String followed(Word whom) {
    String id = whom.text();
    if (!actors.containsKey(id) && !bodies.containsKey(id) && !others.containsKey(id)) {
      Set<String> valid = new LinkedHashSet<>(actors.keySet());
      valid.addAll(members);
      problems.error(
          whom.place(),
          "unknown member '%s' to follow, expected an actor or a member of '%s'%s",
          id,
          entry.id(),
          Spelling.hint(id, valid));
    }
    return id;
  }

  private String member(Word word, String where) {
    if (!members.contains(word.text())) {
      problems.error(
          word.place(),
          "'%s' under %s is no member of '%s', expected %s%s",
          word,
          where,
          entry.id(),
          members.size() > MOST_NAMED
              ? "one of its %d members".formatted(members.size())
              : "one of " + String.join(", ", members),
          Spelling.hint(word.text(), members));
    }
    return word.text();
  }

  List<Body.Majority> majorities() {
    if (entry.rules().isEmpty()) {
      problems.error(
          entry.id().place(),
          "body '%s' has no rule, expected for example `rule: {yes: %d}`",
          entry.id(),
          members.size() / 2 + 1);
    }
    return entry.rules().stream().map(rule -> majority(rule.majority(), rule.place())).toList();
  }

  private Body.Majority majority(BodyEntry.Majority majority, Place place) {
    return switch (majority) {
      case BodyEntry.YesVotes(var votes) -> {
        BigFraction needed = numbers.of(votes);
        BigFraction all = BigFraction.of(members.size());
        boolean whole = needed.getDenominator().equals(BigInteger.ONE);
        if (whole && needed.signum() >= 0 && Exact.isAtLeast(all, needed)) {
          yield new Body.YesVotes(needed.intValue());
        }
        problems.error(
            votes.place(),
            "%s yes votes are required of %d members, expected a whole number from 0 to %d",
            plain(needed),
            members.size(),
            members.size());
        yield new Body.YesVotes(0);
      }
      case BodyEntry.Weighted(var weights, var quota) -> {
        List<BigFraction> bySeat = weights(weights, place);
        BigFraction needed = numbers.of(quota);
        BigFraction total = bySeat.stream().reduce(BigFraction.ZERO, BigFraction::add);
        boolean sound = bySeat.stream().noneMatch(w -> w.signum() < 0); // else that is told
        if (sound && (needed.signum() < 0 || Exact.isMore(needed, total))) {
          problems.error(
              quota.place(),
              "the quota is %s, expected 0 to %s, the sum of all weights",
              plain(needed),
              plain(total));
        }
        yield new Body.Weighted(bySeat, needed);
      }
      case BodyEntry.YesShare(var share, var base, var weights) ->
          new Body.YesShare(
              weights.isEmpty()
                  ? members.stream().map(_ -> BigFraction.ONE).toList()
                  : weights(weights, place),
              numbers.probability(share, "the share of yes votes"),
              base);
    };
  }

  private List<BigFraction> weights(List<Weight> entries, Place place) {
    Map<String, BigFraction> byMember = new LinkedHashMap<>();
    for (Weight weight : entries) {
      BigFraction amount = numbers.of(weight.weight());
      if (amount.signum() < 0) {
        problems.error(
            weight.weight().place(),
            "the weight of '%s' is below 0, expected 0 or more",
            weight.member());
      }
      byMember.put(member(weight.member(), "'weights'"), amount);
    }
    List<BigFraction> bySeat = new ArrayList<>();
    for (String id : members) {
      @Nullable BigFraction weight = byMember.get(id);
      if (weight == null) {
        problems.error(
            place, "member '%s' has no weight in this rule, expected one for each member", id);
      }
      bySeat.add(weight == null ? BigFraction.ZERO : weight);
    }
    return bySeat;
  }

  private static String plain(BigFraction number) {
    return number.getDenominator().equals(BigInteger.ONE)
        ? number.getNumerator().toString()
        : number.getNumerator() + "/" + number.getDenominator();
  }
}
