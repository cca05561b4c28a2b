package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs.Kind;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Arcs in both directions against the moves and improvements of the definitions.
final class ArcsTest {
  @Test
  void arcsAreTheMovesAndTheImprovements() {
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Arcs arcs = Arcs.of(StateSpace.of(RandomModels.model(yaml)));
          ByDefinition literal = new ByDefinition(arcs.space().model());
          assertThat(arcs.space().size()).isEqualTo(literal.states().size());
          for (Party party : arcs.space().model().parties()) {
            boolean moves = arcs.space().states().anyMatch(s -> !literal.moves(party, s).isEmpty());
            assertThat(arcs.isMover(party) || !moves)
                .as("mover %s of\n%s", party.id(), yaml)
                .isTrue();
            for (Kind kind : Kind.values()) {
              String as = "%s of %s; -Dseed=%d\n%s".formatted(kind, party.id(), seed, yaml);
              compare(arcs, literal, party, kind, as);
            }
          }
        });
  }

  private static void compare(Arcs arcs, ByDefinition literal, Party party, Kind kind, String as) {
    int[] into = new int[arcs.most()];
    for (int s = 0; s < arcs.space().size(); s++) {
      int state = s;
      int count = arcs.targets(party, s, kind, into);
      assertThat(Arrays.copyOf(into, count))
          .as(as)
          .containsExactly(
              targets(literal, party, kind, s).stream().mapToInt(Integer::intValue).toArray());
      count = arcs.sources(party, s, kind, into);
      assertThat(Arrays.copyOf(into, count))
          .as(as)
          .containsExactly(
              arcs.space()
                  .states()
                  .filter(from -> targets(literal, party, kind, from).contains(state))
                  .toArray());
    }
    boolean transitive = isTransitive(arcs.space(), literal, party, kind);
    if (arcs.isTransitive(party, kind)) assertThat(transitive).as(as).isTrue();
    boolean exact = party instanceof Body && arcs.isTransitive(party, Kind.MOVES);
    if (exact && transitive) assertThat(arcs.isTransitive(party, kind)).as(as).isTrue();
  }

  private static Set<Integer> targets(ByDefinition literal, Party party, Kind kind, int s) {
    return new TreeSet<>(
        kind == Kind.MOVES ? literal.moves(party, s) : literal.improvements(party, s));
  }

  private static boolean isTransitive(
      StateSpace space, ByDefinition literal, Party party, Kind kind) {
    return space
        .states()
        .allMatch(s -> {
          Set<Integer> once = targets(literal, party, kind, s);
          return once.stream()
              .flatMap(q -> targets(literal, party, kind, q).stream())
              .allMatch(t -> t == s || once.contains(t));
        });
  }
}
