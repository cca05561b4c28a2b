package demarche.lens.roles;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the lens tells, and of whom.
final class RolesLensTest {
  /// The watcher thinks that the keeper likes the gate shut; in truth it wants it open.
  private static final String GATE =
      """
      demarche: 1
      title: A gate
      actors:
        keeper: {name: Keeper, options: {gate: {}}, values: [{id: open, want: gate, weight: 1}]}
        watcher: {name: Watcher, options: {}, values: [{want: gate, weight: 1}]}
        idler: {name: Idler, options: {}, values: [{avoid: gate, weight: 1}]}
      targets:
        way-in: {name: The way in, when: gate, of: [watcher], between: [keeper, idler]}
      beliefs:
        watcher: {of: {keeper: {values: [{id: open, want: gate, weight: -1}]}}}
      ties:
        - {from: watcher, to: keeper, access: 1, trust: 1, leverage: 1}
        - {from: watcher, to: idler, access: 0.1, trust: 1, leverage: 0.5}
      """;

  private static Answer answer(String yaml) {
    return RolesLens.USUAL.examine(Scenarios.space(yaml), Run.quiet());
  }

  private static Judgement judge(Column column, String actor, Role role) {
    Model model = column.scene().model();
    Actor found =
        model.actors().stream().filter(a -> a.id().equals(actor)).findFirst().orElseThrow();
    return new Question(column.scene(), found, 0, Terms.USUAL).judge(role);
  }

  @Test
  void aRoleInSomebodysEyesAloneIsToldSo() {
    List<String> lines = Spoken.lines(answer(GATE));

    assertThat(lines)
        .anyMatch(l -> l.contains("spoiler") && l.contains("(only as seen by Watcher)"));
    Scene scene = Scene.of(Scenarios.space(GATE), Run.quiet());
    List<Column> columns = Column.all(scene);
    assertThat(columns).extracting(Column::title).containsExactly("as it is", "Watcher");
    assertThat(judge(columns.getFirst(), "keeper", Role.SPOILER).verdict()).isEqualTo(Verdict.NO);
    assertThat(judge(columns.getLast(), "keeper", Role.SPOILER).verdict()).isEqualTo(Verdict.YES);
  }

  @Test
  void errorsThatADisputantDropsMoveItsOwnColumnAlone() {
    String own =
        GATE.replace("between: [keeper, idler]", "between: [keeper, watcher]")
            .replace("from: watcher, to: keeper", "from: idler, to: keeper")
            .replace("from: watcher, to: idler", "from: idler, to: watcher");
    Scene scene = Scene.of(Scenarios.space(own), Run.quiet());
    List<Column> columns = Column.all(scene);

    assertThat(facilitation(columns.getFirst())).isEqualTo(0);
    assertThat(facilitation(columns.getLast())).isEqualTo(1); // from shut for good to open
  }

  private static double facilitation(Column column) {
    Actor idler = column.scene().model().actors().getLast();
    Question question = new Question(column.scene(), idler, 0, Terms.USUAL);
    Imagining with = GoodOffices.of(question).with(GoodOffices.Part.FACILITATION);
    return with.figure(0).getFirst() - column.scene().base().figure(0).getFirst();
  }

  @Test
  void aWorldWithoutMeaningIsToldWithItsReason() {
    String locked =
        GATE.replace(
                "targets:", "constraints: [{require: gate}]\nstatus-quo: {gate: yes}\ntargets:")
            .replace("when: gate, of", "when: not gate, of");
    List<String> lines = Spoken.lines(answer(locked));

    assertThat(lines).anyMatch(l -> l.contains("There is no figure with Keeper absent"));
    assertThat(lines).anyMatch(l -> l.contains("No way by moves leads to it"));
  }

  @Test
  void programsGetARowForEachColumnActorTargetAndRole() {
    Data.Items rows = (Data.Items) answer(GATE).data();

    assertThat(rows.items()).hasSize(2 * 3 * Role.values().length);
    Map<String, Data> first = ((Data.Fields) rows.items().getFirst()).fields();
    assertThat(first)
        .containsEntry("actor", new Data.Text("keeper"))
        .containsEntry("observer", new Data.Nothing())
        .containsEntry("role", new Data.Text("decisive"));
    assertThat(first).containsKey("part");
    List<String> shares = new ArrayList<>();
    Data shared = RolesData.withShares(rows, Map.of("roles/keeper/decisive/way-in", 0.9));
    for (Data row : ((Data.Items) shared).items()) {
      if (((Data.Fields) row).fields().get("share") instanceof Data.Real(double share)) {
        shares.add(String.valueOf(share));
      }
    }
    assertThat(shares).containsExactly("0.9");
  }

  @Test
  void leverageIsThatOfFlowsWhereThereAreAny() {
    Model ferry = Scenarios.file("scenarios/ferry.yaml").unvaried();
    List<Means> means = Scene.of(StateSpace.of(ferry), Run.quiet()).means();

    Means owners = Means.of(means, "owners", "union").orElseThrow();
    assertThat(owners.leverage().doubleValue()).isBetween(0.521, 0.523); // of freight, in 2025
    assertThat(Means.of(means, "ministry", "union").orElseThrow().leverage().doubleValue())
        .isEqualTo(0.2); // judged
  }
}
