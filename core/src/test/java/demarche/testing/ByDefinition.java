package demarche.testing;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.scenario.BodyEntry.Vote;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/// The definitions, read word by word over lists of levels. Slow on purpose; shares no code with
/// the engine: only the model's propositions are asked. In one file, though above 400 lines, so
/// that the definitions, which call each other, can be read against a book from top to bottom.
///
/// **Source.** Fang, Hipel & Kilgour (1993) for R, GMR, SMR, SEQ; Rego & Vieira (2017) for SSEQ;
/// Fraser & Hipel (1979) for SIM.
public final class ByDefinition {
  private final Model model;
  private final List<List<Integer>> states;
  private final List<List<List<BigFraction>>> keys = new ArrayList<>();
  private final IdentityHashMap<Preference, List<Integer>> others = new IdentityHashMap<>();
  private final Map<List<Integer>, Boolean> preferred = new HashMap<>();
  private final Map<List<Integer>, Set<Integer>> moves = new HashMap<>();
  private final Map<List<Integer>, Set<Integer>> improvements = new HashMap<>();
  private final Map<List<Integer>, Set<Integer>> replies = new HashMap<>();

  public ByDefinition(Model model) {
    this(model, false);
  }

  private ByDefinition(Model model, boolean eventsFree) {
    this.model = model;
    this.states = feasible(model, eventsFree);
    for (Actor actor : model.actors()) {
      keys.add(states.stream().map(s -> key(actor.preference(), s, true)).toList());
    }
  }

  /// The same over states in which events stand at any level.
  public static ByDefinition withEvents(Model model) {
    return new ByDefinition(model, true);
  }

  /// The levels of each state, in ascending order of state codes.
  public List<List<Integer>> states() {
    return states;
  }

  private static List<List<Integer>> feasible(Model model, boolean eventsFree) {
    List<List<Integer>> all = List.of(List.of());
    int count = model.options().size() + model.events().size();
    for (int o = 0; o < count; o++) {
      Option option = model.option(o);
      boolean event = option.isEvent() && !model.isGraph();
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int level = 0; level < option.levels().size(); level++) {
          int held = event ? model.statusQuo()[o] : model.held(o);
          boolean free = event ? eventsFree : held == Model.FREE;
          if (!free && level != held) continue;
          List<Integer> with = new ArrayList<>(before);
          with.add(level);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all.stream()
        .filter(s -> model.constraints().stream().allMatch(c -> c.allowed().holds(array(s))))
        .toList();
  }

  private static int[] array(List<Integer> levels) {
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }

  /// What the preference looks at, most important first; bigger is better.
  private static List<BigFraction> key(Preference preference, List<Integer> s, boolean redLines) {
    List<BigFraction> key = new ArrayList<>();
    int[] levels = array(s);
    if (redLines) {
      preference
          .redLines()
          .forEach(l -> key.add(BigFraction.of(l.never().meaning().holds(levels) ? 0 : 1)));
    }
    switch (preference.order()) {
      case Preference.Indifferent() -> {}
      case Preference.Priorities(var priorities) ->
          priorities.stream()
              .filter(p -> p.probability().doubleValue() >= 0.5)
              .forEach(p -> key.add(BigFraction.of(p.want().meaning().holds(levels) ? 1 : 0)));
      case Preference.Values(var terms) -> {
        BigFraction sum = BigFraction.ZERO;
        for (var term : terms) {
          for (var weight : term.weights()) {
            if (weight.when().holds(levels)) sum = sum.add(weight.amount());
          }
        }
        key.add(sum);
      }
      case Preference.Ranking(var groups) -> {
        for (var group : groups) key.add(BigFraction.of(group.holds(levels) ? 1 : 0));
      }
    }
    return key;
  }

  private static int compare(List<BigFraction> a, List<BigFraction> b) {
    for (int i = 0; i < a.size(); i++) {
      int sign = a.get(i).subtract(b.get(i)).signum();
      if (sign != 0) return sign;
    }
    return 0;
  }

  /// Whether a party strictly prefers `t` to `s`.
  public boolean prefers(Party party, int s, int t) {
    return switch (party) {
      case Actor actor -> gain(actor, s, t) > 0;
      case Body body -> {
        List<Integer> question = List.of(body.index(), s, t);
        Boolean known = preferred.get(question);
        boolean answer = known == null ? passes(body, s, t) : known;
        preferred.put(question, answer);
        yield answer;
      }
    };
  }

  /// Positive if a preference, which need not be an actor's, puts `t` above `s`; 0 if neither.
  public int compare(Preference preference, int s, int t) {
    List<Integer> places = others.computeIfAbsent(preference, this::places);
    return Integer.compare(places.get(t), places.get(s));
  }

  /// How many kinds of states are worse than each state.
  private List<Integer> places(Preference preference) {
    List<List<BigFraction>> all = states.stream().map(s -> key(preference, s, true)).toList();
    TreeSet<List<BigFraction>> kinds = new TreeSet<>(ByDefinition::compare);
    kinds.addAll(all);
    return all.stream().map(key -> kinds.headSet(key, false).size()).toList();
  }

  /// The value of a state by the order alone, red lines left out, as a share of the range that it
  /// has over the states of the unvaried scenario, events free, that cross no red line; of a mere
  /// order its evenly spaced place. Empty where that range is nothing.
  public Optional<BigFraction> share(Actor actor, int s) {
    Preference preference = actor.preference();
    if (!(preference.order() instanceof Preference.Values)) {
      return Optional.of(evenly(preference, states.get(s)));
    }
    List<BigFraction> reference =
        feasible(model.unvaried(), true).stream()
            .filter(t -> preference.redLines().stream().noneMatch(l -> l.never().holds(array(t))))
            .map(t -> key(preference, t, false).getFirst())
            .sorted((a, b) -> a.subtract(b).signum())
            .toList();
    if (reference.isEmpty()) return Optional.empty();
    BigFraction range = reference.getLast().subtract(reference.getFirst());
    if (range.signum() == 0) return Optional.empty();
    return Optional.of(key(preference, states.get(s), false).getFirst().divide(range));
  }

  private int gain(Actor actor, int s, int t) {
    List<List<BigFraction>> own = keys.get(actor.index());
    return compare(own.get(t), own.get(s));
  }

  private boolean passes(Body body, int s, int t) {
    List<Vote> votes = new ArrayList<>();
    boolean sponsored = false;
    for (Seat seat : body.seats()) {
      if (vetoes(seat, s, t)) return false;
      Vote vote = vote(seat, s, t);
      votes.add(vote);
      sponsored |= vote == Vote.YES && seat.sponsorship() == Body.Sponsorship.MAY;
    }
    if (!sponsored) return false;
    for (Body.Majority rule : body.rules()) {
      if (!met(rule, body.seats(), votes)) return false;
    }
    return body.after().stream().allMatch(other -> prefers(model.parties().get(other), s, t));
  }

  private boolean vetoes(Seat seat, int s, int t) {
    if (seat.veto() == Body.Veto.NONE) return false;
    return switch (seat.voter()) {
      case Body.Absent() -> false;
      case Body.Always(Vote vote) -> vote == Vote.NO;
      case Body.Likely(var _, var yes) -> yes.doubleValue() < 0.5;
      case Body.Ruling(int other) -> prefers(model.parties().get(other), t, s);
      case Body.Wishes(int index) -> {
        Actor actor = model.actors().get(index);
        int[] from = array(states.get(s));
        int[] to = array(states.get(t));
        boolean crosses =
            actor.preference().redLines().stream()
                .anyMatch(l -> l.never().holds(to) && !l.never().holds(from));
        yield crosses
            || (gain(actor, s, t) < 0
                && (seat.objectionCost().signum() == 0
                    || loss(actor, s, t).subtract(seat.objectionCost()).signum() > 0));
      }
    };
  }

  private BigFraction loss(Actor actor, int s, int t) {
    Preference preference = actor.preference();
    if (preference.order() instanceof Preference.Values) {
      return key(preference, states.get(s), false)
          .getFirst()
          .subtract(key(preference, states.get(t), false).getFirst());
    }
    return evenly(preference, states.get(s)).subtract(evenly(preference, states.get(t)));
  }

  /// The evenly spaced place of a state among the classes of the unvaried scenario, events free,
  /// that cross no red line; half a step above the next lower class where it is in none.
  private BigFraction evenly(Preference preference, List<Integer> s) {
    TreeSet<List<BigFraction>> classes = new TreeSet<>(ByDefinition::compare);
    for (List<Integer> t : feasible(model.unvaried(), true)) {
      boolean crossed = preference.redLines().stream().anyMatch(l -> l.never().holds(array(t)));
      if (!crossed) classes.add(key(preference, t, false));
    }
    if (classes.size() <= 1) return BigFraction.ONE;
    List<BigFraction> own = key(preference, s, false);
    int below = classes.headSet(own, false).size();
    BigFraction place =
        classes.contains(own)
            ? BigFraction.of(below)
            : BigFraction.of(below).subtract(BigFraction.of(1, 2));
    return place.divide(classes.size() - 1);
  }

  private Vote vote(Seat seat, int s, int t) {
    return switch (seat.voter()) {
      case Body.Absent() -> Vote.ABSTAIN;
      case Body.Always(Vote vote) -> vote;
      case Body.Likely(var _, var yes) -> yes.doubleValue() < 0.5 ? Vote.NO : Vote.YES;
      case Body.Ruling(int other) -> {
        Party body = model.parties().get(other);
        yield prefers(body, s, t) ? Vote.YES : prefers(body, t, s) ? Vote.NO : Vote.ABSTAIN;
      }
      case Body.Wishes(int index) -> {
        int gain = gain(model.actors().get(index), s, t);
        if (gain > 0) yield Vote.YES;
        yield gain < 0 && seat.veto() == Body.Veto.NONE ? Vote.NO : Vote.ABSTAIN;
      }
    };
  }

  private static boolean met(Body.Majority rule, List<Seat> seats, List<Vote> votes) {
    return switch (rule) {
      case Body.YesVotes(int needed) -> votes.stream().filter(v -> v == Vote.YES).count() >= needed;
      case Body.Weighted(var weights, var quota) ->
          weighing(weights, votes, Vote.YES).subtract(quota).signum() >= 0;
      case Body.YesShare(var weights, var share, var base) -> {
        BigFraction yes = weighing(weights, votes, Vote.YES);
        BigFraction of =
            switch (base) {
              case VOTING -> yes.add(weighing(weights, votes, Vote.NO));
              case ALL -> weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
              case PRESENT -> {
                BigFraction present = BigFraction.ZERO;
                for (int i = 0; i < votes.size(); i++) {
                  boolean there = !(seats.get(i).voter() instanceof Body.Absent);
                  if (there) present = present.add(weights.get(i));
                }
                yield present;
              }
            };
        yield yes.subtract(share.multiply(of)).signum() >= 0;
      }
    };
  }

  private static BigFraction weighing(List<BigFraction> weights, List<Vote> votes, Vote wanted) {
    BigFraction sum = BigFraction.ZERO;
    for (int i = 0; i < votes.size(); i++) {
      if (votes.get(i) == wanted) sum = sum.add(weights.get(i));
    }
    return sum;
  }

  /// The unilateral moves of a party from a state.
  public Set<Integer> moves(Party party, int s) {
    List<Integer> question = List.of(party.index(), s);
    Set<Integer> targets = moves.get(question);
    if (targets == null) {
      targets = new LinkedHashSet<>();
      for (int q = 0; q < states.size(); q++) if (q != s && canMove(party, s, q)) targets.add(q);
      moves.put(question, targets);
    }
    return targets;
  }

  private boolean canMove(Party party, int s, int q) {
    if (model.isGraph()) {
      return party instanceof Actor actor
          && model
              .listedMoves(actor)
              .getOrDefault(states.get(s).getFirst(), List.of())
              .contains(states.get(q).getFirst());
    }
    for (int o = 0; o < states.get(s).size(); o++) {
      int from = states.get(s).get(o);
      int to = states.get(q).get(o);
      if (from == to) continue;
      Option option = model.option(o);
      if (!option.holder().equals(party.id())) return false;
      boolean upwards = to > from;
      boolean allowed =
          switch (option.freedom()) {
            case BOTH -> true;
            case UP -> upwards;
            case DOWN -> !upwards;
          };
      boolean stepwise = option.stride().name().equals("ONE");
      if (!allowed || (stepwise && Math.abs(to - from) > 1)) return false;
    }
    return true;
  }

  /// The unilateral improvements of a party from a state.
  public Set<Integer> improvements(Party party, int s) {
    List<Integer> question = List.of(party.index(), s);
    Set<Integer> better = improvements.get(question);
    if (better == null) {
      better = new LinkedHashSet<>();
      for (int q : moves(party, s)) if (prefers(party, s, q)) better.add(q);
      improvements.put(question, better);
    }
    return better;
  }

  /// How the others of a sanction may move.
  public enum Step {
    MOVE,
    IMPROVEMENT
  }

  /// What the others than `focal` reach from `q` by a legal sequence of one step or more.
  public Set<Integer> replies(Party focal, int q, Step step) {
    List<Integer> question = List.of(focal.index(), q, step == Step.MOVE ? 0 : 1);
    Set<Integer> known = replies.get(question);
    if (known != null) return known;
    Set<Integer> reached = new LinkedHashSet<>();
    Set<List<Integer>> seen = new LinkedHashSet<>();
    Deque<List<Integer>> open = new ArrayDeque<>();
    open.add(List.of(q, -1));
    while (!open.isEmpty()) {
      List<Integer> node = open.remove();
      for (Party mover : model.parties()) {
        if (mover.index() == focal.index() || mover.index() == node.get(1)) continue;
        int at = node.get(0);
        for (int t : step == Step.MOVE ? moves(mover, at) : improvements(mover, at)) {
          reached.add(t);
          List<Integer> next = List.of(t, mover.index());
          if (seen.add(next)) open.add(next);
        }
      }
    }
    replies.put(question, reached);
    return reached;
  }

  /// R, GMR, SMR, SEQ, SSEQ or SIM.
  public boolean isStable(String concept, Party i, int s) {
    return improvements(i, s).stream()
        .allMatch(q ->
            switch (concept) {
              case "R" -> false;
              case "GMR" -> sanctioned(i, s, q, Step.MOVE, false);
              case "SMR" -> sanctioned(i, s, q, Step.MOVE, true);
              case "SEQ" -> sanctioned(i, s, q, Step.IMPROVEMENT, false);
              case "SSEQ" -> sanctioned(i, s, q, Step.IMPROVEMENT, true);
              case "SIM" -> jointlySanctioned(i, s, q);
              default -> throw new IllegalArgumentException(concept);
            });
  }

  private boolean sanctioned(Party i, int s, int q, Step step, boolean counterMoves) {
    return replies(i, q, step).stream()
        .anyMatch(t ->
            !prefers(i, s, t)
                && (!counterMoves || moves(i, t).stream().noneMatch(u -> prefers(i, s, u))));
  }

  private boolean jointlySanctioned(Party i, int s, int q) {
    List<List<Integer>> combined = List.of(own(i, states.get(s), states.get(q)));
    boolean anyone = false;
    for (Party other : model.parties()) {
      if (other.index() == i.index()) continue;
      List<List<Integer>> next = new ArrayList<>(combined);
      for (int t : improvements(other, s)) {
        anyone = true;
        for (List<Integer> levels : combined) next.add(own(other, levels, states.get(t)));
      }
      combined = next;
    }
    if (!anyone) return false;
    for (List<Integer> levels : combined) {
      int t = states.indexOf(levels);
      if (t >= 0 && !prefers(i, s, t)) return true;
    }
    return false;
  }

  /// `base` with the options of a party as in `from`.
  private List<Integer> own(Party party, List<Integer> base, List<Integer> from) {
    List<Integer> levels = new ArrayList<>(base);
    for (Option option : party.options()) levels.set(option.index(), from.get(option.index()));
    return levels;
  }
}
