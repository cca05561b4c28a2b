package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Account;
import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Tells for whom a state holds as preferences are known: each move that somebody would make, how
/// it is read, and what deters from it.
final class Explaining {
  /// How many moves of the only party asked for are told in words.
  private static final int MOST_ALONE = 12;

  /// How many of each, where there are several parties.
  private static final int MOST_EACH = 4;

  private final Explained explained;
  private final Wording wording;
  private final Slot here;
  private final List<Party> parties;

  private Explaining(Explained explained) {
    this.explained = explained;
    wording = Wording.of(explained.space());
    here = wording.state(explained.space(), explained.state());
    parties = explained.asked().parties();
  }

  /// @param knowing what the definitions are read with
  /// @throws demarche.states.TooLarge before memory is taken
  static Account of(Asked asked, Knowing knowing, Run run) {
    return new Explaining(Explained.of(knowing, asked, run)).account();
  }

  private Account account() {
    List<Finding> findings = new ArrayList<>();
    if (parties.size() > 1) findings.add(summary());
    for (Party party : parties) {
      findings.add(finding(party));
      MoveWords words = new MoveWords(explained, wording, party);
      told(party).forEach(q -> findings.add(words.finding(q)));
    }
    List<Sentence> method = new ArrayList<>(Method.of(explained.knowing()));
    method.add(say("Each answer is a shortest one: a search from each move, nearest first"));
    return new Account(
        findings,
        explained.all().stream().map(e -> ExplanationData.of(explained, e)).toList(),
        method);
  }

  private Finding summary() {
    Slot all = new Slot.Several(parties.stream().<Slot>map(wording::party).toList());
    boolean everybody = explained.asked().isOfAll();
    return new Finding(
        "knowing",
        Prominence.SECTION,
        verdict(
            everybody ? say("an equilibrium") : say("stable for all of {}", all),
            everybody ? say("no equilibrium") : say("not stable for all of {}", all),
            parties),
        List.of(),
        List.of(table()));
  }

  private Figure table() {
    List<Definition> definitions = explained.knowing().definitions();
    List<List<Sentence>> rows = new ArrayList<>();
    for (Party party : parties) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", wording.party(party))));
      definitions.forEach(d -> row.add(say(explained.isStable(d, party) ? "stable" : "not")));
      rows.add(row);
    }
    return new Figure.Table(
        "",
        Stream.concat(Stream.of(""), definitions.stream().map(Definition::name)).toList(),
        rows);
  }

  private Sentence verdict(Sentence holds, Sentence fails, List<Party> whom) {
    List<Definition> stable = explained.stable(whom);
    List<Definition> unstable = explained.unstable(whom);
    if (stable.isEmpty()) return say("{} is ", here).then(fails).then(" under {}", slots(unstable));
    Sentence yes = say("{} is ", here).then(holds).then(" under {}", slots(stable));
    return unstable.isEmpty() ? yes : yes.then(", but not under {}", slots(unstable));
  }

  static Slot slots(List<Definition> definitions) {
    return new Slot.Several(definitions.stream().<Slot>map(Definition::slot).toList());
  }

  private Finding finding(Party party) {
    Slot whom = wording.party(party);
    int moves = explained.of(party).getFirst().moves().size();
    int telling = explained.telling(party).size();
    List<Sentence> reasons = new ArrayList<>();
    if (moves == 0) {
      reasons.add(say("{} cannot move from there", whom));
    } else if (telling == 0) {
      reasons.add(
          moves == 1
              ? say("{} would not make its only move", whom)
              : say("{} would leave for none of {}", whom, new Slot.Count(moves, "move", "moves")));
    } else if (telling > told(party).size()) {
      reasons.add(
          say(
              "Of {} that are gains or in doubt, {} told here: those first that the least deters",
              new Slot.Count(telling, "move", "moves"),
              new Slot.Count(told(party).size(), "is", "are")));
    }
    return new Finding(
        "knowing." + party.id(),
        Prominence.SECTION,
        verdict(say("stable for {}", whom), say("not stable for {}", whom), List.of(party)),
        reasons,
        List.of());
  }

  private List<Integer> told(Party party) {
    return explained.telling(party).stream()
        .sorted(Comparator.comparingLong(q -> -explained.undeterred(party, q)))
        .limit(parties.size() == 1 ? MOST_ALONE : MOST_EACH)
        .toList();
  }
}
