package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Model;
import demarche.model.Option;
import java.util.ArrayList;
import java.util.List;

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
}
