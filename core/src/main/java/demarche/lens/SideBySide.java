package demarche.lens;

import demarche.model.Lots;
import java.util.List;

/// A way to answer inquiries in several draws at a time.
///
/// Threads may share it; each makes a worker of its own.
public interface SideBySide {
  /// How many draws are worked on at a time.
  int draws();

  Worker worker();

  /// What one thread works with, for one set of draws after another.
  interface Worker {
    /// What the inquiries come to: 1 for yes, 0 for no, or the number.
    ///
    /// @param lots of at least one and at most so many draws
    /// @return by inquiry and draw; empty where these draws must be asked one by one
    List<double[]> replies(List<Lots> lots, Run run);
  }
}
