package demarche.lens.knowing;

import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What each party's fortune is to each other: the scenario file has no word for it, so attitudes
/// are given by a program. Those not given are the usual ones: for oneself, neutral to others.
///
/// **Definition.** To a party with the attitude e to each *j*, a move from *s* to *q* is good if
/// for every *j*: *j* prefers *q* to *s* where e is `FOR`; *j* does not where e is `AGAINST`; any
/// move will do where e is `NEUTRAL`. It leaves for what is good, fears what is not, and answers by
/// what is good. Of a body that is what it would carry by vote.
///
/// **Source.** Inohara, Hipel & Walker (2007). There a devoted party takes a tie too, and the
/// aggressive one wants a loss; with strict preferences as here the usual attitudes give the
/// classical definitions also where there are ties.
///
/// @param given by the id of who has the attitude, then of to whom
public record Attitudes(Map<String, Map<String, Attitude>> given) {
  /// Everybody for itself, neutral to all others.
  public static final Attitudes USUAL = new Attitudes(Map.of());

  public Attitudes {
    Map<String, Map<String, Attitude>> copy = new LinkedHashMap<>();
    given.forEach((who, toWhom) -> copy.put(who, new LinkedHashMap<>(toWhom)));
    given = copy;
  }

  /// What somebody's gain is to another.
  public enum Attitude {
    FOR,
    NEUTRAL,
    AGAINST
  }

  Attitude of(Party who, Party toWhom) {
    Attitude usual = who.equals(toWhom) ? Attitude.FOR : Attitude.NEUTRAL;
    return Objects.requireNonNullElse(
        given.getOrDefault(who.id(), Map.of()).get(toWhom.id()), usual);
  }

  Stance stance(StateSpace space, Party who) {
    List<Party> parties = space.model().parties();
    List<Party> friends = parties.stream().filter(j -> of(who, j) == Attitude.FOR).toList();
    List<Party> foes = parties.stream().filter(j -> of(who, j) == Attitude.AGAINST).toList();
    if (friends.equals(List.of(who)) && foes.isEmpty()) return Stance.crisp(space, who);
    Relation good =
        (s, q) -> {
          for (Party j : friends) if (!space.prefers(j, s, q)) return false;
          for (Party j : foes) if (space.prefers(j, s, q)) return false;
          return true;
        };
    return new Stance(good, (s, t) -> !good.holds(s, t), good);
  }
}
