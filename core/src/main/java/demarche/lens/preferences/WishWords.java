package demarche.lens.preferences;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Term;
import demarche.states.StateSpace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    wishes.values().stream()
        .filter(v -> Gap.isStated(v.actor()) || !v.parts().isEmpty())
        .forEach(v -> findings.add(Gap.isStated(v.actor()) ? twoValues(v) : value(v)));
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
      for (Actor b : actors) {
        row.add(a.index() == b.index() ? itself(a) : cell(similarity.of(a, b)));
      }
      rows.add(row);
    }
    List<Slot> near = new ArrayList<>();
    for (Actor a : actors) {
      similarity.byNearness(a).stream()
          .limit(1)
          .map(b ->
              say(
                  near.isEmpty() ? "nearest to {} is {}" : "to {}, {}",
                  wording.party(a),
                  wording.party(b)))
          .forEach(to -> near.add(new Slot.Clause(to)));
    }
    Sentence statement =
        near.isEmpty()
            ? say("No two actors tell the states apart, so their orders cannot be compared")
            : actors.size() == 2
                ? say(
                    "The two orders agree by {}", tau(similarity.of(actors.get(0), actors.get(1))))
                : say("In the order of the states, {}", new Slot.Several(near));
    return new Finding(
        "similarity",
        Prominence.SECTION,
        statement,
        List.of(),
        List.of(new Figure.Table("Who wants the same as whom", headers, rows)));
  }

  /// An order agrees with itself, unless it ties all states.
  private Sentence itself(Actor actor) {
    return space.ranks(actor).distinct() < 2 ? say("no order") : say("1");
  }

  private static Sentence cell(TauB tau) {
    return tau.isDefined() ? say("{}", tau(tau)) : say("no order");
  }

  private Finding thresholds() {
    List<List<Threshold>> nearest = nearest();
    long parameters = parameters(nearest.stream());
    long within = parameters(nearest.stream().filter(t -> t.getFirst().flip().inRange()));
    long outside = parameters - within;
    Slot all =
        new Slot.Count(
            parameters, "parameter turns an acceptance", "parameters turn an acceptance");
    Sentence statement =
        outside == 0
            ? say("{} within {}; the nearest turn of each:", all, ranges(within))
            : say(
                "{}: {} within {}, {} only outside; the nearest turn of each:",
                all,
                number(within),
                ranges(within),
                number(outside));
    int told = nearest.stream().mapToInt(List::size).sum();
    int left = wishes.thresholds().found().size() - told;
    List<Sentence> reasons = new ArrayList<>();
    if (left > 0) {
      reasons.add(
          say(
              "{} farther off and not shown",
              new Slot.Count(left, "more turn is", "more turns are")));
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

  private static Slot ranges(long parameters) {
    return new Slot.Plain(parameters == 1 ? "its range" : "their ranges");
  }

  private static Slot number(long count) {
    return count == 0 ? new Slot.Plain("none") : new Slot.Count(count, "", "");
  }

  private static long parameters(Stream<List<Threshold>> turns) {
    return turns.map(t -> t.getFirst().domain().parameter()).distinct().count();
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
              because(part.term())));
    }
    rows.add(List.of(say("together"), say("{}", Wording.amount(value.total())), say("")));
    return value(
        value,
        Prominence.DETAIL,
        say("{}", valued(value)),
        List.of(),
        new Figure.Table(
            title(value), List.of("value term", "adds", "because"), List.copyOf(rows)));
  }

  /// Of an actor that states other weights than those that count: both, side by side.
  private Finding twoValues(Decomposition counts) {
    Decomposition stated =
        Decomposition.of(counts.actor(), counts.actor().professed(), space.model().statusQuo());
    List<List<Sentence>> rows = new ArrayList<>();
    for (Decomposition.Pair pair : counts.beside(stated)) {
      rows.add(
          List.of(
              say("{}", Wording.term(pair.term())),
              say("{}", Wording.signed(pair.first())),
              say("{}", Wording.signed(pair.second())),
              because(pair.term())));
    }
    rows.add(
        List.of(
            say("together"),
            say("{}", Wording.amount(counts.total())),
            say("{}", Wording.amount(stated.total())),
            say("")));
    return value(
        counts,
        Prominence.SECTION,
        stated.total().equals(counts.total())
            ? say("{}, and by what it states the same", valued(counts))
            : say(
                "{}, and by what it states at {}", valued(counts), Wording.amount(stated.total())),
        List.of(
            say(
                "It stands here because {} states other weights than those that count: {}",
                wording.party(counts.actor()),
                new Slot.Several(otherwise(counts.actor()))),
            say("The full report has the values of all actors, in detail")),
        new Figure.Table(
            title(counts), List.of("value term", "adds", "as stated", "because"), rows));
  }

  /// The terms whose stated weights are others than those that count, with both.
  private static List<Slot> otherwise(Actor actor) {
    List<Slot> otherwise = new ArrayList<>();
    Map<String, Term> stated = new LinkedHashMap<>();
    Decomposition.terms(actor.professed()).forEach(t -> stated.put(t.id(), t));
    for (Term term : Decomposition.terms(actor.preference())) {
      String counts = weights(term);
      String said = weights(stated.getOrDefault(term.id(), term));
      if (said.equals(counts)) continue;
      otherwise.add(new Slot.Plain("%s %s, not %s".formatted(term.id(), said, counts)));
    }
    return otherwise;
  }

  private static String weights(Term term) {
    return term.weights().stream()
        .map(w -> Wording.signed(w.amount()).number())
        .collect(Collectors.joining(" / "));
  }

  private static Finding value(
      Decomposition value,
      Prominence prominence,
      Sentence statement,
      List<Sentence> reasons,
      Figure table) {
    return new Finding(
        "value-" + value.actor().id(), prominence, statement, reasons, List.of(table));
  }

  private Slot valued(Decomposition value) {
    return new Slot.Clause(
        say(
            "{} values the status quo at {}",
            wording.party(value.actor()),
            Wording.amount(value.total())));
  }

  private static String title(Decomposition value) {
    return "Of what the value is made: " + value.actor().name();
  }

  private static Sentence because(Term term) {
    return say("{}", new Slot.Plain(term.evidence().because()));
  }
}
