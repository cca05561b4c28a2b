package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.stability.Leaving;
import demarche.model.Actor;
import demarche.model.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what packages are to each party: those that rules pick out, and the proposals.
final class PackageWords {
  private final Outlook outlook;

  PackageWords(Outlook outlook) {
    this.outlook = outlook;
  }

  /// Nothing where no rule picks anything.
  List<Finding> chosen() {
    Map<Integer, List<Slot>> rules = new LinkedHashMap<>();
    outlook
        .points()
        .bySolution()
        .forEach((rule, point) ->
            rules.computeIfAbsent(point.first(), _ -> new ArrayList<>()).add(rule.slot()));
    if (rules.isEmpty()) return List.of();
    List<Figure.Line> lines = new ArrayList<>();
    rules.forEach((state, names) ->
        lines.add(
            new Figure.Line(
                say("{}: {}", new Slot.Several(names), outlook.state(state)),
                outlook.cells(outlook.space().levels(state), state),
                outlook.fate(state))));
    return List.of(
        new Finding(
            "chosen",
            Prominence.SECTION,
            say(
                "What each would gain over no deal by the settlements that rules pick out, in {}",
                Outlook.plain(outlook.stakes().unit().word())),
            measures(),
            List.of(matrix("Settlements that rules pick out", lines))),
        new Finding(
            "durability",
            Prominence.DETAIL,
            say("Whether they would last"),
            List.of(),
            List.of(
                new Figure.Table(
                    "What becomes of them",
                    List.of("settlement", "who would leave, and who is kept from it"),
                    rules.keySet().stream().map(this::lasting).toList()))));
  }

  private Figure matrix(String title, List<Figure.Line> lines) {
    return new Figure.Matrix(
        title, outlook.zone().required().stream().map(outlook.wording()::party).toList(), lines);
  }

  /// How well each rule's choice does by that rule, and how many states do as well.
  private List<Sentence> measures() {
    List<Sentence> measures = new ArrayList<>();
    String unit = outlook.stakes().unit().word();
    outlook
        .points()
        .bySolution()
        .forEach((rule, point) -> {
          Sentence measure =
              switch (rule) {
                case FALLBACK ->
                    say(
                        "nobody falls back further than to its {} best class of equally good states",
                        Outlook.plain(ordinal(point.measure().intValue())));
                case NASH ->
                    point.gaining() == outlook.zone().required().size()
                        ? say("the product is {}", Outlook.rounded(point.measure(), ""))
                        : say(
                            "{} gain, as many as can at once, and their product is {}",
                            Outlook.number(point.gaining()),
                            Outlook.rounded(point.measure(), ""));
                case KALAI_SMORODINSKY ->
                    say("the least share is {}", Outlook.rounded(point.measure(), ""));
                case EGALITARIAN ->
                    say("the least gain is {}", Outlook.rounded(point.measure(), unit));
                case MAXIMUM_SUM -> say("the sum is {}", Outlook.rounded(point.measure(), unit));
              };
          Sentence told =
              say(
                  "{}: {}; {}",
                  Outlook.plain(capital(rule.told())),
                  Outlook.plain(rule.meaning()),
                  new Slot.Clause(measure));
          measures.add(
              point.ties() == 1 ? told : told.then("; {} do so", Outlook.states(point.ties())));
        });
    return measures;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String ordinal(int number) {
    int last = number % 10;
    boolean teen = number % 100 / 10 == 1;
    return number
        + (teen || last == 0 || last > 3 ? "th" : List.of("st", "nd", "rd").get(last - 1));
  }

  private List<Sentence> lasting(int state) {
    return List.of(say("{}", outlook.state(state)), durability(state));
  }

  /// Who would leave, for what, and whose answers keep whom from leaving.
  Sentence durability(int state) {
    Durability lasts = Durability.of(outlook.stability(), state, outlook.run());
    List<Slot> parts = new ArrayList<>();
    for (Leaving leaving : lasts.leaving()) {
      parts.add(
          new Slot.Clause(
              say(
                  "not under {}: {}",
                  leaving.concept().slot(),
                  new Slot.Clause(leaving.reason(outlook.space())))));
    }
    for (Durability.Deterred deterred : lasts.deterred()) {
      parts.add(
          new Slot.Clause(
              say(
                  "under {} {} could gain by a move to {} and is kept from it by an answer of {}",
                  deterred.under().slot(),
                  outlook.wording().party(deterred.party()),
                  outlook.wording().changes(outlook.space(), state, deterred.to()),
                  outlook.parties(deterred.by()))));
    }
    return parts.isEmpty() ? say("nobody could gain by a move of its own") : joined(parts);
  }

  private static Sentence joined(List<Slot> parts) {
    Sentence joined = say("{}", parts.getFirst());
    for (Slot part : parts.subList(1, parts.size())) joined = joined.then("; {}", part);
    return joined;
  }

  /// Every proposal, and whom it would cost what; nothing where there are none.
  List<Finding> proposals() {
    List<Proposal> proposals = outlook.space().model().proposals();
    if (proposals.isEmpty()) return List.of();
    List<Figure.Line> lines = proposals.stream().map(this::line).toList();
    return List.of(
        new Finding(
            "packages",
            Prominence.DETAIL,
            say(
                "What each proposal is to each party whose consent a settlement needs, over no deal, in {}",
                Outlook.plain(outlook.stakes().unit().word())),
            List.of(),
            List.of(matrix("Packages and who blocks them", lines))));
  }

  private Figure.Line line(Proposal proposal) {
    int[] end = proposal.end();
    int state = outlook.space().state(end);
    List<Actor> blockers =
        outlook.zone().required().stream()
            .filter(a -> !outlook.judge().against(a, end).isEmpty())
            .toList();
    Sentence remark =
        blockers.isEmpty() ? say("nobody blocks") : say("blocked by {}", outlook.parties(blockers));
    if (state >= 0) remark = remark.then("; ").then(outlook.fate(state));
    return new Figure.Line(
        say("{}", Outlook.plain(proposal.name())), outlook.cells(end, state), remark);
  }
}
