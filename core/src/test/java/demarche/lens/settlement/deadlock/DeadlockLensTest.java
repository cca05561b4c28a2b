package demarche.lens.settlement.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import org.junit.jupiter.api.Test;

/// What the lens tells, on cases small enough to be seen through.
final class DeadlockLensTest {
  /// Each opens its half of the bridge only to an open other half; the toll comes with both.
  private static final String BRIDGE =
      """
      demarche: 1
      title: Bridge
      actors:
        east:
          name: East
          options: {east-half: {}}
          values: [{id: cost, avoid: east-half, weight: 1}, {id: traffic, want: east-half and west-half, weight: 3}]
        west:
          name: West
          options: {west-half: {}}
          values: [{id: cost, avoid: west-half, weight: 1}, {id: traffic, want: east-half and west-half, weight: 3}]
      status-quo: {}
      proposals: {open: {name: Open bridge, does: {east-half: yes, west-half: yes}}}
      """;

  @Test
  void halvesOfABridgeWaitForEachOther() {
    StateSpace space = Scenarios.space(BRIDGE);
    assertThat(Spoken.lines(new DeadlockLens().examine(space, Run.quiet())))
        .contains(
            "1 state is better for all than the status quo; single improvements lead to none of them",
            "- Towards \"Open bridge\" parties wait in a circle, East for West for East; any one of"
                + " these set from outside would undo it: east-half yes, west-half yes",
            ". \"Open bridge\" | East for West for East | East, West: east-half yes, west-half yes |"
                + " east-half yes, west-half yes",
            ". East > West: once west-half yes, then east-half yes STRONG");
  }

  @Test
  void whereImprovementsLeadNobodyWaits() {
    StateSpace eager = Scenarios.space(BRIDGE.replace("avoid: ", "want: "));
    Towards led = Towards.of(Arcs.of(eager), eager.state("11"), Run.quiet());
    assertThat(led.led()).isTrue();
    assertThat(led.waiting().waits()).isEmpty();
    assertThat(led.pushes()).isEmpty();
    assertThat(led.together().largest()).isEqualTo(1);
  }

  @Test
  void aGraphIsNotAsked() {
    assertThat(
            new DeadlockLens()
                .appliesTo(Scenarios.file("scenarios/library/elmira9.yaml").unvaried()))
        .isFalse();
  }
}
