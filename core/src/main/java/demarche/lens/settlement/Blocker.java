package demarche.lens.settlement;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import java.util.List;

/// A party whose consent a proposal needs and that does not give it, with the reason.
public sealed interface Blocker {
  Party party();

  /// The proposal crosses red lines of the actor.
  record CrossesLine(Actor party, List<RedLine> lines) implements Blocker {
    public CrossesLine {
      lines = List.copyOf(lines);
    }
  }

  /// The actor prefers what happens without a deal.
  record PrefersNoDeal(Actor party) implements Blocker {}

  /// Members veto what the proposal asks of the body.
  record Vetoed(Body party, List<Body.Seat> by) implements Blocker {
    public Vetoed {
      by = List.copyOf(by);
    }
  }

  /// Too few members want what the proposal asks of the body, or no sponsor does.
  ///
  /// @param yes how many vote yes
  record Shortfall(Body party, int yes) implements Blocker {}
}
