package demarche.lens.preferences;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.states.StateSpace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Preferences in words.
final class WishWords {
  private static final int DECIMALS = 2;
  private static final MathContext NEAR = new MathContext(4, RoundingMode.HALF_UP);
  private static final int MOST_CHANGES = 2;

  private final Wording wording;
  private final StateSpace space;
  private final Wishes wishes;

  WishWords(StateSpace space, Wishes wishes) {
    this.space = space;
    this.wording = Wording.of(space);
    this.wishes = wishes;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    wishes.gaps().forEach(gap -> findings.add(gap(gap)));
    wishes.similarity().forEach(similarity -> findings.add(similarity(similarity)));
    if (space.size() > Similarity.MOST_STATES) findings.add(tooMany());
    if (!wishes.thresholds().found().isEmpty()) findings.add(thresholds());
    if (!wishes.thresholds().steep().isEmpty()) findings.add(steep());
    wishes.values().stream().filter(v -> !v.parts().isEmpty()).forEach(v -> findings.add(value(v)));
    return findings;
  }

  private static Finding tooMany() {
    return new Finding(
        "orders",
        Prominence.SECTION,
        say(
            "The orders of the actors were not compared: there are more than {}",
            new Slot.Count(Similarity.MOST_STATES, "state", "states")),
        List.of(),
        List.of());
  }

  private Finding gap(Gap gap) {
    Slot who = wording.party(gap.actor());
    Sentence agree =
        gap.tau().isDefined()
            ? say(
                "The order that {} states and the one that counts for it agree by {}",
                who,
                tau(gap.tau()))
            : say("The order that {} states, or the one that counts, ties all states", who);
    if (gap.differences().isEmpty()) {
      return new Finding(
          "gap-" + gap.actor().id(),
          Prominence.SECTION,
          agree.then(", and no proposal is judged differently"),
          List.of(),
          List.of());
    }
    List<List<Sentence>> rows =
        gap.differences().stream()
            .map(d ->
                List.of(
                    say("{}", new Slot.Plain(d.proposal().name())),
                    judged(d.effective()),
                    judged(d.stated())))
            .toList();
    return new Finding(
        "gap-" + gap.actor().id(),
        Prominence.SECTION,
        agree.then(
            ", and {} judged differently",
            new Slot.Count(rows.size(), "proposal is", "proposals are")),
        List.of(),
        List.of(
            new Figure.Table(
                "Said and meant: " + gap.actor().name(),
                List.of("", "by what counts", "by what is stated"),
                rows)));
  }

  private static Sentence judged(Gap.Judged judged) {
    String side = judged.side() > 0 ? "better" : judged.side() < 0 ? "worse" : "alike";
    return say(
        judged.acceptable() || judged.side() < 0 ? "{}" : "{}, but crosses a red line",
        new Slot.Plain(side + " than no deal"));
  }

  private static Slot tau(TauB tau) {
    return new Slot.Amount(tau.rounded(DECIMALS).toPlainString(), "");
  }

  private Finding similarity(Similarity similarity) {
    List<Actor> actors = similarity.actors();
    List<String> headers = Stream.concat(Stream.of(""), actors.stream().map(Actor::name)).toList();
    List<List<Sentence>> rows = new ArrayList<>();
    for (Actor a : actors) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", wording.party(a))));
      for (Actor b : actors) row.add(a.index() == b.index() ? say("1") : cell(similarity.of(a, b)));
      rows.add(row);
    }
    List<Slot> near = new ArrayList<>();
    for (Actor a : actors) {
      similarity.byNearness(a).stream()
          .limit(1)
          .map(b -> say("to {} {}", wording.party(a), wording.party(b)))
          .forEach(to -> near.add(new Slot.Clause(to)));
    }
    Sentence statement =
        near.isEmpty()
            ? say("No two actors tell the states apart, so their orders cannot be compared")
            : actors.size() == 2
                ? say(
                    "The two orders agree by {}", tau(similarity.of(actors.get(0), actors.get(1))))
                : say("In the order of the states the nearest is {}", new Slot.Several(near));
    return new Finding(
        "similarity",
        Prominence.SECTION,
        statement,
        List.of(),
        List.of(new Figure.Table("Who wants the same as whom", headers, rows)));
  }

  private static Sentence cell(TauB tau) {
    return tau.isDefined() ? say("{}", tau(tau)) : say("no order");
  }

  private Finding thresholds() {
    List<List<Threshold>> nearest = nearest();
    long within =
        nearest.stream()
            .map(List::getFirst)
            .filter(t -> t.flip().inRange())
            .map(t -> t.domain().parameter())
            .distinct()
            .count();
    Sentence statement =
        say(
            "{} within {} alone; the nearest turn of each parameter:",
            new Slot.Count(
                within, "parameter turns an acceptance", "parameters turn an acceptance"),
            new Slot.Plain(within == 1 ? "its range" : "their ranges"));
    int told = nearest.stream().mapToInt(List::size).sum();
    int left = wishes.thresholds().found().size() - told;
    List<Sentence> reasons = new ArrayList<>();
    if (left > 0) {
      reasons.add(
          say(
              "{} farther off; {} lists them all",
              new Slot.Count(left, "threshold is", "thresholds are"),
              new Slot.Plain("--format json")));
    }
    return new Finding(
        "thresholds",
        Prominence.SECTION,
        statement,
        reasons,
        List.of(
            new Figure.Table(
                "Numbers on which an acceptance turns",
                List.of("parameter", "now", "turns", "range", "what changes"),
                nearest.stream().map(this::row).toList())));
  }

  private Finding steep() {
    return new Finding(
        "thresholds-not-sought",
        Prominence.SECTION,
        say(
            "Of {} not every threshold was looked for: a value is of a degree above {} in {}",
            new Slot.Several(
                wishes.thresholds().steep().stream().<Slot>map(Slot.Plain::new).toList()),
            new Slot.Plain(String.valueOf(Quotient.MOST_DEGREE)),
            new Slot.Plain(wishes.thresholds().steep().size() == 1 ? "it" : "them")),
        List.of(),
        List.of());
  }

  /// Of each parameter the nearest value at which anything turns: what turns at the value itself,
  /// then what turns above it or below it.
  private List<List<Threshold>> nearest() {
    Map<String, List<Threshold>> nearest = new LinkedHashMap<>();
    for (Threshold t : wishes.thresholds().found()) {
      List<Threshold> same =
          nearest.computeIfAbsent(t.domain().parameter(), _ -> new ArrayList<>());
      if (same.isEmpty() || same.getFirst().flip().at().equals(t.flip().at())) same.add(t);
    }
    return nearest.values().stream().flatMap(same -> alike(same).stream()).toList();
  }

  private static List<List<Threshold>> alike(List<Threshold> same) {
    List<List<Threshold>> groups = new ArrayList<>();
    Predicate<Threshold> inclusive = t -> t.flip().inclusive();
    groups.add(same.stream().filter(inclusive).toList());
    for (int side : new int[] {1, -1}) {
      groups.add(
          same.stream().filter(inclusive.negate()).filter(t -> t.flip().side() == side).toList());
    }
    groups.removeIf(List::isEmpty);
    return groups;
  }

  private List<Sentence> row(List<Threshold> same) {
    Threshold first = same.getFirst();
    Flip flip = first.flip();
    String where = flip.inclusive() ? "at " : flip.side() > 0 ? "above " : "below ";
    String out = flip.inRange() ? "" : ", outside it";
    List<Threshold> single = same.stream().filter(t -> t.actors().size() == 1).toList();
    List<Threshold> told = single.isEmpty() ? same : single;
    List<Slot> changes = new ArrayList<>();
    told.stream().limit(MOST_CHANGES).forEach(t -> changes.add(new Slot.Clause(change(t))));
    int more = told.size() - changes.size();
    if (more > 0) changes.add(new Slot.Count(more, "other", "others"));
    return List.of(
        say("{}", new Slot.Plain(first.domain().parameter())),
        say("{}", Wording.amount(first.domain().present())),
        say("{}", new Slot.Plain(where + near(flip.at()))),
        say("{}", new Slot.Plain(range(first.domain()) + out)),
        say("{}", new Slot.Several(changes)));
  }

  private Sentence change(Threshold t) {
    boolean one = t.actors().size() == 1;
    Slot who =
        one ? wording.party(t.actors().getFirst()) : new Slot.Plain("all whose consent it needs");
    Slot what = new Slot.Quoted(t.proposal().name());
    if (t.accepts())
      return say(one ? "{} no longer accepts {}" : "{} no longer accept {}", who, what);
    return say(one ? "{} accepts {}" : "{} accept {}", who, what);
  }

  private static String near(Critical at) {
    String exact = Wording.amount(at.value()).number();
    if (exact.indexOf('/') < 0) return exact;
    BigDecimal value = at.value().bigDecimalValue(12, RoundingMode.HALF_UP);
    return "about " + value.round(NEAR).stripTrailingZeros().toPlainString();
  }

  private static String range(Domain domain) {
    Domain.Stretch first = domain.stretches().getFirst();
    return "%s to %s"
        .formatted(Wording.amount(first.low()).number(), Wording.amount(first.high()).number());
  }

  private Finding value(Decomposition value) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Decomposition.Part part : value.parts()) {
      rows.add(
          List.of(
              say("{}", Wording.term(part.term())),
              say("{}", Wording.signed(part.amount())),
              say("{}", new Slot.Plain(part.term().evidence().because()))));
    }
    rows.add(List.of(say("together"), say("{}", Wording.amount(value.total())), say("")));
    return new Finding(
        "value-" + value.actor().id(),
        Gap.isStated(value.actor()) ? Prominence.SECTION : Prominence.DETAIL,
        say(
            "{} values the status quo at {}",
            wording.party(value.actor()),
            Wording.amount(value.total())),
        List.of(),
        List.of(
            new Figure.Table(
                "Of what the value is made: " + value.actor().name(),
                List.of("value term", "adds", "because"),
                rows)));
  }
}
