package demarche.exchange;

import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.ScenarioFile;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A scenario read from another program's file, to be written as YAML.
///
/// @param notes what the file did not say or could not be kept; comments at the top
/// @param impossible expressions, one for each constraint
/// @param statusQuo the level of each option, in file order
public record Draft(
    String title,
    String summary,
    List<String> notes,
    List<Holder> holders,
    List<String> impossible,
    List<Integer> statusQuo)
    implements Imported {
  private static final int CODES_A_LINE = 6;
  private static final int WIDEST = 96;

  /// Of the entries of a scenario file some are left for all else.
  private static final int MOST_RANKED = ScenarioFile.MOST_ENTRIES - 10_000;

  public Draft {
    notes = List.copyOf(notes);
    holders = List.copyOf(holders);
    impossible = List.copyOf(impossible);
    statusQuo = List.copyOf(statusQuo);
  }

  record Holder(String id, String name, List<Choice> choices, Wishes wishes) {
    Holder {
      choices = List.copyOf(choices);
    }
  }

  /// An option.
  record Choice(String id, String name, List<String> levels, Freedom freedom) {
    static final List<String> NO_YES = List.of("no", "yes");

    Choice {
      levels = List.copyOf(levels);
    }
  }

  sealed interface Wishes {}

  record Indifferent() implements Wishes {}

  /// Expressions, most important first.
  record Priorities(List<String> wants) implements Wishes {
    Priorities {
      wants = List.copyOf(wants);
    }
  }

  /// Groups of state codes, best first.
  record Ranking(List<List<String>> groups) implements Wishes {
    Ranking {
      groups = groups.stream().map(List::copyOf).toList();
    }
  }

  @Override
  public String yaml() {
    long ranked = holders.stream().mapToLong(h -> entries(h.wishes)).sum();
    if (ranked > MOST_RANKED) {
      throw new TooLarge(
          "the rankings",
          "%,d entries".formatted(ranked),
          "%,d".formatted(MOST_RANKED),
          "conditions need fewer than rankings; infeasible states need none");
    }
    StringBuilder text = new StringBuilder("demarche: 1\n");
    text.append("title: ").append(Quoted.yaml(title)).append('\n');
    text.append("summary: ").append(Quoted.yaml(summary)).append("\n\n");
    for (String note : notes) comment(text, note);
    if (!notes.isEmpty()) text.append('\n');
    text.append("actors:\n");
    for (Holder holder : holders) write(text, holder);
    if (!impossible.isEmpty()) {
      text.append("\nconstraints:\n");
      impossible.forEach(e -> text.append("  - impossible: ").append(e).append('\n'));
    }
    text.append("\n# Options not named here stand at their lowest level.\n");
    text.append("status-quo: {").append(standing()).append("}\n");
    return text.toString();
  }

  private static long entries(Wishes wishes) {
    return switch (wishes) {
      case Indifferent() -> 0;
      case Priorities(var wants) -> wants.size();
      case Ranking(var groups) ->
          groups.stream().mapToLong(g -> g.size() == 1 ? 1L : g.size() + 1L).sum();
    };
  }

  static void comment(StringBuilder text, String note) {
    StringBuilder line = new StringBuilder("# ");
    for (String word : Quoted.clean(note).split(" ", -1)) {
      if (line.length() + word.length() > WIDEST) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder("#   ");
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void write(StringBuilder text, Holder holder) {
    text.append("  ").append(holder.id).append(":\n");
    text.append("    name: ").append(Quoted.yaml(holder.name)).append('\n');
    if (holder.choices.isEmpty()) text.append("    options: {}\n");
    else text.append("    options:\n");
    for (Choice choice : holder.choices) {
      text.append("      ").append(choice.id).append(": {name: ");
      text.append(Quoted.of(choice.name));
      if (!choice.levels.equals(Choice.NO_YES)) {
        text.append(", levels: [").append(String.join(", ", choice.levels)).append(']');
      }
      if (choice.freedom != Freedom.BOTH) {
        text.append(", moves: ").append(choice.freedom.name().toLowerCase(Locale.ROOT));
      }
      text.append("}\n");
    }
    write(text, holder.wishes);
  }

  private static void write(StringBuilder text, Wishes wishes) {
    switch (wishes) {
      case Indifferent() -> text.append("    # No preference: indifferent between all states.\n");
      case Priorities(var wants) -> {
        text.append("    priorities: # most important first\n");
        wants.forEach(want -> text.append("      - ").append(want).append('\n'));
      }
      case Ranking(var groups) -> {
        text.append("    ranking: # best first; states in one bracket are equally good\n");
        groups.forEach(group -> write(text, group));
      }
    }
  }

  private static void write(StringBuilder text, List<String> group) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < group.size(); from += CODES_A_LINE) {
      lines.add(
          group.subList(from, Math.min(group.size(), from + CODES_A_LINE)).stream()
              .map(code -> '"' + code + '"')
              .collect(Collectors.joining(", ")));
    }
    String codes = String.join(",\n         ", lines);
    text.append("      - ").append(group.size() == 1 ? codes : "[" + codes + "]").append('\n');
  }

  private String standing() {
    List<String> settings = new ArrayList<>();
    List<String> names = names(holders);
    int o = 0;
    for (Holder holder : holders) {
      for (Choice choice : holder.choices) {
        int level = statusQuo.get(o);
        if (level > 0) settings.add(names.get(o) + ": " + choice.levels.get(level));
        o++;
      }
    }
    return String.join(", ", settings);
  }

  /// What expressions call each option: its id, after its holder's where another has the same.
  static List<String> names(List<Holder> holders) {
    List<String> ids = holders.stream().flatMap(h -> h.choices.stream()).map(Choice::id).toList();
    List<String> names = new ArrayList<>();
    for (Holder holder : holders) {
      for (Choice choice : holder.choices) {
        boolean alone = ids.stream().filter(choice.id::equals).count() == 1;
        names.add(alone ? choice.id : holder.id + "." + choice.id);
      }
    }
    return names;
  }
}
