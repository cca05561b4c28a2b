package demarche.ensemble.sensitivity;

import java.util.ArrayList;
import java.util.List;

/// Words for shares of draws. A share on the border of two bands is told by the upper word.
///
/// @param words by the share up to which each is used, in ascending order; the last up to 1
public record Likelihood(List<Word> words) {
  /// Up to which share, itself left out but for the last, a word is used.
  public record Word(double upTo, String word) {}

  /// The words of the American intelligence community.
  ///
  /// The directive has bands from 1 to 5, 20, 45, 55, 80, 95 and 99 %, and no word beyond; here the
  /// outer words also stand for what is beyond and yet not in all draws or in none.
  ///
  /// **Source.** Office of the Director of National Intelligence, Intelligence Community Directive
  /// 203, Analytic Standards (2015), section D.6.e(2)(a).
  public static final Likelihood ICD_203 =
      new Likelihood(
          List.of(
              new Word(0.05, "almost no chance"),
              new Word(0.20, "very unlikely"),
              new Word(0.45, "unlikely"),
              new Word(0.55, "roughly even chance"),
              new Word(0.80, "likely"),
              new Word(0.95, "very likely"),
              new Word(1, "almost certain")));

  public Likelihood {
    words = List.copyOf(words);
    if (words.isEmpty()) throw new IllegalArgumentException("no words");
  }

  /// Reads a scale such as `0.1:rare,0.9:mixed,1:usual`.
  ///
  /// @throws IllegalArgumentException with a message for people, if it is none
  public static Likelihood read(String text) {
    List<Word> words = new ArrayList<>();
    double before = 0;
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      String word = part.substring(colon + 1).strip();
      if (colon < 0 || word.isEmpty()) {
        throw new IllegalArgumentException(
            "'%s' is no share with a word, expected such as 0.2:unlikely".formatted(part.strip()));
      }
      double upTo = number(part.substring(0, colon).strip());
      if (!(upTo > before)) {
        throw new IllegalArgumentException(
            "%s does not come after %s, expected shares in ascending order"
                .formatted(part.substring(0, colon).strip(), before));
      }
      words.add(new Word(upTo, word));
      before = upTo;
    }
    if (before != 1) {
      throw new IllegalArgumentException("the last share is %s, expected 1".formatted(before));
    }
    return new Likelihood(words);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(
          "'%s' is no share, expected a number from 0 to 1".formatted(text));
    }
  }

  /// The word for a share; of all draws or none it says that instead.
  public String of(Share share) {
    if (share.answered() == 0) return "no answer";
    if (share.yes() == 0) return "in no draw";
    if (share.yes() == share.answered()) return "in every draw";
    for (Word word : words) {
      if (share.share() < word.upTo) return word.word;
    }
    return words.getLast().word;
  }
}
