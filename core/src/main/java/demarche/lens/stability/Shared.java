package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// What several states have in common, and in what they differ.
final class Shared {
  private final Picture picture;
  private final List<Slot> changed = new ArrayList<>();
  private final List<Slot> kept = new ArrayList<>();
  private final List<Slot> open = new ArrayList<>();

  Shared(Picture picture, StateSet states) {
    this.picture = picture;
    Model model = picture.space().model();
    int[] statusQuo = model.statusQuo();
    for (Option option : model.options()) {
      int[] levels =
          picture
              .asking(states.stream())
              .map(s -> picture.space().level(s, option))
              .distinct()
              .sorted()
              .toArray();
      if (levels.length > 1) {
        open.add(differing(option, levels));
      } else {
        Slot setting = picture.wording().setting(option, levels[0]);
        (levels[0] == statusQuo[option.index()] ? kept : changed).add(setting);
      }
    }
  }

  private Slot differing(Option option, int[] levels) {
    String label = picture.space().model().label(option);
    if (option.levels().size() == 2) return new Slot.Plain(label);
    List<String> names = new ArrayList<>();
    for (int level : levels) names.add(option.levels().get(level));
    return new Slot.Plain("%s (%s)".formatted(label, String.join(", ", names)));
  }

  /// Nothing is said of a graph, whose states have no options.
  List<Sentence> sentences() {
    if (picture.space().model().isGraph()) return List.of();
    List<Sentence> sentences = new ArrayList<>();
    if (!changed.isEmpty()) {
      sentences.add(say("Unlike the status quo, all of them have {}", new Slot.Several(changed)));
    }
    if (!kept.isEmpty()) {
      sentences.add(say("As in the status quo, all of them have {}", new Slot.Several(kept)));
    }
    if (!open.isEmpty()) sentences.add(say("They differ in {}", new Slot.Several(open)));
    return sentences;
  }
}
