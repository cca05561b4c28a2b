package demarche.scenario;

/// A word, number or sign of an expression.
///
/// @param from offset in the text
record Token(Kind kind, String text, int from) {
  enum Kind {
    NAME,
    NUMBER,
    /// In quotes, which are part of it.
    TEXT,
    SIGN,
    END
  }

  int to() {
    return from + text.length();
  }

  boolean is(String sign) {
    return kind != Kind.END && text.equals(sign);
  }

  String inWords() {
    return kind == Kind.END ? "the end" : Spelling.quoted(text);
  }
}
