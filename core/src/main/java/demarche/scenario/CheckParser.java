package demarche.scenario;

import demarche.scenario.Check.Arithmetic;
import demarche.scenario.Check.Compare;
import demarche.scenario.Check.In;
import demarche.scenario.Check.Joined;
import demarche.scenario.Check.Joint;
import demarche.scenario.Check.Not;
import demarche.scenario.Expression.Relation;
import demarche.scenario.Formula.Operation;
import demarche.scenario.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the check of a claim down to comparisons and sums; [CheckOperands] reads what stands
/// between the signs.
final class CheckParser {
  /// How deep brackets, calls and negations may be nested.
  static final int DEEPEST = 50;

  /// How many characters a check may have.
  static final int LONGEST = 5_000;

  private static final Map<String, Operation> SUMS =
      Map.of("+", Operation.PLUS, "-", Operation.MINUS);
  private static final Map<String, Operation> PRODUCTS =
      Map.of("*", Operation.TIMES, "/", Operation.OVER);

  private final Tokens tokens;
  private final CheckOperands operands;

  private CheckParser(Node.Scalar source) {
    if (source.text().length() > LONGEST) {
      throw new SyntaxError(
          0, 1, "more than %,d characters; make two claims of it".formatted(LONGEST));
    }
    tokens = new Tokens(Lexer.tokens(source.text(), Lexer.Dialect.CHECK), new Spots(source));
    operands = new CheckOperands(tokens, this);
  }

  /// @throws SyntaxError if the text is no check
  static Check parse(Node.Scalar source) {
    CheckParser parser = new CheckParser(source);
    Check whole = parser.assertion();
    Token rest = parser.tokens.peek();
    if (rest.kind() != Kind.END) throw parser.unexpected(rest);
    return whole;
  }

  /// A whole check, or an argument.
  Check assertion() {
    int from = from();
    tokens.deeper();
    Check left = implication();
    int opened = tokens.depth();
    while (tokens.take("<->")) {
      tokens.deeper();
      left = new Joined(Joint.IFF, left, implication(), since(from));
    }
    tokens.rise(opened - 1);
    return left;
  }

  private Check implication() {
    int from = from();
    Check premise = either();
    if (!tokens.take("->")) return premise;
    int opened = tokens.depth();
    tokens.deeper();
    Check conclusion = implication();
    tokens.rise(opened);
    return new Joined(Joint.IMPLIES, premise, conclusion, since(from));
  }

  private Check either() {
    int from = from();
    Check left = both();
    int opened = tokens.depth();
    while (tokens.take("or")) {
      tokens.deeper();
      left = new Joined(Joint.OR, left, both(), since(from));
    }
    tokens.rise(opened);
    return left;
  }

  private Check both() {
    int from = from();
    Check left = negation();
    int opened = tokens.depth();
    while (tokens.take("and")) {
      tokens.deeper();
      left = new Joined(Joint.AND, left, negation(), since(from));
    }
    tokens.rise(opened);
    return left;
  }

  private Check negation() {
    int from = from();
    if (!tokens.take("not")) return comparison();
    int opened = tokens.depth();
    tokens.deeper();
    Check inner = negation();
    tokens.rise(opened);
    return new Not(inner, since(from));
  }

  private Check comparison() {
    int from = from();
    Check left = sum();
    if (tokens.take("in")) return refuseSecond(new In(left, among(), since(from)));
    if (tokens.peek().is("not") && tokens.peekAfter().is("in")) {
      tokens.next();
      tokens.next();
      return refuseSecond(new Not(new In(left, among(), since(from)), since(from)));
    }
    if (!isRelation(tokens.peek())) return left;
    String sign = tokens.next().text();
    for (Relation relation : Relation.values()) {
      if (!relation.sign().equals(sign)) continue;
      return refuseSecond(new Compare(left, relation, sum(), since(from)));
    }
    throw new IllegalStateException(sign);
  }

  /// What stands after `in`: a set, or an interval.
  private Check among() {
    Token open = tokens.peek();
    if (!tokens.take("[")) return sum();
    Check low = sum();
    if (!tokens.take(",")) throw end(open, "',' and an upper end");
    Check high = sum();
    if (!tokens.take("]")) throw end(open, "']'");
    return new Check.Range(low, high, since(open.from()));
  }

  private SyntaxError end(Token open, String expected) {
    Token found = tokens.peek();
    return new SyntaxError(
        found.kind() == Kind.END ? open : found,
        "an interval is written as [0.02, 0.08]; expected %s, found %s"
            .formatted(expected, found.inWords()));
  }

  private Check refuseSecond(Check comparison) {
    Token next = tokens.peek();
    if (isRelation(next) || next.is("in")) {
      throw new SyntaxError(
          next,
          "comparisons cannot be chained; join two of them with 'and', as in a < b and b < c");
    }
    return comparison;
  }

  private Check sum() {
    return arithmetic(SUMS);
  }

  private Check arithmetic(Map<String, Operation> signs) {
    int from = from();
    boolean sums = signs.equals(SUMS);
    Check left = sums ? arithmetic(PRODUCTS) : operands.signed();
    int opened = tokens.depth();
    while (tokens.peek().kind() == Kind.SIGN && signs.containsKey(tokens.peek().text())) {
      Operation operation = signs.getOrDefault(tokens.next().text(), Operation.PLUS);
      tokens.deeper();
      Check right = sums ? arithmetic(PRODUCTS) : operands.signed();
      left = new Arithmetic(operation, left, right, since(from));
    }
    tokens.rise(opened);
    return left;
  }

  static boolean isRelation(Token token) {
    return token.kind() == Kind.SIGN && token.text().matches("!=|[<>]=?|=");
  }

  private int from() {
    return tokens.peek().from();
  }

  private Place since(int from) {
    return tokens.since(from);
  }

  /// Where no interval can be.
  static SyntaxError square(Token found) {
    return new SyntaxError(
        found, "found '%s'; arguments stand in ( ), a set in { }".formatted(found.text()));
  }

  private SyntaxError unexpected(Token found) {
    String text = found.text();
    if (found.is(")")) return new SyntaxError(found, "this ')' closes no bracket");
    if (found.is("[") || found.is("]")) return square(found);
    if (found.is("}")) return new SyntaxError(found, "this '}' closes no set");
    if (found.is(",")) {
      if (tokens.peekAfter().kind() == Kind.NUMBER) {
        return new SyntaxError(found, "found ','; decimals have a point, thousands no sign");
      }
      return new SyntaxError(
          found, "found ',', which stands only between arguments; join with 'and' or 'or'");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals(text) && List.of("and", "or", "in", "not", "on").contains(lower)) {
      return new SyntaxError(found, "found '%s'; write '%s'".formatted(text, lower));
    }
    if (found.kind() == Kind.NAME && found.is("is")) {
      return new SyntaxError(found, "found 'is'; write '='");
    }
    return new SyntaxError(
        found,
        "expected a comparison, 'in', 'and', 'or' or the end, found "
            + found.inWords()
            + (found.kind() == Kind.NAME || found.kind() == Kind.NUMBER
                ? "; a sign or a bracket is missing before it"
                : ""));
  }
}
