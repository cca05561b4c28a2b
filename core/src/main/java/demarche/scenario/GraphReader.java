package demarche.scenario;

import demarche.scenario.Node.Fields;
import demarche.scenario.Scenario.GraphEntry;
import demarche.scenario.Scenario.GraphEntry.Moves;
import demarche.scenario.Scenario.GraphEntry.State;
import java.util.ArrayList;
import java.util.List;

/// Reads a model published as a graph.
record GraphReader(Intake intake) {
  List<GraphEntry> graph(Node section) {
    if (section.isNothing()) return List.of();
    return intake.entry(() -> entry(section)).stream().toList();
  }

  private GraphEntry entry(Node node) {
    Form form = Form.open(intake, node, Shape.GRAPH);
    List<State> states = intake.byId(form.node("states"), "states", this::state);
    return new GraphEntry(states, moves(form.node("moves")), form.place());
  }

  /// `s1: Status quo`, `s2: {name: Strike, shows: {strike: yes}}`, or nothing but the id.
  private State state(Word id, Node node) {
    if (!(node instanceof Fields)) {
      String name = intake.text(node);
      return new State(id, name.isEmpty() ? id.text() : name, List.of());
    }
    Form form = Form.open(intake, node, Shape.GRAPH_STATE);
    return new State(id, form.name(id), new DestinationReader(intake).settings(form.node("shows")));
  }

  private List<Moves> moves(Node node) {
    List<Moves> moves = new ArrayList<>();
    intake.byId(
        node,
        "actors to moves, as in {owners: {s1: [s2]}}",
        (actor, from) ->
            moves.addAll(
                intake.byId(
                    from,
                    "states to the states that it can move to",
                    (state, to) -> new Moves(actor, state, loopless(state, to)))));
    return moves;
  }

  private List<Word> loopless(Word from, Node to) {
    List<Word> states = intake.references(to);
    for (Word state : states) {
      if (!state.isEmpty() && state.text().equals(from.text())) {
        intake.spoil(state.place(), "a move from '%s' to itself; remove it", from.text());
      }
    }
    return states;
  }
}
