package demarche.scenario;

import demarche.scenario.ConstraintEntry.Kind;
import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import demarche.scenario.Scenario.VariantEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads variants: what they are called, and what they do beyond replacing parts of the file.
record TwistReader(Intake intake) {
  List<VariantEntry> variants(Node section) {
    return intake.byId(
        section,
        "variants",
        (id, node) -> {
          Form form = Form.open(intake, node, Shape.VARIANT);
          return new VariantEntry(
              id, form.reference("on"), form.word("scenario"), form.text("because"));
        });
  }

  /// @param tree the scenario that the variant changes: it says who `all` are
  List<Twist> twists(Form form, Fields tree) {
    List<Twist> twists = new ArrayList<>();
    twists.addAll(added(form, "require", Kind.REQUIRE));
    twists.addAll(added(form, "impossible", Kind.IMPOSSIBLE));
    if (form.has("agenda")) {
      twists.add(new Twist.Agenda(form.references("agenda"), form.node("agenda").place()));
    }
    twists.addAll(each(form, "passive", Twist.Passive::new));
    twists.addAll(each(form, "absent", Twist.Absent::new));
    twists.addAll(each(form, "indifferent", Twist.Indifferent::new));
    twists.addAll(each(form, "without-veto", Twist.WithoutVeto::new));
    twists.addAll(
        intake.byId(
            form.node("copies"),
            "actors to those whose preference they take",
            (actor, model) -> new Twist.Copies(actor, intake.reference(model))));
    twists.addAll(stated(form, tree));
    return twists;
  }

  private static List<Twist> each(Form form, String key, Function<Word, Twist> twist) {
    return form.references(key).stream().filter(word -> !word.isEmpty()).map(twist).toList();
  }

  private List<Twist> added(Form form, String key, Kind kind) {
    Node node = form.node(key);
    List<Node> written =
        node instanceof Items items ? items.nodes() : form.has(key) ? List.of(node) : List.of();
    List<Twist> added = new ArrayList<>();
    for (Node one : written) {
      intake
          .entry(() -> intake.expression(one))
          .map(expression -> new ConstraintEntry(kind, expression, Evidence.NONE))
          .ifPresent(constraint -> added.add(new Twist.Added(constraint)));
    }
    return added;
  }

  private static List<Twist> stated(Form form, Fields tree) {
    if (form.node("stated") instanceof Scalar scalar
        && scalar.text().equals("all")
        && tree.value("actors").orElse(null) instanceof Fields actors) {
      return actors.fields().stream()
          .map(Field::name)
          .<Twist>map(actor -> new Twist.Stated(new Word(actor, scalar.place())))
          .toList();
    }
    return each(form, "stated", Twist.Stated::new);
  }
}
