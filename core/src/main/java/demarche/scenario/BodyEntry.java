package demarche.scenario;

import java.util.List;

/// A collective decision maker as the file describes it.
///
/// @param members ids of actors, of other bodies, or of `others`
/// @param rules all must hold
/// @param sponsors empty: every member
/// @param after bodies that must approve the same change too
public record BodyEntry(
    Word id,
    String name,
    List<OptionEntry> options,
    List<Word> members,
    List<Other> others,
    List<Rule> rules,
    List<Word> sponsors,
    List<ObjectionCost> objectionCosts,
    List<Word> after,
    Evidence evidence) {
  public BodyEntry {
    options = List.copyOf(options);
    members = List.copyOf(members);
    others = List.copyOf(others);
    rules = List.copyOf(rules);
    sponsors = List.copyOf(sponsors);
    objectionCosts = List.copyOf(objectionCosts);
    after = List.copyOf(after);
  }

  /// A member that is no actor of the scenario.
  public record Other(Word id, String name, Conduct conduct, Evidence evidence) {}

  /// How such a member votes.
  public sealed interface Conduct {}

  public record Follows(Word whom) implements Conduct {}

  public record Always(Vote vote) implements Conduct {}

  public record YesWith(Quantity probability) implements Conduct {}

  public enum Vote {
    YES,
    NO,
    ABSTAIN
  }

  /// One majority, with the members that may veto.
  public record Rule(Majority majority, List<Word> veto, Place place, Evidence evidence) {
    public Rule {
      veto = List.copyOf(veto);
    }
  }

  public sealed interface Majority {}

  /// At least so many yes votes; a whole number in the end.
  public record YesVotes(Formula votes) implements Majority {}

  /// The weights of those voting yes add up to the quota.
  public record Weighted(List<Weight> weights, Formula quota) implements Majority {
    public Weighted {
      weights = List.copyOf(weights);
    }
  }

  /// The yes votes are at least this share of all votes, of those of members that are present, or
  /// of those cast as yes or no.
  ///
  /// @param weights empty: one vote each
  public record YesShare(Formula share, Base base, List<Weight> weights) implements Majority {
    public YesShare {
      weights = List.copyOf(weights);
    }
  }

  public record Weight(Word member, Formula weight) {}

  public enum Base {
    ALL,
    /// Without members that are absent; who abstains is present.
    PRESENT,
    VOTING
  }

  /// What casting a veto costs a member, in its value unit.
  public record ObjectionCost(Word member, Quantity cost, Evidence evidence) {}
}
