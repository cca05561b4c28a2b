package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Course;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.knowing.Explanation.Deterrence;
import demarche.lens.knowing.Explanation.Escapable;
import demarche.lens.knowing.Explanation.Move;
import demarche.lens.knowing.Explanation.NoReply;
import demarche.lens.knowing.Explanation.NotConsidered;
import demarche.lens.knowing.Explanation.NotFeared;
import demarche.lens.knowing.Explanation.NotWanted;
import demarche.lens.knowing.Explanation.Sanctioned;
import demarche.lens.knowing.Explanation.Wanted;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Says how a move is read under each definition, and what deters from it.
record MoveWords(Explained explained, Wording wording, Party party) {
  /// What is said once for several definitions.
  ///
  /// @param steps told one by one, if they are several
  private record Said(Sentence sentence, List<Step> steps) {}

  Finding finding(int to) {
    List<Sentence> reasons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    Map<Said, List<Definition>> alike = new LinkedHashMap<>();
    explained
        .moves(party, to)
        .forEach((definition, move) ->
            alike
                .computeIfAbsent(said(definition, to, move), _ -> new ArrayList<>())
                .add(definition));
    alike.forEach((said, definitions) -> {
      reasons.add(say("Under {} ", Explaining.slots(definitions)).then(said.sentence));
      if (said.steps.size() > 1) {
        figures.add(
            new Figure.Steps(
                definitions.stream()
                    .map(Definition::name)
                    .collect(Collectors.joining(", ", "The answer (", ")")),
                new Course(space(), to, said.steps).sentences()));
      }
    });
    return new Finding(
        "knowing.%s.%s".formatted(party.id(), space().code(to)),
        Prominence.SECTION,
        statement(to),
        reasons,
        figures);
  }

  /// Each way in which some definition reads the move; the plain one only where there is no other.
  private Sentence statement(int to) {
    Sentence statement = reaching(to);
    Sentence plain = new Gain(space(), party, explained.state(), to).inShort();
    List<Sentence> readings =
        new ArrayList<>(
            explained.knowing().definitions().stream()
                .map(d -> sight(d).inShort(explained.state(), to))
                .distinct()
                .toList());
    if (readings.size() > 1) readings.remove(plain);
    for (int k = 0; k < readings.size(); k++) {
      statement = statement.then(k == 0 ? ": " : "; ").then(readings.get(k));
    }
    return statement;
  }

  private Sentence reaching(int to) {
    return space().model().isGraph()
        ? say("{} could go to {}", whom(), state(to))
        : say(
            "{} could choose {} and reach {}",
            whom(),
            wording.changes(space(), explained.state(), to),
            state(to));
  }

  private Sight sight(Definition definition) {
    return new Sight(explained.knowing(), definition.reading(), party);
  }

  private Said said(Definition definition, int to, Move move) {
    return switch (move) {
      case NotWanted _ ->
          new Said(
              sight(definition).isInDoubt(explained.state(), to)
                  ? say("{} does not leave for it, as a gain in doubt is none", whom())
                  : say("{} does not leave for it", whom()),
              List.of());
      case Wanted wanted -> {
        Said said = said(definition, to, wanted.deterrence());
        yield new Said(said.sentence.then(strongly(wanted)), said.steps);
      }
    };
  }

  /// What a weak definition adds to an answer.
  private static String strongly(Wanted wanted) {
    if (!wanted.isDeterred()) return "";
    return switch (wanted.strongly()) {
      case YES -> "; an answer by a loss of the highest degree deters it, too";
      case NO -> "; no answer deters it by a loss of the highest degree";
      case NOT_ASKED -> "";
    };
  }

  private Said said(Definition definition, int to, Deterrence deterrence) {
    Sentence nothing = say("nothing deters it: ");
    return switch (deterrence) {
      case NotConsidered() ->
          new Said(say("{} leaves for it, whatever the others answer", whom()), List.of());
      case NoReply() ->
          new Said(
              nothing.then(
                  switch (definition.rule().replies()) {
                    case MOVES -> "nobody else can move from there";
                    case IMPROVEMENTS -> "nobody else would move from there";
                  }),
              List.of());
      case NotFeared(int replies, var nearest) ->
          new Said(
              nothing
                  .then(
                      "the others lead on to {}; the nearest is {}: ",
                      new Slot.Count(
                          replies,
                          "state, which it does not fear",
                          "states, none of which it fears"),
                      state(nearest.getLast().to()))
                  .then(outcome(definition, nearest.getLast().to())),
              nearest);
      case Escapable(int replies, int feared, var steps, int escape) ->
          new Said(
              nothing
                  .then(
                      "of {} that the others lead on to {} feared, but from each {} could go on"
                          + " without fear. From {} the way out is {}: ",
                      new Slot.Count(replies, "state", "states"),
                      new Slot.Count(feared, "is", "are"),
                      whom(),
                      state(steps.getLast().to()),
                      state(escape))
                  .then(outcome(definition, escape)),
              steps);
      case Sanctioned sanctioned ->
          new Said(sanctioned(definition, to, sanctioned), sanctioned.steps());
    };
  }

  private Sentence sanctioned(Definition definition, int to, Sanctioned sanctioned) {
    List<Step> steps = sanctioned.steps();
    Step last = steps.getLast();
    Slot modal =
        new Slot.Plain(
            switch (definition.rule().replies()) {
              case MOVES -> "could";
              case IMPROVEMENTS -> "would";
            });
    Sentence answer =
        steps.size() == 1
            ? say("{} {} answer by ", wording.party(last.by()), modal)
                .then(Course.move(space(), to, last))
            : say(
                "the others {} answer in {} and lead on to {}",
                modal,
                new Slot.Count(steps.size(), "move", "moves"),
                state(last.to()));
    Sentence told =
        answer
            .then("; for {}, compared with {}: ", whom(), state(explained.state()))
            .then(outcome(definition, last.to()));
    if (!definition.rule().isSymmetric()) return told;
    return sanctioned.counters().isEmpty()
        ? told.then("; from there {} cannot move", whom())
        : told.then(
            "; from there {} could go on only to {}",
            whom(),
            new Slot.Count(
                sanctioned.counters().size(), "state, which it fears", "states, which it fears"));
  }

  private Sentence outcome(Definition definition, int end) {
    return sight(definition).inShort(explained.state(), end);
  }

  private StateSpace space() {
    return explained.space();
  }

  private Slot whom() {
    return wording.party(party);
  }

  private Slot state(int state) {
    return wording.state(space(), state);
  }
}
