package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Clause;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Term;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Propositions decided 64 codes at a time against their reading in one state.
final class CircuitTest {
  @Test
  void gatesHoldWhereTheirPropositionsDo() {
    Seeds.each(
        500,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          List<Proposition> propositions = new ArrayList<>(written(model).toList());
          Random random = new Random(seed);
          for (int i = 0; i < 4; i++) propositions.add(drawn(model, random, 3));
          List<Extent> extents = Extent.overStates(space, propositions, Watch.NONE);
          for (int p = 0; p < propositions.size(); p++) {
            Proposition proposition = propositions.get(p);
            int[] expected =
                space.states().filter(s -> proposition.holds(space.levels(s))).toArray();
            assertThat(space.where(proposition).stream().toArray())
                .as("%s; -Dseed=%d\n%s", proposition, seed, yaml)
                .containsExactly(expected);
            Extent extent =
                expected.length == 0
                    ? Extent.NEVER
                    : expected.length < space.size() ? Extent.SOMETIMES : Extent.ALWAYS;
            assertThat(extents.get(p)).as("%s", proposition).isEqualTo(extent);
          }
        });
  }

  /// What the file says, of every kind.
  private static Stream<Proposition> written(Model model) {
    return Stream.concat(
        model.conditions().values().stream().map(Clause::meaning),
        model.actors().stream().flatMap(a -> written(a.preference())));
  }

  private static Stream<Proposition> written(Preference preference) {
    Stream<Proposition> order =
        switch (preference.order()) {
          case Preference.Indifferent() -> Stream.of();
          case Preference.Priorities(var priorities) ->
              priorities.stream().map(p -> p.want().meaning());
          case Preference.Values(var terms) ->
              terms.stream().flatMap(t -> t.weights().stream()).map(Term.Weight::when);
          case Preference.Ranking(var groups) -> groups.stream();
        };
    return Stream.concat(preference.redLines().stream().map(line -> line.never().meaning()), order);
  }

  /// Also what a file can hardly say: bounds beyond the levels, nothing to count, empty ranges.
  private static Proposition drawn(Model model, Random random, int depth) {
    if (depth == 0) {
      int option = random.nextInt(model.options().size());
      int levels = model.option(option).levels().size();
      int low = random.nextInt(levels + 2) - 1;
      return new Proposition.Within(option, low, low + random.nextInt(levels + 2) - 1);
    }
    List<Proposition> parts =
        IntStream.range(0, random.nextInt(5))
            .mapToObj(_ -> drawn(model, random, depth - 1))
            .toList();
    return switch (random.nextInt(5)) {
      case 0 -> new Proposition.All(parts);
      case 1 -> new Proposition.Any(parts);
      case 2 -> new Proposition.Not(drawn(model, random, depth - 1));
      case 3 ->
          new Proposition.Same(drawn(model, random, depth - 1), drawn(model, random, depth - 1));
      default -> {
        int low = random.nextInt(6) - 1;
        yield new Proposition.Counted(parts, low, low + random.nextInt(4) - 1);
      }
    };
  }

  @Test
  void anExtentOverAssignmentsMindsNoConstraint() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: A constraint
            actors: {a: {name: A, options: {p: {}, q: {levels: [0, 1, 2]}}}}
            constraints: [{impossible: p and q}]
            conditions: {both: p and q, any: q >= 0}
            """);
    List<Proposition> both =
        space.model().conditions().values().stream().map(Clause::meaning).toList();
    assertThat(Extent.overStates(space, both, Watch.NONE))
        .containsExactly(Extent.NEVER, Extent.ALWAYS);
    assertThat(Extent.overAssignments(space, both, Watch.NONE))
        .containsExactly(Extent.SOMETIMES, Extent.ALWAYS);
  }
}
