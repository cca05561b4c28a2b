package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;

/// How the answer was found, and what was not looked for.
final class Method {
  private Method() {}

  static List<Sentence> of(Prospect prospect) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Paths are exact: nobody moves twice in a row, and each move leads to a feasible state;"
                + " an improvement is a move that its mover prefers"));
    String notSearched = prospect.paths().groups().notSearched();
    if (!notSearched.isEmpty()) {
      method.add(say("Joint moves were not searched: {}", new Slot.Plain(notSearched)));
    } else if (prospect.space().model().isGraph()) {
      method.add(
          say(
              "As a graph does not say how moves combine, a group goes to a state by a legal"
                  + " sequence of its members' moves, and each prefers the end to the start"));
    } else {
      method.add(
          say(
              "A group that leaves together changes options of all its members at once, and each"
                  + " prefers the end to the start; no part of it could do so alone"));
    }
    return method;
  }
}
