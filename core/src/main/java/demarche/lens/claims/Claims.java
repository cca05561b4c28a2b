package demarche.lens.claims;

import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.model.Model;
import demarche.scenario.BrokenNames;
import demarche.scenario.Check;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Problems;
import demarche.scenario.Scenario.ClaimEntry;
import demarche.states.TooLarge;
import java.util.List;
import java.util.Map;

/// Judges the claims of a scenario.
final class Claims {
  private final Model model;
  private final Evaluation evaluation;

  private Claims(Worlds worlds, Run run) {
    model = worlds.studied().model();
    evaluation = new Evaluation(worlds, run);
  }

  /// Every claim of the file, in file order.
  static List<Verdict> of(Worlds worlds, Run run) {
    return of(worlds, run, worlds.studied().model().scenario().claims());
  }

  /// These claims of the file.
  static List<Verdict> of(Worlds worlds, Run run, List<ClaimEntry> entries) {
    Claims claims = new Claims(worlds, run);
    return entries.stream()
        .map(entry -> {
          run.progress().at("claims", entries.indexOf(entry), entries.size());
          return claims.judge(entry);
        })
        .toList();
  }

  private Verdict judge(ClaimEntry claim) {
    if (claim.check().isEmpty()) {
      return new Verdict.NotCheckable(claim, "the claim has no check; it is only expressed");
    }
    Check written = claim.check().getFirst();
    Problems problems = new Problems(Map.of());
    Typed typed = new Checker(model, new BrokenNames(), problems).truth(written);
    if (typed == null) {
      return new Verdict.NotCheckable(
          claim, "in this variant " + problems.errors().getFirst().message());
    }
    List<Function> missing = typed.missing().distinct().toList();
    if (!missing.isEmpty()) {
      Function first = missing.getFirst();
      String reason =
          "%s waits for the lens '%s', which this version does not have"
              .formatted(first.id(), first.missing());
      return new Verdict.NotCheckable(claim, reason, first.missing());
    }
    try {
      return new Verdict.Judged(claim, evaluation.of(typed));
    } catch (NoAnswer none) {
      return new Verdict.NotCheckable(claim, none.reason());
    } catch (TooLarge large) {
      return new Verdict.NotCheckable(claim, "too large: " + large.getMessage());
    } catch (InvalidScenario invalid) {
      return new Verdict.NotCheckable(
          claim, "in that variant " + invalid.problems().getFirst().message());
    }
  }
}
