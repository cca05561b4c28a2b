package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Escapable;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.NoJointLoss;
import demarche.lens.stability.Explanation.NoReply;
import demarche.lens.stability.Explanation.NotConsidered;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.lens.stability.Explanation.StillBetter;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says what an improvement gains a party, and what deters it under each concept.
record ImprovementWords(Explained explained, Wording wording, Party party) {
  Finding finding(int improvement) {
    StateSpace space = explained.space();
    Gain gain = new Gain(space, party, explained.state(), improvement);
    List<Sentence> reasons = new ArrayList<>(gain.reasons());
    List<Figure> figures = new ArrayList<>();
    Map<Concept, Deterrence> deterrences = explained.deterrences(party, improvement);
    alike(deterrences)
        .forEach((deterrence, concepts) -> {
          DeterrenceWords words =
              new DeterrenceWords(explained, wording, party, improvement, concepts);
          reasons.add(words.sentence(deterrence));
          concepts.stream()
              .filter(Concept::isSymmetric)
              .limit(1)
              .forEach(c -> {
                if (deterrences.get(c) instanceof Sanctioned(_, var counters)) {
                  reasons.add(words.noEscape(counters));
                }
              });
          figures.addAll(words.steps(deterrence));
        });
    return new Finding(
        "party.%s.%s".formatted(party.id(), space.code(improvement)),
        Prominence.SECTION,
        statement(improvement).then(": ").then(gain.inShort()),
        reasons,
        figures);
  }

  private Sentence statement(int improvement) {
    StateSpace space = explained.space();
    Slot whom = wording.party(party);
    Slot there = wording.state(space, improvement);
    if (space.model().isGraph()) return say("{} could go to {}", whom, there);
    Slot changes = wording.changes(space, explained.state(), improvement);
    return say("{} could choose {} and reach {}", whom, changes, there);
  }

  /// Concepts that say the same, under what they say.
  ///
  /// The same steps are the same answer, whether or not an escape from it counts; and where no
  /// moves of the others help, no improvements of theirs do.
  private static Map<Deterrence, List<Concept>> alike(Map<Concept, Deterrence> deterrences) {
    Map<Deterrence, List<Concept>> alike = new LinkedHashMap<>();
    for (Concept concept : Concept.STRICTEST_FIRST) {
      Deterrence deterrence = deterrences.get(concept);
      if (deterrence == null) continue;
      Deterrence said =
          switch (deterrence) {
            case Sanctioned(var steps, _) -> new Sanctioned(steps, List.of());
            case NoReply _, StillBetter _ ->
                deterrences.values().stream()
                    .filter(ImprovementWords::isHopeless)
                    .findFirst()
                    .orElse(deterrence);
            case Joint _, NotConsidered _, Escapable _, NoJointLoss _ -> deterrence;
          };
      alike.computeIfAbsent(said, _ -> new ArrayList<>()).add(concept);
    }
    return alike;
  }

  /// Whether no moves of the others would help, be they improvements or not.
  private static boolean isHopeless(Deterrence deterrence) {
    return switch (deterrence) {
      case NoReply(Arcs.Kind kind) -> kind == Arcs.Kind.MOVES;
      case StillBetter better -> better.kind() == Arcs.Kind.MOVES;
      case Sanctioned _, Joint _, NotConsidered _, Escapable _, NoJointLoss _ -> false;
    };
  }
}
