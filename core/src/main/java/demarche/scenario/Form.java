package demarche.scenario;

import demarche.scenario.Evidence.Bearing;
import demarche.scenario.Evidence.Citation;
import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A map of the file, read by the keys that its shape allows.
final class Form {
  private static final Set<String> TEXTS =
      Set.of(
          "title", "summary", "name", "because", "note", "author", "at", "unit", "says", "quotes");

  /// Texts that cannot be left empty where they are needed; other values complain themselves.
  private static final Set<String> NEVER_BLANK = Set.of("title", "says", "check");

  private final Intake intake;
  private final Fields fields;
  private final Shape shape;

  /// Keys whose expression lost its end to a comma; already told.
  private final Set<String> split = new TreeSet<>();

  /// The rest of texts behind a comma, by key.
  private final Map<String, String> continued = new HashMap<>();

  /// Keys that an unknown one was probably meant to be; already told.
  private final Set<String> mistyped = new TreeSet<>();

  private Form(Intake intake, Fields fields, Shape shape) {
    this.intake = intake;
    this.fields = fields;
    this.shape = shape;
  }

  /// Opens a map: tells unknown and missing keys. Nothing at all counts as an empty map.
  static Form open(Intake intake, Node node, Shape shape) {
    if (node instanceof Fields || node.isNothing()) {
      Fields fields = node instanceof Fields map ? map : new Fields(List.of(), node.place());
      Form form = new Form(intake, fields, shape);
      form.check();
      return form;
    }
    intake.spoil(
        node.place(),
        "expected a map for %s (%s), found %s",
        shape.inWords(),
        String.join(", ", shape.keys()),
        node.inWords());
    Form blank = new Form(intake, new Fields(List.of(), node.place()), shape);
    blank.mistyped.addAll(shape.keys());
    return blank;
  }

  /// Whether a node is such a map, and not a text that may stand in its place, nor `strike: no`
  /// written for `strike = no`.
  static boolean isMeant(Node node, Shape shape) {
    return node instanceof Fields map
        && (map.fields().size() != 1
            || !Spelling.nearest(map.fields().getFirst().name(), shape.keys()).isEmpty());
  }

  private void check() {
    String last = "";
    for (Field field : fields.fields()) {
      if (shape.keys().contains(field.name())) {
        last = field.name();
      } else if (!last.isEmpty() && hasNoColon(field) && TEXTS.contains(last)) {
        joinText(last, field);
      } else if (!last.isEmpty() && hasNoColon(field) && leavesBracketOpen(last)) {
        tellSplit(last);
      } else {
        tellUnknown(field);
      }
    }
    shape.required().forEach(this::need);
  }

  /// Says that `key` must be given, unless it is there or was mistyped.
  void need(String key) {
    if (mistyped.contains(key)) return;
    Optional<Node> value = fields.value(key);
    if (value.isEmpty()) {
      intake.spoil(place(), "%s needs '%s'", shape.inWords(), key);
    } else if (NEVER_BLANK.contains(key)
        && value.get() instanceof Scalar scalar
        && (scalar.isNothing() || scalar.text().isBlank())) {
      intake.spoil(placeOf(key), "%s needs '%s', found nothing", shape.inWords(), key);
    }
  }

  /// Whether the key stands alone, as the part of a text behind a comma inside { } does.
  private static boolean hasNoColon(Field field) {
    return field.value() instanceof Scalar scalar && scalar.written().isEmpty();
  }

  /// In words for readers the comma can only be theirs; in an expression it would be guessed.
  private void joinText(String key, Field rest) {
    continued.merge(key, rest.name(), (first, second) -> first + ", " + second);
    intake
        .problems()
        .warn(
            rest.key().place(),
            "read as part of '%s', before the comma; put text with a comma in quotes",
            key);
  }

  private boolean leavesBracketOpen(String key) {
    return fields.value(key).orElseThrow() instanceof Scalar scalar
        && scalar.style() == Node.Style.PLAIN
        && scalar.text().chars().filter(c -> c == '(').count()
            > scalar.text().chars().filter(c -> c == ')').count();
  }

  private void tellSplit(String key) {
    if (!split.add(key)) return;
    Node value = fields.value(key).orElseThrow();
    intake.spoil(
        value.place(),
        "the comma ends this text; inside { } put an expression with a comma in quotes: %s: \"...\"",
        key);
  }

  private void tellUnknown(Field field) {
    String nearest = Spelling.nearest(field.name(), shape.keys());
    mistyped.add(nearest);
    if (field.name().equals("<<")) {
      intake.tell(
          field.key().place(),
          "'<<' merges nothing in YAML 1.2; write the keys out, or use extends");
      return;
    }
    intake.tell(
        field.key().place(),
        "unknown key %s in %s%s",
        Spelling.quoted(field.name()),
        shape.inWords(),
        nearest.isEmpty()
            ? "; it may have " + String.join(", ", shape.keys())
            : Spelling.hint(field.name(), shape.keys()));
    if (shape.required().contains(nearest)) intake.spoilSilently();
  }

  /// How a message names the entry.
  String inWords() {
    return shape.inWords();
  }

  boolean allows(String key) {
    return shape.keys().contains(key);
  }

  Place place() {
    return fields.place();
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /// The value of a key, if the file gives one that is worth reading.
  Optional<Node> find(String key) {
    if (!shape.keys().contains(key)) throw new IllegalArgumentException(key + " in " + shape);
    return split.contains(key) ? Optional.empty() : fields.value(key);
  }

  /// The value of a key, or nothing at the place of the whole entry.
  Node node(String key) {
    return find(key).orElseGet(() -> new Scalar("", Node.Style.PLAIN, fields.place(), ""));
  }

  Place placeOf(String key) {
    return fields.field(key).map(f -> f.key().place()).orElse(place());
  }

  String text(String key) {
    String text = find(key).map(intake::text).orElse("");
    return continued.containsKey(key) ? text + ", " + continued.get(key) : text;
  }

  /// The name for readers: the id where the file gives none.
  String name(Word id) {
    String name = text("name");
    return name.isEmpty() ? id.text() : name;
  }

  /// Text with its place; empty where the file has none.
  Word word(String key) {
    Node node = node(key);
    return new Word(intake.text(node), node.place());
  }

  Word id(String key) {
    return has(key) ? intake.id(node(key)) : Intake.nowhere(fields);
  }

  Word reference(String key) {
    return has(key) ? intake.reference(node(key)) : Intake.nowhere(fields);
  }

  List<Word> references(String key) {
    return find(key).map(intake::references).orElse(List.of());
  }

  Expression expression(String key) {
    return find(key)
        .map(intake::expression)
        .orElseGet(() -> new Expression.Name(Intake.nowhere(fields)));
  }

  /// One of a few words, written in lower case; `otherwise` where the file has none.
  <E extends Enum<E>> E choice(String key, List<E> choices, E otherwise) {
    Optional<Node> node = find(key);
    if (node.isEmpty()) return otherwise;
    String text = node.get() instanceof Scalar scalar ? scalar.text() : "";
    List<String> words = choices.stream().map(Form::word).toList();
    int index = words.indexOf(text);
    if (index >= 0) return choices.get(index);
    intake.tell(
        node.get().place(),
        "expected %s for '%s', found %s%s",
        String.join(", ", words),
        key,
        node.get().inWords(),
        Spelling.hint(text, words));
    return otherwise;
  }

  /// Whether a switch is set to yes.
  boolean yes(String key) {
    return choice(key, List.of(Switch.NO, Switch.YES), Switch.NO) == Switch.YES;
  }

  /// A choice as the file writes it: `person`, but `H`.
  private static String word(Enum<?> choice) {
    String name = choice.name();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Says that exactly one of `keys` must be given, unless it is so.
  boolean exactlyOne(String... keys) {
    List<String> given = Arrays.stream(keys).filter(k -> fields.value(k).isPresent()).toList();
    if (given.size() == 1) return true;
    String all = String.join(", ", keys);
    if (given.size() > 1) {
      intake.spoil(
          placeOf(given.get(1)),
          "%s has both '%s' and '%s'; keep one of: %s",
          shape.inWords(),
          given.get(0),
          given.get(1),
          all);
    } else if (Arrays.stream(keys).noneMatch(mistyped::contains)) {
      intake.spoil(place(), "%s needs one of: %s", shape.inWords(), all);
    } else {
      intake.spoilSilently();
    }
    return false;
  }

  Evidence evidence() {
    Optional<Node> source = find("source");
    List<Citation> citations = new ArrayList<>();
    if (source.isPresent() && source.get() instanceof Items several) {
      for (Node one : several.nodes()) intake.entry(() -> citation(one)).ifPresent(citations::add);
    } else if (source.isPresent()) {
      intake.entry(() -> citation(source.get())).ifPresent(citations::add);
    }
    String because = text("because");
    return because.isEmpty() && citations.isEmpty()
        ? Evidence.NONE
        : new Evidence(because, citations);
  }

  private Citation citation(Node node) {
    if (!(node instanceof Fields)) {
      return new Citation(intake.reference(node), "", Bearing.FOR);
    }
    Form form = open(intake, node, Shape.CITATION);
    Bearing bearing = form.yes("against") ? Bearing.AGAINST : Bearing.FOR;
    return new Citation(form.reference("ref"), form.text("at"), bearing);
  }

  private enum Switch {
    NO,
    YES
  }
}
