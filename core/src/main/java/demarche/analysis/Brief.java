package demarche.analysis;

import demarche.finding.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Everything that one run found out, for whoever writes it down.
///
/// @param about the scenario as it was studied
/// @param answers one for each lens that ran, in the order of [Lenses]
/// @param unread sections that the file fills and none of these lenses reads, by their keys
/// @param skipped lenses that the scenario could feed and that were not chosen
/// @param judgements what the answers rest on, and how much of it cites no source
public record Brief(
    Case about,
    List<Answer> answers,
    List<String> unread,
    List<String> skipped,
    List<Judgements> judgements) {
  public Brief {
    answers = List.copyOf(answers);
    unread = List.copyOf(unread);
    skipped = List.copyOf(skipped);
    judgements = List.copyOf(judgements);
  }

  /// The same with each answer as a change leaves it.
  public Brief changed(UnaryOperator<Answer> change) {
    return new Brief(about, answers.stream().map(change).toList(), unread, skipped, judgements);
  }

  /// The same with one more answer, told last.
  public Brief with(Answer more) {
    List<Answer> all = new ArrayList<>(answers);
    all.add(more);
    return new Brief(about, all, unread, skipped, judgements);
  }
}
