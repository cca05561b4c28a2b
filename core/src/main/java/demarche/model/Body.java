package demarche.model;

import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Exact;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A collective decision maker whose preference is its voting rule's.
///
/// It prefers one state to another when those members that strictly prefer it satisfy every rule, a
/// sponsor is among them, no member vetoes, and so do the bodies of `after`. That relation need not
/// be transitive: a body has no rank.
///
/// @param after indices of the parties that must approve the same change too
public record Body(
    int index,
    String id,
    String name,
    List<Option> options,
    List<Seat> seats,
    List<Majority> rules,
    List<Integer> after)
    implements Party {
  public Body {
    options = List.copyOf(options);
    seats = List.copyOf(seats);
    rules = List.copyOf(rules);
    after = List.copyOf(after);
  }

  /// A place in a body.
  ///
  /// @param voter whose wishes decide the vote; a follower has those of whom it follows
  /// @param objectionCost what casting a veto costs it, 0 or more
  public record Seat(
      String id,
      String name,
      Voter voter,
      Veto veto,
      Sponsorship sponsorship,
      BigFraction objectionCost) {}

  /// What decides a vote.
  public sealed interface Voter {}

  /// The wishes of an actor, by its party index.
  public record Wishes(int actor) implements Voter {}

  /// The rule of another body, by its party index.
  public record Ruling(int body) implements Voter {}

  /// Always the same vote.
  public record Always(Vote vote) implements Voter {}

  /// Yes with a probability, else no; in the base analysis the likelier vote.
  ///
  /// @param member on whose draw the vote depends: itself, or the member of this body whom it
  ///   follows
  /// @param yes from 0 to 1
  public record Likely(String member, BigFraction yes) implements Voter {
    /// The vote that the base analysis takes: yes from one half.
    public Vote vote() {
      return Exact.isAtLeast(yes, BigFraction.of(1, 2)) ? Vote.YES : Vote.NO;
    }
  }

  /// Out of the body; a quota stays as it is.
  public record Absent() implements Voter {}

  public enum Veto {
    NONE,
    HELD
  }

  /// Whether the member may table a text.
  public enum Sponsorship {
    NONE,
    MAY
  }

  /// One majority; weights are by seat.
  public sealed interface Majority {}

  public record YesVotes(int votes) implements Majority {}

  public record Weighted(List<BigFraction> weights, BigFraction quota) implements Majority {
    public Weighted {
      weights = List.copyOf(weights);
    }
  }

  public record YesShare(List<BigFraction> weights, BigFraction share, Base base)
      implements Majority {
    public YesShare {
      weights = List.copyOf(weights);
    }
  }
}
