package demarche.lens.foresight;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Account;
import demarche.lens.Course;
import demarche.lens.Defining.Asked;
import demarche.lens.Gain;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.foresight.Explanation.Outlook;
import demarche.lens.foresight.Explanation.Prospect;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Tells what each party expects of each of its moves, and so whether it goes.
final class Explaining {
  /// How many moves of a party are told in words.
  private static final int MOST_MOVES = 6;

  private final Foresight foresight;
  private final List<Notion> notions;
  private final Asked asked;
  private final StateSpace space;
  private final Wording wording;
  private final Slot here;

  private Explaining(Foresight foresight, List<Notion> notions, Asked asked) {
    this.foresight = foresight;
    this.notions = notions;
    this.asked = asked;
    space = asked.space();
    wording = Wording.of(space);
    here = state(asked.state());
  }

  /// @throws demarche.states.TooLarge before memory is taken
  static Account of(Asked asked, List<Notion> notions, Run run) {
    Foresight foresight = Foresight.of(asked.space(), notions, run);
    foresight.keepWholeCycle(run);
    return new Explaining(foresight, notions, asked).account();
  }

  private Account account() {
    ForesightWords words = new ForesightWords(foresight, notions);
    List<Finding> findings = new ArrayList<>();
    List<Data> data = new ArrayList<>();
    if (!foresight.notSearched().isEmpty()) {
      findings.add(
          new Finding(
              "foresight",
              Prominence.SECTION,
              say("Not every notion of foresight asked for was searched"),
              words.notSearched(),
              List.of()));
    }
    for (Held held : foresight.held()) {
      for (Party party : asked.parties()) {
        Explanation explanation = Explanation.of(foresight, held, party, asked.state());
        findings.add(finding(explanation));
        data.add(ExplanationData.of(space, explanation));
      }
    }
    return new Account(findings, data, words.method());
  }

  private Finding finding(Explanation explanation) {
    String id =
        "foresight.%s.%s"
            .formatted(
                explanation.held().name().toLowerCase(Locale.ROOT).replace(' ', '.'),
                explanation.party().id());
    List<Prospect> told = told(explanation);
    return new Finding(
        id,
        Prominence.SECTION,
        say(
            explanation.isStable()
                ? "{} is stable for {} under {}"
                : "{} is not stable for {} under {}",
            here,
            wording.party(explanation.party()),
            explanation.held().slot()),
        reasons(explanation, told.size()),
        told.stream().map(p -> course(explanation, p)).toList());
  }

  private List<Sentence> reasons(Explanation explanation, int told) {
    List<Sentence> reasons = new ArrayList<>();
    Slot who = wording.party(explanation.party());
    if (explanation.outlooks().isEmpty()) {
      return List.of(say("{} cannot move anywhere, and takes no part", who));
    }
    if (explanation.held().notion() instanceof Notion.NonMyopic) {
      reasons.addAll(cycle(explanation));
    }
    if (explanation.prospects().isEmpty()) {
      reasons.add(say("{} cannot move from there", who));
      return reasons;
    }
    Slot ahead = new Slot.Count(explanation.horizon(), "move", "moves");
    explanation
        .chosen()
        .ifPresentOrElse(
            chosen ->
                reasons.add(
                    say(
                            "Looking {} ahead, {} goes to {} and expects things to end in {}: ",
                            ahead,
                            who,
                            state(chosen.to()),
                            state(chosen.end()))
                        .then(gain(explanation, chosen.end()))),
            () ->
                reasons.add(
                    explanation.prospects().size() == 1
                        ? say(
                            "Looking {} ahead, {} expects nothing better of its only move",
                            ahead,
                            who)
                        : say(
                            "Looking {} ahead, {} expects nothing better of any of {}",
                            ahead,
                            who,
                            new Slot.Count(explanation.prospects().size(), "move", "moves"))));
    if (told < explanation.prospects().size()) {
      reasons.add(
          say(
              "{} told here, those first that gain most at once",
              new Slot.Count(told, "move is", "moves are")));
    }
    return reasons;
  }

  /// Where what is expected repeats, and what the party does at each horizon of the cycle.
  private List<Sentence> cycle(Explanation explanation) {
    List<Outlook> outlooks = explanation.outlooks();
    Outlook first = outlooks.getFirst();
    List<Sentence> told = new ArrayList<>();
    Slot from = new Slot.Count(first.horizon(), "move", "moves");
    told.add(
        outlooks.size() == 1
            ? say("From {} ahead on, what everyone expects stays the same", from)
            : say(
                "From {} ahead on, what everyone expects repeats every {}",
                from,
                new Slot.Count(outlooks.size(), "move", "moves")));
    long staying = outlooks.stream().filter(o -> o.end() == explanation.state()).count();
    Slot who = wording.party(explanation.party());
    if (outlooks.size() > 1) {
      Slot of = new Slot.Count(outlooks.size(), "horizon", "horizons");
      told.add(
          staying == outlooks.size()
              ? say("{} stays at each of these {}", who, of)
              : say("{} stays at {} of these {}", who, new Slot.Count(staying, "", ""), of));
    }
    return told;
  }

  /// The move that is made first; then those that gain most at once, which are the temptation.
  private List<Prospect> told(Explanation explanation) {
    Comparator<Prospect> order =
        Comparator.comparingInt(
            (Prospect p) -> explanation.chosen().filter(p::equals).isPresent() ? 0 : 1);
    if (explanation.party() instanceof Actor actor) {
      order = order.thenComparingInt(p -> -space.rank(actor, p.to()));
    }
    return explanation.prospects().stream().sorted(order).limit(MOST_MOVES).toList();
  }

  /// A course move by move, who stops it, and what its end is to the party.
  private Figure course(Explanation explanation, Prospect prospect) {
    Course course = new Course(space, explanation.state(), prospect.course());
    List<Sentence> steps = new ArrayList<>(course.sentences());
    int left = explanation.horizon() - prospect.course().size();
    Sentence end =
        left == 0
            ? say("No move is left; ")
            : say("Nobody else would go on, with {} left; ", new Slot.Count(left, "move", "moves"));
    steps.add(
        end.then("compared with {}, for {}: ", here, wording.party(explanation.party()))
            .then(gain(explanation, prospect.end())));
    return new Figure.Steps(
        "%s (%s)".formatted(space.code(prospect.to()), explanation.held().name()), steps);
  }

  private Sentence gain(Explanation explanation, int end) {
    return new Gain(space, explanation.party(), explanation.state(), end).inShort();
  }

  private Slot state(int state) {
    return wording.state(space, state);
  }
}
