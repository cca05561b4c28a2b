package demarche.lens;

import static demarche.finding.Sentence.say;

import demarche.finding.Data;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Moves one after the other, told so that they can be replayed.
///
/// @param from where the first move begins; each other begins where the one before ends
public record Course(StateSpace space, int from, List<Step> steps) {
  public Course {
    steps = List.copyOf(steps);
  }

  /// Where it ends.
  public int end() {
    return steps.isEmpty() ? from : steps.getLast().to();
  }

  /// Whether every mover prefers where it goes to where it stands.
  public boolean isWilling() {
    return each((at, step) -> space.prefers(step.by(), at, step.to())).stream().allMatch(b -> b);
  }

  /// Move by move: who changes what, where it leads, and what the mover makes by it.
  public List<Sentence> sentences() {
    return each(
        (at, step) -> say("{}: ", Wording.of(space).party(step.by())).then(move(space, at, step)));
  }

  /// What a move changes, where it leads, and what the mover makes by it.
  public static Sentence move(StateSpace space, int at, Step step) {
    Gain gain = new Gain(space, step.by(), at, step.to());
    Slot code = new Slot.Plain("[" + space.code(step.to()) + "]");
    return say("{} {}, ", Wording.of(space).changes(space, at, step.to()), code)
        .then(gain.inShort());
  }

  /// The same for programs.
  public Data data() {
    return new Data.Items(each((at, step) -> step(space, at, step)));
  }

  /// One move for programs.
  public static Data step(StateSpace space, int at, Step step) {
    Gain gain = new Gain(space, step.by(), at, step.to());
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("by", new Data.Text(step.by().id()));
    fields.put("to", new Data.Text(space.code(step.to())));
    fields.put("gains", new Data.Flag(gain.isGain()));
    fields.put("change", change(gain));
    return new Data.Fields(fields);
  }

  /// A difference of values for programs; nothing where there are no values.
  public static Data change(Gain gain) {
    return gain.difference().isEmpty()
        ? new Data.Nothing()
        : new Data.Exact(gain.difference().getFirst());
  }

  private <T> List<T> each(BiFunction<Integer, Step, T> told) {
    List<T> all = new ArrayList<>();
    int at = from;
    for (Step step : steps) {
      all.add(told.apply(at, step));
      at = step.to();
    }
    return all;
  }
}
