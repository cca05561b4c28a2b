package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BodyEntry;
import demarche.scenario.OptionEntry;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.Scenario.GraphEntry;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The options and events that a file declares, in the order of the state code.
///
/// @param options of actors, then of bodies; of a graph the one whose levels are its states
record Options(List<Option> options, List<Option> events) {
  /// How many parties, and how many options with events, a file may have.
  private static final int MOST = 1_000;

  Options {
    options = List.copyOf(options);
    events = List.copyOf(events);
  }

  static Options of(Scenario scenario, Problems problems) {
    if (!scenario.graph().isEmpty()) return graph(scenario, problems);
    refuseTooMany(scenario, problems);
    List<Option> options = new ArrayList<>();
    for (ActorEntry actor : scenario.actors()) {
      addAll(options, actor.options(), actor.id().text(), 0, problems);
    }
    for (BodyEntry body : scenario.bodies()) {
      addAll(options, body.options(), body.id().text(), 0, problems);
    }
    if (options.isEmpty() && !scenario.actors().isEmpty() && !problems.anyErrors()) {
      problems.error(
          scenario.actors().getFirst().id().place(),
          "nobody has an option, expected at least one actor or body with 'options'");
    }
    List<Option> events = new ArrayList<>();
    addAll(events, scenario.events(), "", options.size(), problems);
    for (Option event : events) {
      if (options.stream().anyMatch(o -> o.shortId().equals(event.shortId()))) {
        problems.error(event.place(), "'%s' names an option and an event", event.id());
      }
    }
    return new Options(options, events);
  }

  /// Ends the reading at once: what follows takes time by the square of these.
  private static void refuseTooMany(Scenario scenario, Problems problems) {
    List<Word> parties =
        Stream.concat(
                scenario.actors().stream().map(ActorEntry::id),
                scenario.bodies().stream().map(BodyEntry::id))
            .toList();
    List<Word> options =
        Stream.of(
                scenario.actors().stream().flatMap(a -> a.options().stream()),
                scenario.bodies().stream().flatMap(b -> b.options().stream()),
                scenario.events().stream())
            .flatMap(part -> part.map(OptionEntry::id))
            .toList();
    refuse(parties, "actors and bodies", problems);
    refuse(options, "options and events", problems);
  }

  private static void refuse(List<Word> ids, String what, Problems problems) {
    if (ids.size() <= MOST) return;
    problems.error(
        ids.get(MOST).place(),
        "the file has %,d %s, expected at most %,d; merge some",
        ids.size(),
        what,
        MOST);
    problems.stopIfAny();
  }

  private static void addAll(
      List<Option> into, List<OptionEntry> entries, String holder, int offset, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (OptionEntry entry : entries) {
      String id = entry.id().text();
      if (!seen.add(id)) problems.error(entry.id().place(), "option '%s' is declared twice", id);
      into.add(
          new Option(
              offset + into.size(),
              holder.isEmpty() ? id : holder + "." + id,
              id,
              entry.name(),
              holder,
              entry.levels().stream().map(Word::text).toList(),
              entry.freedom(),
              entry.stride(),
              entry.id().place()));
    }
  }

  /// The states of a graph as the levels of one option, sorted as strings.
  private static Options graph(Scenario scenario, Problems problems) {
    GraphEntry graph = scenario.graph().getFirst();
    for (ActorEntry actor : scenario.actors()) {
      for (OptionEntry option : actor.options()) {
        problems.error(option.id().place(), "an option beside a graph, expected one or the other");
      }
    }
    for (BodyEntry body : scenario.bodies()) {
      problems.error(body.id().place(), "a body beside a graph; a graph has actors only");
    }
    for (OptionEntry event : scenario.events()) {
      problems.error(event.id().place(), "an event beside a graph, expected options for it");
    }
    Set<String> seen = new HashSet<>();
    for (GraphEntry.State state : graph.states()) {
      if (!seen.add(state.id().text())) {
        problems.error(state.id().place(), "state '%s' is declared twice", state.id());
      }
    }
    if (seen.size() < 2) {
      problems.error(graph.place(), "a graph of %d states, expected two or more", seen.size());
      seen.addAll(List.of("s1", "s2")); // so that reading can go on
    }
    return new Options(
        List.of(
            new Option(
                0,
                "state",
                "state",
                "State",
                "",
                seen.stream().sorted().toList(),
                Freedom.BOTH,
                Stride.ANY,
                graph.place())),
        List.of());
  }

  /// Options, then events.
  List<Option> all() {
    return Stream.concat(options.stream(), events.stream()).toList();
  }

  List<Option> of(String holder) {
    return options.stream().filter(o -> o.holder().equals(holder)).toList();
  }
}
