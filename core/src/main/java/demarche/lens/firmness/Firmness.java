package demarche.lens.firmness;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Preference;
import demarche.model.Proposal;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// How firm equilibria are: the least change of one actor's wishes after which that actor leaves.
///
/// All else stays as it is: what the others want, and how bodies vote.
public final class Firmness {
  /// So many equilibria are looked into under each concept.
  public static final int MOST_EQUILIBRIA = 24;

  /// Under other concepts than R a space of more states is not looked into.
  static final int MOST_STATES = 1 << 20;

  /// Once so many replies have been looked at under one concept, no further equilibrium is.
  private static final long MOST_REPLIES = 1L << 24;

  private final Stability stability;
  private final Map<Concept, Map<Integer, List<Hold>>> holds = new EnumMap<>(Concept.class);
  private final Map<Concept, StateSet> equilibria = new EnumMap<>(Concept.class);
  private final Map<Concept, String> notSearched = new EnumMap<>(Concept.class);
  private final Sinks sinks;

  private Firmness(Stability stability, Run run) {
    this.stability = stability;
    sinks = Sinks.of(stability.arcs(), run);
  }

  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Firmness of(StateSpace space, Set<Concept> concepts, Run run) {
    Set<Concept> answered = EnumSet.copyOf(concepts);
    answered.remove(Concept.SIM);
    Firmness firmness = new Firmness(Stability.known(space, answered, run), run);
    List<Fall.Order> orders =
        firmness.movers().stream().map(actor -> new Fall.Order(space, actor)).toList();
    for (Concept concept : Concept.values()) {
      if (concepts.contains(concept)) firmness.search(concept, orders, run);
    }
    return firmness;
  }

  private void search(Concept concept, List<Fall.Order> orders, Run run) {
    if (concept == Concept.SIM) {
      notSearched.put(concept, "what others do at the same moment is no answer to a move");
      return;
    }
    if (concept != Concept.R && space().size() > MOST_STATES) {
      notSearched.put(concept, "there are more than %,d states".formatted(MOST_STATES));
      return;
    }
    StateSet all = stability.equilibria(concept);
    equilibria.put(concept, all);
    List<Replies> replies =
        orders.stream().map(order -> new Replies(arcs(), order.actor(), concept)).toList();
    Map<Integer, List<Hold>> found = new LinkedHashMap<>();
    for (int s : asked(all)) {
      run.check();
      if (replies.stream().mapToLong(Replies::told).sum() > MOST_REPLIES) break;
      found.put(
          s,
          IntStream.range(0, orders.size())
              .mapToObj(a -> hold(orders.get(a), replies.get(a), s))
              .toList());
    }
    holds.put(concept, found);
  }

  /// Those that matter most to a reader: the status quo, the proposals, then the lowest.
  private List<Integer> asked(StateSet all) {
    Set<Integer> asked = new LinkedHashSet<>();
    IntStream.concat(
            IntStream.concat(
                IntStream.of(space().statusQuo()),
                space().model().proposals().stream().map(Proposal::end).mapToInt(space()::state)),
            all.stream())
        .filter(s -> s >= 0 && all.contains(s))
        .forEach(asked::add);
    return asked.stream().limit(MOST_EQUILIBRIA).sorted().toList();
  }

  private Hold hold(Fall.Order order, Replies replies, int s) {
    Actor actor = replies.actor();
    Concept concept = replies.concept();
    Hold hold = new Hold(actor, order.of(arcs(), replies, s), isExact(concept, actor));
    if (!Escapes.serve(concept)) return hold;
    Escapes escapes = Escapes.of(space(), replies, s);
    if (!escapes.isWhole()) return hold;
    int[] from = space().levels(s);
    return switch (actor.preference().order()) {
      case Preference.Values values ->
          hold.with(WeightChange.smallest(values, from, escapes.sets()));
      case Preference.Priorities priorities ->
          hold.with(Reordering.of(priorities.base(), from, escapes.sets()));
      case Preference.Ranking _, Preference.Indifferent _ -> hold;
    };
  }

  /// A member's vote follows its wishes, so what a body would answer changes with them.
  private boolean isExact(Concept concept, Actor actor) {
    return switch (concept) {
      case R, GMR, SMR, SIM -> true;
      case SEQ, SSEQ ->
          space().model().bodies().stream()
              .flatMap(body -> body.seats().stream())
              .noneMatch(
                  seat -> seat.voter() instanceof Body.Wishes(int index) && index == actor.index());
    };
  }

  /// The actors that can move: no change of wishes makes another one leave.
  List<Actor> movers() {
    return space().model().actors().stream().filter(arcs()::isMover).toList();
  }

  public StateSpace space() {
    return stability.space();
  }

  private Arcs arcs() {
    return stability.arcs();
  }

  /// The concepts that were searched.
  List<Concept> concepts() {
    return List.copyOf(equilibria.keySet());
  }

  /// Concepts that were asked for and not searched, with the reason.
  Map<Concept, String> notSearched() {
    return new EnumMap<>(notSearched);
  }

  StateSet equilibria(Concept concept) {
    return equilibria.getOrDefault(concept, new StateSet(0));
  }

  /// By equilibrium what it takes until each actor that can move leaves it; at most
  /// `MOST_EQUILIBRIA`, in ascending order.
  Map<Integer, List<Hold>> holds(Concept concept) {
    return new LinkedHashMap<>(holds.getOrDefault(concept, Map.of()));
  }

  public Sinks sinks() {
    return sinks;
  }
}
