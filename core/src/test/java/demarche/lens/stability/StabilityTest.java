package demarche.lens.stability;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.stability.Way.Question;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.states.Watch;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is searched, by which way, how far, and what is said where nothing is.
final class StabilityTest {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  /// Two actors that move freely, and what else a test wants.
  private static Model model(String freedom, String rest) {
    return Scenarios.model(
        """
        demarche: 1
        title: Two
        actors:
          a: {name: A, options: {p: {%s}, q: {}}, priorities: [p <-> r, q]}
          b: {name: B, options: {r: {}, s: {}}, priorities: [not (p <-> r), not q, s]}
        %s
        """
            .formatted(freedom, rest));
  }

  private static final String COUNCIL =
      "bodies: {c: {name: C, options: {t: {}}, members: [a, b, d], others: {d: {votes: yes}},"
          + " rule: {yes: 1}}}";

  private static Stability all(Model model) {
    return Stability.of(StateSpace.of(model), ALL, Run.quiet());
  }

  private static String ways(Model model, int party) {
    Outline outline = Outline.of(model, Watch.NONE);
    Party focal = model.parties().get(party);
    return ALL.stream()
        .map(c -> c + " " + Way.of(outline, focal, c).getClass().getSimpleName())
        .collect(joining(", "));
  }

  @Test
  void theCheapestWayThatServesIsTaken() {
    String swept = "R Sweeps, GMR Sweeps, SMR Sweeps, SEQ Sweeps, SSEQ Sweeps, SIM JointReplies";
    assertThat(ways(model("", ""), 0)).isEqualTo(swept);
    assertThat(ways(model("", "constraints: [{impossible: p and r}]"), 0)).isEqualTo(swept);
    assertThat(ways(model("moves: up", ""), 0)).isEqualTo(swept);
    assertThat(ways(model("levels: [x, y, z], stride: one", ""), 0))
        .isEqualTo(
            "R EachMove, GMR BackwardSearch, SMR BackwardSearch, SEQ BackwardSearch,"
                + " SSEQ BackwardSearch, SIM JointReplies");
    assertThat(ways(model("", COUNCIL), 2))
        .isEqualTo(
            "R EachMove, GMR ForwardSearch, SMR ForwardSearch, SEQ ForwardSearch,"
                + " SSEQ ForwardSearch, SIM JointReplies");
  }

  @Test
  void theAnswerNamesItsWay() {
    Stability free = all(model("", ""));
    Party a = free.space().model().parties().getFirst();
    assertThat(free.way(Concept.R, a)).isEqualTo("sweeps along fibres");
    assertThat(free.way(Concept.GMR, a)).isEqualTo("sweeps along fibres");
    assertThat(free.way(Concept.SEQ, a)).isEqualTo("sweeps along fibres");
    assertThat(free.way(Concept.SIM, a)).isEqualTo("search over joint replies");
    Stability voted = all(model("", COUNCIL));
    Party council = voted.space().model().parties().getLast();
    assertThat(voted.way(Concept.R, council)).isEqualTo("each move");
    assertThat(voted.way(Concept.SEQ, council))
        .isEqualTo("search forward from each improvement, nearest replies first");
  }

  @Test
  void onlyWhatIsAskedForIsSearched() {
    StateSpace space = StateSpace.of(model("", ""));
    Stability stability = Stability.of(space, Set.of(Concept.GMR, Concept.R), Run.quiet());
    assertThat(stability.concepts()).containsExactly(Concept.R, Concept.GMR);
    assertThat(stability.notSearched()).isEmpty();
    assertThat(stability.space()).isSameAs(space);
    assertThat(stability.arcs().space()).isSameAs(space);
    assertThatThrownBy(() -> stability.equilibria(Concept.SEQ))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("SEQ was not searched");
  }

  @Test
  void whatWasSearchedOfASpaceIsNotSearchedAgain() {
    StateSpace space = StateSpace.of(model("", ""));
    Party a = space.model().parties().getFirst();
    Stability first = Stability.known(space, Set.of(Concept.R, Concept.SEQ), Run.quiet());
    Stability second = Stability.known(space, Set.of(Concept.SEQ, Concept.GMR), Run.quiet());
    assertThat(second.concepts()).containsExactly(Concept.GMR, Concept.SEQ);
    assertThat(second.stable(Concept.SEQ, a)).isSameAs(first.stable(Concept.SEQ, a));
    Stability fresh = Stability.of(space, ALL, Run.quiet());
    for (Concept concept : second.concepts()) {
      assertThat(second.stable(concept, a)).isEqualTo(fresh.stable(concept, a));
    }
  }

  @Test
  void aGraphIsNotAskedForSimultaneousMoves() {
    Stability graph =
        all(
            Scenarios.model(
                """
                demarche: 1
                title: Graph
                graph: {states: {x: null, y: null}, moves: {a: {x: [y]}}}
                actors: {a: {name: A, ranking: [y, x]}}
                """));
    assertThat(graph.concepts()).isEqualTo(EnumSet.complementOf(EnumSet.of(Concept.SIM)));
    assertThat(graph.notSearched())
        .containsOnlyKeys(Concept.SIM)
        .containsValue("a graph does not say how moves combine");
    assertThat(graph.equilibria(Concept.R).stream()).containsExactly(1);
    Set<Concept> others = EnumSet.of(Concept.R);
    assertThat(Stability.of(graph.arcs(), others, Run.quiet()).notSearched()).isEmpty();
  }

  /// 27 options of which few may be up: few states, but too many codes for the bounds of SIM.
  @Test
  void simultaneousMovesAreLeftOutWhereTheirBoundsDoNotFit() {
    String options = IntStream.range(0, 26).mapToObj(i -> "o" + i + ": {}").collect(joining(", "));
    String names = IntStream.range(0, 26).mapToObj(i -> "o" + i).collect(joining(", "));
    Stability sparse =
        all(
            Scenarios.model(
                """
                demarche: 1
                title: Sparse
                actors:
                  a: {name: A, options: {%s}, priorities: [o3, o2]}
                  b: {name: B, options: {p: {}}, priorities: [p <-> o3]}
                constraints: [{require: "count(%s) <= 1"}]
                """
                    .formatted(options, names)));
    assertThat(sparse.notSearched()).containsOnlyKeys(Concept.SIM);
    assertThat(sparse.notSearched().get(Concept.SIM))
        .contains(
            "SIM for 'a': 268,435,456 numbers for bounds, the limit is 134,217,728",
            "leave SIM out");
    assertThat(sparse.concepts()).hasSize(5);
    assertThat(sparse.equilibria(Concept.R).count()).isEqualTo(1);
  }

  private static Question question(Model model, int party, Concept concept) {
    Arcs arcs = Arcs.of(StateSpace.of(model));
    StateSet open = StateSet.all(arcs.space().size());
    return new Question(arcs, model.parties().get(party), concept, open);
  }

  @Test
  void theBoundsOfSimultaneousMovesMayTakeAllThatIsAllowed() {
    Question question = question(model("", ""), 0, Concept.SIM);
    long needed = 2L << 4; // one other party, four bits
    assertThat(new JointReplies(1_000, needed).stable(question, Run.quiet()))
        .isEqualTo(new JointReplies().stable(question, Run.quiet()));
    assertThatThrownBy(() -> new JointReplies(1_000, needed - 1).stable(question, Run.quiet()))
        .isInstanceOf(TooLarge.class)
        .hasMessageStartingWith("SIM for 'a': 32 numbers for bounds, the limit is 31;");
  }

  @Test
  void tooManyJointRepliesAreRefusedWhateverTheThreads() {
    for (int party : List.of(0, 2)) {
      Question question = question(model("", COUNCIL), party, Concept.SIM);
      long enough = 0;
      while (isRefused(question, enough, 1)) enough++;
      assertThat(enough).isBetween(1L, 1_000L);
      assertThat(isRefused(question, enough, 2)).isFalse();
      assertThat(isRefused(question, enough - 1, 2)).isTrue();
    }
    assertThatThrownBy(() ->
            new JointReplies(3, 1_000)
                .stable(question(model("", COUNCIL), 2, Concept.SIM), Run.quiet()))
        .hasMessage(
            "SIM for 'c': the others' improvements combine in more than 3 ways, the limit is 3;"
                + " leave SIM out, or hold options with a variant (passive, agenda)");
  }

  private static boolean isRefused(Question question, long mostTried, int threads) {
    try {
      new JointReplies(mostTried, 1_000)
          .stable(question, new Run(threads, 1, (_, _, _) -> {}, () -> false));
      return false;
    } catch (TooLarge refused) {
      return true;
    }
  }

  @Test
  void everyWayStopsWhenItIsAskedTo() {
    Run stopped = new Run(1, 1, (_, _, _) -> {}, () -> true);
    List<Way> tried = new ArrayList<>();
    for (Model model : List.of(model("", ""), model("", COUNCIL))) {
      for (Concept concept : ALL) {
        for (int party = 0; party < model.parties().size(); party++) {
          Question question = question(model, party, concept);
          for (Way way : Way.ALL) {
            if (!way.serves(question.arcs().space().outline(), question.focal(), concept)) continue;
            tried.add(way);
            assertThatThrownBy(() -> way.stable(question, stopped))
                .as("%s of %s", concept, way)
                .isInstanceOf(CancellationException.class);
          }
        }
      }
    }
    assertThat(tried).containsAll(Way.ALL);
  }

  /// Long searches ask again and again: a stop in the middle ends them.
  @Test
  void aSearchAsksMoreThanOnce() {
    String others =
        IntStream.range(0, 8)
            .mapToObj(i -> "b%d: {name: B, options: {o%d: {}, x%d: {}}}".formatted(i, i, i))
            .collect(joining(", "));
    Model model =
        Scenarios.model(
            "demarche: 1\ntitle: Long\nactors: {a: {name: A, options: {p: {}}, priorities: [o1]}, %s}\n"
                .formatted(others));
    Arcs arcs = Arcs.of(StateSpace.of(model));
    StateSet open = StateSet.all(arcs.space().size());
    Party a = model.parties().getFirst();
    for (Way way : List.of(new FibreMaximum(), new EachMove())) {
      assertStopsLater(way, new Question(arcs, a, Concept.R, open), 2);
    }
    assertStopsLater(new BackwardSearch(), new Question(arcs, a, Concept.SEQ, open), 30);
  }

  private static void assertStopsLater(Way way, Question question, int calls) {
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier later = () -> asked.incrementAndGet() == calls;
    Run run = new Run(1, 1, (_, _, _) -> {}, later);
    assertThatThrownBy(() -> way.stable(question, run))
        .as(way.words())
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whoWaitsIsToldWhatIsSearched() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Run run =
        new Run(1, 1, (step, done, all) -> told.add(step + " " + done + " " + all), () -> false);
    Stability.of(StateSpace.of(model("", COUNCIL)), ALL, run);
    // 5 concepts for 2 actors and R for the body, one after another
    assertThat(told).contains("stability 0 11", "stability 10 11");
    assertThat(told)
        .filteredOn(t -> !t.startsWith("stability"))
        .extracting(t -> t.substring(0, t.indexOf(' ')))
        .contains("GMR", "SMR", "SEQ", "SSEQ", "SIM");
  }

  @Test
  void whatIsKnownOfWeakerConceptsChangesNoAnswer() {
    Seeds.each(
        400,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Arcs arcs = Arcs.of(StateSpace.of(RandomModels.model(yaml)));
          Stability together = Stability.of(arcs, ALL, Run.quiet());
          for (Concept concept : together.concepts()) {
            Stability alone = Stability.of(arcs, Set.of(concept), Run.quiet());
            for (Party party : arcs.space().model().parties()) {
              assertThat(together.stable(concept, party))
                  .as("%s for %s; -Dseed=%d\n%s", concept, party.id(), seed, yaml)
                  .isEqualTo(alone.stable(concept, party));
            }
          }
        });
  }
}
