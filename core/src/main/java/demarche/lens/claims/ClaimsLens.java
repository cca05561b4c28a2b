package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Sentence;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.scenario.BrokenNames;
import demarche.scenario.Check;
import demarche.scenario.Notation;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which assertions of a text hold in the model.
///
/// @param explained the id of the claim whose value is to be explained; empty for all verdicts
public record ClaimsLens(String explained) implements Lens {
  /// Judges every claim.
  public static final ClaimsLens ALL = new ClaimsLens("");

  /// Before the id of a claim in the key of its inquiry.
  private static final String ASKED = "claim/";

  private static final String KEY = "claims";

  @Override
  public String key() {
    return KEY;
  }

  /// The id of the claim about which an inquiry with this key is; empty where it is about none.
  public static Optional<String> claim(String inquiry) {
    return inquiry.startsWith(ASKED)
        ? Optional.of(inquiry.substring(ASKED.length()))
        : Optional.empty();
  }

  /// An answer of this lens with the share of draws in which each claim holds; any other as it is.
  ///
  /// @param shares by claim; those that are not there have none
  public static Answer withShares(Answer answer, Map<String, Double> shares) {
    if (!answer.lens().equals(KEY)) return answer;
    return new Answer(
        answer.lens(),
        answer.title(),
        answer.findings(),
        ClaimsData.withShares(answer.data(), shares),
        answer.method());
  }

  @Override
  public String question() {
    return "Do a text's claims follow from the stated inputs?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("claims", "proposals", "issues", "ties", "flows", "places", "trace");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.scenario().claims().isEmpty();
  }

  @Override
  public void check(Model model, BrokenNames broken, Problems problems) {
    Checker checker = new Checker(model, broken, problems);
    model.scenario().claims().forEach(claim -> claim.check().forEach(checker::truth));
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Scenario.ClaimEntry claim : space.model().scenario().claims()) {
      if (!explained.isEmpty() && !claim.id().text().equals(explained)) continue;
      for (Check check : claim.check()) {
        if (!Asking.isAnswerable(space.model(), check)) continue;
        String id = claim.id().text();
        inquiries.add(new Inquiry(ASKED + id, id + ": " + claim.says(), Notation.of(check)));
      }
    }
    return inquiries;
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    return examine(Worlds.of(space), run);
  }

  @Override
  public Answer examine(Worlds worlds, Run run) {
    if (explained.isEmpty()) {
      List<Verdict> verdicts = Claims.of(worlds, run);
      return new Answer(
          key(),
          "Claims",
          List.of(Telling.all(verdicts)),
          ClaimsData.of(verdicts, ClaimsData.Detail.VERDICTS),
          method(verdicts));
    }
    List<Verdict> asked =
        Claims.of(
            worlds,
            run,
            worlds.studied().model().scenario().claims().stream()
                .filter(claim -> claim.id().text().equals(explained))
                .toList());
    return new Answer(
        key(),
        "Claims",
        asked.stream().map(Telling::one).toList(),
        ClaimsData.of(asked, ClaimsData.Detail.PARTS),
        method(asked));
  }

  private static List<Sentence> method(List<Verdict> verdicts) {
    List<Sentence> method = new ArrayList<>();
    method.add(say("Claims are checked exactly, at the values that the file states"));
    method.add(say("'=' compares at the precision written"));
    if (verdicts.stream().anyMatch(Verdict.NotCheckable.class::isInstance)) {
      method.add(say("A claim that cannot be checked has neither passed nor failed"));
    }
    return method;
  }

  /// Whether a claim of an answer of this lens fails.
  public static boolean anyFails(Answer answer) {
    return ClaimsData.anyFails(answer.data());
  }
}
