package demarche.lens.council;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Preference.RedLine;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly.Ballot;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What one member votes on a text, and what decides it.
public record Cast(Seat seat, Ballot ballot, Ground ground) {
  public Vote vote() {
    return ballot.vote();
  }

  public boolean isVeto() {
    return ballot.veto();
  }

  public boolean isYes() {
    return ballot.vote() == Vote.YES;
  }

  /// Whether the member votes by wishes of its own, and not by another's.
  public boolean isOwn() {
    return ground instanceof Wished wished && wished.actor().id().equals(seat.id());
  }

  public boolean isPresent() {
    return !(ground instanceof Gone);
  }

  /// What decides a vote.
  public sealed interface Ground {}

  /// The wishes of an actor: the member itself, or whom it follows.
  ///
  /// @param worth what the text changes; empty for a mere order whose numbers decide nothing
  /// @param crossed red lines that the text crosses anew
  public record Wished(Actor actor, List<Worth> worth, List<RedLine> crossed, Sale sale)
      implements Ground {
    public Wished {
      worth = List.copyOf(worth);
      crossed = List.copyOf(crossed);
    }
  }

  /// What two states are worth to an actor, red lines aside: in its own unit, of a mere order by
  /// its evenly spaced ranks from 0 to 1.
  ///
  /// @param before of the state from which the text leads away
  /// @param after of the state to which it leads
  public record Worth(BigFraction before, BigFraction after) {
    /// By how much the text is worth more.
    public BigFraction change() {
      return after.subtract(before);
    }
  }

  /// Whether a vote can be won at all.
  public enum Sale {
    FOR_SALE,
    /// The text leads where a red line is crossed, to which the actor never consents.
    NEVER
  }

  /// Always the same vote.
  public record Fixed() implements Ground {}

  /// A draw: its own, or that of the member whom it follows.
  public record Drawn(String member, BigFraction yes) implements Ground {}

  /// The rule of another body.
  public record Ruled(Body body) implements Ground {}

  /// Absent.
  public record Gone() implements Ground {}

  /// By how much a loss exceeds what an objection costs: what the member would have to lose less
  /// for it to cast no veto. In the actor's own unit, 0 or less where it bears the loss.
  public BigFraction margin(Worth worth) {
    return worth.change().negate().subtract(seat.objectionCost());
  }
}
