package demarche.scenario;

import java.util.List;

/// Something that happened.
///
/// @param date as written, year first
/// @param by who moved; several moved jointly; empty where the entry only sets the state or is
///   disputed
/// @param does what the move changed; settings may be empty
/// @param from the variant that counts from here on; empty: as before
/// @param resolution the number of a text voted on; empty where none
public record TraceEntry(
    Word date,
    List<Word> by,
    Deed deed,
    Destination does,
    Word from,
    List<Claimed> claimed,
    Word resolution,
    List<MemberVote> votes,
    String note,
    Evidence evidence) {
  public TraceEntry {
    by = List.copyOf(by);
    claimed = List.copyOf(claimed);
    votes = List.copyOf(votes);
  }

  /// Whether the entry states where things stand, or what somebody did.
  public enum Deed {
    STATE,
    MOVE
  }

  /// One side of a disputed attribution.
  public record Claimed(List<Word> by, Evidence evidence) {}

  public record MemberVote(Word member, Word vote) {
    /// What a member may do.
    public static final List<String> CHOICES = List.of("yes", "no", "abstain", "absent");
  }
}
