package demarche.lens.foresight;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is stable for decision makers who look several moves ahead.
///
/// **Definition.** A state is L_h stable for a party iff the party, if it is its turn there with
/// *h* moves left, expects things to end there ([Anticipation]); NM stable iff it is L_h stable for
/// every *h* from some *h* on. Under Stackelberg stability with leader *i* and follower *j* a state
/// is stable for *i* iff L_2 stable, and for *j* iff R stable. A party that cannot move at all
/// takes no part, and every state is stable for it.
///
/// **Law.** L_1 is R. A state that is L_2 stable for a party is SEQ stable for it.
///
/// **Source.** Kilgour (1985); Kilgour, Hipel & Fang (1987); Stackelberg stability as in Fang,
/// Hipel & Kilgour (1989) as we know it. For more than two decision makers the definition is ours.
public final class Foresight {

  /// How many expectations may be kept: one for each horizon, mover and state.
  private static final long MOST_KEPT = 1L << 27;

  private final Arcs arcs;
  private final List<Party> movers;
  private final List<Held> held = new ArrayList<>();
  private final Map<Notion, String> notSearched = new LinkedHashMap<>();
  private final List<Anticipation> byHorizon = new ArrayList<>();
  private Optional<Recurrence> recurrence = Optional.empty();

  private Foresight(Arcs arcs) {
    this.arcs = arcs;
    movers = arcs.space().model().parties().stream().filter(arcs::isMover).toList();
  }

  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Foresight of(StateSpace space, Collection<Notion> notions, Run run) {
    Foresight foresight = new Foresight(Arcs.of(space, run.watch()));
    Orders orders = Orders.of(space, foresight.movers, run);
    if (!orders.refusal().isEmpty()) {
      notions.forEach(n -> foresight.notSearched.put(n, orders.refusal()));
      return foresight;
    }
    Anticipation none = Anticipation.none(foresight.arcs, foresight.movers, orders);
    foresight.lookAhead(none, farthest(notions), run);
    for (Notion notion : notions) foresight.search(notion, none, run);
    return foresight;
  }

  private static int farthest(Collection<Notion> notions) {
    return notions.stream()
        .mapToInt(n -> n instanceof Notion.Limited(int horizon) ? horizon : 2)
        .max()
        .orElse(0);
  }

  /// Keeps what is expected for each horizon.
  private void lookAhead(Anticipation none, int farthest, Run run) {
    refuse(farthest);
    byHorizon.add(none);
    for (int h = 1; h <= farthest; h++) byHorizon.add(byHorizon.getLast().deeper(run));
  }

  private void refuse(int farthest) {
    long kept = (farthest + 1L) * movers.size() * arcs.space().size();
    if (kept > MOST_KEPT) {
      throw new TooLarge(
          "looking %d moves ahead".formatted(farthest),
          "%,d expectations".formatted(kept),
          "%,d".formatted(MOST_KEPT),
          "look less far ahead, or hold some options with a variant (passive, agenda)");
    }
  }

  private void search(Notion notion, Anticipation none, Run run) {
    switch (notion) {
      case Notion.Limited(int horizon) -> hold(notion, List.of(), stable(horizon));
      case Notion.NonMyopic() -> {
        recurrence = Recurrence.of(none, run);
        recurrence.ifPresentOrElse(
            r -> hold(notion, List.of(), stable(r, run)),
            () ->
                notSearched.put(
                    notion,
                    "what is expected does not repeat within %,d moves"
                        .formatted(Recurrence.FARTHEST)));
      }
      case Notion.Stackelberg() -> {
        if (movers.size() == 2) {
          for (Party leader : movers) hold(notion, List.of(leader), led(leader));
        } else {
          notSearched.put(
              notion,
              "it is defined for two decision makers, and %d can move".formatted(movers.size()));
        }
      }
    }
  }

  private void hold(Notion notion, List<Party> leaders, List<StateSet> byMover) {
    List<StateSet> stable = new ArrayList<>();
    for (Party party : arcs.space().model().parties()) {
      int mover = movers.indexOf(party);
      stable.add(mover < 0 ? StateSet.all(arcs.space().size()) : byMover.get(mover));
    }
    held.add(new Held(notion, leaders, stable));
  }

  private List<StateSet> stable(int horizon) {
    List<StateSet> stable = new ArrayList<>();
    for (int i = 0; i < movers.size(); i++) stable.add(byHorizon.get(horizon).stable(i));
    return stable;
  }

  /// What is stable for every horizon that recurs.
  private List<StateSet> stable(Recurrence recurrence, Run run) {
    List<StateSet> stable = new ArrayList<>();
    Anticipation at = recurrence.first();
    for (int i = 0; i < movers.size(); i++) stable.add(at.stable(i));
    for (int h = 1; h < recurrence.period(); h++) {
      at = at.deeper(run);
      for (int i = 0; i < movers.size(); i++) stable.set(i, stable.get(i).and(at.stable(i)));
    }
    return stable;
  }

  private List<StateSet> led(Party leader) {
    List<StateSet> stable = new ArrayList<>();
    for (int i = 0; i < movers.size(); i++) {
      stable.add(byHorizon.get(movers.get(i).equals(leader) ? 2 : 1).stable(i));
    }
    return stable;
  }

  public StateSpace space() {
    return arcs.space();
  }

  /// The parties that can move, in the order of the model.
  public List<Party> movers() {
    return movers;
  }

  /// What is stable, in the order of the question; under Stackelberg stability once for each
  /// leader.
  public List<Held> held() {
    return List.copyOf(held);
  }

  /// Notions that were asked for and not searched, with the reason.
  public Map<Notion, String> notSearched() {
    return new LinkedHashMap<>(notSearched);
  }

  /// Where the answers begin to repeat; empty where non-myopic stability was not asked or found.
  Optional<Recurrence> recurrence() {
    return recurrence;
  }

  /// Whether ties decided what somebody would do, for the longest horizon asked for.
  boolean isTied() {
    return !byHorizon.isEmpty() && byHorizon.getLast().isTied();
  }

  /// What a mover would begin and expects to follow, move by move; empty where it stays.
  List<Step> expected(Party mover, int state, int horizon) {
    int i = movers.indexOf(mover);
    if (i < 0 || byHorizon.get(horizon).end(i, state) == state) return List.of();
    int q = chosen(i, state, horizon, new int[arcs.most()]);
    return course(mover, q, horizon);
  }

  /// What a mover expects to follow, move by move, once it has gone to `q` as the first of so many
  /// moves; that move included.
  List<Step> course(Party mover, int q, int horizon) {
    List<Step> steps = new ArrayList<>(List.of(new Step(mover, q)));
    int[] into = new int[arcs.most()];
    int at = q;
    int h = horizon - 1;
    for (int i = next(movers.indexOf(mover), at, h); i >= 0; i = next(i, at, h)) {
      at = chosen(i, at, h, into);
      steps.add(new Step(movers.get(i), at));
      h--;
    }
    return steps;
  }

  /// Where a mover expects that things end if it is its turn with so many moves left.
  int end(Party mover, int state, int horizon) {
    return byHorizon.get(horizon).end(movers.indexOf(mover), state);
  }

  /// Keeps what is expected up to the last horizon before all repeats, so that it can be told.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  void keepWholeCycle(Run run) {
    recurrence.ifPresent(r -> {
      refuse(r.lastLook());
      while (byHorizon.size() <= r.lastLook()) byHorizon.add(byHorizon.getLast().deeper(run));
    });
  }

  /// To which state the mover goes: the lowest that leads to the end it expects.
  private int chosen(int i, int s, int horizon, int[] into) {
    int end = byHorizon.get(horizon).end(i, s);
    int count = arcs.targets(movers.get(i), s, Arcs.Kind.MOVES, into);
    for (int k = 0; k < count; k++) {
      if (byHorizon.get(horizon - 1).after(i, into[k]) == end) return into[k];
    }
    throw new IllegalStateException("nothing leads from %d to %d".formatted(s, end));
  }

  /// Whose turn is reckoned with after a move of `i` to `q`; -1 where nobody would go on.
  private int next(int i, int q, int horizon) {
    int end = byHorizon.get(horizon).after(i, q);
    for (int j = 0; j < movers.size() && end != q; j++) {
      if (j != i && byHorizon.get(horizon).end(j, q) == end) return j;
    }
    return -1;
  }
}
