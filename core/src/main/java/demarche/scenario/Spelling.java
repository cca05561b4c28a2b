package demarche.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/// Finds the valid name that a mistyped one was probably meant to be.
public final class Spelling {
  private Spelling() {}

  /// `; did you mean 'freeze'?`, or nothing where no name is near.
  public static String hint(String typed, Collection<String> valid) {
    String nearest = nearest(typed, valid);
    return nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
  }

  /// The valid name with the fewest slips from `typed`, empty if more than a third of its letters
  /// (and at least one; none of a single letter) would have to change. Of equally near ones the
  /// first.
  public static String nearest(String typed, Collection<String> valid) {
    String wanted = typed.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    int allowed = wanted.length() == 1 ? 0 : Math.max(1, Math.min(wanted.length(), 40) / 3);
    if (wanted.length() > 80) return "";
    return valid.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= allowed)
        .min(Comparator.comparingInt(name -> slips(wanted, name)))
        .filter(name -> slips(wanted, name) <= allowed)
        .orElse("");
  }

  /// The text in single quotes, on one line and shortened where it is long.
  public static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  /// At most 60 characters on one line, for messages.
  public static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    if (line.length() <= 60) return line;
    int end = Character.isHighSurrogate(line.charAt(56)) ? 56 : 57;
    return line.substring(0, end) + "...";
  }

  /// Damerau-Levenshtein distance (adjacent letters may be swapped once): letters left out, added,
  /// changed or swapped. O(a · b) time.
  static int slips(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
