package demarche.exchange;

import demarche.exchange.Draft.Choice;
import demarche.exchange.Draft.Holder;
import demarche.exchange.Grid.Cell;
import demarche.model.Codes;
import demarche.scenario.Lexicon;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads a table of options and one of rankings. The states of the second are the feasible ones.
public final class TableReader {
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final int MOST_OPTIONS = 60;
  private static final int MOST_CONSTRAINTS = 2_000;

  private final Problems problems = new Problems(Map.of());
  private final Grid options;
  private final Grid rankings;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();
  private final Map<String, String> holderNames = new LinkedHashMap<>();
  private final List<Integer> statusQuo = new ArrayList<>();
  private List<Choice> flat = List.of();

  private TableReader(Grid options, Grid rankings) {
    this.options = options;
    this.rankings = rankings;
  }

  /// @throws demarche.scenario.InvalidScenario with every problem
  public static Draft csv(Incoming options, Incoming rankings, String title) {
    return new TableReader(Grid.csv(options), Grid.csv(rankings)).draft(title);
  }

  /// Reads the sheets `options` and `rankings`.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem
  public static Draft workbook(Incoming file, String title) {
    return new TableReader(Grid.sheet(file, "options"), Grid.sheet(file, "rankings")).draft(title);
  }

  private Draft draft(String title) {
    readOptions();
    problems.stopIfAny();
    flat = choices.values().stream().flatMap(List::stream).toList();
    if (flat.size() > MOST_OPTIONS) {
      throw problems.fatal(
          options.rows().getFirst().getFirst().place(),
          "%d options, the most is %d",
          flat.size(),
          MOST_OPTIONS);
    }
    Map<String, Map<Integer, List<String>>> places = readRankings();
    problems.stopIfAny();
    List<Holder> holders = new ArrayList<>();
    choices.forEach((id, own) -> {
      Map<Integer, List<String>> order = places.get(id);
      if (order == null) notes.add("No column of rankings for '" + id + "': it is indifferent.");
      Draft.Wishes wishes =
          order == null ? new Draft.Indifferent() : new Draft.Ranking(List.copyOf(order.values()));
      holders.add(new Holder(id, holderNames.getOrDefault(id, id), own, wishes));
    });
    List<String> impossible = impossible(Draft.names(holders));
    if (!impossible.isEmpty()) {
      notes.add("States that the rankings do not list are taken as infeasible.");
    }
    return new Draft(
        Quoted.clean(title),
        "Imported from tables of options and rankings.",
        notes,
        holders,
        impossible,
        statusQuo);
  }

  private void readOptions() {
    List<String> header = options.rows().getFirst().stream().map(Cell::text).toList();
    if (!header.equals(Tables.OPTION_COLUMNS)) {
      throw problems.fatal(
          options.rows().getFirst().getFirst().place(),
          "the columns are %s, expected %s",
          Quoted.clean(String.join(", ", header)),
          String.join(", ", Tables.OPTION_COLUMNS));
    }
    String last = "";
    for (List<Cell> row : options.rows().subList(1, options.rows().size())) {
      String holder = text(row, 0);
      Place place = row.getFirst().place();
      if (holder.isEmpty()) {
        problems.error(place, "the holder is empty, expected an id");
        continue;
      }
      if (!holder.equals(last) && choices.containsKey(holder)) {
        problems.error(place, "the options of '%s' stand apart, expected together", clean(holder));
      }
      last = holder;
      choices.computeIfAbsent(holder, _ -> new ArrayList<>());
      String name = Quoted.clean(text(row, 1));
      holderNames.putIfAbsent(holder, name.isEmpty() ? holder : name);
      if (!text(row, 2).isEmpty()) readOption(row, holder);
    }
    for (String id : choices.keySet()) {
      if (!Lexicon.isId(id)) {
        problems.error(
            options.rows().getFirst().getFirst().place(), "'%s' is no id of a holder", clean(id));
      }
    }
  }

  private static String clean(String text) {
    return Quoted.clean(text);
  }

  private static String text(List<Cell> row, int column) {
    return column < row.size() ? row.get(column).text() : "";
  }

  private void readOption(List<Cell> row, String holder) {
    Place place = row.get(2).place();
    String id = text(row, 2);
    if (!Lexicon.isId(id)) problems.error(place, "'%s' is no id of an option", clean(id));
    List<String> levels = Arrays.asList(BAR.split(text(row, 4), -1));
    boolean sound =
        levels.size() >= 2
            && levels.size() <= Codes.MOST_LEVELS
            && new TreeSet<>(levels).size() == levels.size()
            && levels.stream().allMatch(Lexicon::isLevel);
    if (!sound) {
      problems.error(
          place,
          "option '%s' has the levels '%s', expected two or more words or whole numbers with |"
              + " between, such as no|yes; 'not', 'and', 'or', 'count', 'true', 'false' and 'null'"
              + " have a meaning of their own",
          clean(id),
          clean(text(row, 4)));
    }
    Freedom freedom =
        switch (text(row, 5)) {
          case "", "both" -> Freedom.BOTH;
          case "up" -> Freedom.UP;
          case "down" -> Freedom.DOWN;
          default -> {
            problems.error(place, "moves are '%s', expected both, up or down", clean(text(row, 5)));
            yield Freedom.BOTH;
          }
        };
    String start = text(row, 6);
    int level = start.isEmpty() ? 0 : levels.indexOf(start);
    if (level < 0) {
      problems.error(place, "the status quo '%s' is no level of '%s'", clean(start), clean(id));
    }
    statusQuo.add(level);
    String name = Quoted.clean(text(row, 3));
    choices
        .getOrDefault(holder, new ArrayList<>())
        .add(new Choice(id, name.isEmpty() ? id : name, levels, freedom));
  }

  private final TreeSet<String> states = new TreeSet<>();

  /// By actor, the states at each place.
  private Map<String, Map<Integer, List<String>>> readRankings() {
    Map<String, Map<Integer, List<String>>> places = new LinkedHashMap<>();
    List<Cell> header = rankings.rows().getFirst();
    if (!text(header, 0).equals("state")) {
      throw problems.fatal(
          header.getFirst().place(), "the first column is not 'state', expected it to be");
    }
    for (Cell cell : header.subList(1, header.size())) {
      boolean fresh = places.put(cell.text(), new TreeMap<>()) == null;
      if (!choices.containsKey(cell.text()) || !fresh) {
        problems.error(
            cell.place(),
            "column '%s' is no holder of the options, or one twice",
            clean(cell.text()));
      }
    }
    List<String> actors = List.copyOf(places.keySet());
    for (List<Cell> row : rankings.rows().subList(1, rankings.rows().size())) {
      String code = text(row, 0);
      if (!isState(code, row.getFirst().place())) continue;
      for (int a = 0; a < actors.size(); a++) {
        Cell cell = a + 1 < row.size() ? row.get(a + 1) : row.getFirst();
        String place = text(row, a + 1);
        if (!place.matches("[1-9][0-9]{0,8}")) {
          problems.error(
              cell.place(),
              "the place of state %s for '%s' is '%s', expected a whole number from 1, the best",
              code,
              clean(actors.get(a)),
              clean(place));
          continue;
        }
        places
            .getOrDefault(actors.get(a), new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(place), _ -> new ArrayList<>())
            .add(code);
      }
    }
    if (states.isEmpty()) problems.error(header.getFirst().place(), "the table lists no state");
    return places;
  }

  private boolean isState(String code, Place place) {
    if (code.length() < flat.size() && code.matches("[0-9]+")) {
      problems.error(
          place,
          "state '%s' has %d characters, expected %d: a spreadsheet took leading zeros away;"
              + " make the column text, or put the zeros back",
          code,
          code.length(),
          flat.size());
      return false;
    }
    boolean sound = code.length() == flat.size();
    for (int o = 0; sound && o < flat.size(); o++) {
      int level = Codes.level(code.charAt(o));
      sound = level >= 0 && level < flat.get(o).levels().size();
    }
    if (!sound) {
      problems.error(place, "'%s' is no state code, expected %d levels", clean(code), flat.size());
    } else if (!states.add(code)) {
      problems.error(place, "state '%s' stands twice", code);
      return false;
    }
    return sound;
  }

  /// What rules out the states that are not listed: the shortest beginnings of codes that none has.
  private List<String> impossible(List<String> names) {
    List<String> found = new ArrayList<>();
    ruleOut("", names, found);
    return found;
  }

  private void ruleOut(String prefix, List<String> names, List<String> found) {
    String first = states.ceiling(prefix);
    if (first == null || !first.startsWith(prefix)) {
      if (found.size() >= MOST_CONSTRAINTS) {
        throw problems.fatal(
            rankings.rows().getFirst().getFirst().place(),
            "the states left out need more than %,d constraints",
            MOST_CONSTRAINTS);
      }
      List<String> parts = new ArrayList<>();
      for (int o = 0; o < prefix.length(); o++) {
        int level = Codes.level(prefix.charAt(o));
        parts.add(names.get(o) + " = " + flat.get(o).levels().get(level));
      }
      found.add(String.join(" and ", parts));
      return;
    }
    if (prefix.length() == flat.size()) return;
    for (int level = 0; level < flat.get(prefix.length()).levels().size(); level++) {
      ruleOut(prefix + Codes.digit(level), names, found);
    }
  }
}
