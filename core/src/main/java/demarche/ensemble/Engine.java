package demarche.ensemble;

import demarche.lens.Run;
import java.nio.file.Path;
import java.util.List;

/// Machines that make draws in place of the threads of this process. A service: the program knows
/// the engines whose jars it is run with.
public interface Engine {
  /// Its name in commands, such as `spark`.
  String key();

  /// Makes the draws of some ranges, in no order.
  ///
  /// The rows are those of [Ensemble#row]. Finished parts are files in the job's folder: a later
  /// call with the same design makes what is missing and no more.
  ///
  /// @param sink given each row of the ranges once, if the job asks for rows; by one thread
  /// @return the folder with the files of this design
  /// @throws EngineFailed where the machines cannot be used
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  Path draw(Ensemble ensemble, Job job, Run run, Ensemble.Sink sink);

  /// What is to be done, and where.
  ///
  /// @param master where the machines are asked for, in the engine's own notation
  /// @param folder in which designs have their folders; all machines see it at this path
  record Job(String master, Path folder, List<Span> spans, Delivery delivery) {
    public Job {
      spans = List.copyOf(spans);
    }
  }

  /// What the caller gets.
  enum Delivery {
    /// Files, and their rows one by one.
    ROWS,
    /// Files alone.
    FILES
  }
}
