package demarche.lens.firmness;

import demarche.finding.Answer;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.EnumSet;
import java.util.Set;

/// How firm equilibria are, and where improvements end.
///
/// @param concepts whose equilibria are looked into
public record FirmnessLens(Set<Concept> concepts) implements Lens {
  /// Under R and SEQ.
  public static final FirmnessLens USUAL = new FirmnessLens(EnumSet.of(Concept.R, Concept.SEQ));

  public FirmnessLens {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
  }

  @Override
  public String key() {
    return "firmness";
  }

  @Override
  public String question() {
    return "How little must change in one actor's wishes before an outcome no longer holds, and"
        + " where do improvements end?";
  }

  @Override
  public Set<String> sections() {
    return Set.of();
  }

  @Override
  public boolean appliesTo(Model model) {
    return true;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Firmness firmness = Firmness.of(space, concepts, run);
    FirmnessWords words = new FirmnessWords(firmness);
    return new Answer(
        key(), "Firmness", words.findings(), new FirmnessData(firmness).data(), words.method());
  }
}
