package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Figure.Going;
import demarche.finding.Figure.Standing;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The map: the status quo, what holds, what is proposed, and who leads from one to another.
///
/// Two states are joined where a party can go from one to the other alone and prefers it, and the
/// status quo to a proposal where the owners of all that differs could go there at once, each to
/// its advantage.
final class Chart {
  private static final int FEW_STATES = 12;
  private static final int MOST_EQUILIBRIA = 8;
  private static final int MOST_PROPOSALS = 9;
  private static final int MOST_SPOTS = 20;

  private final Picture picture;
  private final StateSpace space;

  /// The states shown, each with its place.
  private final Map<Integer, Integer> places = new LinkedHashMap<>();

  Chart(Picture picture) {
    this.picture = picture;
    this.space = picture.space();
  }

  /// @param equilibria the most telling first
  Finding finding(List<Integer> equilibria) {
    place(space.statusQuo());
    equilibria.stream().limit(MOST_EQUILIBRIA).forEach(this::place);
    List<Integer> proposed =
        space.model().proposals().stream()
            .map(p -> space.state(p.end()))
            .filter(s -> s >= 0)
            .distinct()
            .toList();
    proposed.stream().limit(MOST_PROPOSALS).forEach(this::place);
    if (space.size() <= FEW_STATES) space.states().forEach(this::place);
    List.copyOf(places.keySet()).forEach(this::placeRoad);
    Figure.StateMap map =
        new Figure.StateMap(
            "Map of outcomes",
            places.keySet().stream().map(this::spot).toList(),
            ways(proposed),
            left(proposed));
    return new Finding("map", Prominence.DETAIL, statement(), List.of(), List.of(map));
  }

  private void place(int state) {
    places.putIfAbsent(state, places.size());
  }

  /// The states on a shortest sequence of improvements to a state, where all of them have room.
  private void placeRoad(int state) {
    if (picture.road(state) != Picture.Road.IMPROVEMENTS) return;
    List<Integer> road = picture.steps(state).stream().map(Reach.Step::to).toList();
    long missing = road.stream().filter(s -> !places.containsKey(s)).count();
    if (places.size() + missing <= MOST_SPOTS) road.forEach(this::place);
  }

  private Sentence statement() {
    return say(
        "{}: the status quo, the nearest of what holds, what is proposed, and what lies between. An"
            + " arrow is a move that those named beside it prefer",
        new Slot.Count(places.size(), "state", "states"));
  }

  private Figure.Spot spot(int state) {
    List<String> names = new ArrayList<>();
    if (state == space.statusQuo()) names.add("status quo");
    space.model().proposals().stream()
        .filter(p -> space.state(p.end()) == state)
        .forEach(p -> names.add(p.name()));
    return new Figure.Spot(
        picture.wording().state(space, state), names, standing(state), remark(state));
  }

  private Standing standing(int state) {
    Set<Concept> holding = picture.holding(state);
    if (holding.isEmpty()) return Standing.NEVER;
    return holding.size() == picture.concepts().size() ? Standing.ALWAYS : Standing.SOMETIMES;
  }

  private Sentence remark(int state) {
    return switch (standing(state)) {
      case ALWAYS -> say("holds under {}", picture.every());
      case SOMETIMES -> say("holds under {}", picture.concepts(picture.holding(state)));
      case NEVER -> say("does not hold");
    };
  }

  private List<Figure.Way> ways(List<Integer> proposed) {
    List<Figure.Way> ways = new ArrayList<>();
    places.forEach((from, place) -> ways.addAll(alone(from, place)));
    for (int to : proposed) {
      if (!places.containsKey(to) || isJoined(ways, to)) continue;
      List<Party> owners = together(to);
      if (owners.size() < 2) continue;
      ways.add(new Figure.Way(0, places.getOrDefault(to, 0), Going.TOGETHER, named(owners)));
    }
    return ways;
  }

  private boolean isJoined(List<Figure.Way> ways, int to) {
    int place = places.getOrDefault(to, 0);
    return ways.stream().anyMatch(way -> way.from() == 0 && way.to() == place);
  }

  /// Where single parties go from a state, by the place where it leads.
  private List<Figure.Way> alone(int from, int place) {
    Arcs arcs = picture.stability().arcs();
    int[] into = new int[arcs.most()];
    Map<Integer, List<Party>> movers = new LinkedHashMap<>();
    for (Party party : picture.parties()) {
      int count = arcs.targets(party, from, Arcs.Kind.IMPROVEMENTS, into);
      for (int k = 0; k < count; k++) {
        Integer to = places.get(into[k]);
        if (to != null) movers.computeIfAbsent(to, _ -> new ArrayList<>()).add(party);
      }
    }
    return movers.entrySet().stream()
        .map(e -> new Figure.Way(place, e.getKey(), Going.ALONE, named(e.getValue())))
        .toList();
  }

  private List<Slot.OfParty> named(List<Party> parties) {
    return parties.stream().map(picture.wording()::party).toList();
  }

  /// The owners of what differs from the status quo, where all of them can go there at once and
  /// each prefers it; else none. A graph does not say how moves combine.
  private List<Party> together(int to) {
    if (space.model().isGraph()) return List.of();
    int from = space.statusQuo();
    List<Party> owners = new ArrayList<>();
    for (Party party : picture.parties()) {
      List<Option> changed =
          party.options().stream().filter(o -> space.level(from, o) != space.level(to, o)).toList();
      if (changed.isEmpty()) continue;
      boolean able =
          changed.stream().allMatch(o -> o.allows(space.level(from, o), space.level(to, o)));
      if (!able || !space.prefers(party, from, to)) return List.of();
      owners.add(party);
    }
    return owners;
  }

  private Sentence left(List<Integer> proposed) {
    long proposals = proposed.stream().filter(s -> !places.containsKey(s)).count();
    StateSet holding = picture.underAny();
    long equilibria = holding.count() - places.keySet().stream().filter(holding::contains).count();
    if (proposals + equilibria == 0) return say("");
    return say(
        "Left out: {} that some concept allows, and {} that proposals lead to",
        new Slot.Count(equilibria, "state", "states"),
        new Slot.Count(proposals, "state", "states"));
  }
}
