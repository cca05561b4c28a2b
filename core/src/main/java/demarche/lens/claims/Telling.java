package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.scenario.Evidence;
import demarche.scenario.Notation;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verdicts in words.
final class Telling {
  private Telling() {}

  /// All claims: how many hold, and each with its figures.
  static Finding all(List<Verdict> verdicts) {
    List<Sentence> reasons = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Judged judged && !judged.holds()) reasons.add(failing(judged));
    }
    Map<String, Long> waiting = waiting(verdicts);
    if (!waiting.isEmpty()) {
      List<Slot> lenses = new ArrayList<>();
      waiting.forEach((lens, n) -> lenses.add(new Slot.Plain("%s %d".formatted(lens, n))));
      reasons.add(
          say(
              "{} for analyses that do not exist yet: {}",
              verbed(waiting.values().stream().mapToLong(n -> n).sum(), "waits", "wait"),
              new Slot.Several(lenses)));
    }
    Figure table = new Figure.Checks("Claims", verdicts.stream().map(Telling::check).toList());
    return new Finding("claims", Prominence.HEADLINE, statement(verdicts), reasons, List.of(table));
  }

  /// How many claims wait for each lens or function, in the order in which they are first met.
  private static Map<String, Long> waiting(List<Verdict> verdicts) {
    Map<String, Long> waiting = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.NotCheckable(var _, var _, var missing)
          && !missing.isEmpty()) {
        waiting.merge(missing, 1L, Long::sum);
      }
    }
    return waiting;
  }

  private static Sentence statement(List<Verdict> verdicts) {
    long fail = verdicts.stream().filter(v -> v.word().equals("fails")).count();
    long hold = verdicts.stream().filter(v -> v.word().equals("holds")).count();
    return say(
        "Of {} {}, {}, and {} cannot be checked",
        new Slot.Count(verdicts.size(), "claim", "claims"),
        verbed(hold, "holds", "hold"),
        verbed(fail, "fails", "fail"),
        new Slot.Count(verdicts.size() - hold - fail, "", ""));
  }

  private static Slot verbed(long number, String one, String many) {
    return new Slot.Clause(
        say(number == 1 ? "{} " + one : "{} " + many, new Slot.Count(number, "", "")));
  }

  private static Sentence failing(Verdict.Judged judged) {
    Sides sides = Sides.of(judged.whole());
    return say(
        "{} fails: computed {}, expected {}",
        new Slot.Plain(judged.claim().id().text()),
        new Slot.Plain(sides.computed()),
        new Slot.Plain(sides.expected()));
  }

  private static Figure.Check check(Verdict verdict) {
    Scenario.ClaimEntry claim = verdict.claim();
    List<Figure.Cited> cited =
        claim.evidence().citations().stream()
            .map(c -> new Figure.Cited(c.source().text(), c.at()))
            .toList();
    String asked = claim.check().stream().map(Notation::of).findFirst().orElse("");
    return switch (verdict) {
      case Verdict.NotCheckable(var _, var reason, var missing) ->
          new Figure.Check(
              claim.id().text(),
              claim.says(),
              mark(claim.mark()),
              asked,
              Figure.Outcome.OPEN,
              "",
              "",
              cited,
              plain(missing.isEmpty() ? reason : "waits for " + missing));
      case Verdict.Judged judged -> {
        Shown shown = Shown.of(judged.whole());
        boolean differs = Quote.differs(claim.quotes(), shown.computed().value());
        boolean plainly = judged.holds() && shown.isPlainly(judged.whole());
        Sides sides = Sides.of(judged.whole());
        yield new Figure.Check(
            claim.id().text(),
            claim.says(),
            mark(claim.mark()),
            asked,
            judged.holds() ? Figure.Outcome.HOLDS : Figure.Outcome.FAILS,
            plainly ? "" : sides.computed(),
            plainly ? "" : sides.expected(),
            cited,
            differs ? say("quotes {}, which differs", new Slot.Plain(claim.quotes())) : plain(""));
      }
    };
  }

  private static Slot.OfConcept mark(Scenario.ClaimEntry.Mark mark) {
    String meaning =
        switch (mark) {
          case H -> "checked exactly, at the values that the file states";
          case O -> "meant to be checked over the ranges of the inputs";
          case X -> "expressed only: no check is required of it";
        };
    return new Slot.OfConcept(mark.name(), meaning);
  }

  private static Sentence plain(String text) {
    return say("{}", new Slot.Plain(text));
  }

  /// One claim: how its value came about.
  static Finding one(Verdict verdict) {
    List<Sentence> reasons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    verdict
        .claim()
        .check()
        .forEach(c -> reasons.add(say("Check: {}", new Slot.Plain(Notation.of(c)))));
    cite(verdict.claim().evidence(), "The claim is from").forEach(reasons::add);
    if (verdict instanceof Verdict.Judged judged) {
      reasons.add(failingOrNot(judged));
      if (!judged.claim().quotes().isEmpty()) reasons.add(quoted(judged));
      judged
          .whole()
          .evidence()
          .flatMap(e -> cite(e, "Rests on").stream())
          .distinct()
          .forEach(reasons::add);
      long unsourced =
          judged.whole().evidence().filter(e -> e.citations().isEmpty()).distinct().count();
      if (unsourced > 0) {
        reasons.add(
            say(
                unsourced == 1 ? "{} cites no source" : "{} cite no source",
                new Slot.Count(unsourced, "input among them", "inputs among them")));
      }
      figures.add(chain(judged.whole()));
    }
    return new Finding(
        verdict.claim().id().text(), Prominence.HEADLINE, told(verdict), reasons, figures);
  }

  private static Sentence told(Verdict verdict) {
    Slot id = new Slot.Plain(verdict.claim().id().text());
    Slot says = new Slot.Quoted(verdict.claim().says());
    return switch (verdict) {
      case Verdict.NotCheckable(var _, var reason, var _) ->
          say("Claim {} cannot be checked: {} {}", id, says, new Slot.Plain("(" + reason + ")"));
      case Verdict.Judged judged ->
          say(judged.holds() ? "Claim {} holds: {}" : "Claim {} fails: {}", id, says);
    };
  }

  private static Sentence failingOrNot(Verdict.Judged judged) {
    Sides sides = Sides.of(judged.whole());
    return say(
        "Computed {}, expected {}",
        new Slot.Plain(sides.computed()),
        new Slot.Plain(sides.expected()));
  }

  private static Sentence quoted(Verdict.Judged judged) {
    Slot quote = new Slot.Plain(judged.claim().quotes());
    return Quote.differs(judged.claim().quotes(), Shown.of(judged.whole()).computed().value())
        ? say("The text prints {}, which differs", quote)
        : say("The text prints {}", quote);
  }

  private static List<Sentence> cite(Evidence evidence, String pattern) {
    return evidence.citations().stream()
        .map(c ->
            say(
                pattern
                    + (c.bearing() == Evidence.Bearing.AGAINST
                        ? " {} (which speaks against)"
                        : " {}"),
                new Slot.Plain(c.at().isEmpty() ? c.source().text() : c.source() + ", " + c.at())))
        .toList();
  }

  /// Each part of the check with its value, the innermost first.
  private static Figure chain(Evaluated whole) {
    List<List<Sentence>> rows = new ArrayList<>();
    whole
        .inOrder()
        .filter(part -> !(part.term() instanceof Typed.Literal))
        .forEach(part -> {
          Sentence because =
              part.found().because().stream()
                  .reduce((first, second) -> first.then(". ").then(second))
                  .orElse(plain(""));
          rows.add(
              List.of(
                  plain(Notation.of(part.term().written())),
                  plain(Shown.text(part.value())),
                  because));
        });
    return new Figure.Table(
        "How it came about", List.of("part", "value", "what lies behind it"), rows);
  }
}
