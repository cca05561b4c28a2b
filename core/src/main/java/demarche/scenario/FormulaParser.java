package demarche.scenario;

import demarche.scenario.Formula.Arithmetic;
import demarche.scenario.Formula.Literal;
import demarche.scenario.Formula.Negation;
import demarche.scenario.Formula.Operation;
import demarche.scenario.Formula.Parameter;
import demarche.scenario.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads a number, or arithmetic with `+ - * /` and brackets over parameters, exactly.
final class FormulaParser {
  static final int DEEPEST = 100;
  static final int MOST_TOKENS = 1_000;

  /// Bounds that keep exact arithmetic quick: `1e999999999` would fill the memory.
  static final int MOST_DIGITS = 50;

  static final int LARGEST_EXPONENT = 50;

  private static final Map<String, Operation> SUMS =
      Map.of("+", Operation.PLUS, "-", Operation.MINUS);
  private static final Map<String, Operation> PRODUCTS =
      Map.of("*", Operation.TIMES, "/", Operation.OVER);

  private final Spots spots;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private FormulaParser(Node.Scalar source, String text) {
    this.spots = new Spots(source);
    this.tokens = Lexer.tokens(text);
    if (tokens.size() > MOST_TOKENS) {
      throw new SyntaxError(
          0,
          1,
          "the number has more than %d parts; name some as parameters".formatted(MOST_TOKENS));
    }
  }

  /// @param text what `source` begins with: a unit after the number is left to the caller
  /// @throws SyntaxError if the text is no number
  static Formula parse(Node.Scalar source, String text) {
    FormulaParser parser = new FormulaParser(source, text);
    Formula whole = parser.sum();
    Token rest = parser.peek();
    if (rest.kind() != Kind.END) throw parser.missingSign(rest);
    return whole;
  }

  private Formula sum() {
    Formula left = product();
    while (true) {
      Operation operation = SUMS.get(peek().text());
      if (operation == null) return left;
      next++;
      left = join(operation, left, product());
    }
  }

  private Formula product() {
    Formula left = factor();
    while (true) {
      Operation operation = PRODUCTS.get(peek().text());
      if (operation == null) return left;
      next++;
      left = join(operation, left, factor());
    }
  }

  private static Formula join(Operation operation, Formula left, Formula right) {
    Place from = left.place();
    Place to = right.place();
    int length = from.line() == to.line() ? to.column() + to.length() - from.column() : 1;
    Place place = new Place(from.file(), from.line(), from.column(), Math.max(1, length));
    return new Arithmetic(operation, left, right, place);
  }

  private Formula factor() {
    Token found = tokens.get(next);
    if (found.kind() == Kind.END) throw new SyntaxError(found, "a number is missing here");
    next++;
    if (found.is("-") || found.is("+")) return signed(found);
    if (found.is("(")) return bracket(found);
    if (found.kind() == Kind.NUMBER) return new Literal(value(found), place(found));
    if (found.kind() == Kind.NAME && !Lexicon.RESERVED.contains(found.text())) {
      if (found.text().contains(".")) throw unexpected(found);
      return new Parameter(new Word(found.text(), place(found)));
    }
    throw unexpected(found);
  }

  private Formula signed(Token sign) {
    deeper();
    Formula inner = factor();
    depth--;
    if (sign.is("+")) return inner;
    Place place = spots.part(sign.from(), tokens.get(next - 1).to() - sign.from());
    return inner instanceof Literal number
        ? new Literal(number.value().negate(), place)
        : new Negation(inner, place);
  }

  private Formula bracket(Token open) {
    deeper();
    Formula inner = sum();
    depth--;
    Token found = peek();
    if (found.is(")")) {
      next++;
      return inner;
    }
    throw found.kind() == Kind.END
        ? new SyntaxError(open, "this bracket is never closed, ')' is missing")
        : missingSign(found);
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new SyntaxError(peek(), "nested more than %d deep".formatted(DEEPEST));
    }
  }

  private SyntaxError unexpected(Token found) {
    if (found.is(",")) {
      return new SyntaxError(found, "found ',' in a number; the decimal sign is a point");
    }
    if (found.is(")")) return new SyntaxError(found, "this ')' closes no bracket");
    return new SyntaxError(found, "expected a number or a parameter, found " + found.inWords());
  }

  private SyntaxError missingSign(Token found) {
    if (found.kind() == Kind.SIGN && !found.is("(")) return unexpected(found);
    return new SyntaxError(found, "expected '+', '-', '*' or '/' before " + found.inWords());
  }

  private static BigFraction value(Token number) {
    String text = number.text();
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    String digits = exponentAt < 0 ? text : text.substring(0, exponentAt);
    String exponent =
        exponentAt < 0 ? "" : text.substring(exponentAt + 1).replaceFirst("^[+-]?0*", "");
    if (digits.length() > MOST_DIGITS) {
      throw new SyntaxError(
          number, "%s has more than %d digits; round it".formatted(number.inWords(), MOST_DIGITS));
    }
    boolean far =
        exponent.length() > 3
            || (!exponent.isEmpty() && Integer.parseInt(exponent) > LARGEST_EXPONENT);
    if (far) {
      throw new SyntaxError(
          number,
          "the exponent of %s is beyond %d; choose another unit"
              .formatted(number.inWords(), LARGEST_EXPONENT));
    }
    BigDecimal decimal = new BigDecimal(text);
    return decimal.scale() <= 0
        ? BigFraction.of(decimal.toBigIntegerExact())
        : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Place place(Token token) {
    return spots.part(token.from(), token.text().length());
  }
}
