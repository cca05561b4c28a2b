package demarche.lens.council;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.model.Party;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What bodies do, read word by word. Slow on purpose; shares no code with the lens.
final class LiteralCouncil {
  private final Model model;
  private final ByDefinition literal;
  private final Map<Draw, Boolean> base = new HashMap<>();
  private final Map<List<Integer>, Boolean> passed = new HashMap<>();

  LiteralCouncil(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
    chances(model.bodies()).forEach((draw, yes) -> base.put(draw, yes.doubleValue() >= 0.5));
  }

  ByDefinition literal() {
    return literal;
  }

  /// A ballot: the vote, and whether it is a veto.
  record Slip(Vote vote, boolean veto) {}

  /// The draw of a member, the same in all bodies in which it has that probability.
  record Draw(String member, BigFraction yes) {}

  /// The likelier votes.
  Map<Draw, Boolean> base() {
    return base;
  }

  private static Map<Draw, BigFraction> chances(List<Body> bodies) {
    Map<Draw, BigFraction> chances = new HashMap<>();
    for (Body body : bodies) {
      for (Seat seat : body.seats()) {
        if (seat.voter() instanceof Body.Likely(var member, var yes)) {
          chances.put(new Draw(member, yes), yes);
        }
      }
    }
    return chances;
  }

  List<Slip> ballots(Body body, int s, int t, Map<Draw, Boolean> drawn) {
    return body.seats().stream().map(seat -> slip(seat, s, t, drawn)).toList();
  }

  private Slip slip(Seat seat, int s, int t, Map<Draw, Boolean> drawn) {
    boolean veto = seat.veto() == Body.Veto.HELD;
    return switch (seat.voter()) {
      case Body.Absent() -> new Slip(Vote.ABSTAIN, false);
      case Body.Always(Vote vote) -> new Slip(vote, veto && vote == Vote.NO);
      case Body.Likely(var member, var chance) -> {
        boolean yes = drawn.getOrDefault(new Draw(member, chance), false);
        yield new Slip(yes ? Vote.YES : Vote.NO, veto && !yes);
      }
      case Body.Ruling(int other) -> {
        Body ruling = (Body) model.parties().get(other);
        if (veto && passes(ruling, t, s, drawn)) yield new Slip(Vote.NO, true);
        if (passes(ruling, s, t, drawn)) yield new Slip(Vote.YES, false);
        yield new Slip(passes(ruling, t, s, drawn) ? Vote.NO : Vote.ABSTAIN, false);
      }
      case Body.Wishes(int index) -> wished(seat, model.actors().get(index), s, t);
    };
  }

  private Slip wished(Seat seat, Actor actor, int s, int t) {
    boolean better = literal.prefers(actor, s, t);
    boolean worse = literal.prefers(actor, t, s);
    if (seat.veto() == Body.Veto.NONE) {
      return new Slip(better ? Vote.YES : worse ? Vote.NO : Vote.ABSTAIN, false);
    }
    boolean crosses =
        actor.preference().redLines().stream()
            .anyMatch(l -> l.never().holds(levels(t)) && !l.never().holds(levels(s)));
    boolean dear = worse && loss(actor, s, t).subtract(seat.objectionCost()).signum() > 0;
    boolean free = worse && seat.objectionCost().signum() == 0;
    if (crosses || dear || free) return new Slip(Vote.NO, true);
    return new Slip(better ? Vote.YES : Vote.ABSTAIN, false);
  }

  private BigFraction loss(Actor actor, int s, int t) {
    if (actor.preference().order() instanceof demarche.model.Preference.Values values) {
      return values.of(levels(s)).subtract(values.of(levels(t)));
    }
    return price(actor, s, t);
  }

  /// What going from s to t loses an actor of the whole range of its values, red lines aside.
  BigFraction price(Actor actor, int s, int t) {
    BigFraction before = literal.share(actor, s).orElse(BigFraction.ZERO);
    BigFraction after = literal.share(actor, t).orElse(BigFraction.ZERO);
    return before.subtract(after);
  }

  int[] levels(int s) {
    return literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
  }

  boolean passes(Body body, int s, int t, Map<Draw, Boolean> drawn) {
    return drawn.equals(base) ? known(body, s, t, drawn) : isPassed(body, s, t, drawn);
  }

  /// The same of a body that the model does not have.
  boolean passesAfresh(Body body, int s, int t) {
    return isPassed(body, s, t, base);
  }

  private boolean known(Body body, int s, int t, Map<Draw, Boolean> drawn) {
    List<Integer> question = List.of(body.index(), s, t);
    Boolean known = passed.get(question);
    boolean answer = known == null ? isPassed(body, s, t, drawn) : known;
    passed.put(question, answer);
    return answer;
  }

  private boolean isPassed(Body body, int s, int t, Map<Draw, Boolean> drawn) {
    List<Slip> slips = ballots(body, s, t, drawn);
    return slips.stream().noneMatch(Slip::veto)
        && carries(body, slips.stream().map(Slip::vote).toList())
        && body.after().stream()
            .allMatch(other -> passes((Body) model.parties().get(other), s, t, drawn));
  }

  /// Whether votes meet every majority, with a sponsor among the yes votes.
  static boolean carries(Body body, List<Vote> votes) {
    boolean sponsored = false;
    for (int k = 0; k < votes.size(); k++) {
      boolean may = body.seats().get(k).sponsorship() == Body.Sponsorship.MAY;
      sponsored |= may && votes.get(k) == Vote.YES;
    }
    return sponsored && meets(body, votes);
  }

  /// Whether votes meet every majority.
  static boolean meets(Body body, List<Vote> votes) {
    return body.rules().stream().allMatch(rule -> met(rule, body, votes));
  }

  private static boolean met(Body.Majority rule, Body body, List<Vote> votes) {
    List<BigFraction> weights =
        switch (rule) {
          case Body.YesVotes _ -> votes.stream().map(_ -> BigFraction.ONE).toList();
          case Body.Weighted(var own, var _) -> own;
          case Body.YesShare(var own, var _, var _) -> own;
        };
    BigFraction yes = BigFraction.ZERO;
    BigFraction no = BigFraction.ZERO;
    BigFraction all = BigFraction.ZERO;
    BigFraction present = BigFraction.ZERO;
    for (int k = 0; k < votes.size(); k++) {
      if (votes.get(k) == Vote.YES) yes = yes.add(weights.get(k));
      if (votes.get(k) == Vote.NO) no = no.add(weights.get(k));
      all = all.add(weights.get(k));
      boolean there = !(body.seats().get(k).voter() instanceof Body.Absent);
      if (there) present = present.add(weights.get(k));
    }
    BigFraction needed =
        switch (rule) {
          case Body.YesVotes(int quota) -> BigFraction.of(quota);
          case Body.Weighted(var _, var quota) -> quota;
          case Body.YesShare(var _, var share, Base base) ->
              share.multiply(
                  switch (base) {
                    case ALL -> all;
                    case PRESENT -> present;
                    case VOTING -> yes.add(no);
                  });
        };
    return yes.subtract(needed).signum() >= 0;
  }

  /// Members whose votes turn the outcome where all who vote by the same wishes turn about.
  List<Seat> pivotal(Body body, int s, int t) {
    List<Seat> pivotal = new ArrayList<>();
    boolean passes = passes(body, s, t, base());
    List<Slip> cast = ballots(body, s, t, base());
    boolean approved =
        body.after().stream().allMatch(o -> passes((Body) model.parties().get(o), s, t, base()));
    for (Seat lead : body.seats()) {
      if (lead.voter() instanceof Body.Absent) continue;
      List<Slip> slips = new ArrayList<>(cast);
      boolean yes = slips.get(body.seats().indexOf(first(body, lead))).vote() == Vote.YES;
      for (int k = 0; k < slips.size(); k++) {
        Seat seat = body.seats().get(k);
        boolean fixed = seat.voter() instanceof Body.Always;
        if (fixed ? !seat.equals(lead) : !seat.voter().equals(lead.voter())) continue;
        boolean veto = seat.veto() == Body.Veto.HELD && yes;
        slips.set(k, new Slip(yes ? Vote.NO : Vote.YES, veto));
      }
      boolean turned =
          approved
              && slips.stream().noneMatch(Slip::veto)
              && carries(body, slips.stream().map(Slip::vote).toList());
      if (turned != passes) pivotal.add(lead);
    }
    return pivotal;
  }

  /// The first seat that votes by the same wishes.
  private static Seat first(Body body, Seat seat) {
    if (seat.voter() instanceof Body.Always) return seat;
    return body.seats().stream()
        .filter(k -> k.voter().equals(seat.voter()))
        .findFirst()
        .orElseThrow();
  }

  /// The states to which a text of the body could lead.
  List<Integer> texts(Body body, int from) {
    return literal.moves(body, from).stream().sorted().toList();
  }

  /// The probability that a change passes: over every way in which all draws could fall.
  BigFraction probability(Body body, int s, int t) {
    List<Body> concerned = new ArrayList<>();
    collect(body, concerned, new LinkedHashSet<>());
    List<Map.Entry<Draw, BigFraction>> draws = List.copyOf(chances(concerned).entrySet());
    BigFraction sum = BigFraction.ZERO;
    for (int world = 0; world < 1 << draws.size(); world++) {
      BigFraction weight = BigFraction.ONE;
      Map<Draw, Boolean> drawn = new HashMap<>();
      for (int d = 0; d < draws.size(); d++) {
        boolean yes = (world >> d & 1) == 1;
        BigFraction chance = draws.get(d).getValue();
        drawn.put(draws.get(d).getKey(), yes);
        weight = weight.multiply(yes ? chance : BigFraction.ONE.subtract(chance));
      }
      if (weight.signum() > 0 && passes(body, s, t, drawn)) sum = sum.add(weight);
    }
    return sum;
  }

  private void collect(Body body, List<Body> all, Set<Integer> seen) {
    if (!seen.add(body.index())) return;
    all.add(body);
    for (Party party : model.parties()) {
      if (!(party instanceof Body other)) continue;
      boolean sits =
          body.seats().stream().anyMatch(k -> k.voter().equals(new Body.Ruling(other.index())));
      if (sits || body.after().contains(other.index())) collect(other, all, seen);
    }
  }

  /// The fewest members who would have to vote yes in addition, vetoes aside; -1 where no number is
  /// enough.
  int missing(Body body, int s, int t) {
    List<Vote> votes = ballots(body, s, t, base()).stream().map(Slip::vote).toList();
    List<Integer> free = new ArrayList<>();
    for (int k = 0; k < votes.size(); k++) {
      boolean there = !(body.seats().get(k).voter() instanceof Body.Absent);
      if (votes.get(k) != Vote.YES && there) free.add(k);
    }
    int most = free.size() > 8 && !carries(body, turned(votes, free, -1)) ? 0 : free.size();
    for (int count = 0; count <= most; count++) {
      for (int set = 0; set < 1 << free.size(); set++) {
        if (Integer.bitCount(set) == count && carries(body, turned(votes, free, set))) return count;
      }
    }
    return -1;
  }

  /// The votes with those of a set turned to yes.
  private static List<Vote> turned(List<Vote> votes, List<Integer> free, int set) {
    List<Vote> turned = new ArrayList<>(votes);
    for (int f = 0; f < free.size(); f++) {
      if ((set >> f & 1) == 1) turned.set(free.get(f), Vote.YES);
    }
    return turned;
  }

  /// The least total price of actors whose votes together make up what is missing; -1 where there
  /// is none.
  BigFraction cheapest(Body body, int s, int t) {
    List<Vote> votes = ballots(body, s, t, base()).stream().map(Slip::vote).toList();
    BigFraction best = BigFraction.of(-1);
    int actors = model.actors().size();
    for (int set = 0; set < 1 << actors; set++) {
      List<Vote> turned = new ArrayList<>(votes);
      BigFraction price = BigFraction.ZERO;
      boolean sold = true;
      for (Actor actor : model.actors()) {
        if ((set >> actor.index() & 1) == 0) continue;
        sold &= actor.preference().redLines().stream().noneMatch(l -> l.never().holds(levels(t)));
        if (literal.prefers(actor, t, s)) price = price.add(price(actor, s, t));
        for (int k = 0; k < turned.size(); k++) {
          if (body.seats().get(k).voter().equals(new Body.Wishes(actor.index()))) {
            turned.set(k, Vote.YES);
          }
        }
      }
      boolean cheaper = best.signum() < 0 || price.subtract(best).signum() < 0;
      if (sold && cheaper && carries(body, turned)) best = price;
    }
    return best;
  }
}
