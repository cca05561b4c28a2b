package demarche.store;

import demarche.ensemble.Column;
import demarche.ensemble.Design;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// What the columns of a run are called in its table: letters, digits and `_`, so that no program
/// has to quote them.
final class Names {
  /// What else stands in each row, see `Catalogue`.
  static final List<String> FIXED =
      List.of("draw", "run", "seed", "sampling", "version", "scenario", "variant", "sha256");

  private static final int LONGEST = 60;

  private Names() {}

  /// A name for each input and then each finding, all different.
  static List<String> of(Design design) {
    Set<String> taken = new HashSet<>(FIXED);
    List<String> names = new ArrayList<>();
    Stream.concat(design.inputs().stream(), design.findings().stream())
        .forEach(column -> names.add(free(plain(column), taken)));
    return names;
  }

  private static String plain(Column column) {
    String name =
        column
            .key()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
            .replaceAll("^_+|_+$", "");
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) name = "c_" + name;
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int k = 2; !taken.add(free); k++) free = name + "_" + k;
    return free;
  }
}
