package demarche.lens;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a party gains or loses when one state takes the place of another, and why.
public record Gain(StateSpace space, Party party, int from, int to) {
  private static final int MOST_TERMS = 5;

  /// What a value term adds to the difference between two states.
  public record Share(Term term, BigFraction amount) {}

  /// Whether the party prefers the new state.
  public boolean isGain() {
    return space.prefers(party, from, to);
  }

  /// By how much the actor values the new state more, red lines aside; empty where there are no
  /// values: for a mere order and for a body.
  public List<BigFraction> difference() {
    if (!(party instanceof Actor actor)) return List.of();
    List<BigFraction> before = space.value(actor, from);
    List<BigFraction> after = space.value(actor, to);
    return before.isEmpty() ? List.of() : List.of(after.getFirst().subtract(before.getFirst()));
  }

  /// The value terms that differ, the weightiest first, then in file order. They add up to the
  /// difference.
  public List<Share> shares() {
    if (!(party instanceof Actor actor)) return List.of();
    if (!(actor.preference().order() instanceof Preference.Values(var terms))) return List.of();
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    return terms.stream()
        .map(term -> new Share(term, term.of(after).subtract(term.of(before))))
        .filter(share -> share.amount.signum() != 0)
        .sorted((a, b) -> Exact.compare(b.amount.abs(), a.amount.abs()))
        .toList();
  }

  /// In a few words, to stand after a colon or a comma: `a loss of 4`, `crossing the red line
  /// 'war'`, `passed by the union and the chair`.
  public Sentence inShort() {
    return switch (party) {
      case Actor actor -> inShort(actor);
      case Body body -> new Ballots(space, body, from, to).inWords();
    };
  }

  private Sentence inShort(Actor actor) {
    Optional<RedLine> line = decidingLine(actor);
    if (line.isPresent()) {
      Slot name = new Slot.OfExpression(line.get().name());
      return isGain()
          ? say("no longer crossing the red line {}", name)
          : say("crossing the red line {}", name);
    }
    boolean loss = space.prefers(actor, to, from);
    if (!loss && !isGain()) return say("neither a gain nor a loss");
    List<BigFraction> difference = difference();
    Sentence kind = say(loss ? "a loss" : "a gain");
    return difference.isEmpty()
        ? kind
        : kind.then(" of {}", Wording.amount(difference.getFirst().abs()));
  }

  /// Why, in sentences: the red line that decides, else the value terms, the priority or the places
  /// in the ranking, with the reasons that the file gives. Empty where nothing can be added to the
  /// short words.
  public List<Sentence> reasons() {
    if (!(party instanceof Actor actor)) return List.of();
    Optional<RedLine> line = decidingLine(actor);
    if (line.isPresent()) {
      Evidence evidence = line.get().evidence();
      Slot name = new Slot.OfExpression(line.get().name());
      return evidence.because().isEmpty()
          ? List.of()
          : List.of(say("The red line {}: {}", name, new Slot.Quoted(evidence.because())));
    }
    return switch (actor.preference().order()) {
      case Preference.Indifferent() -> List.of();
      case Preference.Values _ -> terms();
      case Preference.Priorities priorities -> priority(priorities);
      case Preference.Ranking ranking -> places(ranking);
    };
  }

  /// The first red line that one state crosses and the other does not, which decides.
  private Optional<RedLine> decidingLine(Actor actor) {
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    return actor.preference().redLines().stream()
        .filter(line -> line.never().holds(before) != line.never().holds(after))
        .findFirst();
  }

  private List<Sentence> terms() {
    List<Share> shares = shares();
    if (shares.isEmpty()) return List.of();
    Sentence sum = say("By value terms: ");
    int shown = shares.size() > MOST_TERMS ? MOST_TERMS - 1 : shares.size();
    for (int k = 0; k < shown; k++) {
      Share share = shares.get(k);
      if (k > 0) sum = sum.then(", ");
      sum = sum.then("{} {}", words(share.term), Wording.signed(share.amount));
      String because = share.term.evidence().because();
      if (!because.isEmpty()) sum = sum.then(" ({})", new Slot.Quoted(because));
    }
    if (shown < shares.size()) {
      BigFraction rest =
          shares.stream().skip(shown).map(Share::amount).reduce(BigFraction.ZERO, BigFraction::add);
      Slot others = new Slot.Count(shares.size() - shown, "smaller one", "smaller ones");
      sum = sum.then(", {} together {}", others, Wording.signed(rest));
    }
    return List.of(sum);
  }

  /// The most important priority that holds in one of the states only.
  private List<Sentence> priority(Preference.Priorities priorities) {
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    List<Sentence> reasons = new ArrayList<>();
    priorities.base().stream()
        .filter(p -> p.want().holds(before) != p.want().holds(after))
        .findFirst()
        .ifPresent(p -> {
          Slot want = new Slot.OfExpression(p.want().toString());
          Sentence reason =
              p.want().holds(after)
                  ? say("The priority that decides, {}, comes to hold", want)
                  : say("The priority that decides, {}, no longer holds", want);
          String because = p.evidence().because();
          reasons.add(because.isEmpty() ? reason : reason.then(" ({})", new Slot.Quoted(because)));
        });
    return reasons;
  }

  private List<Sentence> places(Preference.Ranking ranking) {
    int before = ranking.group(space.levels(from));
    int after = ranking.group(space.levels(to));
    if (before == after) return List.of();
    return List.of(
        say(
            "In the ranking it stands at place {} of {}, not {}",
            number(after + 1L),
            number(ranking.groups().size()),
            number(before + 1L)));
  }

  private static Slot number(long number) {
    return new Slot.Count(number, "", "");
  }

  /// The id of a term as words.
  private static Slot words(Term term) {
    return term.id().isEmpty() ? Wording.term(term) : new Slot.Plain(term.id().replace('-', ' '));
  }
}
