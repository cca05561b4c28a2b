package demarche.lens.settlement;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Whether a party consents to going from one assignment to another, and what it has against it.
///
/// **Definition.** An actor consents iff it weakly prefers where that leads to where it stands, and
/// crosses none of its red lines there. A body consents iff its own options stay as they are, or it
/// would carry the change; it votes with events held as in the status quo.
public record Consent(StateSpace space) {
  /// What the party has against it; empty where it consents.
  ///
  /// @param from as levels of options and events
  /// @param to the same, feasible or not
  public List<Blocker> against(Party party, int[] from, int[] to) {
    return switch (party) {
      case Actor actor -> against(actor, from, to);
      case Body body -> against(body, from, to);
    };
  }

  private static List<Blocker> against(Actor actor, int[] from, int[] to) {
    List<RedLine> crossed =
        actor.preference().redLines().stream().filter(l -> l.never().holds(to)).toList();
    if (!crossed.isEmpty()) return List.of(new Blocker.CrossesLine(actor, crossed));
    boolean worse = actor.preference().compare(to, from) < 0;
    return worse ? List.of(new Blocker.PrefersNoDeal(actor)) : List.of();
  }

  private List<Blocker> against(Body body, int[] before, int[] end) {
    boolean untouched = body.options().stream().allMatch(o -> end[o.index()] == before[o.index()]);
    int from = space.state(held(before));
    int to = space.state(held(end));
    if (untouched || from < 0 || to < 0 || space.prefers(body, from, to)) return List.of();
    List<Assembly.Ballot> ballots = space.assembly(body).ballots(from, to);
    List<Body.Seat> vetoes = new ArrayList<>();
    int yes = 0;
    for (int seat = 0; seat < ballots.size(); seat++) {
      if (ballots.get(seat).veto()) vetoes.add(body.seats().get(seat));
      if (ballots.get(seat).vote() == Vote.YES) yes++;
    }
    return List.of(
        vetoes.isEmpty() ? new Blocker.Shortfall(body, yes) : new Blocker.Vetoed(body, vetoes));
  }

  /// The same levels with events as in the status quo.
  private int[] held(int[] levels) {
    Model model = space.model();
    int[] held = levels.clone();
    int[] statusQuo = model.statusQuo();
    for (Option event : model.events()) held[event.index()] = statusQuo[event.index()];
    return held;
  }
}
