package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays one tree over another, as `extends`, variants and beliefs do.
///
/// Maps merge by key in the base's order, new keys after it; lists whose items all have an `id`
/// merge by it; other lists and texts are replaced; `null` removes what the base has. A range in
/// numbers belongs to the number beside it: a patch that sets `value`, `weight` or `rate` and no
/// range drops it. A range in percent stays.
final class Merge {
  private static final List<String> NUMBERS = List.of("value", "weight", "rate");
  private static final List<String> LEVELS = List.of("status-quo", "disagreement");

  private Merge() {}

  static Node over(Node base, Node patch) {
    if (base instanceof Fields below && patch instanceof Fields above) return over(below, above);
    if (base instanceof Items below && patch instanceof Items above) {
      Map<String, Node> byId = byId(below);
      Map<String, Node> patches = byId(above);
      if (!byId.isEmpty() && !patches.isEmpty()) {
        patches.forEach((id, item) -> byId.merge(id, item, Merge::over));
        return new Items(List.copyOf(byId.values()), above.place());
      }
    }
    return patch;
  }

  /// Lays a file or a variant over a file. An option may be `sign` in the status quo of one and
  /// `north.sign` in that of the other: both are the same key.
  static Fields files(Fields base, Fields patch) {
    List<Field> fields = new ArrayList<>();
    for (Field field : base.fields()) {
      Optional<Node> above =
          LEVELS.contains(field.name()) ? patch.value(field.name()) : Optional.empty();
      fields.add(
          new Field(
              field.key(), above.map(a -> spelledAs(a, field.value())).orElse(field.value())));
    }
    return over(new Fields(fields, base.place()), patch);
  }

  private static Node spelledAs(Node patch, Node base) {
    if (!(patch instanceof Fields above && base instanceof Fields below)) return base;
    List<Field> fields = new ArrayList<>();
    for (Field field : below.fields()) {
      String name = field.name();
      Scalar key =
          above.fields().stream()
              .map(Field::key)
              .filter(k -> k.text().endsWith("." + name) || name.endsWith("." + k.text()))
              .findFirst()
              .orElse(field.key());
      fields.add(new Field(key, field.value()));
    }
    return new Fields(fields, below.place());
  }

  static Fields over(Fields base, Fields patch) {
    Map<String, Field> merged = new LinkedHashMap<>();
    base.fields().forEach(f -> merged.put(f.name(), f));
    if (losesRange(base, patch)) List.of("range", "mode").forEach(merged::remove);
    for (Field field : patch.fields()) {
      Field below = merged.get(field.name());
      if (below == null) merged.put(field.name(), field);
      else if (field.value().isNothing()) merged.remove(field.name());
      else merged.put(field.name(), new Field(field.key(), over(below.value(), field.value())));
    }
    return new Fields(List.copyOf(merged.values()), patch.place());
  }

  private static boolean losesRange(Fields base, Fields patch) {
    return NUMBERS.stream().anyMatch(key -> patch.value(key).isPresent())
        && patch.value("range").isEmpty()
        && base.value("range").orElse(null) instanceof Items;
  }

  /// The keys that a patch removes by `null` though the base has none of the name.
  static List<Idle> idle(Node base, Node patch) {
    List<Idle> idle = new ArrayList<>();
    if (base instanceof Fields below && patch instanceof Fields above) {
      List<String> names = below.fields().stream().map(Field::name).toList();
      for (Field field : above.fields()) {
        Optional<Node> value = below.value(field.name());
        boolean isNull =
            field.value().isNothing()
                && field.value() instanceof Scalar scalar
                && !scalar.text().isEmpty();
        if (value.isPresent()) idle.addAll(idle(value.get(), field.value()));
        else if (isNull) idle.add(new Idle(field.key(), names));
      }
    }
    if (base instanceof Items below && patch instanceof Items above) {
      Map<String, Node> bases = byId(below);
      byId(above)
          .forEach((id, item) -> {
            if (bases.containsKey(id)) idle.addAll(idle(bases.get(id), item));
          });
    }
    return idle;
  }

  /// A key that removes nothing.
  ///
  /// @param names those that it could remove
  record Idle(Scalar key, List<String> names) {
    Idle {
      names = List.copyOf(names);
    }

    void tell(Problems problems) {
      String hint = Spelling.hint(key.text(), names);
      problems.error(
          key.place(),
          "null removes nothing here, for there is no %s%s",
          Spelling.quoted(key.text()),
          hint.isEmpty() ? "; write {} to add it" : hint);
    }
  }

  /// The items by their ids; empty if one has none, or two have the same.
  private static Map<String, Node> byId(Items items) {
    Map<String, Node> byId = new LinkedHashMap<>();
    for (Node item : items.nodes()) {
      Optional<Node> id = item instanceof Fields fields ? fields.value("id") : Optional.empty();
      if (id.isEmpty() || !(id.get() instanceof Scalar name)) return Map.of();
      if (byId.put(name.text(), item) != null) return Map.of();
    }
    return byId;
  }

  /// The map without some of its keys.
  static Fields without(Fields fields, List<String> keys) {
    List<Field> kept = new ArrayList<>(fields.fields());
    kept.removeIf(f -> keys.contains(f.name()));
    return new Fields(kept, fields.place());
  }
}
