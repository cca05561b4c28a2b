package demarche.testing;

import demarche.model.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Small scenarios drawn from a seed, as text that can be pasted into a file.
///
/// Ties, gaps in the states, odd numbers of levels, one-way and stepwise options, events, red
/// lines, every kind of preference, every feature of a voting rule and variants abound. The status
/// quo is always feasible, for it is what constraints are bent to.
public final class RandomModels {
  private final Drawing drawing;
  private final List<String> names = new ArrayList<>();
  private final List<List<String>> levels = new ArrayList<>();
  private final List<String> statusQuo = new ArrayList<>();
  private final List<String> actors = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final List<String> members = new ArrayList<>();
  private final List<String> vetoers = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> allowed = new ArrayList<>();
  private int room = 40;

  private RandomModels(long seed) {
    drawing = new Drawing(seed * 0x9E3779B97F4A7C15L + 1);
  }

  /// A scenario file; the same for the same seed.
  public static String draw(long seed) {
    RandomModels models = new RandomModels(seed);
    return models.drawing.random.nextInt(8) == 0 ? models.graph(seed) : models.options(seed);
  }

  /// The model of a drawn file: with its variant, where it has one.
  public static Model model(String yaml) {
    return Drawing.model(yaml);
  }

  private String options(long seed) {
    drawing.line(0, "demarche: 1");
    drawing.line(0, "title: Random " + seed);
    drawing.line(0, "parameters: {alpha: 0.3, beta: 2 / 3, gamma: alpha - beta}");
    int count = 2 + drawing.random.nextInt(drawing.in(1, 4) ? 4 : 2);
    for (int a = 0; a < count; a++) actors.add("a" + a);
    if (drawing.in(2, 5)) bodies.addAll(drawing.in(1, 3) ? List.of("b0", "b1") : List.of("b0"));
    boolean council =
        !bodies.isEmpty() && drawing.in(1, 2); // its preference cycles only over 3 texts
    if (council) room = 5;
    List<String> declared = actors.stream().map(this::ownOptions).toList();
    if (council) room = 9;
    List<String> bodyOptions = bodies.stream().map(this::ownOptions).toList();
    String events = drawing.in(1, 5) ? event() : "";
    if (drawing.in(1, 4)) conditions();
    drawing.line(0, "actors:");
    for (int a = 0; a < count; a++) actor(actors.get(a), declared.get(a));
    if (!bodies.isEmpty()) drawing.line(0, "bodies:");
    for (int b = 0; b < bodies.size(); b++) body(b, bodyOptions.get(b));
    if (!events.isEmpty()) drawing.line(0, "events: {" + events + "}");
    allowed.add(joined(statusQuo));
    String variant = drawing.in(1, 4) ? variant() : "";
    if (drawing.in(1, 2)) constraints();
    drawing.line(0, "status-quo: {" + String.join(", ", statusQuo) + "}");
    if (!variant.isEmpty()) drawing.line(0, "variants: {v: {" + variant + "}}");
    return drawing.text();
  }

  private void conditions() {
    drawing.line(0, "conditions:");
    for (String id : List.of("c0", "c1")) {
      drawing.line(1, id + ": \"" + expression(1) + "\"");
      conditions.add(id);
    }
  }

  /// What a variant changes; its status quo, too, is one that constraints must allow.
  private String variant() {
    List<String> parties = Stream.concat(actors.stream(), bodies.stream()).toList();
    return switch (drawing.random.nextInt(8)) {
      case 0 -> "passive: [" + drawing.one(parties) + "], status-quo: {" + otherStart() + "}";
      case 1 -> "absent: [" + lowered(drawing.one(parties)) + "]";
      case 2 ->
          "absent: [" + lowered(drawing.one(actors)) + "], passive: [" + drawing.one(parties) + "]";
      case 3 -> "indifferent: [" + drawing.one(actors) + "]";
      case 4 -> "copies: {" + drawing.one(actors) + ": " + drawing.one(actors) + "}";
      case 5 -> {
        drawing.line(
            0,
            "issues: {area: ["
                + drawing.one(names.stream().filter(n -> !n.equals("storm")).toList())
                + "]}");
        yield "agenda: [area]";
      }
      case 6 -> "require: [\"(" + expression(1) + ") or " + allowed.getFirst() + "\"]";
      default -> "without-veto: [" + drawing.one(members.isEmpty() ? actors : members) + "]";
    };
  }

  /// Some options of the status quo at other levels.
  private String otherStart() {
    List<String> start = new ArrayList<>(statusQuo);
    List<String> changed = new ArrayList<>();
    for (int o = 0; o < names.size(); o++) {
      if (drawing.in(1, 2)) continue;
      start.set(o, names.get(o) + ": " + drawing.one(levels.get(o)));
      changed.add(start.get(o));
    }
    allowed.add(joined(start));
    return String.join(", ", changed);
  }

  /// The party, whose options a variant sets to their lowest levels.
  private String lowered(String party) {
    List<String> start = new ArrayList<>(statusQuo);
    for (int o = 0; o < names.size(); o++) {
      String option = names.get(o);
      if (option.startsWith(party)) start.set(o, option + ": " + levels.get(o).getFirst());
    }
    allowed.add(joined(start));
    return party;
  }

  private static String joined(List<String> assignment) {
    return assignment.stream()
        .map(s -> "(" + s.replace(": ", " = ") + ")")
        .collect(Collectors.joining(" and ", "(", ")"));
  }

  /// The options of one holder, as flow text; may be empty.
  private String ownOptions(String holder) {
    List<String> declared = new ArrayList<>();
    int most =
        names.isEmpty() || holder.equals("b0")
            ? 1 + drawing.random.nextInt(2)
            : drawing.random.nextInt(3);
    for (int i = 0; i < most && room >= 4; i++) {
      int count = Math.min(room / 2, drawing.in(1, 2) ? 2 : 3 + drawing.random.nextInt(2));
      room /= count;
      String name = holder + "o" + i;
      List<String> own =
          count == 2 && drawing.in(2, 3)
              ? List.of("no", "yes")
              : IntStream.range(0, count).mapToObj(String::valueOf).toList();
      names.add(name);
      levels.add(own);
      statusQuo.add(name + ": " + drawing.one(own));
      String freedom = drawing.in(1, 5) ? ", moves: " + drawing.one(List.of("up", "down")) : "";
      String stride = drawing.in(1, 6) ? ", stride: one" : "";
      declared.add(name + ": {levels: [" + String.join(", ", own) + "]" + freedom + stride + "}");
    }
    return String.join(", ", declared);
  }

  private String event() {
    names.add("storm");
    levels.add(List.of("no", "yes"));
    statusQuo.add("storm: " + drawing.one(List.of("no", "yes")));
    return "storm: {}";
  }

  private void actor(String id, String options) {
    drawing.line(1, id + ":");
    drawing.line(2, "name: Actor " + id);
    drawing.line(2, "options: {" + options + "}");
    if (drawing.in(1, 4)) {
      drawing.line(2, "red-lines:");
      for (int i = 0; i <= drawing.random.nextInt(2); i++)
        drawing.line(3, "- {never: \"" + expression(1) + "\"}");
    }
    switch (drawing.random.nextInt(5)) {
      case 0 -> {}
      case 1 -> ranking();
      case 2 -> priorities();
      default -> values();
    }
  }

  private void priorities() {
    drawing.line(2, "priorities:");
    for (int i = 0; i <= drawing.random.nextInt(4); i++) {
      String probability =
          drawing.in(1, 4) ? ", probability: " + drawing.one(List.of("0.2", "1 / 2", "0.9")) : "";
      drawing.line(3, "- {want: \"" + expression(2) + "\"" + probability + "}");
    }
  }

  private void values() {
    drawing.line(2, "values:");
    for (int i = 0; i <= drawing.random.nextInt(4); i++) {
      if (drawing.in(1, 3)) {
        int o = drawing.random.nextInt(names.size());
        String weights =
            levels.get(o).stream()
                .filter(_ -> drawing.in(2, 3))
                .map(level -> level + ": " + weight())
                .collect(Collectors.joining(", "));
        drawing.line(3, "- {id: t%d, of: %s, weights: {%s}}".formatted(i, names.get(o), weights));
      } else {
        drawing.line(
            3,
            "- {id: t%d, %s: \"%s\", weight: %s}"
                .formatted(i, drawing.one(List.of("want", "avoid")), expression(1), weight()));
      }
    }
  }

  private String weight() {
    return drawing.one(
        List.of("1", "2", "3", "-1", "0", "0.5", "1 / 3", "alpha", "10 * alpha", "gamma", "5e-3"));
  }

  /// Groups by the level of one or two options; now and then by each code.
  private void ranking() {
    int width = (int) names.stream().filter(n -> !n.equals("storm")).count();
    int o = drawing.random.nextInt(width);
    List<String> groups = new ArrayList<>();
    for (int level = 0; level < levels.get(o).size(); level++) {
      StringBuilder pattern = new StringBuilder("?".repeat(width));
      pattern.setCharAt(o, (char) ('0' + level));
      int p = drawing.random.nextInt(width);
      if (p == o || drawing.in(1, 2)) {
        groups.add("\"" + pattern + "\"");
        continue;
      }
      for (int other = 0; other < levels.get(p).size(); other++) {
        pattern.setCharAt(p, (char) ('0' + other));
        groups.add("\"" + pattern + "\"");
      }
    }
    Collections.shuffle(groups, drawing.random);
    List<String> tied = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      if (g + 1 < groups.size() && drawing.in(1, 4)) {
        tied.add("[" + groups.get(g) + ", " + groups.get(++g) + "]");
      } else {
        tied.add(groups.get(g));
      }
    }
    drawing.line(2, "ranking: [" + String.join(", ", tied) + "]");
  }

  private void body(int index, String options) {
    members.clear();
    members.addAll(actors);
    Collections.shuffle(members, drawing.random);
    while (members.size() > 1 && drawing.in(1, 4)) members.removeLast();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < drawing.random.nextInt(4); i++) {
      String id = "m" + i;
      String conduct =
          switch (drawing.random.nextInt(4)) {
            case 0 -> "follows: " + drawing.one(members);
            case 1 -> "votes: " + drawing.one(List.of("yes", "no", "abstain"));
            case 2 -> "yes-with: " + drawing.one(List.of("0.2", "0.5", "0.9"));
            default -> "follows: " + drawing.one(actors);
          };
      members.add(id);
      others.add(id + ": {" + conduct + "}");
    }
    if (index > 0 && drawing.in(1, 2)) members.add(bodies.getFirst());
    Collections.shuffle(members, drawing.random);
    drawing.line(1, bodies.get(index) + ":");
    drawing.line(2, "name: Body " + bodies.get(index));
    drawing.line(2, "options: {" + options + "}");
    drawing.line(2, "members: [" + String.join(", ", members) + "]");
    if (!others.isEmpty()) drawing.line(2, "others: {" + String.join(", ", others) + "}");
    vetoers.clear();
    String rules = rule(members) + (drawing.in(1, 4) ? ", " + rule(members) : "");
    drawing.line(2, "rule: [" + rules + "]");
    if (drawing.in(1, 3)) drawing.line(2, "sponsors: [" + drawing.one(members) + "]");
    String payer = drawing.one(vetoers.isEmpty() || drawing.in(1, 4) ? members : vetoers);
    if (drawing.in(3, 5) && !bodies.contains(payer)) {
      drawing.line(
          2,
          "objection-cost: {%s: %s}"
              .formatted(payer, drawing.one(List.of("0.4", "1", "0.5", "1 / 3", "3"))));
    }
    if (index > 0 && drawing.in(1, 3)) drawing.line(2, "after: [" + bodies.getFirst() + "]");
  }

  private String rule(List<String> members) {
    List<String> vetoes = members.stream().filter(_ -> drawing.in(1, 4)).toList();
    vetoers.addAll(vetoes);
    String veto = vetoes.isEmpty() ? "" : ", veto: [" + String.join(", ", vetoes) + "]";
    int[] halves = members.stream().mapToInt(_ -> 1 + drawing.random.nextInt(5)).toArray();
    String weights =
        IntStream.range(0, halves.length)
            .mapToObj(m -> members.get(m) + ": " + halves[m] + " / 2")
            .collect(Collectors.joining(", "));
    int quota = 1 + drawing.random.nextInt(IntStream.of(halves).sum());
    String majority =
        switch (drawing.random.nextInt(4)) {
          case 0 -> "weights: {" + weights + "}, quota: " + quota + " / 2";
          case 1 ->
              "yes-share: %s, of: %s%s"
                  .formatted(
                      drawing.one(List.of("1 / 2", "2 / 3", "0.4", "1")),
                      drawing.one(List.of("all", "voting")),
                      drawing.in(1, 3) ? ", weights: {" + weights + "}" : "");
          default -> "yes: " + (1 + drawing.random.nextInt(members.size()));
        };
    return "{" + majority + veto + "}";
  }

  private void constraints() {
    String kept = "(" + String.join(" or ", allowed) + ")";
    drawing.line(0, "constraints:");
    for (int i = 0; i <= drawing.random.nextInt(2); i++) {
      String kind = drawing.one(List.of("require", "impossible"));
      String rule = expression(2);
      String bent =
          kind.equals("require") ? "(" + rule + ") or " + kept : "(" + rule + ") and not " + kept;
      drawing.line(1, "- {" + kind + ": \"" + bent + "\"}");
    }
  }

  private String expression(int depth) {
    if (depth == 0 || drawing.in(1, 3)) return atom();
    return switch (drawing.random.nextInt(6)) {
      case 0 -> "not (" + expression(depth - 1) + ")";
      case 1 -> "(" + expression(depth - 1) + ") and (" + expression(depth - 1) + ")";
      case 2 -> "(" + expression(depth - 1) + ") or (" + expression(depth - 1) + ")";
      case 3 -> "(" + expression(depth - 1) + ") -> (" + expression(depth - 1) + ")";
      case 4 -> "(" + expression(depth - 1) + ") <-> (" + expression(depth - 1) + ")";
      default ->
          "count(%s, %s, %s) %s %d"
              .formatted(
                  atom(),
                  atom(),
                  expression(depth - 1),
                  drawing.one(List.of(">=", "<", "=", "!=", "<=", ">")),
                  drawing.random.nextInt(4));
    };
  }

  private String atom() {
    if (!conditions.isEmpty() && drawing.in(1, 5)) return drawing.one(conditions);
    int o = drawing.random.nextInt(names.size());
    if (drawing.in(1, 3)) return names.get(o);
    return names.get(o)
        + " "
        + drawing.one(List.of("=", "!=", "<", "<=", ">", ">="))
        + " "
        + drawing.one(levels.get(o));
  }

  private String graph(long seed) {
    int states = 3 + drawing.random.nextInt(7);
    List<String> ids = IntStream.range(0, states).mapToObj(s -> "s" + s).toList();
    drawing.line(0, "demarche: 1");
    drawing.line(0, "title: Random graph " + seed);
    drawing.line(0, "actors:");
    int count = 2 + drawing.random.nextInt(4);
    for (int a = 0; a < count; a++) {
      drawing.line(1, "a" + a + ":");
      drawing.line(2, "name: Actor a" + a);
      List<String> order = new ArrayList<>(ids);
      Collections.shuffle(order, drawing.random);
      if (drawing.in(1, 4))
        drawing.line(
            2, "red-lines: [{never: " + drawing.one(ids) + " or " + drawing.one(ids) + "}]");
      if (drawing.in(1, 4)) {
        drawing.line(
            2, "priorities: [" + order.get(0) + " or " + order.get(1) + ", " + order.get(2) + "]");
      } else {
        List<String> groups = new ArrayList<>();
        for (int s = 0; s < states; s++) {
          boolean tied = s + 1 < states && drawing.in(1, 4);
          groups.add(tied ? "[" + order.get(s) + ", " + order.get(++s) + "]" : order.get(s));
        }
        drawing.line(2, "ranking: [" + String.join(", ", groups) + "]");
      }
    }
    drawing.line(0, "graph:");
    drawing.line(
        1, "states: {" + String.join(", ", ids.stream().map(s -> s + ": null").toList()) + "}");
    drawing.line(1, "moves:");
    for (int a = 0; a < count; a++) {
      drawing.line(2, "a" + a + ":");
      for (String from : ids) {
        List<String> to =
            ids.stream().filter(t -> !t.equals(from)).filter(_ -> drawing.in(1, 4)).toList();
        drawing.line(3, from + ": [" + String.join(", ", to) + "]");
      }
    }
    if (drawing.in(1, 4))
      drawing.line(0, "constraints: [{impossible: " + drawing.one(ids.subList(1, states)) + "}]");
    if (drawing.in(1, 5)) {
      String twist =
          drawing.one(List.of("indifferent: [a0]", "copies: {a1: a0}", "require: [not s2]"));
      drawing.line(0, "variants: {v: {" + twist + "}}");
    }
    return drawing.text();
  }
}
