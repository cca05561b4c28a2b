package demarche.exchange;

import demarche.exchange.Draft.Choice;
import demarche.exchange.Draft.Holder;
import demarche.exchange.Draft.Wishes;
import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a `.gmcr` file of any of its three generations: preference vectors, rankings (0.3.6), and
/// rankings with misperceptions (0.3.12).
///
/// Options are put in the order of their decision makers, as that program does on loading; the
/// numbers of a ranking count the feasible states in that order, the first option the lowest bit.
public final class GmcrReader {
  private static final int MOST_OPTIONS = 60;

  /// Numbers in a ranking are looked up among all combinations.
  private static final int MOST_RANKED_OPTIONS = 20;

  /// How often a state is held against a pattern.
  private static final long MOST_CHECKS = 1L << 28;

  private static final Set<String> KNOWN =
      Set.of(
          "useManualPreferenceRanking",
          "useManualPreferenceVectors",
          "options",
          "decisionMakers",
          "infeasibles",
          "coalitions",
          "coalitionsFull",
          "program",
          "version",
          "nodes");

  private final Problems problems;
  private final Shape shape;
  private final List<String> notes = new ArrayList<>();
  private final Json.Fields file;
  private final List<Json> options;
  private final List<Json> makers;

  /// By index in the file, where the option stands once sorted by decision maker; -1 if nowhere.
  private final int[] position;

  private final List<String> names = new ArrayList<>();
  private List<Pattern> infeasible = List.of();

  private GmcrReader(Json json, Problems problems) {
    this.problems = problems;
    this.shape = new Shape(problems);
    this.file = shape.fields(json, "the file");
    this.options = shape.items(shape.required(file, "options", "the file"), "'options'");
    this.makers =
        shape.items(shape.required(file, "decisionMakers", "the file"), "'decisionMakers'");
    this.position = new int[options.size()];
    Arrays.fill(position, -1);
  }

  /// A conjunction: the options that it names, and those among them that are taken.
  private record Pattern(long named, long taken) {
    boolean holds(long state) {
      return (state & named) == taken;
    }
  }

  /// @param name of the file, for messages
  /// @param title of the scenario, for the format has none
  /// @throws demarche.scenario.InvalidScenario with every problem
  public static Draft read(String name, String text, String title) {
    Problems problems = new Problems(Map.of(name, text.lines().toList()));
    GmcrReader reader = new GmcrReader(Json.read(name, text, problems), problems);
    Draft draft = reader.draft(title);
    problems.stopIfAny();
    return draft;
  }

  private Draft draft(String title) {
    if (options.size() > MOST_OPTIONS) {
      throw problems.fatal(
          options.getLast().place(), "%d options, the most is %d", options.size(), MOST_OPTIONS);
    }
    if (makers.isEmpty()) throw problems.fatal(file.place(), "the file has no decision maker");
    boolean manual = isManual();
    List<Holder> bare = holders();
    problems.stopIfAny();
    names.addAll(Draft.names(bare));
    infeasible = infeasibles();
    problems.stopIfAny();
    long start = firstFeasible();
    List<Holder> holders = wished(bare, manual);
    problems.stopIfAny();
    noteWhatIsLost();
    List<String> impossible = infeasible.stream().distinct().map(this::conjunction).toList();
    List<Integer> statusQuo = new ArrayList<>();
    for (int o = 0; o < options.size(); o++) statusQuo.add((int) (start >>> o & 1));
    return new Draft(
        Quoted.clean(title),
        "Imported from a .gmcr file; the notes below say what to look at.",
        notes,
        holders,
        impossible,
        statusQuo);
  }

  private boolean isManual() {
    Json flag = file.fields().get("useManualPreferenceRanking");
    if (flag == null) flag = file.fields().get("useManualPreferenceVectors");
    if (flag != null) return shape.flag(flag, "'useManualPreferenceRanking'");
    throw problems.fatal(
        file.place(),
        "the file has neither 'useManualPreferenceRanking' nor 'useManualPreferenceVectors'");
  }

  private List<Holder> holders() {
    Ids ids = new Ids();
    List<Holder> holders = new ArrayList<>();
    int next = 0;
    for (Json json : makers) {
      Json.Fields maker = shape.fields(json, "a decision maker");
      String name = name(maker, "decision maker " + (holders.size() + 1));
      Ids own = new Ids();
      List<Choice> choices = new ArrayList<>();
      for (Json index :
          shape.items(
              shape.required(maker, "options", "decision maker '" + name + "'"), "options")) {
        int option = shape.whole(index, "an option of '" + name + "'");
        if (!isOption(option, index)) continue;
        if (position[option] >= 0) {
          problems.error(index.place(), "option %d belongs to somebody already", option);
          continue;
        }
        position[option] = next++;
        choices.add(choice(shape.fields(options.get(option), "an option"), own, option));
      }
      String id = ids.of(name, "actor-" + (holders.size() + 1));
      holders.add(new Holder(id, name, choices, new Draft.Indifferent()));
    }
    for (int o = 0; o < position.length; o++) {
      if (position[o] >= 0) continue;
      problems.error(options.get(o).place(), "option %d belongs to no decision maker", o);
    }
    return holders;
  }

  private String name(Json.Fields from, String otherwise) {
    String name = Quoted.clean(shape.text(shape.required(from, "name", otherwise), "a name"));
    return name.isEmpty() ? otherwise : name;
  }

  private Choice choice(Json.Fields option, Ids ids, int index) {
    String name = name(option, "option " + (index + 1));
    Json json = shape.required(option, "permittedDirection", "option '" + name + "'");
    String direction = shape.text(json, "'permittedDirection'");
    Freedom freedom =
        switch (direction) {
          case "fwd" -> Freedom.UP;
          case "back" -> Freedom.DOWN;
          default -> Freedom.BOTH;
        };
    if (freedom == Freedom.BOTH && !direction.equals("both")) {
      notes.add(
          "Option '%s' has the direction '%s', which that program takes as both; so do we."
              .formatted(name, Quoted.clean(direction)));
    }
    return new Choice(ids.of(name, "option-" + (index + 1)), name, Choice.NO_YES, freedom);
  }

  private boolean isOption(int index, Json where) {
    if (index >= 0 && index < options.size()) return true;
    problems.error(
        where.place(),
        "there is no option %d; there are %d, numbered from 0",
        index,
        options.size());
    return false;
  }

  private List<Pattern> infeasibles() {
    List<Pattern> patterns = new ArrayList<>();
    Json json = shape.required(file, "infeasibles", "the file");
    for (Json item : shape.items(json, "'infeasibles'")) {
      if (item instanceof Json.Fields) {
        problems.error(
            item.place(), "a compound among 'infeasibles', expected simple conditions only");
      } else {
        patterns.add(pattern(item));
      }
    }
    if (Set.copyOf(patterns).size() < patterns.size()) {
      notes.add("Infeasible patterns that stood twice are kept once, as that program does.");
    }
    return patterns;
  }

  private Pattern pattern(Json json) {
    long named = 0;
    long taken = 0;
    for (Json item : shape.items(json, "a condition")) {
      List<Json> pair = shape.items(item, "a part of a condition");
      if (pair.size() != 2) {
        problems.error(item.place(), "%d entries, expected an option and Y or N", pair.size());
        continue;
      }
      int option = shape.whole(pair.get(0), "the option of a condition");
      String yesNo = shape.text(pair.get(1), "the second entry of a condition");
      if (!isOption(option, item)) continue;
      if (!yesNo.equals("Y") && !yesNo.equals("N")) {
        problems.error(
            pair.get(1).place(), "'%s' in a condition, expected Y or N", Quoted.clean(yesNo));
        continue;
      }
      long bit = 1L << position[option];
      long value = yesNo.equals("Y") ? bit : 0;
      if ((named & bit) != 0 && (taken & bit) != value) {
        problems.error(item.place(), "option %d is both Y and N in one condition", option);
      }
      named |= bit;
      taken |= value;
    }
    return new Pattern(named, taken);
  }

  /// The first feasible state, which stands for the status quo that the format does not have.
  private long firstFeasible() {
    long tries = MOST_CHECKS / (infeasible.size() + 1);
    long most = Math.min(1L << Math.min(options.size(), MOST_RANKED_OPTIONS), tries);
    for (long state = 0; state < most; state++) {
      long candidate = state;
      if (infeasible.stream().noneMatch(p -> p.holds(candidate))) {
        notes.add(
            "The format has no status quo: the first feasible state stands in; set your own below.");
        return state;
      }
    }
    throw problems.fatal(
        file.place(), "no feasible state among the first %,d, expected one at least", most);
  }

  private List<Holder> wished(List<Holder> bare, boolean manual) {
    List<String> codes = manual ? codes() : List.of();
    List<Holder> holders = new ArrayList<>();
    for (int m = 0; m < bare.size(); m++) {
      Json.Fields maker = shape.fields(makers.get(m), "a decision maker");
      Holder holder = bare.get(m);
      Wishes wishes =
          manual ? ranking(maker, holder.name(), codes) : priorities(maker, holder.name());
      holders.add(new Holder(holder.id(), holder.name(), holder.choices(), wishes));
      List<Json> unseen = optional(maker, "misperceptions");
      if (!unseen.isEmpty()) {
        notes.add(
            "Not kept: %d misperceptions of %s (states that it does not see)."
                .formatted(unseen.size(), holder.name()));
      }
    }
    return holders;
  }

  private List<Json> optional(Json.Fields from, String key) {
    Json json = from.fields().get(key);
    return json == null ? List.of() : shape.items(json, "'" + key + "'");
  }

  private Wishes priorities(Json.Fields maker, String who) {
    List<String> wants = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Json json :
        shape.items(
            shape.required(maker, "preferences", "decision maker '" + who + "'"), "preferences")) {
      String want = condition(json);
      if (want.isEmpty()) {
        notes.add("An empty condition of %s says nothing and is left out.".formatted(who));
      } else if (seen.add(want)) {
        wants.add(want);
      } else {
        notes.add("A condition of %s that stood before is left out: %s".formatted(who, want));
      }
    }
    return wants.isEmpty() ? new Draft.Indifferent() : new Draft.Priorities(wants);
  }

  private String condition(Json json) {
    if (!(json instanceof Json.Fields compound)) return conjunction(pattern(json));
    Json members = shape.required(compound, "members", "a compound condition");
    List<String> parts =
        shape.items(members, "'members'").stream().map(m -> conjunction(pattern(m))).toList();
    if (parts.contains("")) return ""; // one that always holds
    if (parts.size() == 1) return parts.getFirst();
    return parts.stream()
        .map(p -> p.contains(" and ") ? "(" + p + ")" : p)
        .collect(Collectors.joining(" or "));
  }

  private String conjunction(Pattern pattern) {
    List<String> literals = new ArrayList<>();
    for (int o = 0; o < names.size(); o++) {
      if ((pattern.named >>> o & 1) == 0) continue;
      literals.add(((pattern.taken >>> o & 1) == 1 ? "" : "not ") + names.get(o));
    }
    return String.join(" and ", literals);
  }

  /// The codes of the feasible states in the order of that program's numbers.
  private List<String> codes() {
    int width = options.size();
    if (width > MOST_RANKED_OPTIONS) {
      throw problems.fatal(
          file.place(),
          "rankings over %d options, the most is %d; with conditions there may be more",
          width,
          MOST_RANKED_OPTIONS);
    }
    if (infeasible.size() + 1 > MOST_CHECKS >> width) {
      throw problems.fatal(
          file.place(),
          "rankings over %d options with %d infeasible patterns are too much to number",
          width,
          infeasible.size());
    }
    List<String> codes = new ArrayList<>();
    for (long state = 0; state < 1L << width; state++) {
      long candidate = state;
      if (infeasible.stream().anyMatch(p -> p.holds(candidate))) continue;
      StringBuilder code = new StringBuilder();
      for (int o = 0; o < width; o++) code.append(state >>> o & 1);
      codes.add(code.toString());
    }
    return codes;
  }

  private Wishes ranking(Json.Fields maker, String who, List<String> codes) {
    Json json = maker.fields().get("preferenceRanking");
    if (json == null) json = maker.fields().get("preferenceVector");
    if (json == null) {
      throw problems.fatal(maker.place(), "decision maker '%s' has no 'preferenceRanking'", who);
    }
    List<List<String>> groups = new ArrayList<>();
    BitSet ranked = new BitSet();
    for (Json entry : shape.items(json, "the ranking of '" + who + "'")) {
      List<Json> tie = entry instanceof Json.Items(var items, var _) ? items : List.of(entry);
      List<String> group = new ArrayList<>();
      for (Json number : tie) {
        int state = shape.whole(number, "an entry of the ranking of '" + who + "'");
        if (state < 1 || state > codes.size()) {
          problems.error(
              number.place(),
              "there is no state %d; %d are feasible, numbered from 1",
              state,
              codes.size());
        } else if (ranked.get(state)) {
          problems.error(number.place(), "state %d stands twice in the ranking", state);
        } else {
          ranked.set(state);
          group.add(codes.get(state - 1));
        }
      }
      if (!group.isEmpty()) groups.add(group);
    }
    if (ranked.cardinality() < codes.size()) {
      problems.error(
          json.place(),
          "the ranking of '%s' has %d of the %d feasible states; state %d is the first left out",
          who,
          ranked.cardinality(),
          codes.size(),
          ranked.nextClearBit(1));
    }
    return new Draft.Ranking(groups);
  }

  private void noteWhatIsLost() {
    List<Json> coalitions = optional(file, "coalitions");
    if (coalitions.stream().anyMatch(c -> c instanceof Json.Items)) {
      notes.add("Not kept: the coalitions; every decision maker stands alone here.");
    }
    boolean payoffs =
        makers.stream()
            .anyMatch(m -> m instanceof Json.Fields f && f.fields().containsKey("payoffs"));
    if (payoffs) notes.add("Not read: the payoffs, which follow from the preferences.");
    file.fields().keySet().stream()
        .filter(key -> !KNOWN.contains(key))
        .forEach(key -> notes.add("Not read: '" + Quoted.clean(key) + "'."));
  }
}
