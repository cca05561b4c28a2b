package demarche.scenario;

import java.util.List;

/// A walk over tokens that knows where it is and how deep.
final class Tokens {
  private final List<Token> all;
  private final Spots spots;
  private int next;
  private int depth;

  Tokens(List<Token> all, Spots spots) {
    this.all = all;
    this.spots = spots;
  }

  Token peek() {
    return all.get(next);
  }

  Token peekAfter() {
    return all.get(Math.min(next + 1, all.size() - 1));
  }

  Token next() {
    return all.get(next++);
  }

  /// Takes a word or sign, if it comes next.
  boolean take(String text) {
    if (!peek().is(text)) return false;
    next++;
    return true;
  }

  void deeper() {
    if (++depth <= CheckParser.DEEPEST) return;
    throw new SyntaxError(
        peek(),
        "nested or chained more than %d deep; make two claims of it"
            .formatted(CheckParser.DEEPEST));
  }

  int depth() {
    return depth;
  }

  void rise(int to) {
    depth = to;
  }

  Word word(Token token) {
    return new Word(token.text(), place(token));
  }

  Place place(Token token) {
    return spots.part(token.from(), Math.max(1, token.text().length()));
  }

  /// From an offset to the end of the token taken last.
  Place since(int from) {
    Token last = all.get(Math.max(0, next - 1));
    return spots.part(from, Math.max(1, last.to() - from));
  }
}
