package demarche.lens.council;

import demarche.lens.council.Council.Sponsor;
import demarche.model.Body;
import demarche.model.Option;
import java.util.List;

/// The best that a sponsor can get from a body, held against what it would write alone.
///
/// **Definition.** The *ideal draft* is the text that the sponsor likes best, whatever the votes.
/// Its *best text* is the one that it likes best among those that pass, and the present state where
/// it likes none of them better: who sets the agenda makes the others choose between a text and
/// what is. Among equally good drafts the ideal one changes the fewest levels; among equally good
/// texts the best one is nearest to the ideal draft; then the lowest state code decides.
///
/// **Source.** Romer & Rosenthal (1978), Political resource allocation, controlled agendas, and the
/// status quo, Public Choice 33.
///
/// @param ideal where the ideal draft leads; the present state where the sponsor wants no text
/// @param best where the best text leads; the present state where there is none
/// @param equals all states as good for the sponsor as `best` that it can get, itself included
/// @param draft how the body divides on the ideal draft
/// @param clauses one for each option that the ideal draft or the best text changes
/// @param concessions what would win those who stand against the ideal draft; empty where it passes
public record Agenda(
    Sponsor sponsor,
    int from,
    int ideal,
    int best,
    List<Integer> equals,
    Division draft,
    List<Clause> clauses,
    List<Concession> concessions) {
  public Agenda {
    equals = List.copyOf(equals);
    clauses = List.copyOf(clauses);
    concessions = List.copyOf(concessions);
  }

  /// Whether the sponsor wants a text and can get one that it likes better than what is.
  public boolean hasText() {
    return best != from;
  }

  public boolean wantsText() {
    return ideal != from;
  }

  public boolean getsIdeal() {
    return ideal == best;
  }

  /// One option of the text.
  ///
  /// @param now its level at present
  /// @param ideal its level in the ideal draft
  /// @param best its level in the best text
  public record Clause(Option option, int now, int ideal, int best, Binding binding) {}

  /// What keeps a clause from its level in the ideal draft, all other clauses of the best text left
  /// as they are.
  public sealed interface Binding {}

  /// Nothing: it stands there.
  public record Unbound() implements Binding {}

  /// Nobody: it would pass, and the sponsor would gain nothing by it.
  public record Idle() implements Binding {}

  /// The text would not be feasible, or not a legal move of the body.
  public record Impossible() implements Binding {}

  /// These members, by a veto.
  public record ByVeto(List<Body.Seat> members) implements Binding {
    public ByVeto {
      members = List.copyOf(members);
    }
  }

  /// These members, whose yes it would lose; where there is no best text, who do not vote yes.
  public record ByVotes(List<Body.Seat> members) implements Binding {
    public ByVotes {
      members = List.copyOf(members);
    }
  }

  /// Bodies that must approve the text too.
  public record ByBodies(List<Body> bodies) implements Binding {
    public ByBodies {
      bodies = List.copyOf(bodies);
    }
  }

  /// The least softening of the ideal draft that wins some members. A softening leaves each clause
  /// between its present level and that of the draft. Least is by the levels by which clauses move,
  /// then by what the sponsor likes best, then by the lowest state code.
  ///
  /// @param members who vote alike on every text
  /// @param buys what the softening wins
  /// @param text where the softened draft leads; -1 where no softening wins them
  /// @param steps levels by which it is softened; 0 where none
  public record Concession(List<Body.Seat> members, Buys buys, int text, int steps) {
    public Concession {
      members = List.copyOf(members);
    }
  }

  /// What a concession wins.
  public enum Buys {
    /// A vote for the text.
    YES,
    /// That a member no longer vetoes.
    NO_VETO
  }
}
