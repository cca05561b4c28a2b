package demarche.report;

import demarche.scenario.BodyEntry;
import demarche.scenario.Destination;
import demarche.scenario.Scenario;
import demarche.scenario.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Rules and aims of the file in a few words.
///
/// @param names of parties and members, by their ids
record BodyRule(Map<String, String> names) {
  static BodyRule of(Scenario scenario) {
    Map<String, String> names = new HashMap<>();
    scenario.bodies().forEach(b -> b.others().forEach(o -> names.put(o.id().text(), o.name())));
    scenario.bodies().forEach(b -> names.put(b.id().text(), b.name()));
    scenario.actors().forEach(a -> names.put(a.id().text(), a.name()));
    return new BodyRule(names);
  }

  /// Names for readers, in the order of the ids.
  String named(List<Word> ids) {
    return ids.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(Word id) {
    return names.getOrDefault(id.text(), id.text());
  }

  /// How a body decides.
  String of(BodyEntry body) {
    String rules = body.rules().stream().map(this::of).collect(Collectors.joining("; and "));
    String costs =
        body.objectionCosts().stream()
            .map(c -> name(c.member()) + " " + c.cost().text())
            .collect(Collectors.joining(", "));
    return costs.isEmpty() ? rules : rules + "; a veto costs " + costs;
  }

  private String of(BodyEntry.Rule rule) {
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
                    case PRESENT -> " of the votes of those present";
                    case VOTING -> " of the votes cast";
                  }
                  + (weights.isEmpty() ? "" : " (" + weights(weights) + ")");
        };
    String veto = named(rule.veto());
    return veto.isEmpty() ? majority : majority + ", veto: " + veto;
  }

  private String weights(List<BodyEntry.Weight> weights) {
    return weights.stream()
        .map(w -> name(w.member()) + " " + Figured.of(w.weight()))
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
