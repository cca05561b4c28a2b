package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.stability.PlannedRun.Kind;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.Watch;
import demarche.testing.Scenarios;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each way takes, worked out by hand, and how often it asks whether to stop.
final class WaysTest {
  private static Way way(String name) {
    return Way.ALL.stream()
        .filter(w -> w.getClass().getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Run asking(Runnable asked) {
    return new Run(
        1,
        1,
        (_, _, _) -> {},
        () -> {
          asked.run();
          return false;
        });
  }

  /// Puts a question to a way in a model of 4,096 states in which all move freely.
  private static StateSet ask(Way way, Concept concept, Runnable asked) {
    StateSpace space = StateSpace.of(Kind.PRIORITIES.model(12));
    Party focal = space.model().parties().getFirst();
    StateSet all = StateSet.all(space.size());
    return way.stable(new Way.Question(Arcs.of(space), focal, concept, all), asking(asked));
  }

  /// Every 256 states in each pass over all of them. The search back goes back twice from each
  /// state whose arcs go both ways, from all but one mover's and then from that mover's.
  @ParameterizedTest
  @CsvSource({
    "FibreMaximum, R, 16, 16",
    "EachMove, R, 16, 16",
    "BackwardSearch, GMR, 48, 48",
    "BackwardSearch, SMR, 64, 64",
    "BackwardSearch, SEQ, 33, 48",
    "BackwardSearch, SSEQ, 49, 64",
    "ForwardSearch, GMR, 20, 400",
    "ForwardSearch, SEQ, 256, 4096",
    "JointReplies, SIM, 65, 256",
    "Sweeps, R, 1, 16",
    "Sweeps, SEQ, 4, 64"
  })
  void askOftenYetNotAtEveryState(String name, Concept concept, long least, long most) {
    AtomicLong asked = new AtomicLong();
    ask(way(name), concept, asked::incrementAndGet);
    assertThat(asked.get()).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({"FibreMaximum, R", "BackwardSearch, SMR", "ForwardSearch, SEQ", "JointReplies, SIM"})
  void endWhenTheyAreToldTo(String name, Concept concept) {
    AtomicLong asked = new AtomicLong();
    ask(way(name), concept, asked::incrementAndGet);
    for (long end = 1; end <= asked.get(); end += 1 + asked.get() / 8) {
      AtomicLong left = new AtomicLong(end);
      Runnable stopping =
          () -> {
            if (left.decrementAndGet() == 0) throw new CancellationException("stopped");
          };
      assertThatThrownBy(() -> ask(way(name), concept, stopping))
          .isInstanceOf(CancellationException.class);
      assertThat(left.get()).as("asked again after it was ended").isZero();
    }
  }

  /// 256 states: 4 bytes a rank; 22 or 26 in all going back, and 4 for each of three others; going
  /// forward 36 for components, or 9 and for each thread 10 and a bit; jointly ranks and a number
  /// for each party and code.
  @ParameterizedTest
  @CsvSource({
    "Sweeps, R, 1, 32",
    "Sweeps, GMR, 1, 32",
    "Sweeps, SEQ, 1, 304",
    "FibreMaximum, R, 1, 1024",
    "EachMove, R, 1, 0",
    "BackwardSearch, GMR, 1, 8704",
    "BackwardSearch, SSEQ, 1, 9728",
    "ForwardSearch, SEQ, 1, 9216",
    "ForwardSearch, SEQ, 2, 9216",
    "ForwardSearch, SEQ, 3, 10080",
    "JointReplies, SIM, 1, 5120",
    "JointReplies, SIM, 2, 5120"
  })
  void takeWhatWasWorkedOut(String name, Concept concept, int threads, long bytes) {
    Outline outline = Outline.of(Kind.PRIORITIES.model(8), Watch.NONE);
    Party focal = outline.model().parties().getFirst();
    assertThat(way(name).bytes(outline, focal, concept, threads)).isEqualTo(bytes);
  }

  @Test
  void jointRepliesKeepNoMoreThanIsAllowedAndNothingForBodies() {
    Outline outline = Outline.of(Kind.PRIORITIES.model(8), Watch.NONE);
    Party focal = outline.model().parties().getFirst();
    assertThat(new JointReplies(1, 1024).bytes(outline, focal, Concept.SIM, 1)).isEqualTo(5120);
    assertThat(new JointReplies(1, 1023).bytes(outline, focal, Concept.SIM, 1)).isEqualTo(1024);
    Outline ferry = Outline.of(Scenarios.file("scenarios/ferry.yaml").unvaried(), Watch.NONE);
    Body board = ferry.model().bodies().getFirst();
    assertThat(new JointReplies().bytes(ferry, board, Concept.SIM, 1)).isZero();
  }

  @Test
  void eachSaysWhetherItSharesOutItsOwnWork() {
    for (Way way : Way.ALL) {
      boolean shares = way instanceof ForwardSearch || way instanceof JointReplies;
      assertThat(way.ownThreads()).as(way.words()).isEqualTo(shares);
      assertThat(way.words()).isNotBlank();
    }
  }
}
