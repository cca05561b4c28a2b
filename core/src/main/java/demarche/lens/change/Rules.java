package demarche.lens.change;

import demarche.model.Body;
import demarche.model.Body.Majority;
import demarche.model.Body.Seat;
import demarche.model.Body.Veto;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// A body after changes of its rules.
final class Rules {
  private Rules() {}

  /// Whether a majority by one more or less is still one: more than nothing, no more than all.
  static boolean isPossible(Body body, int rule, int by) {
    return switch (body.rules().get(rule)) {
      case Body.YesVotes(int votes) -> votes + by >= 1 && votes + by <= body.seats().size();
      case Body.Weighted(var weights, var quota) -> {
        BigFraction all = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
        BigFraction after = quota.add(by);
        yield after.signum() > 0 && Exact.isAtLeast(all, after);
      }
      case Body.YesShare _ -> false;
    };
  }

  /// @param at its place among the bodies
  static Body after(Body body, int at, Set<Atom> changes) {
    List<Majority> rules = new ArrayList<>(body.rules());
    List<Seat> seats = new ArrayList<>(body.seats());
    for (Atom atom : changes) {
      if (atom instanceof Atom.Majority(int b, int rule, int by) && b == at) {
        rules.set(rule, by(body.rules().get(rule), by));
      }
      if (atom instanceof Atom.Veto(int b, int seat) && b == at) {
        seats.set(seat, turned(body.seats().get(seat)));
      }
    }
    return with(body, seats, rules);
  }

  static Body with(Body body, List<Seat> seats, List<Majority> rules) {
    return new Body(
        body.index(), body.id(), body.name(), body.options(), seats, rules, body.after());
  }

  private static Majority by(Majority majority, int by) {
    return switch (majority) {
      case Body.YesVotes(int votes) -> new Body.YesVotes(votes + by);
      case Body.Weighted(var weights, var quota) -> new Body.Weighted(weights, quota.add(by));
      case Body.YesShare share -> share;
    };
  }

  private static Seat turned(Seat seat) {
    Veto other = seat.veto() == Veto.HELD ? Veto.NONE : Veto.HELD;
    return new Seat(
        seat.id(), seat.name(), seat.voter(), other, seat.sponsorship(), seat.objectionCost());
  }

  static Seat costing(Seat seat, BigFraction cost) {
    return new Seat(seat.id(), seat.name(), seat.voter(), seat.veto(), seat.sponsorship(), cost);
  }
}
