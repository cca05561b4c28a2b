package demarche.model;

import static java.util.stream.Collectors.toCollection;

import demarche.scenario.ActorEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.BrokenNames;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.Spelling;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The actors and bodies that a scenario declares, and what its variant says of them by name.
///
/// @param actorIndex by id, in file order
/// @param bodyIndex by id, in file order; its numbers go on from those of the actors
record Roster(
    Scenario scenario,
    Map<String, Integer> actorIndex,
    Map<String, Integer> bodyIndex,
    BrokenNames broken,
    Problems problems) {
  static Roster of(Scenario scenario, BrokenNames broken, Problems problems) {
    Roster roster =
        new Roster(scenario, new LinkedHashMap<>(), new LinkedHashMap<>(), broken, problems);
    for (ActorEntry actor : scenario.actors()) roster.index(actor.id(), roster.actorIndex);
    for (BodyEntry body : scenario.bodies()) roster.index(body.id(), roster.bodyIndex);
    return roster;
  }

  private void index(Word id, Map<String, Integer> kind) {
    if (actorIndex.containsKey(id.text()) || bodyIndex.containsKey(id.text())) {
      problems.error(id.place(), "'%s' is declared twice among actors and bodies", id);
    }
    kind.putIfAbsent(id.text(), actorIndex.size() + bodyIndex.size());
  }

  Set<String> actors() {
    return actorIndex.keySet();
  }

  Set<String> bodies() {
    return bodyIndex.keySet();
  }

  /// Actors, then bodies.
  Set<String> parties() {
    Set<String> all = new LinkedHashSet<>(actorIndex.keySet());
    all.addAll(bodyIndex.keySet());
    return all;
  }

  /// The parties that twists of one kind name.
  <T extends Twist> Set<String> twisted(Class<T> kind, Function<T, Word> named, Set<String> valid) {
    return scenario.twists().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(named)
        .map(word -> known(word, valid, "a variant"))
        .collect(toCollection(LinkedHashSet::new));
  }

  /// The name of a word, which must be one of some.
  ///
  /// @param where for the message
  String known(Word word, Set<String> valid, String where) {
    if (!valid.contains(word.text()) && !broken.covers(word.text())) {
      problems.error(
          word.place(),
          "unknown name '%s' in %s, expected %s%s",
          word,
          where,
          valid.isEmpty() ? "none, for the file declares none" : "one of " + Names.oneOf(valid),
          Spelling.hint(word.text(), valid));
    }
    return word.text();
  }
}
