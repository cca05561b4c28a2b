package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.council.Agenda.Clause;
import demarche.lens.council.Agenda.Concession;
import demarche.model.Body.Seat;
import java.util.ArrayList;
import java.util.List;

/// Tells what sponsors would write, what they can get, and what their order changes.
final class DraftWords {
  private static final int MOST_NAMED = 3;
  private static final int MOST_CONCESSIONS = 8;

  private final Sitting sitting;
  private final CouncilWords words;
  private final Members members;

  DraftWords(Sitting sitting, CouncilWords words) {
    this.sitting = sitting;
    this.words = words;
    this.members = words.members();
  }

  /// For the brief: who gets what.
  List<Sentence> inShort() {
    List<Sentence> told = new ArrayList<>();
    List<Slot> content = new ArrayList<>();
    List<Slot> empty = new ArrayList<>();
    for (Agenda agenda : rivals()) {
      if (agenda.getsIdeal()) {
        content.add(who(agenda));
      } else if (!agenda.hasText()) {
        empty.add(Members.clause(say("{} ({})", who(agenda), words.text(agenda.ideal()))));
      } else if (told.size() < MOST_NAMED) {
        told.add(
            say(
                "{} would write {} and can get {}",
                who(agenda),
                words.text(agenda.ideal()),
                words.text(agenda.best())));
      }
    }
    if (!empty.isEmpty()) {
      told.add(
          say(
              "Would write a text and can get none better than what stands: {}",
              new Slot.Several(empty)));
    }
    if (!content.isEmpty())
      told.add(say("Can get all that they would write: {}", new Slot.Several(content)));
    return told;
  }

  private List<Agenda> rivals() {
    return sitting.agendas().stream().filter(Agenda::wantsText).toList();
  }

  private Slot who(Agenda agenda) {
    return members.of(agenda.sponsor().actor());
  }

  List<Finding> findings() {
    if (rivals().isEmpty()) return List.of();
    List<Finding> findings = new ArrayList<>(List.of(drafts()));
    if (rivals().size() > 1) findings.add(orders());
    return findings;
  }

  private Finding drafts() {
    List<List<Sentence>> rows = new ArrayList<>();
    List<Sentence> reasons = new ArrayList<>();
    for (Agenda agenda : rivals()) {
      for (Clause clause : agenda.clauses()) rows.add(row(agenda, clause));
      if (agenda.equals().size() > 1) {
        reasons.add(
            say(
                "{} likes as well: {}",
                who(agenda),
                new Slot.Several(
                    agenda.equals().stream()
                        .filter(s -> s != agenda.best())
                        .limit(MOST_NAMED)
                        .map(words::text)
                        .toList())));
      }
    }
    rivals().forEach(agenda -> reasons.addAll(concessions(agenda)));
    return new Finding(
        words.id("drafts"),
        Prominence.SECTION,
        say("What each sponsor would write alone, clause by clause, and the best that passes"),
        reasons,
        List.of(
            new Figure.Table(
                "Drafts before " + sitting.body().name(),
                List.of("sponsor", "clause", "now", "would write", "gets", "because of"),
                rows)));
  }

  private List<Sentence> row(Agenda agenda, Clause clause) {
    return List.of(
        say("{}", who(agenda)),
        say("{}", new Slot.Plain(sitting.council().space().model().label(clause.option()))),
        level(clause, clause.now()),
        level(clause, clause.ideal()),
        level(clause, clause.best()),
        binding(clause.binding()));
  }

  private static Sentence level(Clause clause, int level) {
    return say("{}", new Slot.Plain(clause.option().levels().get(level)));
  }

  /// What keeps a clause from its level in a draft; empty where nothing does.
  Sentence binding(Agenda.Binding binding) {
    return switch (binding) {
      case Agenda.Unbound() -> say("");
      case Agenda.Idle() -> say("nobody: it gains nothing by this alone");
      case Agenda.Impossible() -> say("what is feasible");
      case Agenda.ByVeto(var by) -> say("a veto of {}", few(by));
      case Agenda.ByVotes(var by) -> say("votes of {}", few(by));
      case Agenda.ByBodies(var bodies) ->
          say("no approval by {}", new Slot.Several(bodies.stream().map(members::of).toList()));
    };
  }

  private Slot few(List<Seat> seats) {
    return seats.size() > 2 * MOST_NAMED
        ? new Slot.Count(seats.size(), "member", "members")
        : members.of(seats);
  }

  /// What would win those who stand against a draft, in one sentence.
  private List<Sentence> concessions(Agenda agenda) {
    List<Slot> told = new ArrayList<>();
    List<Seat> lost = new ArrayList<>();
    for (Concession concession : agenda.concessions()) {
      if (concession.text() < 0) {
        if (concession.buys() == Agenda.Buys.YES) lost.addAll(concession.members());
      } else if (told.size() < MOST_CONCESSIONS) {
        told.add(Members.clause(concession(concession)));
      }
    }
    if (!lost.isEmpty()) {
      told.add(Members.clause(say("no softening wins {}", few(lost))));
    }
    return told.isEmpty()
        ? List.of()
        : List.of(say("The draft of {}: {}", who(agenda), new Slot.Several(told)));
  }

  private Sentence concession(Concession concession) {
    String what =
        switch (concession.buys()) {
          case YES -> "{} wins {} ({} off)";
          case NO_VETO -> "{} averts the veto of {} ({} off)";
        };
    return say(
        what,
        words.text(concession.text()),
        few(concession.members()),
        new Slot.Count(concession.steps(), "level", "levels"));
  }

  private Finding orders() {
    List<List<Sentence>> rows = new ArrayList<>();
    sitting
        .ends()
        .forEach((end, orders) ->
            rows.add(
                List.of(
                    say("{}", words.text(end)),
                    say("{}", new Slot.Count(orders.size(), "order", "orders")),
                    say("{}", order(orders.getFirst())))));
    List<Figure> table =
        rows.size() < 2
            ? List.of()
            : List.of(
                new Figure.Table(
                    "Who tables first in " + sitting.body().name(),
                    List.of("ends with", "in", "such as"),
                    rows));
    return new Finding(words.id("orders"), Prominence.DETAIL, ordersStatement(), List.of(), table);
  }

  private Slot order(List<Integer> order) {
    return new Slot.Several(order.stream().map(place -> who(sitting.rival(place))).toList());
  }

  private Sentence ordersStatement() {
    Slot count = new Slot.Count(rivals().size(), "sponsor", "sponsors");
    if (sitting.isOrderUnknown()) {
      return say("The orders in which {} could table were not searched: there are too many", count);
    }
    if (sitting.ends().size() == 1) {
      return say(
          "In whatever order {} table, one text each and foreseeing the later ones, it ends with {}",
          count,
          words.text(sitting.ends().keySet().iterator().next()));
    }
    return say(
        "Where {} table one after the other, one text each and foreseeing the later ones, their order"
            + " decides between {}",
        count,
        new Slot.Count(sitting.ends().size(), "end", "ends"));
  }
}
