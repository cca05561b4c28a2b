package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Lays one edit over a tree: by the rules of `extends` where it changes a number, else by taking
/// its list apart.
///
/// What stands elsewhere in the tree keeps its nodes, so that nobody need read it again.
///
/// @param written the edit's words, in the order of its components
record Revision(Edit edit, EditLine written, Intake intake) {
  /// @throws InvalidScenario if the tree has nothing that the edit is about, or the edit no number
  ///   or expression where it needs one
  Fields over(Fields tree) {
    return switch (edit) {
      case Edit.Parameter _ -> parameter(tree);
      case Edit.Weight _ -> term(tree, t -> weight(t, number(2)));
      case Edit.LevelWeight _ -> term(tree, t -> levelWeight(t, word(2), number(3)));
      case Edit.MovedPriority(var _, var _, int place) ->
          list(tree, "priorities", all -> moved(all, index(all, word(1), "priority"), place));
      case Edit.NewPriority(var _, var _, int place) ->
          list(tree, "priorities", all -> with(all, expression(1), place));
      case Edit.DroppedPriority _ ->
          list(tree, "priorities", all -> without(all, index(all, word(1), "priority")));
      case Edit.NewRedLine _ ->
          list(tree, "red-lines", all -> with(all, map("never", expression(1)), all.size() + 1));
      case Edit.DroppedRedLine _ ->
          list(tree, "red-lines", all -> without(all, index(all, word(1), "red-line")));
      case Edit.Majority(var _, int rule, var _) -> rule(tree, rule, r -> majority(r, number(2)));
      case Edit.Vetoes(var _, int rule, var members) ->
          rule(tree, rule, r -> Merge.over(r, map("veto", vetoes(members.size()))));
    };
  }

  private Scalar word(int k) {
    return written.word(k);
  }

  private Scalar number(int k) {
    new NumberReader(intake).formula(word(k));
    intake.problems().stopIfAny();
    return word(k);
  }

  private Scalar expression(int k) {
    intake.expression(word(k));
    intake.problems().stopIfAny();
    return word(k);
  }

  private Fields map(String key, Node value) {
    return map(new Scalar(key, Node.Style.PLAIN, word(0).place(), key), value);
  }

  private Fields map(Scalar key, Node value) {
    return new Fields(List.of(new Field(key, value)), word(0).place());
  }

  private Fields parameter(Fields tree) {
    if (tree.value("parameters").orElse(null) instanceof Fields all) {
      if (all.value(word(0).text()).isPresent()) {
        return Merge.over(tree, map("parameters", map(word(0), number(1))));
      }
      throw unknown(word(0), "parameter", "", names(all));
    }
    throw unknown(word(0), "parameter", "", List.of());
  }

  /// Revises the actor or body that the edit names first.
  private Fields holder(Fields tree, String section, UnaryOperator<Fields> revise) {
    Fields all =
        tree.value(section).orElse(null) instanceof Fields map
            ? map
            : new Fields(List.of(), tree.place());
    Scalar name = word(0);
    if (!(all.value(name.text()).orElse(null) instanceof Fields holder)) {
      throw unknown(name, section.equals("actors") ? "actor" : "body", "", names(all));
    }
    return put(tree, section, put(all, name.text(), revise.apply(holder)));
  }

  /// The map with another value under a key.
  private Fields put(Fields map, String key, Node value) {
    List<Field> fields = new ArrayList<>();
    for (Field field : map.fields()) {
      fields.add(field.name().equals(key) ? new Field(field.key(), value) : field);
    }
    if (map.value(key).isEmpty()) fields.addAll(map(key, value).fields());
    return new Fields(fields, map.place());
  }

  /// Revises one of the actor's lists; none at all is an empty one.
  private Fields list(Fields tree, String key, UnaryOperator<List<Node>> revise) {
    return holder(
        tree,
        "actors",
        actor -> {
          if (key.equals("priorities")) refuseOtherKinds(actor);
          List<Node> before =
              actor.value(key).orElse(null) instanceof Items items ? items.nodes() : List.of();
          return put(actor, key, new Items(revise.apply(before), actor.place()));
        });
  }

  private void refuseOtherKinds(Fields actor) {
    for (String kind : List.of("values", "ranking")) {
      if (actor.value(kind).filter(node -> !node.isNothing()).isEmpty()) continue;
      throw refusal(
          word(0), "'%s' has '%s', expected an actor with priorities", word(0).text(), kind);
    }
  }

  private int index(List<Node> list, Scalar name, String kind) {
    List<String> names =
        IntStream.range(0, list.size())
            .mapToObj(k -> named(list.get(k), kind + "-" + (k + 1)))
            .toList();
    int found = names.indexOf(name.text());
    if (found < 0) throw unknown(name, kind.replace('-', ' '), of(), names);
    return found;
  }

  private static String named(Node item, String otherwise) {
    return item instanceof Fields map && map.value("id").orElse(null) instanceof Scalar id
        ? id.text()
        : otherwise;
  }

  private List<Node> with(List<Node> list, Node item, int place) {
    refusePlace(place, list.size() + 1);
    List<Node> longer = new ArrayList<>(list);
    longer.add(place - 1, item);
    return longer;
  }

  private static List<Node> without(List<Node> list, int index) {
    List<Node> shorter = new ArrayList<>(list);
    shorter.remove(index);
    return shorter;
  }

  private List<Node> moved(List<Node> list, int from, int place) {
    refusePlace(place, list.size());
    return with(without(list, from), list.get(from), place);
  }

  private void refusePlace(int place, int last) {
    if (1 <= place && place <= last) return;
    throw refusal(word(2), "there is no place %d, expected 1 to %d", place, last);
  }

  /// Revises one of the actor's value terms.
  private Fields term(Fields tree, UnaryOperator<Fields> revise) {
    return holder(
        tree,
        "actors",
        actor -> {
          List<Node> terms =
              actor.value("values").orElse(null) instanceof Items all ? all.nodes() : List.of();
          List<String> labels = terms.stream().map(Revision::label).toList();
          int found = labels.indexOf(word(1).text());
          if (found < 0) throw unknown(word(1), "value term", of(), labels);
          List<Node> after = new ArrayList<>(terms);
          after.set(found, revise.apply((Fields) terms.get(found)));
          return put(actor, "values", new Items(after, actor.place()));
        });
  }

  /// The id of a term, or what it is about.
  private static String label(Node term) {
    Function<String, String> text =
        key ->
            term instanceof Fields map && map.value(key).orElse(null) instanceof Scalar value
                ? value.text()
                : "";
    return List.of("id", "want", "avoid", "of").stream()
        .map(text)
        .filter(t -> !t.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Fields weight(Fields term, Scalar weight) {
    if (term.value("of").isEmpty()) return Merge.over(term, map("weight", weight));
    throw refusal(
        word(1), "'%s' has a weight for each level, expected a level to weigh", word(1).text());
  }

  private Fields levelWeight(Fields term, Scalar level, Scalar weight) {
    if (term.value("of").isPresent()) {
      return Merge.over(term, map("weights", map(level, weight)));
    }
    throw refusal(word(1), "'%s' has one weight, not one for each level", word(1).text());
  }

  /// Revises one of the body's rules, which may be a single one.
  private Fields rule(Fields tree, int number, UnaryOperator<Fields> revise) {
    return holder(
        tree,
        "bodies",
        body -> {
          Node rules = body.value("rule").orElse(body);
          List<Node> all =
              new ArrayList<>(rules instanceof Items list ? list.nodes() : List.of(rules));
          if (number < 1 || number > all.size()) {
            throw refusal(
                word(1), "there is no rule %d%s, expected 1 to %d", number, of(), all.size());
          }
          Node revised = revise.apply((Fields) all.get(number - 1));
          all.set(number - 1, revised);
          return put(body, "rule", rules instanceof Items list ? items(all, list) : revised);
        });
  }

  private static Items items(List<Node> nodes, Items before) {
    return new Items(nodes, before.place());
  }

  private Fields majority(Fields rule, Scalar needed) {
    String counted =
        List.of("yes", "quota", "yes-share").stream()
            .filter(key -> rule.value(key).isPresent())
            .findFirst()
            .orElse("yes");
    return Merge.over(rule, map(counted, needed));
  }

  private Items vetoes(int count) {
    List<Node> members = IntStream.range(2, 2 + count).<Node>mapToObj(this::word).toList();
    return new Items(members, word(0).place());
  }

  private static List<String> names(Fields map) {
    return map.fields().stream().map(Field::name).toList();
  }

  private String of() {
    return " of '" + word(0).text() + "'";
  }

  private InvalidScenario unknown(Scalar name, String what, String of, List<String> known) {
    return refusal(
        name,
        "unknown %s %s%s%s",
        what,
        Spelling.quoted(name.text()),
        of,
        known.isEmpty() ? "; there is none" : Spelling.hint(name.text(), known));
  }

  private InvalidScenario refusal(Scalar at, String message, Object... arguments) {
    return intake.problems().fatal(at.place(), message, arguments);
  }
}
