package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.StateSet;
import java.util.List;

/// A way to find the states that are stable for one party under one concept.
///
/// All ways give the same answer where they serve; they differ in what they need and cost.
sealed interface Way
    permits Sweeps, FibreMaximum, EachMove, BackwardSearch, ForwardSearch, JointReplies {
  /// Cheapest first.
  List<Way> ALL =
      List.of(
          new Sweeps(),
          new FibreMaximum(),
          new EachMove(),
          new BackwardSearch(),
          new ForwardSearch(),
          new JointReplies());

  /// The states that are stable for `focal`.
  ///
  /// @param open only states in here may be stable: the others are known not to be
  record Question(Arcs arcs, Party focal, Concept concept, StateSet open) {
    int size() {
      return arcs.space().size();
    }

    List<Party> others() {
      return arcs.space().model().parties().stream().filter(p -> !p.equals(focal)).toList();
    }
  }

  /// For method sentences.
  String words();

  boolean serves(Outline outline, Party focal, Concept concept);

  /// What the search takes while it runs, in bytes, beside what all searches share.
  ///
  /// @param threads how many of them work on it, where it has [#ownThreads]
  long bytes(Outline outline, Party focal, Concept concept, int threads);

  /// Whether it goes about several states at a time itself; else a search keeps one thread.
  boolean ownThreads();

  StateSet stable(Question question, Run run);

  /// The cheapest way that serves.
  static Way of(Outline outline, Party focal, Concept concept) {
    return ALL.stream().filter(w -> w.serves(outline, focal, concept)).findFirst().orElseThrow();
  }
}
