package demarche.lens.council;

import demarche.finding.Sentence;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.StateSpace;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// How a body divides on a text, and what becomes of it.
///
/// @param from the state from which the text leads away
/// @param to the state to which it leads
/// @param casts in the order of the members
/// @param canvass which votes are lacking, and whose could be won
/// @param pivotal members whose votes, given all others, decide: those who vote by the same wishes
///   or draw turn together, from yes to no (with a veto, to a veto), and from anything else to yes
/// @param probability that it passes, where members vote yes with a probability; else 0 or 1
public record Division(
    Body body,
    int from,
    int to,
    List<Cast> casts,
    Fate fate,
    Canvass canvass,
    List<Seat> pivotal,
    BigFraction probability) {
  public Division {
    pivotal = List.copyOf(pivotal);
    casts = List.copyOf(casts);
  }

  /// What becomes of a text.
  public sealed interface Fate {}

  public record Passed() implements Fate {}

  /// Some member vetoes it, whatever the votes.
  public record Vetoed(List<Cast> by) implements Fate {
    public Vetoed {
      by = List.copyOf(by);
    }
  }

  /// Too few vote for it, or no sponsor does.
  public record TooFew() implements Fate {}

  /// Bodies that must approve the same change too do not.
  public record Unratified(List<Body> by) implements Fate {
    public Unratified {
      by = List.copyOf(by);
    }
  }

  /// Which votes a text lacks.
  ///
  /// @param missing the fewest members who would have to vote yes in addition for every majority to
  ///   be met and a sponsor to be among the yes votes, vetoes aside; -1 where even all would not do
  /// @param offers the actors whose votes could be won, the cheapest first
  /// @param cheapest those of them that would do at the least price in all; empty where nothing is
  ///   missing or those for sale do not do
  public record Canvass(int missing, List<Offer> offers, List<Offer> cheapest) {
    public Canvass {
      offers = List.copyOf(offers);
      cheapest = List.copyOf(cheapest);
    }
  }

  /// What it takes to win the votes of an actor, its own and those of its followers.
  ///
  /// @param price the loss to be made good, in u; the actor votes yes for anything more
  public record Offer(Actor actor, List<Seat> seats, BigFraction price) {
    public Offer {
      seats = List.copyOf(seats);
    }
  }

  /// What becomes of it and why, to stand after the name of the text and a colon.
  public Sentence inWords(StateSpace space) {
    return new Outcomes(new Members(space)).of(this);
  }

  public boolean passes() {
    return fate instanceof Passed;
  }

  /// How many members cast a vote; who is absent casts none.
  public int count(Vote vote) {
    return (int) casts.stream().filter(c -> c.isPresent() && c.vote() == vote).count();
  }

  public List<Cast> vetoes() {
    return casts.stream().filter(Cast::isVeto).toList();
  }
}
