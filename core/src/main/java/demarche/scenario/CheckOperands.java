package demarche.scenario;

import demarche.scenario.Check.Amount;
import demarche.scenario.Check.Bracket;
import demarche.scenario.Check.Call;
import demarche.scenario.Check.Group;
import demarche.scenario.Check.Name;
import demarche.scenario.Check.Negation;
import demarche.scenario.Check.On;
import demarche.scenario.Check.Text;
import demarche.scenario.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads what stands between the signs of a check: names, numbers, texts, sets, brackets, calls.
final class CheckOperands {
  private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "on");
  private static final int MOST_DIGITS = 30;

  private final Tokens tokens;
  private final CheckParser parser;

  CheckOperands(Tokens tokens, CheckParser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  /// An operand, perhaps with a minus before it.
  Check signed() {
    Token start = tokens.peek();
    if (!tokens.take("-")) return narrowed();
    int opened = tokens.depth();
    tokens.deeper();
    Check inner = signed();
    tokens.rise(opened);
    return new Negation(inner, tokens.since(start.from()));
  }

  /// An operand, perhaps with `on (a, b)` after it.
  private Check narrowed() {
    Token start = tokens.peek();
    Check operand = operand();
    if (!tokens.peek().is("on")) return operand;
    Token on = tokens.next();
    Token open = tokens.peek();
    if (!tokens.take("(")) {
      throw new SyntaxError(on, "expected parties in brackets after 'on', as in on (dprk, us)");
    }
    List<Word> parties = new ArrayList<>();
    do {
      Token party = tokens.next();
      if (party.kind() != Kind.NAME) {
        throw new SyntaxError(
            party, "expected an actor or body after 'on (', found " + party.inWords());
      }
      parties.add(tokens.word(party));
    } while (tokens.take(","));
    close(open, ")");
    return new On(operand, parties, tokens.since(start.from()));
  }

  private Check operand() {
    Token start = tokens.peek();
    return switch (start.kind()) {
      case NAME -> named();
      case NUMBER -> number();
      case TEXT -> {
        tokens.next();
        String text = start.text().substring(1, start.text().length() - 1);
        yield new Text(text, tokens.place(start));
      }
      case SIGN -> {
        if (start.is("(")) yield bracket();
        if (start.is("{")) yield group();
        if (start.is("[") || start.is("]")) throw CheckParser.square(start);
        throw missing(start);
      }
      case END -> throw missing(start);
    };
  }

  private Check named() {
    Token name = tokens.peek();
    if (WORDS.contains(name.text().toLowerCase(Locale.ROOT))) throw missing(name);
    tokens.next();
    if (!tokens.peek().is("(")) return new Name(tokens.word(name));
    Token open = tokens.next();
    List<Check> arguments = new ArrayList<>();
    if (!tokens.peek().is(")")) {
      do arguments.add(parser.assertion());
      while (tokens.take(","));
    }
    close(open, ")");
    return new Call(tokens.word(name), arguments, tokens.since(name.from()));
  }

  private Check number() {
    Token number = tokens.next();
    if (number.text().length() > MOST_DIGITS) {
      throw new SyntaxError(
          number, "a number of more than %d digits; round it".formatted(MOST_DIGITS));
    }
    boolean percent = tokens.take("%");
    return new Amount(
        new BigDecimal(number.text()),
        percent ? Amount.Unit.PERCENT : Amount.Unit.ONE,
        tokens.since(number.from()));
  }

  private Check bracket() {
    Token open = tokens.next();
    Check inner = parser.assertion();
    close(open, ")");
    return new Bracket(inner, tokens.since(open.from()));
  }

  private Check group() {
    Token open = tokens.next();
    List<Check> items = new ArrayList<>();
    if (!tokens.peek().is("}")) {
      do {
        Token item = tokens.peek();
        Check read = operand();
        if (!(read instanceof Name) && !(read instanceof Text)) {
          throw new SyntaxError(item, "a set holds names or quoted codes, found " + item.inWords());
        }
        items.add(read);
      } while (tokens.take(","));
    }
    close(open, "}");
    return new Group(items, tokens.since(open.from()));
  }

  private void close(Token open, String sign) {
    Token found = tokens.peek();
    if (tokens.take(sign)) return;
    if (found.kind() == Kind.END) {
      throw new SyntaxError(
          open, "this '%s' is never closed, '%s' is missing".formatted(open.text(), sign));
    }
    throw new SyntaxError(found, "expected ',' or '%s', found %s".formatted(sign, found.inWords()));
  }

  private static SyntaxError missing(Token found) {
    String expected = "expected a function, a name, a number or a bracket, found ";
    if (found.is("=") || found.is("<") || found.is(">") || CheckParser.isRelation(found)) {
      return new SyntaxError(
          found, "nothing stands before '%s'; a comparison has two sides".formatted(found.text()));
    }
    if (found.is("%")) return new SyntaxError(found, "'%' stands only behind a number");
    String text = found.text();
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.equals(text) && WORDS.contains(lower)) {
      return new SyntaxError(found, "found '%s'; write '%s'".formatted(text, lower));
    }
    return new SyntaxError(found, expected + found.inWords());
  }
}
