package demarche.store;

import demarche.ensemble.Design;
import java.time.Instant;

/// A run that a store holds.
///
/// @param id such as `r1`; never given twice in a store
/// @param started in UTC, to the second
/// @param done how many draws are stored
public record StoredRun(String id, Design design, Instant started, long done) {
  public boolean isComplete() {
    return done == design.runs();
  }
}
