package demarche.store;

import demarche.ensemble.Span;
import demarche.store.Stored.Role;
import java.util.List;

/// A run with what its draws have, column by column.
///
/// @param missing the draws that are still to be done
public record Profile(
    StoredRun run, List<Span> missing, List<Summary> inputs, List<Summary> findings) {
  public Profile {
    missing = List.copyOf(missing);
    inputs = List.copyOf(inputs);
    findings = List.copyOf(findings);
  }

  /// @throws UnknownRun if there is none of that name
  public static Profile of(RunStore store, String name) {
    StoredRun run = store.run(name);
    return new Profile(
        run,
        store.missing(run.id()),
        summaries(store, run, Role.INPUT),
        summaries(store, run, Role.FINDING));
  }

  private static List<Summary> summaries(RunStore store, StoredRun run, Role role) {
    return store.columns(run.id()).stream()
        .filter(c -> c.role() == role)
        .map(c -> Summary.of(store.database(), Catalogue.draws(run.id()), c))
        .toList();
  }
}
