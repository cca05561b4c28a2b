package demarche.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Makes ids from names: lower-case letters, digits and inner hyphens, no two alike.
final class Ids {
  private static final Set<String> RESERVED =
      Set.of(
          "not", "and", "or", "count", "true", "false", "null", "world", "default", "status-quo");

  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();

  /// @param otherwise what stands for a name without a Latin letter, such as `option-3`
  String of(String name, String otherwise) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String id = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    id = trimmed(id.length() > LONGEST ? id.substring(0, LONGEST) : id);
    if (id.isEmpty()) id = otherwise;
    if (!Character.isLetter(id.charAt(0)) || RESERVED.contains(id)) id = "the-" + id;
    String free = id;
    for (int n = 2; !taken.add(free); n++) free = id + "-" + n;
    return free;
  }

  private static String trimmed(String id) {
    return id.replaceAll("^-+|-+$", "");
  }
}
