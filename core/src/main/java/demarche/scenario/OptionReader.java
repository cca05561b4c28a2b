package demarche.scenario;

import demarche.scenario.Node.Items;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import java.util.List;
import java.util.Set;

/// Reads options and events with their levels.
record OptionReader(Intake intake) {
  /// State codes have one character for each option: 0 to 9, then a to z.
  static final int MOST_LEVELS = 36;

  private static final Set<String> LOWEST = Set.of("no", "none", "0");

  List<OptionEntry> options(Node section, String holder) {
    return intake.byId(
        section,
        "options of " + Spelling.quoted(holder),
        (id, node) -> option(id, node, Shape.OPTION));
  }

  List<OptionEntry> events(Node section) {
    return intake.byId(section, "events", (id, node) -> option(id, node, Shape.EVENT));
  }

  private OptionEntry option(Word id, Node node, Shape shape) {
    Form form = Form.open(intake, node, shape);
    boolean event = shape == Shape.EVENT;
    return new OptionEntry(
        id,
        form.name(id),
        levels(form),
        event ? Freedom.BOTH : form.choice("moves", List.of(Freedom.values()), Freedom.BOTH),
        event ? Stride.ANY : form.choice("stride", List.of(Stride.values()), Stride.ANY),
        form.evidence());
  }

  private List<Word> levels(Form form) {
    Node node = form.node("levels");
    if (!form.has("levels")) {
      return List.of(new Word("no", node.place()), new Word("yes", node.place()));
    }
    if (!(node instanceof Items items)) {
      intake.spoilByKind(node, "a list of levels, the lowest first");
      return List.of();
    }
    List<Word> levels = items.nodes().stream().map(intake::level).toList();
    intake.refuseRepeats(levels, "level");
    if (levels.size() < 2) {
      intake.spoil(
          node.place(), "an option needs two or more levels, found %d; add one", levels.size());
    }
    if (levels.size() > MOST_LEVELS) {
      intake.spoil(
          node.place(),
          "an option has at most %d levels, found %d; split it into several options",
          MOST_LEVELS,
          levels.size());
    }
    for (Word level : levels.subList(Math.min(1, levels.size()), levels.size())) {
      if (LOWEST.contains(level.text())) {
        intake
            .problems()
            .warn(
                level.place(),
                "the level '%s' is not the lowest; levels are ordered as listed, lowest first",
                level.text());
      }
    }
    return levels;
  }
}
