package demarche.scenario;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which words may be ids and levels.
public final class Lexicon {
  private static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final Pattern ID = Pattern.compile(WORD);
  private static final Pattern QUALIFIED = Pattern.compile(WORD + "(\\." + WORD + ")?");
  private static final Pattern LEVEL = Pattern.compile(WORD + "|-?(0|[1-9][0-9]{0,8})");

  /// Words with a meaning of their own.
  static final Set<String> RESERVED = Set.of("not", "and", "or", "count", "true", "false", "null");

  private Lexicon() {}

  public static boolean isId(String text) {
    return text.length() <= 100 && ID.matcher(text).matches() && !RESERVED.contains(text);
  }

  /// An id, or one with its owner before it: `union.strike`.
  static boolean isReference(String text) {
    return text.length() <= 200 && QUALIFIED.matcher(text).matches() && !RESERVED.contains(text);
  }

  public static boolean isLevel(String text) {
    return text.length() <= 100 && LEVEL.matcher(text).matches() && !RESERVED.contains(text);
  }

  /// What to do about a text that is no id.
  static String remedy(String text) {
    if (RESERVED.contains(text)) return "the word has a meaning of its own, choose another";
    String mended =
        text.toLowerCase(Locale.ROOT).strip().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String rule = "use lower-case letters, digits and inner hyphens, a letter first";
    return isId(mended) ? "write " + Spelling.quoted(mended) + ": " + rule : rule;
  }
}
