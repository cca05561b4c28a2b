package demarche.lens.firmness;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SinksTest {
  @Test
  void sinksAndBasinsAreThoseOfTheClosure() {
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model model = RandomModels.model(yaml);
          Sinks sinks = Sinks.of(Arcs.of(StateSpace.of(model)), Run.quiet());
          List<BitSet> reached = closure(model);
          List<Sinks.Sink> expected = new ArrayList<>();
          for (int s = 0; s < reached.size(); s++) {
            BitSet own = reached.get(s);
            int first = s;
            boolean closed = own.stream().allMatch(t -> reached.get(t).equals(own));
            if (own.nextSetBit(0) != first || !closed) continue;
            expected.add(
                new Sinks.Sink(
                    own.stream().boxed().toList(),
                    (int) reached.stream().filter(r -> onlyHere(r, own, reached)).count(),
                    (int) reached.stream().filter(r -> r.get(first)).count()));
          }
          assertThat(sinks.told())
              .as("-Dseed=%d replays\n%s", seed, yaml)
              .containsExactlyInAnyOrderElementsOf(expected);
          assertThat(sinks.count()).isEqualTo(expected.size());
          assertThat(sinks.cycles())
              .isEqualTo((int) expected.stream().filter(e -> e.states().size() > 1).count());
        });
  }

  /// Whether all that is reached leads to this sink.
  private static boolean onlyHere(BitSet reached, BitSet sink, List<BitSet> closure) {
    return reached.stream().allMatch(t -> closure.get(t).intersects(sink))
        && reached.stream()
            .filter(
                t -> closure.get(t).stream().allMatch(u -> closure.get(u).equals(closure.get(t))))
            .allMatch(sink::get);
  }

  private static List<BitSet> closure(Model model) {
    ByDefinition literal = new ByDefinition(model);
    List<BitSet> reached = new ArrayList<>();
    for (int s = 0; s < literal.states().size(); s++) {
      BitSet own = new BitSet();
      own.set(s);
      for (Party party : model.parties()) literal.improvements(party, s).forEach(own::set);
      reached.add(own);
    }
    for (int via = 0; via < reached.size(); via++) {
      for (BitSet own : reached) if (own.get(via)) own.or(reached.get(via));
    }
    return reached;
  }
}
