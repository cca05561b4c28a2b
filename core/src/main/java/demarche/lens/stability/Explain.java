package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Account;
import demarche.lens.Defining.Asked;
import demarche.lens.Gain;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells why a state is stable for whom, and why not: each improvement, and what deters it.
///
/// What several concepts say alike is told once.
public final class Explain {
  /// How many improvements of the only party asked for are told in words.
  private static final int MOST_ALONE = 12;

  /// How many of each, where there are several parties.
  private static final int MOST_EACH = 4;

  /// How many changes that a body rejects are told with their votes.
  private static final int MOST_REJECTED = 3;

  private final Explained explained;
  private final StateSpace space;
  private final Wording wording;
  private final Slot here;

  private Explain(Explained explained) {
    this.explained = explained;
    space = explained.space();
    wording = Wording.of(space);
    here = wording.state(space, explained.state());
  }

  /// Explains a state to those who ask for some parties and concepts.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Account of(Asked asked, Set<Concept> concepts, Run run) {
    Set<Concept> inOrder = EnumSet.noneOf(Concept.class);
    inOrder.addAll(concepts);
    Explained explained =
        Explained.of(
            Arcs.of(asked.space(), run.watch()), asked.state(), asked.parties(), inOrder, run);
    return new Explain(explained).account();
  }

  private Account account() {
    List<Finding> findings = new ArrayList<>();
    if (explained.parties().size() > 1) findings.add(summary());
    for (Party party : explained.parties()) {
      findings.add(finding(party));
      ImprovementWords words = new ImprovementWords(explained, wording, party);
      told(party).forEach(q -> findings.add(words.finding(q)));
    }
    List<Data> data = explained.all().stream().map(e -> ExplanationData.of(space, e)).toList();
    return new Account(findings, data, method());
  }

  private Finding summary() {
    boolean everybody = explained.parties().size() == space.model().parties().size();
    Slot all = new Slot.Several(parties(explained.parties()));
    Sentence holds = everybody ? say("an equilibrium") : say("stable for all of {}", all);
    Sentence fails = everybody ? say("no equilibrium") : say("not stable for all of {}", all);
    return new Finding(
        "summary",
        Prominence.SECTION,
        verdict(holds, fails, explained.parties()),
        List.of(),
        List.of(table()));
  }

  private Figure table() {
    List<Concept> concepts =
        Concept.STRICTEST_FIRST.stream().filter(explained.byConcept()::containsKey).toList();
    List<List<Sentence>> rows = new ArrayList<>();
    for (Party party : explained.parties()) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", wording.party(party))));
      concepts.forEach(c -> row.add(say(explained.isStable(c, party) ? "stable" : "leaves")));
      rows.add(row);
    }
    List<String> headers =
        Stream.concat(Stream.of(""), concepts.stream().map(Concept::name)).toList();
    return new Figure.Table("", headers, rows);
  }

  /// Under which concepts the state is what `holds` says, and under which it is not.
  private Sentence verdict(Sentence holds, Sentence fails, List<Party> whom) {
    Slot stable = Concept.slots(explained.stable(whom));
    Slot unstable = Concept.slots(explained.unstable(whom));
    if (explained.byConcept().isEmpty()) return say("Nothing was searched for {}", here);
    if (explained.stable(whom).isEmpty()) {
      return say("{} is ", here).then(fails).then(" under {}", unstable);
    }
    Sentence yes = say("{} is ", here).then(holds).then(" under {}", stable);
    return explained.unstable(whom).isEmpty() ? yes : yes.then(", but not under {}", unstable);
  }

  private Finding finding(Party party) {
    return new Finding(
        "party." + party.id(),
        Prominence.SECTION,
        verdict(party),
        explained.byConcept().isEmpty() ? List.of() : outlook(party),
        List.of());
  }

  /// Concepts are not named again where a summary names them and all say the same.
  private Sentence verdict(Party party) {
    List<Party> whom = List.of(party);
    Slot name = wording.party(party);
    if (explained.parties().size() > 1 && explained.byConcept().size() > 1) {
      if (explained.unstable(whom).isEmpty()) {
        return say("{} is stable for {} under all of these concepts", here, name);
      }
      if (explained.stable(whom).isEmpty()) {
        return say("{} is stable for {} under none of these concepts", here, name);
      }
    }
    return verdict(say("stable for {}", name), say("not stable for {}", name), whom);
  }

  /// What the party could do.
  private List<Sentence> outlook(Party party) {
    int[] moves = new int[space.moves(party).most()];
    moves = Arrays.copyOf(moves, space.moves(party).targets(explained.state(), moves));
    if (moves.length == 0) return List.of(say("{} cannot move from there", wording.party(party)));
    int improvements = explained.improvements(party).size();
    if (improvements == 0) {
      return switch (party) {
        case Actor actor -> nothingBetter(actor, moves);
        case Body body -> nothingPasses(body, moves);
      };
    }
    Sentence improving =
        say(
            "Of {} open to {} {}",
            open(party, moves.length),
            wording.party(party),
            switch (party) {
              case Actor _ -> new Slot.Count(improvements, "is an improvement", "are improvements");
              case Body _ -> new Slot.Count(improvements, "passes", "pass");
            });
    int told = told(party).size();
    return told == improvements
        ? List.of(improving)
        : List.of(
            improving,
            say(
                "{} of them are told here: first what the least deters, then what gains the most",
                new Slot.Count(told, "", "")));
  }

  private static Slot open(Party party, int moves) {
    return switch (party) {
      case Actor _ -> new Slot.Count(moves, "move", "moves");
      case Body _ -> new Slot.Count(moves, "change", "changes");
    };
  }

  private List<Sentence> nothingBetter(Actor actor, int[] moves) {
    int best =
        Arrays.stream(moves)
            .reduce((q, r) -> space.rank(actor, r) > space.rank(actor, q) ? r : q)
            .orElseThrow();
    Gain gain = new Gain(space, actor, explained.state(), best);
    Slot to = wording.state(space, best);
    Slot whom = wording.party(actor);
    Sentence first =
        moves.length == 1
            ? say("The only move of {} leads to {}: ", whom, to)
            : say(
                "None of {} open to {} would be an improvement; the best leads to {}: ",
                open(actor, moves.length),
                whom,
                to);
    return Stream.concat(Stream.of(first.then(gain.inShort())), gain.reasons().stream()).toList();
  }

  private List<Sentence> nothingPasses(Body body, int[] changes) {
    List<Sentence> votes = new ArrayList<>();
    votes.add(
        say("Nothing passes of {} open to {}", open(body, changes.length), wording.party(body)));
    Arrays.stream(changes)
        .limit(MOST_REJECTED)
        .forEach(q ->
            votes.add(
                say("{}: ", wording.state(space, q))
                    .then(new Gain(space, body, explained.state(), q).inShort())));
    return votes;
  }

  /// The improvements that are told in words: those that least deters first, then those that gain
  /// most, then in ascending order; told in ascending order.
  private List<Integer> told(Party party) {
    int most = explained.parties().size() == 1 ? MOST_ALONE : MOST_EACH;
    Comparator<Integer> order =
        Comparator.comparingLong((Integer q) -> -explained.undeterred(party, q));
    if (party instanceof Actor actor) {
      order = order.thenComparingInt(q -> -space.rank(actor, q));
    }
    return explained.improvements(party).stream().sorted(order).limit(most).toList();
  }

  private List<Slot> parties(List<Party> parties) {
    return parties.stream().<Slot>map(wording::party).toList();
  }

  private List<Sentence> method() {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Exact: a search from each improvement, nearest answers first; nobody moves twice in a"
                + " row, and ties count as not preferred"));
    explained
        .notSearched()
        .forEach((concept, why) ->
            method.add(
                say(
                    "{} was not searched: {}",
                    Concept.slots(List.of(concept)),
                    new Slot.Plain(why))));
    return method;
  }
}
