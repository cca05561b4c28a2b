package demarche.lens.change;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.change.Needed.Reach;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/// Changes in words: who, what, from what to what.
record Told(Realm realm) {
  private Model model() {
    return realm.model();
  }

  private Wording wording() {
    return new Wording(model());
  }

  private Slot actor(int index) {
    return wording().party(model().actors().get(index));
  }

  /// One change of a repair.
  Sentence of(Atom atom, Repair repair) {
    return switch (atom) {
      case Atom.Swapped(int a, int first, int second) ->
          say("{} puts {} before {}", actor(a), want(a, second), want(a, first));
      case Atom.Counted(int a, int k) ->
          say(
              Agenda.counts(priority(a, k))
                  ? "{} drops the priority {}"
                  : "{} takes up the priority {}",
              actor(a),
              want(a, k));
      case Atom.Moved moved -> moved(moved, repair);
      case Atom.Dropped(int a, int l) -> say("{} gives up the red line {}", actor(a), line(a, l));
      case Atom.Shifted s ->
          say(
              "{} shifts the red line {} from {} to {}",
              actor(s.actor()),
              line(s.actor(), s.line()),
              new Slot.OfExpression(new Text(model()).within(s.before())),
              new Slot.OfExpression(new Text(model()).within(s.after())));
      case Atom.Set set -> say("the package also has {}", setting(set));
      case Atom.Opened(var area) ->
          say("the area {} is put on the table", new Slot.OfExpression(area));
      case Atom.Majority(int b, int rule, int by) -> majority(model().bodies().get(b), rule, by);
      case Atom.Veto(int b, int seat) -> veto(model().bodies().get(b), seat);
      case Atom.Seen(int holder, var of) ->
          say("{} sees {} as it is", actor(holder), actor(index(of)));
      case Atom.Sighted(int holder) -> say("{} comes to know of all options", actor(holder));
    };
  }

  private int index(String actor) {
    return model().actors().stream()
        .filter(a -> a.id().equals(actor))
        .map(Actor::index)
        .findFirst()
        .orElseThrow();
  }

  private Priority priority(int actor, int k) {
    return ((Preference.Priorities) model().actors().get(actor).preference().order())
        .priorities()
        .get(k);
  }

  private Slot want(int actor, int k) {
    return new Slot.OfExpression(priority(actor, k).want().toString());
  }

  private Slot line(int actor, int l) {
    return new Slot.OfExpression(model().actors().get(actor).preference().redLines().get(l).name());
  }

  /// What an option that is set otherwise comes to.
  Slot setting(Atom.Set set) {
    return wording().setting(model().option(set.option()), set.level());
  }

  private Sentence majority(Body body, int rule, int by) {
    BigFraction now =
        switch (body.rules().get(rule)) {
          case Body.YesVotes(int votes) -> BigFraction.of(votes);
          case Body.Weighted(var _, var quota) -> quota;
          case Body.YesShare(var _, var share, var _) -> share;
        };
    return say(
        "{} needs {} in place of {}",
        wording().party(body),
        Wording.amount(now.add(by)),
        Wording.amount(now));
  }

  private Sentence veto(Body body, int seat) {
    Body.Seat member = body.seats().get(seat);
    Slot name =
        model().parties().stream()
            .filter(p -> p.id().equals(member.id()))
            .<Slot>map(wording()::party)
            .findFirst()
            .orElse(new Slot.Plain(member.name().isEmpty() ? member.id() : member.name()));
    return member.veto() == Body.Veto.HELD
        ? say("{} loses its veto in {}", name, wording().party(body))
        : say("{} is given a veto in {}", name, wording().party(body));
  }

  private Sentence moved(Atom.Moved moved, Repair repair) {
    Needed needed =
        repair.needed().stream().filter(n -> n.move().equals(moved)).findFirst().orElseThrow();
    BigFraction at = needed.at().value();
    String bound =
        needed.reach() == Reach.THERE
            ? needed.side() > 0 ? "at least " : "at most "
            : needed.side() > 0 ? "more than " : "less than ";
    return name(moved.lever())
        .then(
            " from {} to {}{}",
            amount(moved.lever(), Present.of(realm, moved.lever()), repair),
            new Slot.Plain(at.equals(moved.to()) ? "" : bound),
            amount(moved.lever(), at, repair));
  }

  /// A number as the file writes it, or what a factor makes of a weight.
  private Slot amount(Lever lever, BigFraction number, Repair repair) {
    if (lever instanceof Lever.Factor(int actor, int term)) {
      Wanted wanted = realm.pool().wanted().get(actor);
      if (!wanted.terms().get(term).isOf()) {
        Readings now = wanted.readings(Set.copyOf(repair.changes()));
        return Wording.amount(wanted.terms().get(term).amount(0, now).multiply(number));
      }
    }
    return Wording.amount(number);
  }

  /// How a number is named.
  enum Form {
    /// To be followed by where it goes.
    GOES,
    /// Alone.
    SHORT
  }

  private Sentence name(Lever lever) {
    return name(lever, Form.GOES);
  }

  /// A number in words.
  Sentence name(Lever lever, Form form) {
    String goes = form == Form.GOES ? " goes" : "";
    return switch (lever) {
      case Lever.Parameter(var name) -> say("the parameter {}" + goes, new Slot.OfExpression(name));
      case Lever.Weight(int a, int t) -> say("{}: the weight of {}" + goes, actor(a), term(a, t));
      case Lever.Factor(int a, int t) -> factor(a, t, form).then(goes);
    };
  }

  private Sentence factor(int actor, int term, Form form) {
    boolean several = realm.pool().wanted().get(actor).terms().get(term).isOf();
    return several || form == Form.SHORT
        ? say("{}: the factor on the weights of {}", actor(actor), term(actor, term))
        : say("{}: the weight of {}", actor(actor), term(actor, term));
  }

  private Slot term(int actor, int term) {
    return Wording.term(realm.pool().wanted().get(actor).terms().get(term).term());
  }

  /// A sentence as plain text.
  static String plain(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    String[] parts = sentence.pattern().split("\\{}", -1);
    for (int k = 0; k < parts.length; k++) {
      text.append(parts[k]);
      if (k < sentence.slots().size()) text.append(plain(sentence.slots().get(k)));
    }
    return text.toString();
  }

  private static String plain(Slot slot) {
    return switch (slot) {
      case Slot.OfParty(var _, var name) -> name;
      case Slot.OfState(var code, var _, var _) -> code;
      case Slot.Setting(var option, var _, var _, var level) -> option + " " + level;
      case Slot.OfConcept(var name, var _) -> name;
      case Slot.Count(long number, var one, var many) ->
          (number + " " + (number == 1 ? one : many)).strip();
      case Slot.Amount(var number, var unit) -> (number + " " + unit).strip();
      case Slot.OfExpression(var text) -> text;
      case Slot.Quoted(var text) -> text;
      case Slot.Plain(var text) -> text;
      case Slot.Clause(var sentence) -> plain(sentence);
      case Slot.Several(var items) ->
          items.stream().map(Told::plain).collect(Collectors.joining(", "));
    };
  }
}
