package demarche.lens.council;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Term;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// What one member's veto keeps a body from passing, and who else would have to object.
///
/// **Definition.** The *measure of what passes* is the highest that a named measure takes over the
/// present state and the best text of each sponsor. The *effect* of a veto is the measure of what
/// passes where the member holds none, less the same where it does; the member keeps its vote. An
/// *ally* holds a veto too, likes the text that passes then less than what is, and casts none, as
/// its objection would cost it no less than it loses. The *bare* effect is the same with nobody's
/// objection costing anything: what is left where no ally hides behind the member.
///
/// **Source.** Ours, after the agenda setting of Romer & Rosenthal (1978).
///
/// @param with what passes as things are
/// @param without what passes where the member holds no veto
/// @param bare the effect with objections that cost nothing
/// @param allies for whom the member's veto works, in the order of the members
public record BadCop(
    Seat member, Passing with, Passing without, BigFraction bare, List<Ally> allies) {
  public BadCop {
    allies = List.copyOf(allies);
  }

  /// What a body passes, by a measure.
  ///
  /// @param text where it leads; the present state where nothing passes that has more of it
  /// @param measure of that state
  public record Passing(int text, BigFraction measure) {}

  /// A member that would have to object.
  ///
  /// @param worth what the text changes for it
  public record Ally(Seat seat, Actor actor, Cast.Worth worth) {
    /// What casting its veto costs it.
    public BigFraction cost() {
      return seat.objectionCost();
    }
  }

  /// Of a member of a body; empty where it holds no veto of its own.
  ///
  /// @param measure the terms of the measure
  public static Optional<BadCop> of(Council council, String member, List<Term> measure) {
    return council.body().seats().stream()
        .filter(seat -> seat.id().equals(member) && seat.veto() == Body.Veto.HELD)
        .filter(Scaled::isPresent)
        .findFirst()
        .map(seat -> new BadCops(council, measure).of(seat));
  }

  /// By how much the measure would be higher without the veto.
  public BigFraction effect() {
    return without.measure.subtract(with.measure);
  }

  /// Works it out.
  private record BadCops(Council council, List<Term> measure) {
    BadCop of(Seat member) {
      Council bold = council.with(seats(council, "", BigInteger.ZERO));
      Council lifted = council.with(seats(council, member.id(), BigInteger.ONE));
      Council boldLifted = council.with(seats(council, member.id(), BigInteger.ZERO));
      Passing with = passing(council);
      Passing without = passing(lifted);
      return new BadCop(
          member,
          with,
          without,
          passing(boldLifted).measure.subtract(passing(bold).measure),
          without.text == council.from() ? List.of() : allies(lifted, without.text));
    }

    /// The same seats, one of them without its veto, and with objections that cost so many times
    /// what they do.
    private static List<Seat> seats(Council council, String withoutVeto, BigInteger times) {
      return council.body().seats().stream()
          .map(seat ->
              new Seat(
                  seat.id(),
                  seat.name(),
                  seat.voter(),
                  seat.id().equals(withoutVeto) ? Body.Veto.NONE : seat.veto(),
                  seat.sponsorship(),
                  seat.objectionCost().multiply(times)))
          .toList();
    }

    private Passing passing(Council council) {
      Passing most = new Passing(council.from(), measure(council, council.from()));
      for (Sponsor sponsor : council.sponsors()) {
        int best = new Drafting(council, sponsor).bestText();
        BigFraction found = measure(council, best);
        if (Exact.isMore(found, most.measure)) most = new Passing(best, found);
      }
      return most;
    }

    private BigFraction measure(Council council, int state) {
      int[] levels = council.space().levels(state);
      return measure.stream().map(t -> t.of(levels)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    private static List<Ally> allies(Council lifted, int text) {
      List<Ally> allies = new ArrayList<>();
      for (Cast cast : lifted.division(text).casts()) {
        boolean bears = cast.vote() == Vote.ABSTAIN && cast.seat().veto() == Body.Veto.HELD;
        if (!bears || !cast.isOwn()) continue;
        Cast.Wished wished = (Cast.Wished) cast.ground();
        for (Cast.Worth worth : wished.worth()) {
          if (worth.change().signum() < 0) {
            allies.add(new Ally(cast.seat(), wished.actor(), worth));
          }
        }
      }
      return allies;
    }
  }
}
