package demarche.lens.coalitions;

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
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells which coalitions leave a state and which are deterred: each improvement, and by whose
/// answer.
final class Explaining {
  private static final int MOST_ROWS = 31;

  /// How many coalitions are told in words.
  private static final int MOST_COALITIONS = 6;

  /// How many improvements of the only coalition asked for are told in words.
  private static final int MOST_ALONE = 12;

  /// How many of each, where there are several coalitions.
  private static final int MOST_EACH = 3;

  private final Explained explained;
  private final Wording wording;
  private final Slot here;
  private final List<Coalition> all;

  private Explaining(Explained explained) {
    this.explained = explained;
    wording = Wording.of(explained.space());
    here = wording.state(explained.space(), explained.state());
    all = explained.question().coalitions();
  }

  /// @throws demarche.states.TooLarge before memory is taken
  static Account of(Asked asked, Question question, Run run) {
    return new Explaining(Explained.of(asked, question, run)).account();
  }

  private Account account() {
    List<Finding> findings = new ArrayList<>();
    List<Coalition> told = told();
    findings.add(summary(told.size()));
    for (Coalition coalition : told) {
      if (all.size() > 1) findings.add(finding(coalition));
      ImprovementWords words = new ImprovementWords(explained, wording, coalition);
      told(coalition).forEach(i -> findings.add(words.finding(i)));
    }
    return new Account(
        findings,
        explained.all().stream().map(e -> ExplanationData.of(explained.space(), e)).toList(),
        Method.ofExplanation(explained.question()));
  }

  private Finding summary(int told) {
    List<Coalition> improving = explained.improving();
    List<Sentence> reasons = new ArrayList<>();
    if (improving.isEmpty()) {
      reasons.add(say("None of them can reach a state that all its members prefer"));
    } else if (all.size() > 1) {
      reasons.add(
          say(
              "Of {} {} reach a state that all members prefer",
              new Slot.Count(all.size(), "coalition", "coalitions"),
              new Slot.Count(improving.size(), "can", "can")));
    }
    if (all.size() == 1) reasons.addAll(left(all.getFirst()));
    if (told < improving.size()) {
      reasons.add(
          say(
              "{} of them are told here, those first that the least deters",
              new Slot.Count(told, "", "")));
    }
    return new Finding(
        "coalitions",
        Prominence.SECTION,
        say("{} ", here).then(verdict(against(), all)),
        reasons,
        improving.isEmpty() || all.size() == 1 ? List.of() : List.of(table(improving)));
  }

  private Sentence against() {
    if (all.size() == 1) return say("against {}", members(all.getFirst()));
    if (explained.asked().isOfAll() && explained.question().coalitions().size() > 1) {
      return say("against every coalition");
    }
    return say(
        "against every coalition among {}",
        new Slot.Several(explained.asked().parties().stream().<Slot>map(wording::party).toList()));
  }

  private Sentence verdict(Sentence whom, List<Coalition> coalitions) {
    List<CoalitionConcept> stable = explained.stable(coalitions);
    List<CoalitionConcept> unstable = explained.unstable(coalitions);
    if (stable.isEmpty()) {
      return say("does not hold ").then(whom).then(" under {}", CoalitionConcept.slots(unstable));
    }
    Sentence holds = say("holds ").then(whom).then(" under {}", CoalitionConcept.slots(stable));
    return unstable.isEmpty()
        ? holds
        : holds.then(", but not under {}", CoalitionConcept.slots(unstable));
  }

  private Figure table(List<Coalition> improving) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Coalition coalition : improving.stream().limit(MOST_ROWS).toList()) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", members(coalition))));
      explained
          .concepts()
          .forEach(c -> row.add(say(explained.isStable(c, coalition) ? "stay" : "leave")));
      rows.add(row);
    }
    return new Figure.Table(
        improving.size() > MOST_ROWS
            ? "The first %d coalitions that could improve".formatted(MOST_ROWS)
            : "Coalitions that could improve",
        Stream.concat(Stream.of(""), explained.concepts().stream().map(CoalitionConcept::name))
            .toList(),
        rows);
  }

  /// Those that leave under most concepts, in order.
  private List<Coalition> told() {
    List<Coalition> improving = explained.improving();
    List<Coalition> first =
        improving.stream()
            .sorted(Comparator.comparingInt(h -> -explained.unstable(List.of(h)).size()))
            .limit(MOST_COALITIONS)
            .toList();
    return improving.stream().filter(first::contains).toList();
  }

  /// How many improvements there are, where not all are told.
  private List<Sentence> left(Coalition coalition) {
    int improvements = explained.improvements(coalition).size();
    int told = told(coalition).size();
    return told == improvements
        ? List.of()
        : List.of(
            say(
                "Of {} {} told here, those first that the least deters",
                new Slot.Count(improvements, "improvement", "improvements"),
                new Slot.Count(told, "is", "are")));
  }

  private Finding finding(Coalition coalition) {
    return new Finding(
        "coalition." + id(coalition),
        Prominence.SECTION,
        say("{} ", here).then(verdict(say("against {}", members(coalition)), List.of(coalition))),
        left(coalition),
        List.of());
  }

  private List<Improvement> told(Coalition coalition) {
    int most = all.size() == 1 ? MOST_ALONE : MOST_EACH;
    return explained.improvements(coalition).stream()
        .sorted(Comparator.comparingLong(i -> -explained.undeterred(coalition, i.to())))
        .limit(most)
        .toList();
  }

  static String id(Coalition coalition) {
    return coalition.members().stream().map(Party::id).collect(Collectors.joining("+"));
  }

  private Slot members(Coalition coalition) {
    return new Slot.Several(coalition.members().stream().<Slot>map(wording::party).toList());
  }
}
