package demarche.store;

import demarche.ensemble.Column;

/// A column as a run's table has it.
///
/// @param name in the table
record Stored(String name, Role role, Column column) {
  enum Role {
    INPUT,
    FINDING;

    String key() {
      return switch (this) {
        case INPUT -> "input";
        case FINDING -> "finding";
      };
    }

    static Role of(String key) {
      return key.equals("input") ? INPUT : FINDING;
    }
  }

  String quoted() {
    return '"' + name + '"';
  }

  String type() {
    return switch (column.kind()) {
      case NUMBER -> "DOUBLE";
      case YES_NO -> "BOOLEAN";
      case WORD -> "VARCHAR";
    };
  }

  static String kind(Column.Kind kind) {
    return switch (kind) {
      case NUMBER -> "number";
      case YES_NO -> "yes-no";
      case WORD -> "word";
    };
  }

  static Column.Kind kind(String key) {
    for (Column.Kind kind : Column.Kind.values()) {
      if (kind(kind).equals(key)) return kind;
    }
    throw new IllegalStateException("a column of the kind " + key);
  }
}
