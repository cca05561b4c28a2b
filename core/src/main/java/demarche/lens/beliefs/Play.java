package demarche.lens.beliefs;

import demarche.lens.Run;
import demarche.lens.beliefs.Hypergame.Going;
import demarche.lens.beliefs.Hypergame.Stumble;
import demarche.model.Option;
import demarche.model.Party;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// What happens from the status quo when everybody acts on its own picture.
///
/// **Definition.** In a state some would leave ([Hypergame#going]). *One by one*: of these the next
/// is drawn evenly, then evenly among the states to which it would go. *At once*: all who would
/// leave go at the same moment, each drawing evenly among its own; where what they choose together
/// is no state, all stay, and try again; moves given as a graph do not combine, and go one by one.
/// An *end* is a state that nobody leaves, or a set of states that the play never leaves; its
/// *share* is the probability that the play comes there.
///
/// **Cost.** An explanation for each party at each state reached, at most [#MOST_STATES].
///
/// @param ends by their first states; their shares add up to 1
/// @param visited how many states the play can come to, the status quo included
/// @param stumbled whether somebody tried what the real world does not allow
public record Play(List<End> ends, int visited, Stumble stumbled) {
  /// How many states a play is followed through.
  public static final int MOST_STATES = 4_000;

  private static final int MOST_TOGETHER = 1_000;

  private static final double ROUNDING = 1e-9;

  public Play {
    ends = List.copyOf(ends);
  }

  /// Where a play ends.
  ///
  /// @param states one, or those among which it goes on for ever, ascending
  /// @param share from 0 to 1
  public record End(List<Integer> states, double share) {
    public End {
      states = List.copyOf(states);
    }
  }

  /// Who moves when.
  public enum Pace {
    ONE_BY_ONE,
    AT_ONCE
  }

  /// @throws Endless if more states are reached than can be followed
  public static Play of(Hypergame game, Pace pace, Run run) {
    return new Search(game, pace, run).play();
  }

  /// The play, or none where it comes to more than can be followed.
  static List<Play> followed(Hypergame game, Pace pace, Run run) {
    try {
      return List.of(of(game, pace, run));
    } catch (Endless endless) {
      return List.of();
    }
  }

  /// Whether another play ends in the same states, each as likely but for rounding.
  boolean endsLike(Play other) {
    if (ends.size() != other.ends.size()) return false;
    for (int k = 0; k < ends.size(); k++) {
      End one = ends.get(k);
      End two = other.ends.get(k);
      if (!one.states.equals(two.states) || Math.abs(one.share - two.share) > ROUNDING)
        return false;
    }
    return true;
  }

  /// A play comes to more states than are followed: nothing is said of where it ends.
  public static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Endless() {
      super("the play is too large");
    }

    /// In words.
    public String reason() {
      return "the play comes to more than %,d states".formatted(MOST_STATES);
    }
  }

  /// How likely the play ends where something holds: in every state of an end.
  public double share(IntPredicate holds) {
    return endsWhere(holds).stream().mapToDouble(End::share).sum();
  }

  /// The ends in every state of which something holds.
  List<End> endsWhere(IntPredicate holds) {
    return ends.stream().filter(end -> end.states.stream().allMatch(holds::test)).toList();
  }

  private static final class Search {
    private final Hypergame game;
    private final Pace pace;
    private final Run run;
    private final Map<Integer, Integer> place = new LinkedHashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Map<Integer, Double>> next = new ArrayList<>();
    private Stumble stumbled = Stumble.NO;

    Search(Hypergame game, Pace pace, Run run) {
      this.game = game;
      this.pace = pace;
      this.run = run;
    }

    Play play() {
      at(game.real().statusQuo());
      while (!open.isEmpty()) {
        run.check();
        int state = open.remove();
        Map<Integer, Double> chances = new TreeMap<>();
        chances(state).forEach((to, chance) -> chances.merge(at(to), chance, Double::sum));
        next.add(chances);
      }
      List<Integer> states = List.copyOf(place.keySet());
      List<End> ends = new ArrayList<>();
      Absorption.of(next, run)
          .forEach((members, share) ->
              ends.add(new End(members.stream().map(states::get).sorted().toList(), share)));
      ends.sort((a, b) -> Integer.compare(a.states.getFirst(), b.states.getFirst()));
      return new Play(ends, states.size(), stumbled);
    }

    private int at(int state) {
      Integer known = place.get(state);
      if (known != null) return known;
      if (place.size() == MOST_STATES) throw new Endless();
      int added = place.size();
      place.put(state, added);
      open.add(state);
      return added;
    }

    private Map<Integer, Double> chances(int state) {
      Map<Party, List<Integer>> leaving = new LinkedHashMap<>();
      for (Party party : game.model().parties()) {
        Going going = game.going(party, state, run);
        if (going.stumbles() == Stumble.YES) stumbled = Stumble.YES;
        if (!going.to().isEmpty()) leaving.put(party, going.to());
      }
      return switch (pace) {
        case ONE_BY_ONE -> oneByOne(leaving);
        case AT_ONCE -> atOnce(state, leaving);
      };
    }

    private static Map<Integer, Double> oneByOne(Map<Party, List<Integer>> leaving) {
      Map<Integer, Double> chances = new TreeMap<>();
      leaving.forEach((_, to) ->
          to.forEach(t -> chances.merge(t, 1.0 / leaving.size() / to.size(), Double::sum)));
      return chances;
    }

    /// The options of each who leaves, as where it goes, in one state.
    private Map<Integer, Double> atOnce(int state, Map<Party, List<Integer>> leaving) {
      if (game.model().isGraph()) return oneByOne(leaving); // its moves do not combine
      List<int[]> together = List.of(game.real().levels(state));
      for (Map.Entry<Party, List<Integer>> one : leaving.entrySet()) {
        List<int[]> longer = new ArrayList<>();
        for (int[] before : together) {
          for (int to : one.getValue()) {
            int[] after = before.clone();
            int[] own = game.real().levels(to);
            for (Option o : one.getKey().options()) after[o.index()] = own[o.index()];
            longer.add(after);
          }
        }
        if (longer.size() > MOST_TOGETHER) throw new Endless();
        together = longer;
      }
      Map<Integer, Double> chances = new TreeMap<>();
      if (leaving.isEmpty()) return chances;
      for (int[] levels : together) {
        int to = game.real().state(levels);
        if (to < 0) stumbled = Stumble.YES;
        else chances.merge(to, 1.0 / together.size(), Double::sum);
      }
      return scaled(chances);
    }

    /// They try again until what they choose together is a state; if it never is, all stay.
    private static Map<Integer, Double> scaled(Map<Integer, Double> chances) {
      double sum = chances.values().stream().mapToDouble(Double::doubleValue).sum();
      chances.replaceAll((_, chance) -> chance / sum);
      return chances;
    }
  }
}
