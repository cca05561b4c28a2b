package demarche.lens.coalitions;

import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.lens.coalitions.Deterring.Replying;
import demarche.lens.coalitions.Explanation.Deterrence;
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The explanations of one state that were asked for.
///
/// @param byCoalition for each coalition one for each concept, the strictest first
record Explained(Asked asked, Question question, Map<Coalition, List<Explanation>> byCoalition) {
  /// @throws demarche.states.TooLarge before memory is taken
  static Explained of(Asked asked, Question question, Run run) {
    Arcs arcs = Arcs.of(asked.space());
    Replying replying =
        new Replying(
            arcs, question.needsClasses() ? Ground.of(arcs, question, run).classes() : List.of());
    Map<Coalition, List<Explanation>> byCoalition = new LinkedHashMap<>();
    int improvements = 0;
    for (Coalition coalition : question.coalitions()) {
      Deterring deterring = new Deterring(replying, coalition, asked.state(), run);
      List<Explanation> each = new ArrayList<>();
      for (CoalitionConcept concept : CoalitionConcept.STRICTEST_FIRST) {
        if (!question.concepts().contains(concept)) continue;
        Explanation explanation = deterring.explained(concept);
        improvements += explanation.improvements().size();
        Limits.explained(improvements);
        each.add(explanation);
      }
      byCoalition.put(coalition, each);
    }
    return new Explained(asked, question, byCoalition);
  }

  StateSpace space() {
    return asked.space();
  }

  int state() {
    return asked.state();
  }

  List<CoalitionConcept> concepts() {
    return CoalitionConcept.STRICTEST_FIRST.stream().filter(question.concepts()::contains).toList();
  }

  /// By coalition, then by concept.
  List<Explanation> all() {
    return byCoalition.values().stream().flatMap(List::stream).toList();
  }

  private List<Explanation> of(Coalition coalition) {
    return byCoalition.getOrDefault(coalition, List.of());
  }

  boolean isStable(CoalitionConcept concept, Coalition coalition) {
    return of(coalition).stream()
        .filter(e -> e.concept() == concept)
        .allMatch(Explanation::isStable);
  }

  /// The concepts under which the state is stable for all of some coalitions.
  List<CoalitionConcept> stable(List<Coalition> whom) {
    return concepts().stream().filter(c -> whom.stream().allMatch(h -> isStable(c, h))).toList();
  }

  /// The concepts under which some of some coalitions leave the state.
  List<CoalitionConcept> unstable(List<Coalition> whom) {
    List<CoalitionConcept> unstable = new ArrayList<>(concepts());
    unstable.removeAll(stable(whom));
    return unstable;
  }

  /// The coalitions that could improve at all.
  List<Coalition> improving() {
    return byCoalition.keySet().stream().filter(h -> !improvements(h).isEmpty()).toList();
  }

  /// What a coalition could go to, under any concept, in ascending order.
  List<Improvement> improvements(Coalition coalition) {
    return of(coalition).stream().limit(1).flatMap(e -> e.improvements().stream()).toList();
  }

  /// What deters a coalition from an improvement, under each concept.
  Map<CoalitionConcept, Deterrence> deterrences(Coalition coalition, int to) {
    Map<CoalitionConcept, Deterrence> deterrences = new LinkedHashMap<>();
    for (Explanation explanation : of(coalition)) {
      explanation.improvements().stream()
          .filter(i -> i.to() == to)
          .forEach(i -> deterrences.put(explanation.concept(), i.deterrence()));
    }
    return deterrences;
  }

  /// Under how many concepts nothing deters a coalition from an improvement.
  long undeterred(Coalition coalition, int to) {
    return deterrences(coalition, to).values().stream()
        .filter(d -> !(d instanceof Explanation.Sanctioned))
        .count();
  }
}
