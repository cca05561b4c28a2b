package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tells whether there is a zone of agreement, who keeps it small, and how much of it would last.
final class ZoneWords {
  private final Outlook outlook;
  private final Zone zone;

  ZoneWords(Outlook outlook) {
    this.outlook = outlook;
    this.zone = outlook.zone();
  }

  Finding headline() {
    List<Sentence> reasons = new ArrayList<>(zone.isEmpty() ? List.of() : chosen());
    if (!zone.isEmpty()) reasons.add(holding());
    reasons.addAll(alone());
    return new Finding("zone", Prominence.HEADLINE, statement(), reasons, List.of());
  }

  private Sentence statement() {
    Slot parties = outlook.parties(zone.required());
    Slot all = Outlook.states(zone.space().size());
    return zone.isEmpty()
        ? say(
            "Nothing could be agreed: in none of {} would {} all be at least as well off as without"
                + " a deal and one of them better",
            all,
            parties)
        : say(
            "Of {} {} could be agreed: {} would all be at least as well off as without a deal, and"
                + " one of them better",
            all,
            Outlook.number(zone.settlements().count()),
            parties);
  }

  /// Where the rule that compares no numbers leads, and whether the others lead elsewhere.
  private List<Sentence> chosen() {
    if (!outlook.frontier().notSearched().isEmpty()) {
      return List.of(
          say(
              "Which of them nothing beats for all was not searched: {}",
              Outlook.plain(outlook.frontier().notSearched())));
    }
    List<Sentence> told = new ArrayList<>();
    List<List<Frontier.Profile>> others = new ArrayList<>();
    List<Frontier.Profile> fallback = new ArrayList<>();
    outlook
        .points()
        .bySolution()
        .forEach((rule, point) -> {
          if (rule != Solution.FALLBACK) {
            others.add(point.profiles());
            return;
          }
          fallback.addAll(point.profiles());
          Slot first = outlook.state(point.first());
          Sentence all =
              say(
                  "If each falls back from what it likes best, all at the same pace, they first meet"
                      + " in {}",
                  first);
          told.add(
              point.ties() == 1
                  ? all
                  : all.then(
                      " and {} as good", new Slot.Count(point.ties() - 1L, "other", "others")));
        });
    if (!others.isEmpty()) {
      long same = others.stream().filter(fallback::equals).count();
      told.add(
          say(
              "Of {} rules that compare numbers {} the same",
              Outlook.number(others.size()),
              same == 0
                  ? Outlook.plain("none chooses")
                  : new Slot.Count(same, "chooses", "choose")));
    }
    return told;
  }

  /// Under the strictest concept and the one of the two-by-two.
  private Sentence holding() {
    List<Concept> concepts =
        Stream.of(outlook.stability().strictestFirst().getFirst(), outlook.holding())
            .distinct()
            .toList();
    List<Slot> counts = new ArrayList<>();
    for (Concept concept : concepts) {
      StateSet lasting = outlook.stability().equilibria(concept).and(zone.settlements());
      counts.add(
          new Slot.Clause(say("{} under {}", Outlook.number(lasting.count()), concept.slot())));
    }
    return say("Of those that could be agreed would hold {}", new Slot.Several(counts));
  }

  /// Those whose consent alone is missing most often.
  private List<Sentence> alone() {
    int most = zone.alone().stream().mapToInt(StateSet::count).max().orElse(0);
    if (most == 0) return List.of();
    List<Actor> often = zone.required().stream().filter(a -> alone(a).count() == most).toList();
    return List.of(
        say(
            often.size() == 1
                ? "The consent of {} alone is missing for {} more"
                : "A single consent is missing most often from {}, from each for {} more",
            outlook.parties(often),
            Outlook.number(most)));
  }

  private StateSet alone(Actor actor) {
    return zone.alone().get(zone.required().indexOf(actor));
  }

  /// Who accepts how much.
  Finding blockers() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (int i = 0; i < zone.required().size(); i++) {
      int accepted = zone.accepting().get(i).count();
      rows.add(
          List.of(
              say("{}", outlook.wording().party(zone.required().get(i))),
              say("{}", Outlook.number(accepted)),
              say("{}", Outlook.number((long) zone.space().size() - accepted)),
              say("{}", Outlook.number(zone.alone().get(i).count()))));
    }
    return new Finding(
        "blockers",
        Prominence.SECTION,
        say("Of {}, how many each accepts and blocks", Outlook.states(zone.space().size())),
        List.of(
            say(
                "Who accepts a state is at least as well off in it as without a deal, and it crosses"
                    + " none of its red lines; blocked alone is what would be a settlement without"
                    + " that consent")),
        List.of(
            new Figure.Table(
                "Who keeps the zone small",
                List.of("", "accepts", "blocks", "blocks alone"),
                rows)));
  }
}
