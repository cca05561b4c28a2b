package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.knowing.Attitudes.Attitude;
import demarche.lens.knowing.Orders.Known;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a party makes of one state as seen from another, as a reading takes it: in words and for
/// programs.
record Sight(Knowing knowing, Reading reading, Party party) {
  /// In a few words, to stand after a colon.
  Sentence inShort(int from, int to) {
    Sentence plain = new Gain(space(), party, from, to).inShort();
    if (!(party instanceof Actor actor)) return plain;
    return switch (reading) {
      case Reading.Unknown _ -> isInDoubt(actor, from, to) ? doubt(actor, from, to) : plain;
      case Reading.Degree _, Reading.Strong _, Reading.Weak _ -> degree(actor, plain, from, to);
      case Reading.Fuzzy _ ->
          knowing.likelihood().chances(actor).isEmpty() ? plain : strength(ahead(actor, from, to));
      case Reading.Probable _ ->
          knowing.likelihood().chances(actor).isEmpty()
              ? plain
              : say("a gain with probability {}", amount(chance(actor, from, to)));
      case Reading.Relational _ -> attitudes(plain, from, to);
    };
  }

  /// For programs; nothing where the preference is simply known.
  Map<String, Data> data(int from, int to) {
    if (!(party instanceof Actor actor)) return Map.of();
    return switch (reading) {
      case Reading.Unknown _ ->
          knowing.doubts().isDoubted(actor)
              ? Map.of(
                  "known",
                  new Data.Text(
                      switch (known(actor, from, to)) {
                        case GAIN -> "gain";
                        case TIE -> "tie";
                        case LOSS -> "loss";
                        case UNKNOWN -> "unknown";
                      }))
              : Map.of();
      case Reading.Degree _, Reading.Strong _, Reading.Weak _ ->
          Map.of("degrees", new Data.Whole(knowing.strength().degrees(actor, from, to)));
      case Reading.Fuzzy _ ->
          knowing.likelihood().chances(actor).isEmpty()
              ? Map.of()
              : Map.of("ahead", new Data.Exact(ahead(actor, from, to)));
      case Reading.Probable _ ->
          knowing.likelihood().chances(actor).isEmpty()
              ? Map.of()
              : Map.of("probability", new Data.Exact(chance(actor, from, to)));
      case Reading.Relational _ -> Map.of();
    };
  }

  /// Whether the actor's orders disagree about the pair.
  boolean isInDoubt(int from, int to) {
    return party instanceof Actor actor && isInDoubt(actor, from, to);
  }

  private boolean isInDoubt(Actor actor, int from, int to) {
    return reading instanceof Reading.Unknown && known(actor, from, to) == Known.UNKNOWN;
  }

  private Known known(Actor actor, int from, int to) {
    if (knowing.doubts().isDoubted(actor)) return knowing.doubts().of(actor).of(from, to);
    int sign = Integer.compare(space().rank(actor, to), space().rank(actor, from));
    return sign > 0 ? Known.GAIN : sign < 0 ? Known.LOSS : Known.TIE;
  }

  /// What the actor's own order says, and what the others.
  private Sentence doubt(Actor actor, int from, int to) {
    Map<Integer, List<Slot>> others = new LinkedHashMap<>();
    int own = Integer.compare(space().rank(actor, to), space().rank(actor, from));
    for (int k = 0; k < actor.alternatives().size(); k++) {
      int sign = knowing.doubts().of(actor).sign(k, from, to);
      if (sign == own) continue;
      String by = actor.alternatives().get(k).by();
      others
          .computeIfAbsent(sign, _ -> new ArrayList<>())
          .add(new Slot.Plain(by.isEmpty() ? "another" : by));
    }
    Sentence told =
        say("in doubt, by its own order {}", clause(new Gain(space(), actor, from, to).inShort()));
    for (Map.Entry<Integer, List<Slot>> other : others.entrySet()) {
      told =
          told.then(
              ", by that of {} {}",
              new Slot.Several(other.getValue()),
              new Slot.Plain(
                  other.getKey() > 0 ? "a gain" : other.getKey() < 0 ? "a loss" : "neither"));
    }
    return told;
  }

  private Sentence degree(Actor actor, Sentence plain, int from, int to) {
    int degrees = knowing.strength().degrees(actor, from, to);
    return degrees == 0
        ? plain
        : plain.then(
            ", of degree {} of {}",
            new Slot.Count(Math.abs(degrees), "", ""),
            new Slot.Count(knowing.settings().degrees(), "", ""));
  }

  /// What the state is to the party, and to those towards whom it is not neutral.
  private Sentence attitudes(Sentence plain, int from, int to) {
    Sentence told = plain;
    for (Party other : knowing.parties()) {
      Attitude attitude = knowing.settings().attitudes().of(party, other);
      if (other.equals(party) || attitude == Attitude.NEUTRAL) continue;
      told =
          told.then(
              ", and for {}, whom it is {}, {}",
              Wording.of(space()).party(other),
              new Slot.Plain(Method.word(attitude)),
              clause(new Gain(space(), other, from, to).inShort()));
    }
    return told;
  }

  private static Sentence strength(BigFraction ahead) {
    return switch (ahead.signum()) {
      case 0 -> say("as likely a gain as a loss");
      case 1 -> say("likelier a gain than a loss by {}", amount(ahead));
      default -> say("likelier a loss than a gain by {}", amount(ahead.abs()));
    };
  }

  private BigFraction ahead(Actor actor, int from, int to) {
    Chances own = knowing.likelihood().chances(actor).getFirst();
    return own.betterExactly(from, to).subtract(own.betterExactly(to, from));
  }

  private BigFraction chance(Actor actor, int from, int to) {
    return knowing.likelihood().chances(actor).getFirst().betterExactly(from, to);
  }

  private static Slot amount(BigFraction number) {
    return Wording.amount(number);
  }

  private static Slot clause(Sentence sentence) {
    return new Slot.Clause(sentence);
  }

  private StateSpace space() {
    return knowing.space();
  }
}
