package demarche.lens.stability;

import static java.util.stream.Collectors.joining;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// A scenario and what is stable in it.
record Solved(StateSpace space, Stability stability) {
  static Solved of(Model model) {
    StateSpace space = StateSpace.of(model);
    return new Solved(space, Stability.of(space, EnumSet.allOf(Concept.class), Run.quiet()));
  }

  static Solved file(String path) {
    return of(Scenarios.file(path).unvaried());
  }

  Party party(String id) {
    return space.model().parties().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Actor actor(String id) {
    return (Actor) party(id);
  }

  List<Actor> actors(String... ids) {
    return Stream.of(ids).map(this::actor).toList();
  }

  int proposed(String id) {
    Proposal proposal =
        space.model().proposals().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    return space.state(proposal.ends().getLast().stream().mapToInt(Integer::intValue).toArray());
  }

  String codes(IntStream states) {
    return states.mapToObj(space::code).collect(joining(" "));
  }

  String equilibria(Concept concept) {
    return codes(stability.equilibria(concept).stream());
  }

  String stable(Concept concept, String party) {
    return codes(stability.stable(concept, party(party)).stream());
  }

  List<Integer> stableCounts(Concept concept) {
    return space.model().parties().stream().map(p -> stability.stable(concept, p).count()).toList();
  }

  /// What single improvements reach from the status quo.
  Reach improving() {
    Arcs arcs = stability.arcs();
    return new Reach(arcs, Arcs.Kind.IMPROVEMENTS, space.model().parties(), space.statusQuo())
        .explored();
  }

  /// The states that differ from the status quo only in the options of these parties, all of which
  /// prefer them.
  String jointMoves(String... ids) {
    List<Party> group = Stream.of(ids).map(this::party).toList();
    int[] from = space.levels(space.statusQuo());
    return codes(
        space
            .states()
            .filter(s -> {
              int[] to = space.levels(s);
              return IntStream.range(0, from.length)
                      .filter(o -> from[o] != to[o])
                      .mapToObj(o -> space.model().option(o).holder())
                      .allMatch(h -> group.stream().anyMatch(p -> p.id().equals(h)))
                  && group.stream().allMatch(p -> space.prefers(p, space.statusQuo(), s));
            }));
  }

  BigFraction gain(Actor actor, int state) {
    return value(actor, state).subtract(value(actor, space.statusQuo()));
  }

  private BigFraction value(Actor actor, int state) {
    return space.value(actor, state).getFirst();
  }

  Predicate<Integer> where(String option, String... levels) {
    Option found =
        space.model().options().stream()
            .filter(o -> o.shortId().equals(option))
            .findFirst()
            .orElseThrow();
    return s -> List.of(levels).contains(found.levels().get(space.level(s, found)));
  }
}
