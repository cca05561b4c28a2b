package demarche.scenario;

import demarche.scenario.Node.Scalar;
import demarche.scenario.Node.Style;
import java.util.ArrayList;
import java.util.List;

/// An edit written on one line, so that messages can point into it.
///
/// @param parts glue and words by turns
/// @param from what stands for a file's name
/// @param number of the line, from 1
record EditLine(List<String> parts, String from, int number) {
  EditLine {
    parts = List.copyOf(parts);
  }

  static EditLine of(Edit edit, String from, int number) {
    return new EditLine(parts(edit), from, number);
  }

  private static List<String> parts(Edit edit) {
    return switch (edit) {
      case Edit.Parameter(var name, var value) -> List.of("", name, "=", value);
      case Edit.Weight(var actor, var term, var weight) ->
          List.of("weight of ", actor, " for ", term, " = ", weight);
      case Edit.LevelWeight(var actor, var term, var level, var weight) ->
          List.of("weight of ", actor, " for ", term, " at ", level, " = ", weight);
      case Edit.MovedPriority(var actor, var priority, int place) ->
          List.of("priority of ", actor, ": ", priority, " to place ", "" + place);
      case Edit.NewPriority(var actor, var want, int place) ->
          List.of("priority of ", actor, ": ", want, " at place ", "" + place);
      case Edit.DroppedPriority(var actor, var priority) ->
          List.of("no priority of ", actor, ": ", priority);
      case Edit.NewRedLine(var actor, var never) -> List.of("red line of ", actor, ": ", never);
      case Edit.DroppedRedLine(var actor, var redLine) ->
          List.of("no red line of ", actor, ": ", redLine);
      case Edit.Majority(var body, int rule, var needed) ->
          List.of("rule of ", body, ", number ", "" + rule, " needs ", needed);
      case Edit.Vetoes(var body, int rule, var members) -> {
        List<String> parts = new ArrayList<>(List.of("vetoes of ", body, ", rule ", "" + rule));
        for (String member : members) parts.addAll(List.of(": ", member));
        yield parts;
      }
    };
  }

  /// Tells that a parameter is unknown, that it is set to no number, or both.
  void refuseAsSetting(List<String> known, Problems problems) {
    Scalar name = word(0);
    if (!known.contains(name.text())) {
      problems.error(
          name.place(),
          "unknown parameter %s%s",
          Spelling.quoted(name.text()),
          Spelling.hint(name.text(), known));
    }
    new NumberReader(new Intake(problems)).formula(word(1));
  }

  String text() {
    return String.join("", parts);
  }

  /// The word number `k`, from 0, where it stands.
  Scalar word(int k) {
    int before = parts.subList(0, 2 * k + 1).stream().mapToInt(String::length).sum();
    String text = parts.get(2 * k + 1);
    return new Scalar(text, Style.PLAIN, new Place(from, number, before + 1, text.length()), text);
  }
}
