package demarche.lens.settlement;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which proposals every required party accepts, which would hold, and how they are reached.
///
/// @param concepts under which it is asked whether a proposal would hold; one or more
public record SettlementLens(Set<Concept> concepts) implements Lens {
  /// Under every concept.
  public static final SettlementLens ALL = new SettlementLens(EnumSet.allOf(Concept.class));

  public SettlementLens {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
  }

  @Override
  public String key() {
    return "settlement";
  }

  @Override
  public String question() {
    return "Which proposals would be signed, would they hold, and who blocks the others?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("proposals", "disagreement");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.proposals().isEmpty();
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    return new Judge(Stability.known(space, EnumSet.of(Concept.R), run), run)
        .all().stream().flatMap(SettlementLens::inquiries).toList();
  }

  private static Stream<Inquiry> inquiries(Judgement judgement) {
    String id = judgement.proposal().id();
    Inquiry signed =
        new Inquiry(
            "settlement/%s/signed".formatted(id),
            "all would sign %s".formatted(id),
            "count(blockers(%s)) = 0".formatted(id));
    Stream<Inquiry> blocked =
        judgement.blockers().stream()
            .map(blocker ->
                new Inquiry(
                    "settlement/%s/blocked-by-%s".formatted(id, blocker.party().id()),
                    "%s blocks %s".formatted(blocker.party().name(), id),
                    "%s in blockers(%s)".formatted(blocker.party().id(), id)));
    return Stream.concat(Stream.of(signed), blocked);
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    Stability stability = Stability.known(space, EnumSet.copyOf(concepts), run);
    List<Judgement> judgements = new Judge(stability, run).all();
    ProposalWords words = new ProposalWords(stability, run);
    return new Answer(
        "proposals",
        "Proposals",
        words.findings(judgements),
        ProposalData.of(space, judgements),
        List.of(
            say(
                "A proposal is judged where it leads in the end, against what happens without a"
                    + " deal")));
  }
}
