package demarche.scenario;

import demarche.scenario.Node.Fields;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.TermEntry.Sign;
import java.util.List;
import java.util.Optional;

/// Reads the terms of values and measures.
record TermReader(Intake intake) {
  List<TermEntry> terms(Node section) {
    List<TermEntry> terms =
        intake.each(section, "value terms", node -> term(Form.open(intake, node, Shape.TERM)));
    intake.refuseRepeats(terms.stream().map(TermEntry::id).toList());
    return terms;
  }

  /// A term, or the single term that a measure consists of.
  TermEntry term(Form form) {
    boolean clear = form.exactlyOne("want", "avoid", "of");
    if (clear && form.has("of")) return byLevel(form);
    if (clear) refuse(form, "weights", "weight");
    Sign sign = form.has("want") ? Sign.WANT : Sign.AVOID;
    NumberReader numbers = new NumberReader(intake);
    if (clear) form.need("weight");
    Quantity weight = numbers.quantity(form, "weight");
    Evidence own = form.evidence();
    return new TermEntry.When(
        form.id("id"),
        sign,
        form.expression(sign == Sign.WANT ? "want" : "avoid"),
        weight,
        stated(form).map(numbers::formula).orElse(weight.value()),
        own.equals(Evidence.NONE) ? weight.evidence() : own);
  }

  private TermEntry byLevel(Form form) {
    refuse(form, "weight", "weights");
    if (form.has("of")) form.need("weights");
    List<LevelWeight> weights = form.find("weights").map(this::weights).orElse(List.of());
    return new TermEntry.Of(
        form.id("id"),
        form.reference("of"),
        weights,
        new NumberReader(intake).spread(form),
        stated(form).map(this::weights).orElse(weights),
        form.evidence());
  }

  private static Optional<Node> stated(Form form) {
    return form.allows("stated") ? form.find("stated") : Optional.empty();
  }

  private void refuse(Form form, String wrong, String right) {
    if (form.has(wrong)) {
      intake.spoil(form.placeOf(wrong), "'%s' does not fit here; write '%s'", wrong, right);
    }
  }

  private List<LevelWeight> weights(Node node) {
    if (!(node instanceof Fields fields)) {
      intake.spoilByKind(node, "a map of levels to numbers");
      return List.of();
    }
    NumberReader numbers = new NumberReader(intake);
    return fields.fields().stream()
        .map(f -> new LevelWeight(intake.level(f.key()), numbers.formula(f.value())))
        .toList();
  }
}
