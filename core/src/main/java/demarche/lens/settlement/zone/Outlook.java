package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Figure.Change;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.settlement.Judge;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What all parts of the answer look at, and the words that they share.
record Outlook(
    Zone zone,
    Frontier frontier,
    Stakes stakes,
    Points points,
    Stability stability,
    Judge judge,
    Blessing blessing,
    Run run) {
  StateSpace space() {
    return zone.space();
  }

  Wording wording() {
    return Wording.of(space());
  }

  Slot state(int state) {
    return wording().state(space(), state);
  }

  Slot parties(Collection<? extends Party> parties) {
    return new Slot.Several(parties.stream().<Slot>map(wording()::party).toList());
  }

  static Slot states(long count) {
    return new Slot.Count(count, "state", "states");
  }

  static Slot number(long count) {
    return new Slot.Count(count, "", "");
  }

  static Slot plain(String text) {
    return new Slot.Plain(text);
  }

  /// The concept of the two-by-two: SEQ where it was searched, else the strictest that was.
  Concept holding() {
    return stability.concepts().contains(Concept.SEQ)
        ? Concept.SEQ
        : stability.strictestFirst().getFirst();
  }

  static Slot.Amount rounded(BigFraction number, String unit) {
    return Stakes.rounded(number, unit);
  }

  private static Slot.Amount gain(BigFraction number) {
    Slot.Amount plain = rounded(number, "");
    return number.signum() > 0 ? new Slot.Amount("+" + plain.number(), "") : plain;
  }

  /// What a state is to each required party, as cells of a matrix.
  List<Figure.Cell> cells(int[] levels, int state) {
    List<Figure.Cell> cells = new ArrayList<>();
    for (int i = 0; i < zone.required().size(); i++) cells.add(cell(i, levels, state));
    return cells;
  }

  private Figure.Cell cell(int i, int[] levels, int state) {
    Actor actor = zone.required().get(i);
    if (actor.preference().crossesAny(levels)) {
      return new Figure.Cell(Change.FORBIDDEN, say("red line"));
    }
    int sign = actor.preference().compare(levels, space().model().disagreement());
    Change change = sign > 0 ? Change.BETTER : sign < 0 ? Change.WORSE : Change.SAME;
    String word = sign > 0 ? "better" : sign < 0 ? "worse" : "the same";
    Sentence told =
        state < 0 || (sign != 0 && stakes.gain(i, state).signum() != sign)
            ? say("{}", plain(word))
            : say("{}", gain(stakes.gain(i, state)));
    return new Figure.Cell(change, told);
  }

  /// Whether a state holds and passes, in a few words.
  Sentence fate(int state) {
    List<Concept> holding =
        stability.strictestFirst().stream().filter(c -> stability.isEquilibrium(c, state)).toList();
    Sentence fate =
        holding.isEmpty()
            ? say("does not hold")
            : holding.size() == stability.concepts().size()
                ? say("holds")
                : say(
                    "holds under {}",
                    new Slot.Several(holding.stream().<Slot>map(Concept::slot).toList()));
    List<Body> refusing = blessing.refusing(state);
    return refusing.isEmpty() ? fate : fate.then(", not passed by {}", parties(refusing));
  }
}
