package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import java.util.ArrayList;
import java.util.List;

/// Tells what each veto keeps a body from passing.
record VetoWords(Sitting sitting, CouncilWords words) {
  /// One for each measure that texts change.
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    sitting.vetoes().forEach((measure, effects) -> findings.add(finding(measure, effects)));
    return findings;
  }

  private Finding finding(String measure, List<BadCop> effects) {
    List<BadCop> turning = effects.stream().filter(e -> e.effect().signum() != 0).toList();
    String id = words.id("vetoes-" + measure);
    Slot which = new Slot.Plain(measure.replace('-', ' '));
    if (turning.isEmpty()) {
      return new Finding(
          id,
          Prominence.DETAIL,
          say(
              "No single veto changes the {} of what {} passes",
              which,
              words.members().of(sitting.body())),
          List.of(),
          List.of());
    }
    return new Finding(
        id,
        Prominence.SECTION,
        say(
            "What a single veto changes in the {} of what {} passes; without it the member keeps its"
                + " vote",
            which,
            words.members().of(sitting.body())),
        turning.stream().flatMap(e -> reasons(e).stream()).toList(),
        List.of(
            new Figure.Table(
                "What vetoes keep from passing in " + sitting.body().name(),
                List.of("veto of", "with it", "without", "effect", "if objecting cost nothing"),
                turning.stream().map(this::row).toList())));
  }

  private List<Sentence> row(BadCop effect) {
    return List.of(
        say("{}", words.members().of(effect.member())),
        say("{}", words.text(effect.with().text())),
        say("{}", words.text(effect.without().text())),
        say("{}", Wording.signed(effect.effect())),
        say("{}", Wording.signed(effect.bare())));
  }

  private List<Sentence> reasons(BadCop effect) {
    List<Sentence> reasons = new ArrayList<>();
    for (BadCop.Ally ally : effect.allies()) {
      reasons.add(
          say(
              "Without the veto of {}, {} would lose {} and bear it, for to object would cost it"
                  + " {}",
              words.members().of(effect.member()),
              words.members().of(ally.seat()),
              Wording.amount(ally.worth().change().negate()),
              Wording.amount(ally.cost())));
    }
    return reasons;
  }
}
