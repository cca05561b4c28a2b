package demarche.scenario;

import demarche.scenario.Expression.And;
import demarche.scenario.Expression.Compare;
import demarche.scenario.Expression.Count;
import demarche.scenario.Expression.Iff;
import demarche.scenario.Expression.Implies;
import demarche.scenario.Expression.Name;
import demarche.scenario.Expression.Not;
import demarche.scenario.Expression.Or;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads an expression: comparisons bind tightest, then `not`, `and`, `or`, `->` (to the right),
/// `<->` (to the left).
final class ExpressionParser {
  /// How deep brackets, negations and implications may be nested.
  static final int DEEPEST = 100;

  private final Spots spots;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(Node.Scalar source) {
    this.spots = new Spots(source);
    this.tokens = Lexer.tokens(source.text());
  }

  /// @throws SyntaxError if the text is no expression
  static Expression parse(Node.Scalar source) {
    ExpressionParser parser = new ExpressionParser(source);
    Expression whole = parser.iff();
    Token rest = parser.peek();
    if (rest.kind() != Kind.END) throw parser.unexpected(rest);
    return whole;
  }

  private Expression iff() {
    return chain("<->", this::implies, (a, b) -> new Iff(a, b, span(a, b)));
  }

  /// Operands of an operator that takes two, folded from the left.
  private Expression chain(
      String sign, Supplier<Expression> operand, BinaryOperator<Expression> join) {
    Expression left = operand.get();
    int opened = depth;
    while (take(sign)) {
      deeper();
      left = join.apply(left, operand.get());
    }
    depth = opened;
    return left;
  }

  private Expression implies() {
    Expression premise = or();
    if (!take("->")) return premise;
    deeper();
    Expression conclusion = implies();
    depth--;
    return new Implies(premise, conclusion, span(premise, conclusion));
  }

  private Expression or() {
    return several("or", this::and, parts -> new Or(parts, span(parts)));
  }

  private Expression and() {
    return several("and", this::not, parts -> new And(parts, span(parts)));
  }

  private Expression several(
      String word, Supplier<Expression> operand, Function<List<Expression>, Expression> join) {
    List<Expression> parts = new ArrayList<>(List.of(operand.get()));
    while (take(word)) parts.add(operand.get());
    return parts.size() == 1 ? parts.getFirst() : join.apply(parts);
  }

  private Expression not() {
    Token start = peek();
    if (!take("not")) return comparison();
    deeper();
    Expression inner = not();
    depth--;
    return new Not(inner, place(start.from(), last().to()));
  }

  private Expression comparison() {
    Token start = peek();
    if (start.is("(")) return bracket();
    if (start.is("count")) return count();
    if (start.kind() != Kind.NAME || Lexicon.RESERVED.contains(start.text())) {
      throw missingOperand(start);
    }
    next++;
    if (!isRelation(peek())) return new Name(word(start));
    Relation relation = relation();
    Token level = level();
    refuseSecondRelation();
    Word right = new Word(level.text(), place(level.from(), level.to()));
    return new Compare(word(start), relation, right, place(start.from(), level.to()));
  }

  private Expression bracket() {
    Token open = tokens.get(next++);
    deeper();
    Expression inner = iff();
    close(open);
    depth--;
    if (isRelation(peek())) {
      throw new SyntaxError(
          peek(), "only an option or an event can be compared with a level, not a bracket");
    }
    return inner;
  }

  private Expression count() {
    Token start = tokens.get(next++);
    Token open = peek();
    if (!take("(")) throw new SyntaxError(open, "expected '(' after count: count(a, b, c) >= 2");
    deeper();
    List<Expression> parts = new ArrayList<>(List.of(iff()));
    while (take(",")) parts.add(iff());
    close(open);
    depth--;
    if (!isRelation(peek())) {
      throw new SyntaxError(
          peek(), "count(...) needs a comparison with a whole number, such as count(...) >= 2");
    }
    Relation relation = relation();
    Token number = peek();
    if (!number.text().matches("[0-9]{1,6}")) {
      throw new SyntaxError(
          number, "count(...) is compared with a whole number, found " + number.inWords());
    }
    next++;
    refuseSecondRelation();
    return new Count(
        parts, relation, Integer.parseInt(number.text()), place(start.from(), number.to()));
  }

  private void close(Token open) {
    Token found = peek();
    if (take(")")) return;
    if (found.kind() == Kind.END) {
      throw new SyntaxError(open, "this bracket is never closed, ')' is missing");
    }
    if (found.is(",")) {
      throw new SyntaxError(found, "found ',', expected ')'; join with 'and' or 'or'");
    }
    throw unexpected(found);
  }

  private Relation relation() {
    String sign = tokens.get(next++).text();
    for (Relation relation : Relation.values()) {
      if (relation.sign().equals(sign)) return relation;
    }
    throw new IllegalStateException(sign);
  }

  private static boolean isRelation(Token token) {
    return token.kind() == Kind.SIGN && token.text().matches("!=|[<>]=?|=");
  }

  /// A level's name, or a whole number with or without a minus.
  private Token level() {
    Token found = tokens.get(next++);
    if (found.is("-") && peek().kind() == Kind.NUMBER && peek().from() == found.to()) {
      found = new Token(Kind.NUMBER, "-" + tokens.get(next++).text(), found.from());
    }
    boolean word = found.kind() == Kind.NAME || found.kind() == Kind.NUMBER;
    if (word && Lexicon.isLevel(found.text())) return found;
    throw new SyntaxError(
        found, "expected a level of the option after the comparison, found " + found.inWords());
  }

  private void refuseSecondRelation() {
    if (isRelation(peek())) {
      throw new SyntaxError(
          peek(), "comparisons cannot be chained; write 'a > x and a < y', the level on the right");
    }
  }

  private SyntaxError missingOperand(Token found) {
    Token after = tokens.get(Math.min(next + 1, tokens.size() - 1));
    if (found.kind() == Kind.NUMBER && isRelation(after)) {
      return new SyntaxError(found, "the level stands on the right, as in 'demand >= 2'");
    }
    if (found.is("true") || found.is("false")) {
      return new SyntaxError(
          found, "'%s' is no condition; name an option or a condition".formatted(found.text()));
    }
    return new SyntaxError(
        found, "expected an option, a condition, 'not' or '(', found " + found.inWords());
  }

  private SyntaxError unexpected(Token found) {
    if (found.is(")")) return new SyntaxError(found, "this ')' closes no bracket");
    if (found.is(",")) {
      return new SyntaxError(
          found, "found ',', which stands only inside count(...); join with 'and' or 'or'");
    }
    return new SyntaxError(
        found, "expected 'and', 'or', '->', '<->' or the end, found " + found.inWords());
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new SyntaxError(
          peek(), "nested more than %d deep; name parts as conditions".formatted(DEEPEST));
    }
  }

  private boolean take(String text) {
    if (!peek().is(text)) return false;
    next++;
    return true;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token last() {
    return tokens.get(next - 1);
  }

  private Word word(Token token) {
    return new Word(token.text(), place(token.from(), token.to()));
  }

  private Place place(int from, int to) {
    return spots.part(from, to - from);
  }

  private Place span(Expression first, Expression last) {
    return span(List.of(first, last));
  }

  /// From the first part to the last, if they stand in one line.
  private Place span(List<Expression> parts) {
    Place first = parts.getFirst().place();
    Place last = parts.getLast().place();
    int length =
        first.line() == last.line()
            ? last.column() + last.length() - first.column()
            : first.length();
    return new Place(first.file(), first.line(), first.column(), Math.max(1, length));
  }
}
