package demarche.store;

import demarche.scenario.Spelling;
import java.util.List;

/// A run is asked for that the store does not hold.
public final class UnknownRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownRun(String asked, String store, List<String> known) {
    super(message(asked, store, known));
  }

  private static String message(String asked, String store, List<String> known) {
    if (known.isEmpty()) return "there is no run '" + asked + "': " + store + " holds none";
    return "there is no run '%s' in %s, expected latest or one of %s%s"
        .formatted(asked, store, few(known), Spelling.hint(asked, known));
  }

  private static String few(List<String> known) {
    int most = 12;
    if (known.size() <= most) return String.join(", ", known);
    return "%s and %d more"
        .formatted(
            String.join(", ", known.subList(known.size() - most, known.size())),
            known.size() - most);
  }
}
