package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the answer was found, and what was not looked for.
final class Method {
  private Method() {}

  static List<Sentence> of(Picture picture) {
    Model model = picture.space().model();
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Exact, over {} and {}",
            new Slot.Count(picture.space().size(), "feasible state", "feasible states"),
            new Slot.Count(model.parties().size(), "decision maker", "decision makers")));
    method.add(say("Asked for: {}", picture.concepts(picture.concepts())));
    method.add(
        say(
            "Ties count as not preferred; combinations that the constraints rule out are no states,"
                + " and nobody moves through them"));
    if (!model.events().isEmpty()) {
      method.add(
          say(
              "Held at the status quo: {}",
              new Slot.Several(
                  model.events().stream().<Slot>map(e -> new Slot.Plain(e.name())).toList())));
    }
    if (!model.isGraph() && model.options().stream().anyMatch(Method::isOneWay)) {
      method.add(
          say(
              "One-way options make states that nobody can leave; such a state is stable for that"
                  + " reason alone"));
    }
    method.addAll(ways(picture));
    picture
        .stability()
        .notSearched()
        .forEach((concept, reason) ->
            method.add(
                say("{} was not searched: {}", picture.concept(concept), new Slot.Plain(reason))));
    return method;
  }

  private static boolean isOneWay(Option option) {
    return switch (option.freedom()) {
      case BOTH -> false;
      case UP, DOWN -> true;
    };
  }

  /// Which way was taken under which concept, for parties alike: `Found for ...: R, SEQ by sweeps
  /// along fibres; SIM by ...`.
  private static List<Sentence> ways(Picture picture) {
    Map<Map<String, List<Concept>>, List<Slot>> byWays = new LinkedHashMap<>();
    for (Party party : picture.parties()) {
      Map<String, List<Concept>> ways = new LinkedHashMap<>();
      for (Concept concept : picture.concepts()) {
        String way = picture.stability().way(concept, party);
        ways.computeIfAbsent(way, _ -> new ArrayList<>()).add(concept);
      }
      byWays.computeIfAbsent(ways, _ -> new ArrayList<>()).add(picture.wording().party(party));
    }
    List<Sentence> told = new ArrayList<>();
    byWays.forEach((ways, parties) -> {
      Sentence sentence =
          byWays.size() == 1 ? say("Found: ") : say("Found for {}: ", new Slot.Several(parties));
      String between = "";
      for (Map.Entry<String, List<Concept>> way : ways.entrySet()) {
        sentence =
            sentence.then(
                between + "{} by {}",
                picture.concepts(way.getValue()),
                new Slot.Plain(way.getKey()));
        between = "; ";
      }
      told.add(sentence);
    });
    return told;
  }
}
