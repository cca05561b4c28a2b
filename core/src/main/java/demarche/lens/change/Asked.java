package demarche.lens.change;

import demarche.lens.stability.Concept;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A question about the least change.
///
/// @param about the state that is meant
/// @param aim what is wanted of it
/// @param parties whose stability is asked, by their ids; none for all
/// @param kinds what may be changed
/// @param tries how many sets of changes are judged at most
/// @param limit how many answers are listed at most
public record Asked(
    About about,
    Aim aim,
    Concept concept,
    List<String> parties,
    Set<Kind> kinds,
    int tries,
    int limit) {
  /// How many sets of changes are judged where nobody says.
  public static final int USUAL_TRIES = 4_000;

  /// How many answers are listed where nobody says.
  public static final int USUAL_LIMIT = 20;

  public Asked {
    parties = List.copyOf(parties);
    kinds = Set.copyOf(kinds);
  }

  /// The state that is meant.
  public sealed interface About {}

  /// Where a proposal leads.
  ///
  /// @param id its id
  public record OfProposal(String id) implements About {}

  /// A state.
  ///
  /// @param name as it was asked for
  /// @param levels of all options and events
  public record OfState(String name, List<Integer> levels) implements About {
    public OfState {
      levels = List.copyOf(levels);
    }
  }

  /// Any state in which an expression holds.
  public record Where(demarche.model.Clause when) implements About {}

  /// What is wanted of it.
  public enum Aim {
    /// All whose consent it needs give it.
    ACCEPTABLE,
    /// Nobody has reason to leave it.
    STABLE,
    /// Both.
    DURABLE
  }

  /// Whether what actors picture of each other counts, and not the world as it is.
  boolean isSeen() {
    return kinds.contains(Kind.BELIEFS);
  }

  /// The kinds in their order.
  List<Kind> searched() {
    return List.copyOf(new TreeSet<>(kinds));
  }
}
