package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;

/// How the answer was found, and what was not looked for.
final class Method {
  private Method() {}

  static List<Sentence> of(Outlook outlook) {
    CoalitionStability stability = outlook.stability();
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Coalitions are judged exactly: {}, over {}",
            new Slot.Count(stability.coalitions().size(), "coalition", "coalitions"),
            new Slot.Count(outlook.space().size(), "state", "states")));
    method.addAll(rules(stability.ground().question()));
    method.add(
        say(
            "Jumps lead between equilibria under {}; the smallest coalitions are told",
            outlook.individual()));
    return method;
  }

  /// How the explanation of a state was found.
  static List<Sentence> ofExplanation(Question question) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Coalitions are judged exactly: by a search from the state and from each improvement,"
                + " nearest answers first"));
    method.addAll(rules(question));
    return method;
  }

  private static List<Sentence> rules(Question question) {
    List<Sentence> rules = new ArrayList<>();
    rules.add(
        say(
            "A coalition goes to a state by moves of its members one after the other, none twice in"
                + " a row, through feasible states; each member prefers the end to the start, and"
                + " steps between may be losses"));
    if (question.concepts().contains(CoalitionConcept.CSEQ)) {
      rules.add(
          switch (question.replies()) {
            case BY_COALITIONS ->
                say(
                    "Under {} the others answer by coalitions of theirs that gain, none twice in a"
                        + " row; coalitions that share some members are different",
                    CoalitionConcept.CSEQ.slot());
            case BY_INDIVIDUALS ->
                say(
                    "Under {} the others answer by moves that each of them gains from alone",
                    CoalitionConcept.CSEQ.slot());
          });
    }
    return rules;
  }
}
