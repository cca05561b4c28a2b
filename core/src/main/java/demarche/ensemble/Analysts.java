package demarche.ensemble;

import demarche.lens.Run;
import demarche.model.Input;
import demarche.model.Lots;
import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is found where the orders of one analyst after another are in force.
///
/// **Definition.** The world of an analyst is that of the base analysis, but every actor for whom
/// the file has an alternative by that name has the order of it, however likely it is; others have
/// their own. Of two alternatives of one actor by the same name the first counts.
///
/// **Cost.** A draw for each analyst.
///
/// @param own what the base analysis says, in the order of the findings
/// @param worlds of the analysts, in the order in which the file first names them
public record Analysts(List<Cell> own, List<World> worlds) {
  public Analysts {
    own = List.copyOf(own);
    worlds = List.copyOf(worlds);
  }

  /// What one analyst's orders make of the findings.
  ///
  /// @param actors the names of those for whom there is one
  public record World(String by, List<String> actors, List<Cell> answers) {
    public World {
      actors = List.copyOf(actors);
      answers = List.copyOf(answers);
    }
  }

  /// The analysts that a scenario names, with the names of the actors for whom each has an order.
  public static Map<String, List<String>> named(Scenario scenario) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    Stream.concat(
            scenario.actors().stream().map(a -> new Written(a, a.called())),
            scenario.beliefs().stream().flatMap(b -> believed(b, "")))
        .forEach(written ->
            written.actor.alternatives().stream()
                .map(other -> other.by().text())
                .filter(by -> !by.isEmpty())
                .distinct()
                .forEach(
                    by -> named.computeIfAbsent(by, _ -> new ArrayList<>()).add(written.name)));
    return named;
  }

  /// Where an actor is described.
  private record Written(ActorEntry actor, String name) {}

  private static Stream<Written> believed(BeliefEntry belief, String outer) {
    String holder = outer + belief.holder() + " > ";
    return Stream.concat(
        belief.views().stream().map(view -> new Written(view, holder + view.called())),
        belief.thinks().stream().flatMap(inner -> believed(inner, holder)));
  }

  /// @param own what the base analysis says, in the order of the findings
  public static Analysts of(Ensemble ensemble, List<Cell> own, Run run) {
    Map<String, List<String>> named = named(ensemble.about().scenario());
    List<String> names = List.copyOf(named.keySet());
    Map<Integer, World> worlds = new TreeMap<>();
    Run alone = run.alone();
    run.over(
        "analysts",
        names.size(),
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) {
                String by = names.get(k);
                List<Cell> answers = ensemble.findings(inForce(by), alone);
                synchronized (worlds) {
                  worlds.put(k, new World(by, named.getOrDefault(by, List.of()), answers));
                }
              }
            });
    return new Analysts(own, List.copyOf(worlds.values()));
  }

  private static Lots inForce(String analyst) {
    return new Lots() {
      @Override
      public double of(String input) {
        return BASE;
      }

      @Override
      public String choice(String input) {
        return input.startsWith(Input.order("")) ? analyst : "";
      }
    };
  }

  /// Whether the file and all analysts give the same answer.
  public boolean isShared(int finding) {
    return worlds.stream().allMatch(w -> w.answers.get(finding).equals(own.get(finding)));
  }
}
