package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.knowing.Attitudes.Attitude;
import demarche.model.Actor;
import demarche.model.Preference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.fraction.BigFraction;

/// How the answer was found, and what was assumed.
final class Method {
  private final Knowing knowing;

  private Method(Knowing knowing) {
    this.knowing = knowing;
  }

  static List<Sentence> of(Knowing knowing) {
    Method method = new Method(knowing);
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        say(
            "Exact, over {}; bodies vote by the base preferences of their members",
            new Slot.Count(knowing.space().size(), "feasible state", "feasible states")));
    knowing.definitions().stream()
        .flatMap(definition -> method.of(definition.reading()).stream())
        .distinct()
        .forEach(sentences::add);
    return sentences;
  }

  private List<Sentence> of(Reading reading) {
    return switch (reading) {
      case Reading.Unknown _ -> unknown();
      case Reading.Degree _, Reading.Strong _, Reading.Weak _ -> strength();
      case Reading.Fuzzy _ -> fuzzy();
      case Reading.Probable _ -> probable();
      case Reading.Relational _ -> attitudes();
    };
  }

  private List<Sentence> unknown() {
    if (knowing.doubts().actors().isEmpty()) {
      return List.of(
          say(
              "No actor has 'alternatives', so nothing is in doubt and the four extensions are the"
                  + " classical definitions"));
    }
    return List.of(
        say(
            "A pair of states is in doubt for an actor where one of its 'alternatives' ranks it"
                + " otherwise than the actor's own order; how likely that one is does not matter"));
  }

  private List<Sentence> strength() {
    List<Slot> steps = knowing.settings().steps().stream().map(Method::number).toList();
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(
        steps.isEmpty()
            ? say("All gains and losses are of one degree")
            : say(
                "A loss is of the first degree, and of a higher one from {} of the actor's range of"
                    + " values on; crossing a red line is of the highest",
                new Slot.Several(steps)));
    Wording wording = Wording.of(knowing.space());
    List<Slot> ordered =
        knowing.space().model().actors().stream()
            .filter(a -> !(a.preference().order() instanceof Preference.Values))
            .<Slot>map(wording::party)
            .toList();
    if (!ordered.isEmpty()) {
      sentences.add(
          say(
              "Assumed: evenly spaced values for {}, who have a mere order",
              new Slot.Several(ordered)));
    }
    return sentences;
  }

  private List<Sentence> fuzzy() {
    Settings settings = knowing.settings();
    List<Sentence> sentences = new ArrayList<>(likelihood());
    sentences.add(
        say(
            "Fuzzy: an actor leaves for a state where a gain is likelier than a loss by {} or more",
            number(settings.satisficing())));
    for (Actor actor : knowing.space().model().actors()) {
      BigFraction own = settings.satisficing(actor.id());
      if (own.equals(settings.satisficing())) continue;
      sentences.add(say("By {} for {}", number(own), Wording.of(knowing.space()).party(actor)));
    }
    return sentences;
  }

  private List<Sentence> probable() {
    Settings settings = knowing.settings();
    List<Sentence> sentences = new ArrayList<>(likelihood());
    sentences.add(
        say(
            "Probable: an actor leaves for a gain likelier than {}, fears what is a gain with a"
                + " probability of at most {}, and answers by a gain likelier than {}",
            number(BigFraction.ONE.subtract(settings.alpha())),
            number(BigFraction.ONE.subtract(settings.beta())),
            number(BigFraction.ONE.subtract(settings.gamma()))));
    return sentences;
  }

  private static List<Sentence> likelihood() {
    return List.of(
        say(
            "Each of an actor's orders is true with its probability, its own with the rest, and each"
                + " priority holds with its own, independently"));
  }

  private List<Sentence> attitudes() {
    Attitudes attitudes = knowing.settings().attitudes();
    if (attitudes.given().isEmpty()) {
      return List.of(
          say(
              "No attitudes are given: each is for itself and neutral to all others, which is the"
                  + " classical definition"));
    }
    List<Slot> told = new ArrayList<>();
    attitudes.given().entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey()))
        .forEach(who ->
            who.getValue().entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey()))
                .forEach(e ->
                    told.add(
                        new Slot.Plain(
                            "%s %s %s".formatted(who.getKey(), word(e.getValue()), e.getKey())))));
    return List.of(say("Attitudes: {}", new Slot.Several(told)));
  }

  static String word(Attitude attitude) {
    return attitude.name().toLowerCase(Locale.ROOT);
  }

  private static Slot number(BigFraction number) {
    return Wording.amount(number);
  }
}
