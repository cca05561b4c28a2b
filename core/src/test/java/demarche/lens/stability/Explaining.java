package demarche.lens.stability;

import demarche.finding.Answer;
import demarche.lens.Account;
import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.List;
import java.util.Set;

/// Explanations of small cases.
final class Explaining {
  /// Two answers together undo what one of them alone does not.
  static final String TOGETHER =
      """
      demarche: 1
      title: Together
      actors:
        a:
          name: Ann
          options: {x: {}}
          values: [{id: prize, want: x, weight: 1}, {id: ruin, avoid: x and y and z, weight: 3}]
        b: {name: Ben, options: {y: {}}, ranking: ["?1?", "?0?"]}
        c: {name: Cem, options: {z: {}}, priorities: [z]}
      """;

  static Answer explain(StateSpace space, String code, String parties, Set<Concept> asked) {
    List<String> ids = List.of(parties.split(" ", -1));
    List<Party> whom = space.model().parties().stream().filter(p -> ids.contains(p.id())).toList();
    return Account.answer(
        code, List.of(Explain.of(new Asked(space, space.state(code), whom), asked, Run.quiet())));
  }

  static StateSpace ferry() {
    return StateSpace.of(Scenarios.file("scenarios/ferry.yaml").unvaried());
  }

  private Explaining() {}
}
