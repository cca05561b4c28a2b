package demarche.states;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Proposition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/// The feasible states of a model, numbered from 0 in ascending order of their state codes, with
/// who can move where and who prefers what.
///
/// Threads may share it: nothing changes after construction, but that what was worked out about it
/// once is kept ([#once]). 1 to 4 bytes a state and actor, and up to 16 bytes a state where
/// constraints rule states out: [Outline#space] tells how many.
public final class StateSpace {
  /// How many states a space may have.
  public static final int MOST_STATES = 1 << 26;

  private final Model model;
  private final FeasibleStates states;
  private final List<Standing> standings;
  private final List<Moves> moves;
  private final Map<Integer, Assembly> assemblies = new HashMap<>();
  private final Map<Object, Memo> known;

  /// What was worked out of states and moves alone, where many models share them; else empty.
  private final Optional<Map<Object, Memo>> common;

  private StateSpace(Outline outline, Watch watch) {
    this.known = new ConcurrentHashMap<>();
    this.common = Optional.empty();
    this.model = outline.model();
    this.states = FeasibleStates.of(outline, watch);
    this.standings =
        model.actors().stream().map(a -> Standing.of(a.preference(), states, watch)).toList();
    this.moves = model.parties().stream().map(p -> movesOf(p, watch)).toList();
    for (Body body : model.bodies()) assembly(body.index());
  }

  /// The states of a changed model that has them all, and the same moves.
  private StateSpace(Model model, StateSpace before) {
    this.model = model;
    this.known = new ConcurrentHashMap<>();
    this.common = before.common;
    this.states = before.states;
    this.moves = before.moves;
    Heritage heritage = new Heritage(before.model, before.standings);
    this.standings = heritage.standings(model, states);
    for (Body body : heritage.sameVotes(model, standings)) {
      Assembly kept = before.assembly(body);
      assemblies.put(body.index(), kept);
      Memo passed = before.known.get(kept);
      if (passed != null) known.put(kept, passed);
    }
    for (Body body : model.bodies()) assembly(body.index());
  }

  /// The same space, for many changed models.
  private StateSpace(StateSpace same) {
    this.model = same.model;
    this.known = same.known;
    this.common = Optional.of(new ConcurrentHashMap<>());
    this.states = same.states;
    this.standings = same.standings;
    this.assemblies.putAll(same.assemblies);
    this.moves = same.moves;
  }

  /// Numbers the states and works out ranks, votes and moves.
  ///
  /// @throws TooLarge before any memory is taken
  public static StateSpace of(Model model) {
    return of(model, Watch.NONE);
  }

  /// The same, watched.
  public static StateSpace of(Model model, Watch watch) {
    return of(Outline.of(model, watch), watch);
  }

  /// The same, where the states have been counted.
  public static StateSpace of(Outline outline, Watch watch) {
    outline.refuseUnlessFits(outline.space());
    return new StateSpace(outline, watch);
  }

  /// The states with events at any level: what a forecast goes through, where hazards change
  /// events. Who moves where and who prefers what is as ever.
  ///
  /// @throws TooLarge before any memory is taken
  public static StateSpace withEvents(Model model, Watch watch) {
    return of(Outline.of(model, Layout.Events.FREE, watch), watch);
  }

  /// The states of a changed model.
  ///
  /// Shared with this one, where the change leaves it as it was: the states with their numbers and
  /// moves (all or nothing), the ranks of each actor, the votes of each body.
  ///
  /// **Cost.** A walk over the states for each actor whose wishes changed; where the states
  /// themselves changed, as [#of].
  ///
  /// @throws TooLarge before any memory is taken
  public StateSpace with(Model changed) {
    if (model.hasSameStates(changed)) return new StateSpace(changed, this);
    return of(Outline.of(changed, states.outline().events(), Watch.NONE), Watch.NONE);
  }

  /// The same space, ready for many changed models: what is found of states and moves alone is kept
  /// for all of them, see [#onceForAll].
  public StateSpace forMany() {
    return new StateSpace(this);
  }

  /// Whether it is ready for many changed models.
  public boolean isForMany() {
    return common.isPresent();
  }

  /// Whether the two share their states and moves, one having been made from the other.
  public boolean sharesStates(StateSpace other) {
    return states == other.states;
  }

  /// Whether a party is known to prefer as it does in a space with which this one shares states.
  /// The ranks, or the votes, are then the same object. O(1).
  public boolean sharesPreference(StateSpace other, Party party) {
    return switch (party) {
      case Actor actor -> ranks(actor).equals(other.ranks(actor)); // of the same array
      case Body body -> assembly(body) == other.assembly(body);
    };
  }

  private Moves movesOf(Party party, Watch watch) {
    if (party instanceof Actor actor && model.isGraph()) {
      return new ListedMoves(size(), listedMoves(actor));
    }
    return new OptionMoves(party.id(), party.options(), states.layout(), states.numbering(), watch);
  }

  /// The moves that a graph lists for an actor, between the states that constraints leave.
  private Map<Integer, List<Integer>> listedMoves(Actor actor) {
    Map<Integer, List<Integer>> moves = new HashMap<>();
    model
        .listedMoves(actor)
        .forEach((from, to) -> {
          int state = state(new int[] {from});
          if (state < 0) return;
          moves.put(state, to.stream().map(q -> state(new int[] {q})).filter(q -> q >= 0).toList());
        });
    return moves;
  }

  public Model model() {
    return model;
  }

  public int size() {
    return states.size();
  }

  /// What was known of the states before they were numbered.
  public Outline outline() {
    return states.outline().with(model);
  }

  Standing standing(Actor actor) {
    return standings.get(actor.index());
  }

  FeasibleStates feasible() {
    return states;
  }

  /// The status quo's state.
  public int statusQuo() {
    return state(model.statusQuo());
  }

  /// The state of an assignment, -1 where it is not feasible.
  public int state(int[] levels) {
    long code = states.layout().code(levels);
    return code < 0 ? -1 : states.numbering().state(code);
  }

  /// The state of a state code, -1 where there is none.
  public int state(String code) {
    int[] levels = model.levels(code);
    return levels.length == 0 ? -1 : state(levels);
  }

  /// The state code.
  public String code(int state) {
    return model.code(levels(state));
  }

  /// The level of every option, events included.
  public int[] levels(int state) {
    return states.levels(state);
  }

  public int level(int state, Option option) {
    return states.layout().level(states.numbering().code(state), option.index());
  }

  /// The states in which a proposition holds. One walk over all codes, 64 at a time.
  public StateSet where(Proposition proposition) {
    return where(proposition, Watch.NONE);
  }

  /// The same, watched.
  public StateSet where(Proposition proposition, Watch watch) {
    Circuit circuit = new Circuit(states.layout());
    int admitted = states.admitted(circuit);
    int wanted = circuit.of(proposition);
    StateSet set = new StateSet(size());
    int[] first = new int[1];
    new Cells(states.layout(), circuit, admitted)
        .walk(
            Outline.STEP,
            watch,
            (_, feasible, word) -> {
              long holds = circuit.register(wanted)[word] & feasible;
              for (long rest = holds; rest != 0; rest &= rest - 1) {
                set.add(first[0] + Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1)));
              }
              first[0] += Long.bitCount(feasible);
            });
    return set;
  }

  /// The unilateral moves of a party.
  public Moves moves(Party party) {
    return moves.get(party.index());
  }

  /// An actor's dense rank of each state: higher is better, equal is indifferent.
  public Ranks ranks(Actor actor) {
    return standings.get(actor.index()).rank();
  }

  /// Dense ranks by a preference that need not be an actor's. One walk over all codes; nothing is
  /// kept.
  public Ranks ranks(Preference preference) {
    return Standing.of(preference, states, Watch.NONE).rank();
  }

  /// An actor's dense rank of a state: higher is better, equal is indifferent.
  public int rank(Actor actor, int state) {
    return standings.get(actor.index()).rank().at(state);
  }

  /// How a body votes.
  public Assembly assembly(Body body) {
    return assembly(body.index());
  }

  /// How a body would vote with other seats or rules. Nothing is kept.
  ///
  /// @param changed a body of the model but for its seats and rules
  public Assembly voting(Body changed) {
    return new Assembly(changed, standings, this);
  }

  Assembly assembly(int index) {
    Assembly known = assemblies.get(index);
    if (known != null) return known;
    Body body = model.bodies().get(index - model.actors().size());
    Assembly made = new Assembly(body, standings, this);
    assemblies.put(index, made);
    return made;
  }

  /// Whether a party strictly prefers `to` to `from`. For a body not transitive.
  public boolean prefers(Party party, int from, int to) {
    return switch (party) {
      case Actor actor -> rank(actor, to) > rank(actor, from);
      case Body body -> assembly(body).prefers(from, to);
    };
  }

  /// The states that a party can reach alone and prefers, in ascending order.
  public int[] improvements(Party party, int state) {
    Moves own = moves(party);
    int[] targets = new int[own.most()];
    int count = own.targets(state, targets);
    return Arrays.stream(targets, 0, count).filter(q -> prefers(party, state, q)).toArray();
  }

  /// Whether the state crosses a red line of the actor.
  public boolean crossesRedLine(Actor actor, int state) {
    return standings.get(actor.index()).crossesAny(state);
  }

  /// The actor's exact value of a state; empty where it has a mere order.
  public List<BigFraction> value(Actor actor, int state) {
    return actor.preference().order() instanceof Preference.Values values
        ? List.of(values.of(levels(state)))
        : List.of();
  }

  /// Whether every code of the free options is a state, and every actor may move its own freely.
  public boolean isCube() {
    return isEveryCode() && moves.stream().allMatch(m -> m instanceof OptionMoves o && o.isFree());
  }

  /// Whether every code of the free options is a state.
  public boolean isEveryCode() {
    return states.numbering() instanceof Numbering.Full;
  }

  /// Whether a party may go from one setting of its options to another.
  ///
  /// @param from the bits of the setting, as [#own] has them
  public boolean allows(Party party, long from, long to) {
    return moves(party) instanceof OptionMoves moves && moves.allows(from, to);
  }

  /// How many bits hold the levels of a state: those of every option that is not held.
  public int bits() {
    return states.layout().bits();
  }

  /// The levels of a state as bits. On a cube the bits are the state's number.
  public long bits(int state) {
    return states.numbering().code(state);
  }

  /// The state of such bits, -1 where no feasible state has them.
  public int stateOf(long bits) {
    return states.numbering().state(bits);
  }

  /// The bits of the options of a party; none in graph form.
  public long own(Party party) {
    return moves(party) instanceof OptionMoves moves ? moves.own() : 0;
  }

  /// Groups that a ranking of the actor names twice or not at all would show here: for each
  /// feasible state the number of groups that it is in, where that is not one.
  public StateSet misranked(Actor actor, Watch watch) {
    StateSet odd = new StateSet(size());
    if (!(actor.preference().order() instanceof Preference.Ranking(var groups))) return odd;
    Proposition exactlyOne = new Proposition.Counted(groups, 1, 1);
    where(new Proposition.Not(exactlyOne), watch).forEach(odd::add);
    return odd;
  }

  /// What was worked out about this space, worked out by whoever asks first; others wait for it.
  /// Where the work fails, the next who asks tries again.
  ///
  /// @param key tells it from all else; its class should be the asker's own
  public <T> T once(Object key, Class<T> kind, Supplier<T> work) {
    return kind.cast(known.computeIfAbsent(key, _ -> new Memo()).value(work));
  }

  /// What depends on the states and moves alone: kept where many models share them, see [#forMany],
  /// else worked out each time.
  ///
  /// @param key tells it from all else; its class should be the asker's own
  public <T> T onceForAll(Object key, Class<T> kind, Supplier<T> work) {
    if (common.isEmpty()) return work.get();
    return kind.cast(common.get().computeIfAbsent(key, _ -> new Memo()).value(work));
  }

  /// Something that is worked out once: two threads at the same time would take twice its memory.
  private static final class Memo {
    private @Nullable Object value;

    synchronized Object value(Supplier<?> work) {
      if (value == null) value = work.get();
      return Objects.requireNonNull(value);
    }
  }

  @Override
  public String toString() {
    return "%,d states of %s".formatted(size(), model);
  }

  /// All states.
  public IntStream states() {
    return IntStream.range(0, size());
  }
}
