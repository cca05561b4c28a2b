package demarche.exchange;

import demarche.analysis.Case;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.scenario.InvalidScenario;
import demarche.scenario.OptionEntry.Stride;
import demarche.scenario.Problem;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes options, states and rankings as tables: a CSV file each, or the sheets of one workbook.
///
/// Cells that a spreadsheet would take for a formula have an apostrophe before them in CSV; in a
/// workbook every cell is text.
public final class Tables {
  public static final int MOST_STATES = 100_000;

  static final List<String> OPTION_COLUMNS =
      List.of("holder", "holder-name", "option", "option-name", "levels", "moves", "status-quo");

  private final StateSpace space;
  private final Model model;

  private Tables(Case about) {
    space = about.space();
    model = about.model();
  }

  /// Which table.
  public enum Kind {
    OPTIONS,
    STATES,
    RANKINGS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws InvalidScenario if the scenario has what the tables cannot hold
  /// @throws TooLarge before memory is taken
  public static Exported csv(Case about, Kind kind) {
    Tables tables = checked(about);
    String text =
        tables.rows(kind).stream()
            .map(row -> row.stream().map(Tables::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    return Exported.of(text, tables.notes());
  }

  /// All three tables.
  ///
  /// @throws InvalidScenario if the scenario has what the tables cannot hold
  /// @throws TooLarge before memory is taken
  public static Exported workbook(Case about) {
    Tables tables = checked(about);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Demarche", "1.0")) {
      for (Kind kind : Kind.values()) {
        Worksheet sheet = workbook.newWorksheet(kind.toString());
        List<List<String>> rows = tables.rows(kind);
        for (int r = 0; r < rows.size(); r++) {
          for (int c = 0; c < rows.get(r).size(); c++) sheet.value(r, c, rows.get(r).get(c));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Exported(bytes.toByteArray(), tables.notes());
  }

  private static Tables checked(Case about) {
    List<Problem> never = new Limits(about, "a table").graph();
    if (!never.isEmpty()) throw new InvalidScenario(never);
    if (about.space().size() > MOST_STATES) {
      throw new TooLarge(
          "the tables",
          "%,d states".formatted(about.space().size()),
          "%,d".formatted(MOST_STATES),
          "a variant (passive, agenda) or constraints leave fewer");
    }
    return new Tables(about);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(new Losses(model).common());
    if (!model.bodies().isEmpty()) notes.add("not kept: the bodies' members and rules");
    if (model.options().stream().anyMatch(o -> o.stride() == Stride.ONE)) {
      notes.add("not kept: that options move one level at a time");
    }
    return notes;
  }

  private List<List<String>> rows(Kind kind) {
    return switch (kind) {
      case OPTIONS -> options();
      case STATES -> states();
      case RANKINGS -> rankings();
    };
  }

  private List<List<String>> options() {
    List<List<String>> rows = new ArrayList<>(List.of(OPTION_COLUMNS));
    int[] statusQuo = model.statusQuo();
    for (Party party : model.parties()) {
      String name = Quoted.clean(party.name());
      if (party.options().isEmpty()) rows.add(List.of(party.id(), name, "", "", "", "", ""));
      for (Option option : party.options()) {
        rows.add(
            List.of(
                party.id(),
                name,
                option.shortId(),
                Quoted.clean(option.name()),
                String.join("|", option.levels()),
                option.freedom().name().toLowerCase(Locale.ROOT),
                option.levels().get(statusQuo[option.index()])));
      }
    }
    return rows;
  }

  private List<List<String>> states() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("state"));
    model.options().forEach(o -> header.add(o.id()));
    rows.add(header);
    space
        .states()
        .forEach(s -> {
          List<String> row = new ArrayList<>(List.of(space.code(s)));
          model.options().forEach(o -> row.add(o.levels().get(space.level(s, o))));
          rows.add(row);
        });
    return rows;
  }

  /// Places: 1 is best, equal is a tie.
  private List<List<String>> rankings() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("state"));
    model.actors().forEach(a -> header.add(a.id()));
    rows.add(header);
    space
        .states()
        .forEach(s -> {
          List<String> row = new ArrayList<>(List.of(space.code(s)));
          model
              .actors()
              .forEach(a -> row.add(String.valueOf(space.ranks(a).distinct() - space.rank(a, s))));
          rows.add(row);
        });
    return rows;
  }

  /// Whether a spreadsheet would take the text for a formula.
  static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
