package demarche.scenario;

import demarche.scenario.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits the text of an expression, a formula or the check of a claim into tokens.
///
/// A hyphen belongs to a name only between letters or digits, so `freeze->suspend` is three tokens
/// and `freeze-tests` is one.
final class Lexer {
  static final int LONGEST = 50_000;

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?)"
              + "|(?<number>(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
              + "|(?<text>(?!))"
              + "|(?<sign><->|->|<=|>=|!=|=(?![=>])|<(?!>)|>|[(),+*/-])");

  /// Concepts such as `SEQ` have capitals, so those of names are told by who knows the names.
  private static final Pattern CHECK =
      Pattern.compile(
          "(?<name>[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:\\.[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)?"
              + "(?![\\p{L}\\p{N}_]))"
              + "|(?<number>[0-9]+(?:\\.[0-9]+)?(?![\\p{L}_.]))"
              + "|(?<text>\"[^\"]*\"|'[^']*')"
              + "|(?<sign><->|->|<=|>=|!=|=(?![=>])|<(?!>)|>|[(),+*/%{}\\[\\]-])");

  /// What is read.
  enum Dialect {
    /// A condition on states, or arithmetic.
    EXPRESSION(Lexer.EXPRESSION),
    /// What a claim asserts.
    CHECK(Lexer.CHECK);

    private final Pattern token;

    Dialect(Pattern token) {
      this.token = token;
    }
  }

  /// Where a check needs other advice.
  private static final Map<String, String> FOREIGN_TO_CHECKS =
      Map.of(
          "\"", "this quote is never closed",
          "'", "this quote is never closed");

  /// Signs of other languages, and what stands for them here.
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("==", "write '='"),
          Map.entry("&&", "write 'and'"),
          Map.entry("&", "write 'and'"),
          Map.entry("||", "write 'or'"),
          Map.entry("|", "write 'or'"),
          Map.entry("!", "write 'not'"),
          Map.entry("~", "write 'not'"),
          Map.entry("¬", "write 'not'"),
          Map.entry("∧", "write 'and'"),
          Map.entry("∨", "write 'or'"),
          Map.entry("=>", "write '->' for 'if ... then', '>=' for 'at least'"),
          Map.entry("→", "write '->'"),
          Map.entry("<=>", "write '<->'"),
          Map.entry("↔", "write '<->'"),
          Map.entry("<>", "write '!='"),
          Map.entry("≠", "write '!='"),
          Map.entry("≤", "write '<='"),
          Map.entry("≥", "write '>='"),
          Map.entry("−", "write '-'"),
          Map.entry("–", "write '-'"),
          Map.entry("×", "write '*'"),
          Map.entry("＝", "write '='"),
          Map.entry("（", "write '('"),
          Map.entry("）", "write ')'"),
          Map.entry("·", "write '*'"),
          Map.entry("^", "powers are not available, multiply"),
          Map.entry("%", "a percentage stands only in a range, write a fraction such as 0.3"),
          Map.entry("[", "use round brackets"),
          Map.entry("]", "use round brackets"),
          Map.entry("{", "use round brackets"),
          Map.entry("}", "use round brackets"),
          Map.entry("\"", "names and levels are written without quotes"),
          Map.entry("'", "names and levels are written without quotes"),
          Map.entry(".inf", "numbers are finite"),
          Map.entry(".nan", "numbers are finite"),
          Map.entry(":", "compare with '='"),
          Map.entry(";", "join with 'and'"));

  private Lexer() {}

  /// The tokens of an expression or formula, the last of them the end.
  static List<Token> tokens(String text) {
    return tokens(text, Dialect.EXPRESSION);
  }

  /// The tokens, the last of them the end.
  static List<Token> tokens(String text, Dialect dialect) {
    if (text.length() > LONGEST) {
      throw new SyntaxError(0, 1, "more than %d characters; name parts of it".formatted(LONGEST));
    }
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = dialect.token.matcher(text);
    int at = 0;
    while (true) {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
      if (at == text.length()) break;
      matcher.region(at, text.length());
      if (text.startsWith("<=>", at) || !matcher.lookingAt()) throw foreign(text, at, dialect);
      Kind kind =
          matcher.group("name") != null
              ? Kind.NAME
              : matcher.group("number") != null
                  ? Kind.NUMBER
                  : matcher.group("text") != null ? Kind.TEXT : Kind.SIGN;
      tokens.add(new Token(kind, matcher.group(), at));
      at = matcher.end();
    }
    int end = text.stripTrailing().length();
    tokens.add(new Token(Kind.END, "", end));
    return tokens;
  }

  private static SyntaxError foreign(String text, int at, Dialect dialect) {
    for (int length = 4; length >= 1; length--) {
      if (at + length > text.length()) continue;
      String sign = text.substring(at, at + length);
      String usual = FOREIGN.get(sign);
      String remedy =
          dialect == Dialect.CHECK ? FOREIGN_TO_CHECKS.getOrDefault(sign, usual) : usual;
      if (remedy != null) {
        return new SyntaxError(at, length, "found '%s'; %s".formatted(sign, remedy));
      }
    }
    Matcher word = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*").matcher(text);
    if (word.region(at, text.length()).lookingAt()) {
      String found = word.group();
      String mended = found.toLowerCase(Locale.ROOT).replace('_', '-');
      String remedy =
          Lexicon.isReference(mended) || Lexicon.RESERVED.contains(mended)
              ? "write " + Spelling.quoted(mended) + ", names are lower-case with hyphens"
              : "names have lower-case letters a to z, digits and inner hyphens";
      return new SyntaxError(
          at, found.length(), "found %s; %s".formatted(Spelling.quoted(found), remedy));
    }
    Matcher number = Pattern.compile("[0-9][0-9.]*[\\p{L}_][\\p{L}\\p{N}_.+-]*").matcher(text);
    if (number.region(at, text.length()).lookingAt()) {
      String found = number.group();
      return new SyntaxError(
          at, found.length(), "found %s; %s".formatted(Spelling.quoted(found), spelledOut(found)));
    }
    int sign = text.codePointAt(at);
    return new SyntaxError(
        at,
        Character.charCount(sign),
        isInvisible(sign)
            ? "found the invisible character U+%04X; write a plain space or remove it"
                .formatted(sign)
            : "found '%s', which has no meaning here; remove it"
                .formatted(Character.toString(sign)));
  }

  /// What to write for a number that runs on in letters.
  private static String spelledOut(String found) {
    boolean small = found.matches("[0-9]{1,9}(\\.[0-9]{1,9})?[eE][+-]?[0-9]");
    return small
        ? "a number has no exponent here, write " + new BigDecimal(found).toPlainString()
        : "a number has digits and one point only, and a name begins with a letter";
  }

  private static boolean isInvisible(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
