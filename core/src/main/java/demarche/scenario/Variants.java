package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Works out which tree, and which twists, each variant of a file stands for.
record Variants(Fields file, Loader loader, Intake intake) {
  private static final List<String> MERGED =
      List.of("parameters", "status-quo", "beliefs", "ties", "forecast", "bodies");
  private static final List<String> OWN = List.of("claims", "variants");

  /// A variant worked out.
  record Varied(Fields tree, List<Twist> twists) {}

  Fields declared() {
    return file.value("variants").orElse(null) instanceof Fields map
        ? map
        : new Fields(List.of(), file.place());
  }

  /// @param id one of those declared; nothing if it cannot be worked out, which is then told
  Optional<Varied> vary(Word id) {
    return vary(id, List.of());
  }

  private Optional<Varied> vary(Word id, List<String> chain) {
    Fields declared = declared();
    Optional<Node> node = declared.value(id.text());
    if (node.isEmpty()) {
      List<String> names = declared.fields().stream().map(Field::name).toList();
      intake.tell(
          id.place(),
          "unknown variant %s%s",
          Spelling.quoted(id.text()),
          Spelling.hint(id.text(), names));
      return Optional.empty();
    }
    if (chain.contains(id.text())) {
      tellCircle(chain.subList(chain.indexOf(id.text()), chain.size()));
      return Optional.empty();
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(id.text());
    Form form = Form.open(intake, node.get(), Shape.VARIANT);
    Fields written =
        node.get() instanceof Fields fields ? fields : new Fields(List.of(), node.get().place());
    return base(form, longer).map(base -> over(base, form, written));
  }

  private Optional<Varied> base(Form form, List<String> chain) {
    if (form.has("on") && form.has("scenario")) {
      intake.tell(
          form.placeOf("scenario"),
          "a variant builds 'on' another or replaces the 'scenario', not both; keep one");
      return Optional.empty();
    }
    if (form.has("on")) {
      return intake.entry(() -> form.id("on")).flatMap(on -> vary(on, chain));
    }
    if (form.has("scenario")) {
      return loader
          .standIn(form.node("scenario"))
          .map(tree -> new Varied(standIn(tree), List.of()));
    }
    return Optional.of(new Varied(file, List.of()));
  }

  /// Another file in place of this one: with this one's claims and variants, and its sources too,
  /// which those cite.
  private Fields standIn(Fields other) {
    List<Field> fields = new ArrayList<>(Merge.without(other, OWN).fields());
    OWN.forEach(key -> file.field(key).ifPresent(fields::add));
    Fields tree = new Fields(fields, other.place());
    Optional<Field> sources = file.field("sources");
    if (sources.isEmpty()) return tree;
    Fields ours = new Fields(List.of(sources.get()), file.place());
    return Merge.over(ours, tree);
  }

  /// Told at the first of its variants in the file, whichever is read.
  private void tellCircle(List<String> circle) {
    List<Field> inFile =
        declared().fields().stream().filter(f -> circle.contains(f.name())).toList();
    int first = circle.indexOf(inFile.getFirst().name());
    List<String> rotated = new ArrayList<>(circle.subList(first, circle.size()));
    rotated.addAll(circle.subList(0, first + 1));
    intake.tell(
        inFile.getFirst().key().place(),
        "variants build on one another in a circle: %s; one of them must stand on the file",
        String.join(" -> ", rotated));
  }

  private Varied over(Varied base, Form form, Fields variant) {
    List<Field> patch = new ArrayList<>();
    for (Field field : variant.fields()) {
      if (!MERGED.contains(field.name())) continue;
      boolean named = field.name().equals("parameters") || field.name().equals("bodies");
      patch.add(named ? new Field(field.key(), known(base.tree(), field)) : field);
    }
    form.find("bodies")
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .ifPresent(map -> map.fields().forEach(b -> Form.open(intake, b.value(), Shape.SEATS)));
    List<Twist> twists = new ArrayList<>(base.twists());
    twists.addAll(new TwistReader(intake).twists(form, base.tree()));
    Fields tree = base.tree();
    Fields laid = new Fields(patch, tree.place());
    Merge.idle(tree, laid).forEach(idle -> idle.tell(intake.problems()));
    return new Varied(Merge.files(tree, laid), twists);
  }

  /// A variant changes what is there: a new name is a slip, told and left out.
  private Node known(Fields tree, Field section) {
    if (!(section.value() instanceof Fields changed)) return section.value();
    Set<String> known = new LinkedHashSet<>();
    if (tree.value(section.name()).orElse(null) instanceof Fields there) {
      there.fields().forEach(f -> known.add(f.name()));
    }
    List<Field> kept = new ArrayList<>(changed.fields());
    kept.removeIf(f -> !known.contains(f.name()) || f.value().isNothing());
    String what = section.name().equals("bodies") ? "body" : "parameter";
    for (Field field : changed.fields()) {
      if (known.contains(field.name())) {
        if (field.value().isNothing()) {
          intake.tell(
              field.key().place(),
              what.equals("body")
                  ? "a variant cannot remove the body %s; write absent: %s"
                  : "a variant cannot remove the parameter %s; give it a number",
              Spelling.quoted(field.name()),
              field.name());
        }
        continue;
      }
      intake.tell(
          field.key().place(),
          "unknown %s %s in a variant%s",
          what,
          Spelling.quoted(field.name()),
          known.isEmpty() ? "; the file has none" : Spelling.hint(field.name(), known));
    }
    return new Fields(kept, changed.place());
  }
}
