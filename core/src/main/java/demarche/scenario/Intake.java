package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the readers of all sections share: where problems go, and the reading of words, lists and
/// maps.
///
/// Reading goes on after a mistake. What could not be read is replaced by something harmless and
/// spoils the entry that it stands in; `entry` leaves spoilt entries out.
final class Intake {
  private final Problems problems;
  private final BrokenNames broken = new BrokenNames();
  private boolean spoilt;

  Intake(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  BrokenNames broken() {
    return broken;
  }

  /// Tells a problem after which the entry can still be used.
  void tell(Place place, String message, Object... arguments) {
    problems.error(place, message, arguments);
  }

  /// Tells a problem that makes the entry useless.
  void spoil(Place place, String message, Object... arguments) {
    problems.error(place, message, arguments);
    spoilt = true;
  }

  /// The entry is useless because of a problem already told.
  void spoilSilently() {
    spoilt = true;
  }

  /// `expected a list, found the text 'x'`.
  void spoilByKind(Node found, String expected) {
    spoil(found.place(), "expected %s, found %s", expected, found.inWords());
  }

  /// The entry, unless something in it spoilt it.
  <T> Optional<T> entry(Supplier<T> reading) {
    boolean outer = spoilt;
    spoilt = false;
    T read = reading.get();
    boolean usable = !spoilt;
    spoilt = outer;
    return usable ? Optional.of(read) : Optional.empty();
  }

  /// The entries of a map from ids; those left out are remembered by name.
  ///
  /// @param what the entries, in the plural, for messages
  <T> List<T> byId(Node section, String what, BiFunction<Word, Node, T> reading) {
    if (section.isNothing()) return List.of();
    if (!(section instanceof Fields fields)) {
      tell(section.place(), "expected a map of %s, found %s", what, section.inWords());
      broken.addAny();
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    for (Field field : fields.fields()) {
      Optional<T> read = entry(() -> reading.apply(id(field.key()), field.value()));
      read.ifPresentOrElse(entries::add, () -> broken.add(field.name()));
    }
    return entries;
  }

  /// The entries of a list.
  <T> List<T> each(Node section, String what, Function<Node, T> reading) {
    if (section.isNothing()) return List.of();
    if (!(section instanceof Items items)) {
      tell(section.place(), "expected a list of %s, found %s", what, section.inWords());
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    for (Node item : items.nodes()) entry(() -> reading.apply(item)).ifPresent(entries::add);
    return entries;
  }

  /// Points at the second of two entries with the same id.
  void refuseRepeats(List<Word> ids) {
    refuseRepeats(ids, "id");
  }

  /// @param what they are, for the message
  void refuseRepeats(List<Word> ids, String what) {
    Set<String> seen = new HashSet<>();
    for (Word id : ids) {
      if (id.isEmpty() || seen.add(id.text())) continue;
      int first =
          ids.stream()
              .filter(w -> w.text().equals(id.text()))
              .findFirst()
              .orElseThrow()
              .place()
              .line();
      tell(
          id.place(),
          "the %s %s is given twice; the first is in line %d, keep one of them",
          what,
          Spelling.quoted(id.text()),
          first);
    }
  }

  /// A name that the file introduces.
  Word id(Scalar scalar) {
    if (!Lexicon.isId(scalar.text())) {
      spoil(
          scalar.place(),
          "%s cannot be an id; %s",
          Spelling.quoted(scalar.text()),
          Lexicon.remedy(scalar.text()));
    }
    return scalar.word();
  }

  Word id(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) return id(scalar);
    spoilByKind(node, "an id");
    return nowhere(node);
  }

  /// A name that stands elsewhere in the file, with its owner before it if need be.
  Word reference(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) {
      if (Lexicon.isReference(scalar.text())) return scalar.word();
      spoil(
          scalar.place(),
          "%s is no name; %s",
          Spelling.quoted(scalar.text()),
          Lexicon.remedy(scalar.text()));
    } else {
      spoilByKind(node, "a name");
    }
    return nowhere(node);
  }

  Word level(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) {
      String text = scalar.text();
      if (Lexicon.isLevel(text)) return scalar.word();
      String remedy =
          switch (text) {
            case "true" -> "write yes";
            case "false" -> "write no";
            default -> Lexicon.remedy(text) + ", or a whole number";
          };
      spoil(node.place(), "%s cannot be a level; %s", Spelling.quoted(text), remedy);
    } else {
      spoilByKind(node, "a level");
    }
    return nowhere(node);
  }

  /// A list of names; one alone may stand without brackets.
  List<Word> references(Node node) {
    if (node.isNothing()) return List.of();
    if (node instanceof Items items) {
      List<Word> words = items.nodes().stream().map(this::reference).toList();
      refuseRepeats(words, "name");
      return words;
    }
    return List.of(reference(node));
  }

  /// Text on one or more lines; empty where the file says nothing.
  String text(Node node) {
    if (node instanceof Scalar scalar) return node.isNothing() ? "" : scalar.text().strip();
    tell(node.place(), "expected text, found %s; put it in quotes", node.inWords());
    return "";
  }

  Expression expression(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) {
      try {
        return ExpressionParser.parse(scalar);
      } catch (SyntaxError e) {
        spoil(new Spots(scalar).part(e.from(), e.length()), "%s", e.message());
      }
    } else if (node instanceof Fields fields
        && fields.fields().size() == 1
        && fields.fields().getFirst().value() instanceof Scalar value) {
      spoil(
          node.place(),
          "expected an expression, found a map; write '%s = %s'",
          Spelling.shortened(fields.fields().getFirst().name()),
          Spelling.shortened(value.text()));
    } else {
      spoilByKind(node, "an expression");
    }
    return new Expression.Name(nowhere(node));
  }

  /// What a claim asserts; nothing after a complaint.
  Optional<Check> check(Node node) {
    if (node instanceof Scalar scalar && !node.isNothing()) {
      try {
        return Optional.of(CheckParser.parse(scalar));
      } catch (SyntaxError e) {
        spoil(new Spots(scalar).part(e.from(), e.length()), "%s", e.message());
        return Optional.empty();
      }
    }
    spoil(
        node.place(),
        "expected what the claim asserts, such as count(equilibria(SEQ)) = 1, found %s; put it in"
            + " quotes",
        node.inWords());
    return Optional.empty();
  }

  /// Stands for a word that could not be read.
  static Word nowhere(Node node) {
    return new Word("", node.place());
  }
}
