package demarche.scenario;

import demarche.scenario.Destination.GraphState;
import demarche.scenario.Destination.Setting;
import demarche.scenario.Destination.Settings;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Scalar;
import java.util.List;

/// Reads states and parts of states: `{strike: no}`, or the id of a state of the graph.
record DestinationReader(Intake intake) {
  Destination destination(Node node) {
    if (node instanceof Fields) return new Settings(settings(node), node.place());
    if (node instanceof Scalar scalar && !node.isNothing()) {
      if (Lexicon.isId(scalar.text())) return new GraphState(scalar.word());
      intake.spoil(
          node.place(),
          "expected options with their levels, as in {strike: no}, or the id of a state; found %s",
          node.inWords());
    } else {
      intake.spoilByKind(node, "options with their levels, as in {strike: no}");
    }
    return new Settings(List.of(), node.place());
  }

  List<Setting> settings(Node node) {
    if (node.isNothing()) return List.of();
    if (!(node instanceof Fields fields)) {
      intake.spoilByKind(node, "options with their levels, as in {strike: no}");
      return List.of();
    }
    return fields.fields().stream()
        .map(f -> new Setting(intake.reference(f.key()), intake.level(f.value())))
        .toList();
  }
}
