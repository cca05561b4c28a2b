package demarche.report;

import demarche.finding.Slot;
import demarche.report.view.Block;
import java.util.List;

/// The words of the literature that a page uses, with their meanings.
final class Terms {
  private Terms() {}

  static Block of(List<Slot.OfConcept> vocabulary) {
    return new Block.Terms(
        vocabulary.stream()
            .map(word ->
                new Block.Term(
                    Spelled.termId(word.name()), word.name(), Spelled.plain(word.meaning())))
            .toList());
  }
}
