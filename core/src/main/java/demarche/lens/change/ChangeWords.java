package demarche.lens.change;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.change.Outcome.Whole;
import demarche.model.Proposal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Tells what would have to change.
final class ChangeWords {
  private final Result result;
  private final Told told;
  private final Wording wording;

  ChangeWords(Result result) {
    this.result = result;
    told = new Told(result.realm());
    wording = new Wording(result.realm().model());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(List.of(answer()));
    if (!result.turns().isEmpty()) findings.add(turns());
    return findings;
  }

  private Finding answer() {
    return switch (result.outcome()) {
      case Outcome.Least least -> least(least);
      case Outcome.Never(var bars) ->
          finding(
              say("None of the changes searched is enough for {} to {}", name(), wanted()),
              bars.stream().map(this::bar).distinct().toList());
      case Outcome.Unfinished(var atLeast, long tried) ->
          finding(
              say(
                  "Not finished: for {} to {} takes changes that cost at least {}",
                  name(),
                  wanted(),
                  Wording.amount(atLeast)),
              List.of(
                  say(
                      "{} judged; --tries allows more",
                      new Slot.Count(tried, "set of changes was", "sets of changes were"))));
    };
  }

  private static Finding finding(Sentence statement, List<Sentence> reasons) {
    return new Finding("least", Prominence.HEADLINE, statement, reasons, List.of());
  }

  private Finding least(Outcome.Least least) {
    Repair first = least.repairs().getFirst();
    if (least.cost().signum() == 0) {
      boolean chosen = result.posed().goal().freedom() == Goal.Freedom.FREE;
      return finding(
          chosen
              ? say("Nothing has to change for {} to {}: {} would", name(), wanted(), state(first))
              : say("Nothing has to change for {} to {}", name(), wanted()),
          List.of());
    }
    Sentence statement =
        say(
            "For {} to {} the least change costs {}: {}",
            name(),
            wanted(),
            Wording.amount(least.cost()),
            changes(first));
    int count = least.repairs().size();
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(
        least.whole() == Whole.CUT_OFF
            ? say(
                "{} listed, there may be more; nothing that costs less is enough",
                new Slot.Count(count, "change of that cost is", "changes of that cost are"))
            : count == 1
                ? say("No other change costs as little, and nothing that costs less is enough")
                : say(
                    "There are {} of that cost, and nothing that costs less is enough",
                    new Slot.Count(count, "change", "changes")));
    List<Figure> figures = new ArrayList<>();
    if (count > 1) figures.add(table(least));
    return new Finding("least", Prominence.HEADLINE, statement, reasons, figures);
  }

  private Figure table(Outcome.Least least) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Repair repair : least.repairs()) {
      rows.add(
          List.of(
              say("{}", new Slot.Count(rows.size() + 1L, "", "")),
              say("{}", changes(repair)),
              say("{}", state(repair))));
    }
    return new Figure.Table(
        "Least changes, each at a cost of " + Told.plain(say("{}", Wording.amount(least.cost()))),
        List.of("", "what changes", "what then holds"),
        rows);
  }

  private Slot state(Repair repair) {
    return wording.state(repair.state());
  }

  /// All changes of a repair; of options that are set at no cost only where nothing else is.
  Slot changes(Repair repair) {
    boolean free = result.posed().goal().freedom() == Goal.Freedom.FREE;
    List<Slot> parts = new ArrayList<>();
    List<Slot> settings = new ArrayList<>();
    for (Atom atom : repair.changes()) {
      if (atom instanceof Atom.Set set) settings.add(told.setting(set));
      else parts.add(new Slot.Clause(told.of(atom, repair)));
    }
    if (!free && !settings.isEmpty()) {
      parts.add(new Slot.Clause(say("the package also has {}", new Slot.Several(settings))));
    }
    return new Slot.Several(parts);
  }

  Slot name() {
    return switch (result.posed().asked().about()) {
      case Asked.OfProposal _ -> new Slot.Quoted(result.posed().name());
      case Asked.OfState(var _, var levels) ->
          wording.state(levels.stream().mapToInt(Integer::intValue).toArray());
      case Asked.Where _ -> new Slot.OfExpression(result.posed().name());
    };
  }

  /// What is wanted, to stand after "for it to".
  private Slot wanted() {
    Asked asked = result.posed().asked();
    Sentence stable =
        asked.parties().isEmpty()
            ? say("hold under {}", asked.concept().slot())
            : say("hold for {} under {}", parties(asked.parties()), asked.concept().slot());
    if (asked.isSeen()) stable = stable.then(", as each sees it");
    return new Slot.Clause(
        switch (asked.aim()) {
          case ACCEPTABLE -> say("be signed by all whose consent it needs");
          case STABLE -> stable;
          case DURABLE -> say("be signed by all whose consent it needs and ").then(stable);
        });
  }

  private Slot parties(List<String> ids) {
    return new Slot.Several(
        result.realm().model().parties().stream()
            .filter(p -> ids.contains(p.id()))
            .<Slot>map(wording::party)
            .toList());
  }

  private Sentence bar(Bar bar) {
    return switch (bar) {
      case Bar.NoState() ->
          say(
              "It is no state that can be reached: a constraint, an option that is held or an event");
      case Bar.Line(var actor, var line) ->
          say(
              "{} does not give up its red line {}",
              wording.party(actor),
              new Slot.OfExpression(line.name()));
      case Bar.Gap(var actor, var loss, var most) ->
          say(
              "{} loses {}, and all changes searched together make up for no more than {}",
              wording.party(actor),
              Wording.amount(loss),
              Wording.amount(most));
      case Bar.Order(var actor) ->
          say("{} prefers to have no deal, whatever is changed", wording.party(actor));
      case Bar.Vote(var body) -> say("{} does not pass it", wording.party(body));
      case Bar.Leaves(var party, var to) ->
          say(
              "{} leaves it whatever is changed, as things stand for {}",
              wording.party(party),
              wording.state(to.stream().mapToInt(Integer::intValue).toArray()));
    };
  }

  private Finding turns() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Turn turn : result.turns()) {
      rows.add(
          List.of(
              told.name(turn.lever(), Told.Form.SHORT),
              say("{}", Wording.amount(turn.domain().present())),
              turn.domain().ranged() ? range(turn) : say("none"),
              at(turn),
              say(turn.isInRange() || !turn.domain().ranged() ? "" : "outside its range")));
    }
    boolean holds = result.turns().getFirst().holds();
    return new Finding(
        "turns",
        Prominence.SECTION,
        say(
            holds
                ? "{} at which one number alone would end it"
                : "{} at which one number alone would be enough",
            new Slot.Count(rows.size(), "value", "values")),
        List.of(),
        List.of(
            new Figure.Table(
                "Where it turns on one number alone",
                List.of("number", "now", "range", "turns", ""),
                rows)));
  }

  private static Sentence range(Turn turn) {
    var range = turn.domain().stretches().getFirst();
    return say("{} to {}", Wording.amount(range.low()), Wording.amount(range.high()));
  }

  private static Sentence at(Turn turn) {
    String side = turn.flip().inclusive() ? "at " : turn.flip().side() > 0 ? "above " : "below ";
    return say("{}{}", new Slot.Plain(side), Wording.amount(turn.flip().at().value()));
  }

  /// How it was searched.
  List<Sentence> method() {
    List<Sentence> method = new ArrayList<>();
    List<Slot> kinds = new ArrayList<>();
    result.posed().asked().searched().forEach(k -> kinds.add(new Slot.Plain(k.words())));
    method.add(
        say(
            "Searched: {}; each change costs 1. Exact: a solver proposes the cheapest, the definitions"
                + " judge, and each answer was checked in the file with the changes written into it",
            new Slot.Several(kinds)));
    method.add(
        say(
            "A number that moves goes towards an end of its range; where several move, each is told"
                + " with the others at their ends"));
    result
        .realm()
        .pool()
        .leftOut()
        .forEach(left -> method.add(say("Left out: {}", new Slot.Plain(left))));
    return method;
  }

  /// In a few words for a table of proposals.
  Sentence inShort() {
    return switch (result.outcome()) {
      case Outcome.Least(var cost, var repairs, var whole) -> {
        if (cost.signum() == 0) yield say("nothing");
        Sentence first = say("{}: {}", cost(cost), changes(repairs.getFirst()));
        if (repairs.size() == 1 && whole == Whole.ALL) yield first;
        yield whole == Whole.ALL
            ? first.then("; {}", new Slot.Count(repairs.size() - 1L, "other way", "other ways"))
            : first.then("; other ways");
      }
      case Outcome.Never _ -> say("none of the changes searched is enough");
      case Outcome.Unfinished(var atLeast, long _) ->
          say("not finished: at least {}", Wording.amount(atLeast));
    };
  }

  private static Slot cost(BigFraction cost) {
    return Wording.amount(cost);
  }

  static Slot named(Proposal proposal) {
    return new Slot.Quoted(proposal.name().isEmpty() ? proposal.id() : proposal.name());
  }
}
