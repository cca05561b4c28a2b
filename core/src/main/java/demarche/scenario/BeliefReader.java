package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads who sees what otherwise than it is. A picture of an actor is what the file says of it
/// there, merged over what it says of the actor itself.
///
/// @param actors the nodes of the real actors
record BeliefReader(Intake intake, Fields actors) {
  List<BeliefEntry> beliefs(Node section) {
    return intake.byId(section, "actors to what they believe", this::belief);
  }

  private BeliefEntry belief(Word holder, Node node) {
    Form form = Form.open(intake, node, Shape.BELIEF);
    Map<String, Node> seen = new HashMap<>();
    List<ActorEntry> views = views(form, Map.of(), seen);
    List<BeliefEntry> thinks =
        intake.byId(
            form.node("thinks"),
            "actors to what it thinks that they believe",
            (other, thought) -> thought(other, thought, seen));
    return new BeliefEntry(holder, views, form.references("blind-to"), thinks, form.evidence());
  }

  /// What the holder thinks that `other` believes: merged over the holder's own picture.
  private BeliefEntry thought(Word other, Node node, Map<String, Node> seen) {
    Form form = Form.open(intake, node, Shape.THOUGHT);
    return new BeliefEntry(
        other,
        views(form, seen, new HashMap<>()),
        form.references("blind-to"),
        List.of(),
        form.evidence());
  }

  /// @param before pictures that come before the real actors
  /// @param after takes the pictures made here
  private List<ActorEntry> views(Form form, Map<String, Node> before, Map<String, Node> after) {
    return intake.byId(
        form.node("of"),
        "actors to pictures of them",
        (actor, patch) -> {
          Form.open(intake, patch, Shape.VIEW);
          Node base =
              Optional.ofNullable(before.get(actor.text()))
                  .or(() -> actors.value(actor.text()))
                  .orElse(new Fields(List.of(), patch.place()));
          Node picture = merged(base, patch);
          after.put(actor.text(), picture);
          return new ActorReader(intake).actor(actor, picture);
        });
  }

  /// A picture with another kind of preference takes the place of the real one.
  private static Node merged(Node base, Node patch) {
    if (!(base instanceof Fields real) || !(patch instanceof Fields wishes)) return base;
    List<Field> kept = new ArrayList<>(real.fields());
    boolean other = PreferenceReader.KINDS.stream().anyMatch(k -> wishes.value(k).isPresent());
    if (other) {
      kept.removeIf(
          f -> PreferenceReader.KINDS.contains(f.name()) && wishes.value(f.name()).isEmpty());
    }
    return Merge.over(new Fields(kept, real.place()), wishes);
  }
}
