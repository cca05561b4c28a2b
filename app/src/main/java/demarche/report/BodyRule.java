package demarche.report;

import demarche.scenario.BodyEntry;
import demarche.scenario.Destination;
import demarche.scenario.Word;
import java.util.List;
import java.util.stream.Collectors;

/// Rules and aims of the file in a few words.
final class BodyRule {
  private BodyRule() {}

  /// How a body decides.
  static String of(BodyEntry body) {
    String rules = body.rules().stream().map(BodyRule::of).collect(Collectors.joining("; and "));
    String costs =
        body.objectionCosts().stream()
            .map(c -> c.member().text() + " " + c.cost().text())
            .collect(Collectors.joining(", "));
    return costs.isEmpty() ? rules : rules + "; a veto costs " + costs;
  }

  private static String of(BodyEntry.Rule rule) {
    String majority =
        switch (rule.majority()) {
          case BodyEntry.YesVotes(var votes) -> Figured.of(votes) + " yes votes";
          case BodyEntry.Weighted(var weights, var quota) ->
              "weights of " + Figured.of(quota) + " voting yes (" + weights(weights) + ")";
          case BodyEntry.YesShare(var share, var base, var weights) ->
              "a share of "
                  + Figured.of(share)
                  + switch (base) {
                    case ALL -> " of all votes";
                    case VOTING -> " of the votes cast";
                  }
                  + (weights.isEmpty() ? "" : " (" + weights(weights) + ")");
        };
    String veto = rule.veto().stream().map(Word::text).collect(Collectors.joining(", "));
    return veto.isEmpty() ? majority : majority + ", veto: " + veto;
  }

  private static String weights(List<BodyEntry.Weight> weights) {
    return weights.stream()
        .map(w -> w.member().text() + " " + Figured.of(w.weight()))
        .collect(Collectors.joining(", "));
  }

  /// What a proposal sets.
  static String settings(Destination destination) {
    return switch (destination) {
      case Destination.GraphState(var id) -> id.text();
      case Destination.Settings(var settings, var _) ->
          settings.stream()
              .map(s -> s.option().text() + ": " + s.level().text())
              .collect(Collectors.joining(", "));
    };
  }
}
