package demarche.lens.change;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.change.Asked.Aim;
import demarche.lens.change.Result.Turns;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.scenario.Exact;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What would have to change for a wanted outcome to hold.
///
/// @param questions none: how each proposal of the file could be signed, and could hold
/// @param orders ids of actors whose orders are counted under which the state asked about is stable
public record ChangeLens(List<Asked> questions, List<String> orders) implements Lens {
  /// The proposals of the file, as far as that is quick.
  public static final ChangeLens USUAL = new ChangeLens(List.of(), List.of());

  /// So many sets of changes are judged for each proposal where nobody asked.
  static final int QUICK = 400;

  private static final int QUICK_LISTED = 4;

  public ChangeLens {
    questions = List.copyOf(questions);
    orders = List.copyOf(orders);
  }

  @Override
  public String key() {
    return "change";
  }

  @Override
  public String question() {
    return "What would have to change for a wanted outcome to hold?";
  }

  @Override
  public Set<String> sections() {
    Set<String> read = new HashSet<>();
    if (questions.isEmpty()) read.add("proposals");
    for (Asked asked : questions) {
      if (asked.about() instanceof Asked.OfProposal) read.add("proposals");
      if (asked.kinds().contains(Kind.ISSUES)) read.add("issues");
      if (asked.isSeen()) read.add("beliefs");
    }
    return read;
  }

  @Override
  public boolean appliesTo(Model model) {
    return !questions.isEmpty() || !model.proposals().isEmpty();
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    return questions.isEmpty() ? proposals(space, run) : asked(space, run);
  }

  private Answer asked(StateSpace space, Run run) {
    List<Result> results = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Sentence> method = new ArrayList<>();
    List<Orders> counts = new ArrayList<>();
    for (Asked asked : questions) {
      Result result = Result.of(space, asked, Turns.SOUGHT, run);
      results.add(result);
      ChangeWords words = new ChangeWords(result);
      findings.addAll(words.findings());
      method.addAll(words.method());
      for (String actor : orders) count(space, result, actor, counts, findings);
    }
    return new Answer(
        key(),
        "What would have to change",
        findings,
        ChangeData.of(results, counts),
        method.stream().distinct().toList());
  }

  private static void count(
      StateSpace space, Result result, String id, List<Orders> counts, List<Finding> findings) {
    Actor actor =
        space.model().actors().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    int state = space.state(result.posed().goal().start());
    Concept concept = result.posed().asked().concept();
    Slot who = Wording.of(space).party(actor);
    Optional<Orders> found = state < 0 ? Optional.empty() : Orders.of(space, actor, state, concept);
    Sentence told =
        found
            .map(o ->
                say(
                    "Of {} strict orders that {} could have, the state is stable for it under"
                        + " {} in {}",
                    new Slot.Plain("%,d".formatted(o.all())),
                    who,
                    concept.slot(),
                    new Slot.Plain("%,d".formatted(o.stable()))))
            .orElse(
                say(
                    "The orders of {} under which the state is stable were not counted: more than"
                        + " {} states decide",
                    who,
                    new Slot.Count(Orders.MOST_DECIDING, "", "")));
    found.ifPresent(counts::add);
    findings.add(new Finding("orders-" + id, Prominence.SECTION, told, List.of(), List.of()));
  }

  /// A proposal that would not be signed, or not hold.
  private record Row(Proposal proposal, Result signed, Result lasting) {}

  private Answer proposals(StateSpace space, Run run) {
    List<Row> rows = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (Proposal proposal : space.model().proposals()) {
      Result lasting = Result.of(space, quick(proposal, Aim.DURABLE), Turns.LEFT_OUT, run);
      if (isDone(lasting)) continue;
      Result signed = Result.of(space, quick(proposal, Aim.ACCEPTABLE), Turns.LEFT_OUT, run);
      rows.add(new Row(proposal, signed, lasting));
      results.add(signed);
      results.add(lasting);
    }
    return new Answer(
        key(),
        "What would have to change",
        findings(rows),
        ChangeData.of(results, List.of()),
        method(rows));
  }

  private static boolean isDone(Result result) {
    return result.outcome() instanceof Outcome.Least least && least.cost().signum() == 0;
  }

  static Asked quick(Proposal proposal, Aim aim) {
    return new Asked(
        new Asked.OfProposal(proposal.id()),
        aim,
        Concept.SEQ,
        List.of(),
        Kind.USUAL,
        QUICK,
        QUICK_LISTED);
  }

  private static List<Finding> findings(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of(
          new Finding(
              "proposals",
              Prominence.SECTION,
              say("Every proposal would be signed and hold as things stand"),
              List.of(),
              List.of()));
    }
    List<List<Sentence>> table = new ArrayList<>();
    for (Row row : rows) {
      table.add(
          List.of(
              say("{}", ChangeWords.named(row.proposal)),
              new ChangeWords(row.signed).inShort(),
              new ChangeWords(row.lasting).inShort()));
    }
    return List.of(
        new Finding(
            "proposals",
            Prominence.HEADLINE,
            statement(rows),
            List.of(),
            List.of(
                new Figure.Table(
                    "What would have to change, with its cost",
                    List.of("", "to be signed by all", "to hold as well"),
                    table))));
  }

  /// The proposal that is nearest to holding.
  private static Sentence statement(List<Row> rows) {
    Slot all =
        new Slot.Count(
            rows.size(),
            "proposal that would not be signed or not hold",
            "proposals that would not be signed or not hold");
    Optional<Row> nearest =
        rows.stream()
            .filter(r -> r.lasting.outcome() instanceof Outcome.Least)
            .min((a, b) -> Exact.compare(cost(a), cost(b)));
    if (nearest.isEmpty()) {
      boolean never = rows.stream().allMatch(r -> r.lasting.outcome() instanceof Outcome.Never);
      return say(
          never
              ? "Of {} none would be signed and hold after any of the changes searched"
              : "Of {} none was found to need only a small change",
          all);
    }
    ChangeWords words = new ChangeWords(nearest.get().lasting);
    Outcome.Least least = (Outcome.Least) nearest.get().lasting.outcome();
    return say(
        "Of {} the nearest to being signed and holding is {}, at a cost of {}: {}",
        all,
        words.name(),
        Wording.amount(least.cost()),
        words.changes(least.repairs().getFirst()));
  }

  private static BigFraction cost(Row row) {
    return ((Outcome.Least) row.lasting.outcome()).cost();
  }

  private static List<Sentence> method(List<Row> rows) {
    if (rows.isEmpty()) return List.of();
    List<Sentence> method = new ArrayList<>(new ChangeWords(rows.getFirst().lasting).method());
    method.add(
        say(
            "For each proposal at most {} were judged, under {}; the command change looks further",
            new Slot.Count(QUICK, "set of changes", "sets of changes"),
            Concept.SEQ.slot()));
    return method;
  }
}
