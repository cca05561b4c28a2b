package demarche.scenario;

import java.util.List;
import java.util.Optional;

/// A part of a YAML file, and where it stands. Every scalar is kept as the text that was written:
/// what it means is decided by whoever reads it.
sealed interface Node {
  Place place();

  /// How a message names it: `the text 'x'`, `a list`, `nothing`.
  String inWords();

  /// How many entries it has, itself included.
  default int size() {
    return switch (this) {
      case Scalar _ -> 1;
      case Items items -> 1 + items.nodes.stream().mapToInt(Node::size).sum();
      case Fields map -> 1 + map.fields.stream().mapToInt(f -> 1 + f.value.size()).sum();
    };
  }

  /// Whether the file leaves the value out, or writes `null`.
  default boolean isNothing() {
    return false;
  }

  /// @param written as the file writes it, with quotes and line breaks
  record Scalar(String text, Style style, Place place, String written) implements Node {
    @Override
    public boolean isNothing() {
      return style == Style.PLAIN && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String inWords() {
      return isNothing() ? "nothing" : "the text " + Spelling.quoted(text);
    }

    Word word() {
      return new Word(text, place);
    }
  }

  record Items(List<Node> nodes, Place place) implements Node {
    public Items {
      nodes = List.copyOf(nodes);
    }

    @Override
    public String inWords() {
      return nodes.isEmpty() ? "an empty list" : "a list";
    }
  }

  record Fields(List<Field> fields, Place place) implements Node {
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public String inWords() {
      return fields.isEmpty() ? "an empty map" : "a map";
    }

    Optional<Field> field(String key) {
      return fields.stream().filter(f -> f.name().equals(key)).findFirst();
    }

    Optional<Node> value(String key) {
      return field(key).map(Field::value);
    }
  }

  /// One key of a map and its value.
  record Field(Scalar key, Node value) {
    String name() {
      return key.text();
    }
  }

  /// How a scalar is written.
  enum Style {
    PLAIN,
    QUOTED,
    BLOCK
  }
}
