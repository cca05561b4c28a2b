package demarche.lens.roles;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.testing.Drawing;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Small scenarios with targets, disputants, proposals, ties and beliefs, drawn from a seed,
/// without a forecast.
final class RandomRoles {
  private final Drawing drawing;
  private final Model model;
  private final List<Option> options;
  private final List<String> actors;

  private RandomRoles(long seed, Model model) {
    this.drawing = new Drawing(seed * 0xD1B54A32D192ED03L + 11);
    this.model = model;
    this.options = Stream.concat(model.options().stream(), model.events().stream()).toList();
    this.actors = model.actors().stream().map(Actor::id).toList();
  }

  /// A scenario file; the same for the same seed.
  static String draw(long seed) {
    String yaml = RandomModels.draw(seed);
    return yaml + new RandomRoles(seed, Scenarios.model(yaml)).asked();
  }

  private String asked() {
    drawing.line(0, "targets:");
    target("t0", news());
    target("t1", drawing.in(1, 2) ? news() + " and " + condition() : condition());
    proposals();
    ties();
    if (!model.isGraph() && drawing.in(1, 2)) beliefs();
    return drawing.text();
  }

  private void target(String id, String when) {
    String of = drawing.in(2, 3) ? ", of: " + some() : "";
    String between = drawing.in(1, 2) ? ", between: " + some() : "";
    drawing.line(1, "%s: {when: \"%s\"%s%s}".formatted(id, when, of, between));
  }

  private String some() {
    List<String> some = new ArrayList<>(actors);
    some.removeIf(_ -> drawing.in(1, 4));
    return (some.isEmpty() ? List.of(actors.getFirst()) : some).toString();
  }

  private void proposals() {
    if (drawing.in(1, 2)) return;
    String does = model.isGraph() ? drawing.one(options.getFirst().levels()) : setting();
    drawing.line(0, "proposals: {p: {does: " + does + "}}");
  }

  private String setting() {
    Option option = drawing.one(model.options());
    return "{%s: %s}".formatted(option.id(), drawing.one(option.levels()));
  }

  private void ties() {
    drawing.line(0, "ties:");
    for (String from : actors) {
      for (String to : actors) {
        if (from.equals(to) || drawing.in(1, 4)) continue;
        drawing.line(
            1,
            "- {from: %s, to: %s, access: %s, trust: %s, leverage: %s}"
                .formatted(from, to, number(), number(), number()));
      }
    }
    drawing.line(1, "- {from: a0, to: a1, access: 0, trust: 0, leverage: 0}");
  }

  private String number() {
    return drawing.one(List.of("0", "0.1", "0.5", "1", "1"));
  }

  private void beliefs() {
    String holder = drawing.one(actors);
    String other = drawing.one(actors.stream().filter(a -> !a.equals(holder)).toList());
    drawing.line(0, "beliefs:");
    drawing.line(1, holder + ":");
    drawing.line(2, "of: {%s: {red-lines: [{never: \"%s\"}]}}".formatted(other, condition()));
    if (drawing.in(1, 3)) drawing.line(2, "blind-to: [" + drawing.one(model.options()).id() + "]");
  }

  /// What does not hold in the status quo.
  private String news() {
    Option option = drawing.one(model.options());
    int now = model.statusQuo()[option.index()];
    String level = option.levels().get((now + 1) % option.levels().size());
    return model.isGraph() ? level : option.id() + " = " + level;
  }

  private String condition() {
    Option option = drawing.one(options);
    String level = drawing.one(option.levels());
    if (model.isGraph()) return level + " or " + drawing.one(option.levels());
    return option.id() + drawing.one(List.of(" = ", " != ", " >= ", " < ")) + level;
  }
}
