package demarche.analysis;

import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A state as a user names it: by its code, as `status-quo`, or by a proposal that leads there.
public sealed interface NamedState {
  String STATUS_QUO = "status-quo";

  /// A state of the space.
  record Feasible(int state) implements NamedState {}

  /// There is no such state.
  ///
  /// @param reason for the user, with the nearest name
  record Refused(String reason) implements NamedState {}

  static NamedState of(Case about, String name) {
    Model model = about.model();
    if (name.equals(STATUS_QUO)) return new Feasible(about.space().statusQuo());
    int[] levels =
        model.proposals().stream()
            .filter(p -> p.id().equals(name))
            .map(Proposal::end)
            .findFirst()
            .orElseGet(() -> model.levels(name));
    if (levels.length == 0) return new Refused(unknown(model, name));
    int state = about.space().state(levels);
    return state >= 0 ? new Feasible(state) : new Refused(infeasible(model, name, levels));
  }

  private static String unknown(Model model, String name) {
    List<String> known = new ArrayList<>(List.of(STATUS_QUO));
    model.proposals().forEach(p -> known.add(p.id()));
    String code =
        model.isGraph()
            ? "a state of the graph"
            : "a code of %d characters".formatted(model.options().size());
    Stream<String> ids =
        model.isGraph() ? model.options().getFirst().levels().stream() : Stream.of();
    return "there is no state '%s', expected %s, such as %s, or one of %s%s"
        .formatted(
            name,
            code,
            model.code(model.statusQuo()),
            String.join(", ", known),
            Spelling.hint(name, Stream.concat(known.stream(), ids).toList()));
  }

  private static String infeasible(Model model, String name, int[] levels) {
    return model.constraints().stream()
        .filter(c -> !c.allowed().holds(levels))
        .findFirst()
        .map(Constraint::wording)
        .map(wording -> "'%s' is not feasible: it breaks `%s`".formatted(name, wording))
        .orElse(
            "'%s' is no state here: it changes an event, or an option that is held still"
                .formatted(name));
  }
}
