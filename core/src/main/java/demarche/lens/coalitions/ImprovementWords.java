package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.coalitions.Explanation.Answer;
import demarche.lens.coalitions.Explanation.Deterrence;
import demarche.lens.coalitions.Explanation.Escapable;
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.lens.coalitions.Explanation.NoReply;
import demarche.lens.coalitions.Explanation.NotConsidered;
import demarche.lens.coalitions.Explanation.Sanctioned;
import demarche.lens.coalitions.Explanation.StillBetter;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Says what an improvement gains the members of a coalition, and what deters them under each
/// concept.
record ImprovementWords(Explained explained, Wording wording, Coalition coalition) {
  /// What is said once for several concepts.
  ///
  /// @param willing whether it is the others' gains that are in vain
  private record Said(Deterrence deterrence, boolean willing) {}

  Finding finding(Improvement improvement) {
    List<Sentence> reasons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    if (improvement.steps().size() > 1) {
      figures.add(
          new Figure.Steps(
              "The way there",
              new Course(space(), explained.state(), improvement.steps()).sentences()));
    }
    alike(improvement.to())
        .forEach((said, concepts) -> {
          reasons.add(
              say("Under {} ", CoalitionConcept.slots(concepts))
                  .then(sentence(said, improvement.to())));
          if (concepts.contains(CoalitionConcept.CSMR)
              && said.deterrence instanceof Sanctioned sanctioned) {
            reasons.add(noEscape(sanctioned));
          }
          figures.addAll(steps(said.deterrence, concepts, improvement.to()));
        });
    return new Finding(
        "coalition.%s.%s".formatted(Explaining.id(coalition), space().code(improvement.to())),
        Prominence.SECTION,
        statement(improvement.to()),
        reasons,
        figures);
  }

  private Sentence statement(int to) {
    Sentence statement =
        say(
            coalition.members().size() == 1
                ? "{} alone could go to {}: "
                : "{} could go together to {}: ",
            members(coalition.members()),
            wording.state(space(), to));
    return statement.then(compared(coalition.members(), to));
  }

  /// What a state is to some members, compared with the one judged.
  private Sentence compared(List<Party> members, int to) {
    Sentence told = say("");
    for (int m = 0; m < members.size(); m++) {
      Gain gain = new Gain(space(), members.get(m), explained.state(), to);
      told = told.then(m == 0 ? "{} {}" : "; {} {}", party(members.get(m)), clause(gain.inShort()));
    }
    return told;
  }

  /// Concepts that say the same, under what they say.
  private Map<Said, List<CoalitionConcept>> alike(int to) {
    Map<Said, List<CoalitionConcept>> alike = new LinkedHashMap<>();
    Map<CoalitionConcept, Deterrence> deterrences = explained.deterrences(coalition, to);
    deterrences.forEach((concept, deterrence) ->
        alike.computeIfAbsent(said(concept, deterrences), _ -> new ArrayList<>()).add(concept));
    return alike;
  }

  /// Where no moves of the others help, be they gains or not, that is said of gains, too.
  private static Said said(
      CoalitionConcept concept, Map<CoalitionConcept, Deterrence> deterrences) {
    Deterrence own = Objects.requireNonNull(deterrences.get(concept));
    boolean gains = concept == CoalitionConcept.CSEQ && replies(own) >= 0;
    Deterrence moves = deterrences.getOrDefault(CoalitionConcept.CGMR, new NotConsidered());
    return gains && replies(moves) >= replies(own) ? new Said(moves, false) : new Said(own, gains);
  }

  /// To how many states the others lead on in vain; -1 where it is not that which is said.
  private static int replies(Deterrence deterrence) {
    return switch (deterrence) {
      case NoReply() -> 0;
      case StillBetter(int replies) -> replies;
      case NotConsidered _, Escapable _, Sanctioned _ -> -1;
    };
  }

  private Sentence sentence(Said said, int improvement) {
    Sentence nothing = say("nothing deters them: ");
    return switch (said.deterrence) {
      case NotConsidered() -> say("the gain counts, whatever the others answer");
      case NoReply() ->
          nothing.then(
              said.willing ? "nobody else gains from there" : "nobody else can move from there");
      case StillBetter(int replies) ->
          nothing.then(
              say(
                  "the others' {} lead on to {}",
                  new Slot.Plain(said.willing ? "gains" : "moves"),
                  new Slot.Count(
                      replies,
                      "state, which every member prefers",
                      "states, all of which every member prefers")));
      case Escapable escapable -> nothing.then(escapable(escapable));
      case Sanctioned sanctioned -> sanctioned(sanctioned, improvement);
    };
  }

  private Sentence escapable(Escapable escapable) {
    return say(
        "the others lead on to {}, of which {} it for some member, but from each the coalition"
            + " could go on to one that every member prefers. From {} to {}",
        new Slot.Count(escapable.replies(), "state", "states"),
        new Slot.Count(escapable.harmful(), "undoes", "undo"),
        wording.state(space(), escapable.answer().getLast().to()),
        wording.state(space(), escapable.escape().getLast().to()));
  }

  private Sentence sanctioned(Sanctioned sanctioned, int improvement) {
    List<Answer> answer = sanctioned.answer();
    Slot modal = new Slot.Plain(isWilling(answer, improvement) ? "would" : "could");
    Answer last = answer.getLast();
    Sentence who =
        answer.size() == 1
            ? say(
                "{} {} answer by {} [{}]",
                members(last.by().members()),
                modal,
                wording.changes(space(), improvement, last.to()),
                new Slot.Plain(space().code(last.to())))
            : say(
                "the others {} answer in {} and lead on to {}",
                modal,
                new Slot.Count(answer.size(), "step", "steps"),
                wording.state(space(), last.to()));
    return who.then("; compared with {}: ", wording.state(space(), explained.state()))
        .then(compared(sanctioned.losers(), last.to()));
  }

  /// Whether each step is one that all who make it gain from.
  private boolean isWilling(List<Answer> answer, int improvement) {
    int at = improvement;
    for (Answer step : answer) {
      for (Party member : step.by().members()) {
        if (!space().prefers(member, at, step.to())) return false;
      }
      at = step.to();
    }
    return true;
  }

  private Sentence noEscape(Sanctioned sanctioned) {
    return say(
        "From {} {} cannot go on to anything that every member prefers to {}",
        wording.state(space(), sanctioned.end()),
        members(coalition.members()),
        wording.state(space(), explained.state()));
  }

  /// The moves of an answer one by one, where a sentence does not tell them all.
  private List<Figure> steps(
      Deterrence deterrence, List<CoalitionConcept> concepts, int improvement) {
    String under = concepts.stream().map(CoalitionConcept::name).collect(Collectors.joining(", "));
    return switch (deterrence) {
      case Sanctioned(var answer, _) ->
          isOneMove(answer) ? List.of() : List.of(listed(answer, improvement, under));
      case Escapable escapable -> {
        List<Figure> figures = new ArrayList<>();
        figures.add(listed(escapable.answer(), improvement, under));
        int from = escapable.answer().getLast().to();
        figures.add(
            new Figure.Steps(
                "The way out (%s)".formatted(under),
                new Course(space(), from, escapable.escape()).sentences()));
        yield figures;
      }
      case NotConsidered _, NoReply _, StillBetter _ -> List.of();
    };
  }

  private static boolean isOneMove(List<Answer> answer) {
    return answer.size() == 1 && answer.getFirst().moves().size() == 1;
  }

  private Figure listed(List<Answer> answer, int improvement, String under) {
    List<Sentence> told = new ArrayList<>();
    int at = improvement;
    for (Answer step : answer) {
      told.addAll(new Course(space(), at, step.moves()).sentences());
      if (step.by().members().size() > 1) told.add(together(at, step));
      at = step.to();
    }
    return new Figure.Steps("The answer (%s)".formatted(under), told);
  }

  /// What the members of a coalition that answers make of its moves.
  private Sentence together(int at, Answer step) {
    Sentence told = say("so together ");
    List<Party> members = step.by().members();
    for (int m = 0; m < members.size(); m++) {
      Gain gain = new Gain(space(), members.get(m), at, step.to());
      told = told.then(m == 0 ? "{} {}" : "; {} {}", party(members.get(m)), clause(gain.inShort()));
    }
    return told;
  }

  private StateSpace space() {
    return explained.space();
  }

  private Slot party(Party party) {
    return wording.party(party);
  }

  private static Slot clause(Sentence sentence) {
    return new Slot.Clause(sentence);
  }

  private Slot members(List<Party> members) {
    return new Slot.Several(members.stream().<Slot>map(wording::party).toList());
  }
}
