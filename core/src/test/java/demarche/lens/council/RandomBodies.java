package demarche.lens.council;

import demarche.model.Model;
import demarche.testing.Drawing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies of up to 12 members drawn from a seed, as scenarios that can be pasted into a file.
///
/// Every rule feature abounds: quotas, weights, shares of each base, several majorities, vetoes
/// with and without objection costs, red lines, sponsors, followers, fixed votes, votes by chance,
/// bodies in and after others, absent members, one-way and stepwise options, constraints.
final class RandomBodies {
  private final Drawing drawing;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> levels = new ArrayList<>();
  private final List<Integer> statusQuo = new ArrayList<>();
  private final List<String> actors = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();

  private RandomBodies(long seed) {
    drawing = new Drawing(seed * 0x9E3779B97F4A7C15L + 7);
  }

  /// A scenario file; the same for the same seed.
  static String draw(long seed) {
    return new RandomBodies(seed).file(seed);
  }

  /// The model of a drawn file: with its variant, where it has one.
  static Model model(String yaml) {
    return Drawing.model(yaml);
  }

  private String file(long seed) {
    drawing.line(0, "demarche: 1");
    drawing.line(0, "title: Random " + seed);
    IntStream.range(0, 2 + drawing.random.nextInt(4)).forEach(a -> actors.add("a" + a));
    IntStream.range(0, 1 + drawing.random.nextInt(3)).forEach(b -> bodies.add("b" + b));
    List<String> own = bodies.stream().map(b -> options(b, b.equals("b0") ? 1 : 0)).toList();
    drawing.line(0, "actors:");
    for (String actor : actors) actor(actor);
    drawing.line(0, "bodies:");
    for (int b = 0; b < bodies.size(); b++) body(b, own.get(b));
    drawing.line(0, "status-quo: {" + settings(": ", ", ") + "}");
    if (drawing.in(1, 4))
      drawing.line(0, "variants: {v: {absent: [" + drawing.one(absentees()) + "]}}");
    else if (drawing.in(1, 4)) {
      drawing.line(
          0,
          "constraints: [{require: \"" + expression() + " or " + settings(" = ", " and ") + "\"}]");
    }
    return drawing.text();
  }

  private List<String> absentees() {
    List<String> all = new ArrayList<>(actors);
    all.addAll(
        bodies.subList(1, bodies.size()).stream()
            .filter(b -> names.stream().noneMatch(n -> n.startsWith(b)))
            .toList());
    return all;
  }

  private String settings(String of, String between) {
    return IntStream.range(0, names.size())
        .mapToObj(o -> names.get(o) + of + statusQuo.get(o))
        .collect(Collectors.joining(between));
  }

  private String options(String body, int least) {
    List<String> declared = new ArrayList<>();
    int count = least + drawing.random.nextInt(2);
    for (int i = 0; i < count; i++) {
      int many = 2 + drawing.random.nextInt(2);
      names.add(body + "o" + i);
      levels.add(many);
      statusQuo.add(drawing.random.nextInt(many));
      String freedom = drawing.in(1, 6) ? ", moves: " + drawing.one(List.of("up", "down")) : "";
      String stride = drawing.in(1, 8) ? ", stride: one" : "";
      String own =
          IntStream.range(0, many).mapToObj(String::valueOf).collect(Collectors.joining(", "));
      declared.add("%so%d: {levels: [%s]%s%s}".formatted(body, i, own, freedom, stride));
    }
    return String.join(", ", declared);
  }

  private String expression() {
    int o = drawing.random.nextInt(names.size());
    String atom =
        names.get(o)
            + drawing.one(List.of(" = ", " >= ", " <= "))
            + drawing.random.nextInt(levels.get(o));
    return drawing.in(1, 3) ? "(" + atom + " and " + expression() + ")" : "(" + atom + ")";
  }

  private void actor(String id) {
    drawing.line(1, id + ":");
    if (drawing.in(1, 3)) drawing.line(2, "red-lines: [{never: \"" + expression() + "\"}]");
    switch (drawing.random.nextInt(5)) {
      case 0 -> drawing.line(2, "name: Idle " + id);
      case 1 ->
          drawing.line(2, "priorities: [\"" + expression() + "\", \"not " + expression() + "\"]");
      default -> {
        drawing.line(2, "values:");
        for (int i = 0; i <= drawing.random.nextInt(3); i++) {
          int o = drawing.random.nextInt(names.size());
          String weights =
              IntStream.range(0, levels.get(o))
                  .mapToObj(
                      l -> l + ": " + drawing.one(List.of("0", "1", "2", "-1", "1 / 3", "0.5")))
                  .collect(Collectors.joining(", "));
          drawing.line(3, "- {of: " + names.get(o) + ", weights: {" + weights + "}}");
        }
      }
    }
  }

  private void body(int index, String options) {
    List<String> members = new ArrayList<>(actors);
    Collections.shuffle(members, drawing.random);
    while (members.size() > 1 && drawing.in(1, 4)) members.removeLast();
    for (String before : bodies.subList(0, index)) if (drawing.in(1, 2)) members.add(before);
    List<String> others = new ArrayList<>();
    int most = drawing.random.nextInt(index == 0 ? 13 - members.size() : 4);
    int draws = index == 0 ? 4 : 1;
    for (int i = 0; i < most; i++) {
      String id = "m" + i;
      boolean chance = draws > 0 && drawing.in(1, 3);
      if (chance) draws--;
      String conduct =
          chance
              ? "yes-with: " + drawing.one(List.of("0.2", "1 / 2", "0.9", "1 / 3", "0", "1"))
              : drawing.in(1, 3)
                  ? "votes: " + drawing.one(List.of("yes", "no", "abstain"))
                  : "follows: " + drawing.one(drawing.in(1, 4) ? actors : members);
      members.add(id);
      others.add(id + ": {" + conduct + "}");
    }
    Collections.shuffle(members, drawing.random);
    drawing.line(1, bodies.get(index) + ":");
    drawing.line(2, "options: {" + options + "}");
    drawing.line(2, "members: [" + String.join(", ", members) + "]");
    if (!others.isEmpty()) drawing.line(2, "others: {" + String.join(", ", others) + "}");
    List<String> rules = new ArrayList<>(List.of(rule(members)));
    while (drawing.in(1, 3)) rules.add(rule(members));
    drawing.line(2, "rule: [" + String.join(", ", rules) + "]");
    if (drawing.in(1, 3)) {
      int few = Math.min(members.size(), 1 + drawing.random.nextInt(3));
      drawing.line(2, "sponsors: [" + String.join(", ", members.subList(0, few)) + "]");
    }
    String payer = drawing.one(members);
    if (!bodies.contains(payer) && drawing.in(1, 2)) {
      drawing.line(
          2, "objection-cost: {" + payer + ": " + drawing.one(List.of("0.4", "1", "1 / 2")) + "}");
    }
    if (index > 0 && drawing.in(1, 3))
      drawing.line(2, "after: [" + drawing.one(bodies.subList(0, index)) + "]");
  }

  private String rule(List<String> members) {
    String veto =
        drawing.in(1, 2)
            ? ""
            : ", veto: ["
                + String.join(", ", members.stream().filter(_ -> drawing.in(1, 5)).toList())
                + "]";
    int[] halves = members.stream().mapToInt(_ -> drawing.random.nextInt(5)).toArray();
    String weights =
        IntStream.range(0, halves.length)
            .mapToObj(m -> members.get(m) + ": " + halves[m] + " / 2")
            .collect(Collectors.joining(", "));
    int all = IntStream.of(halves).sum();
    String majority =
        switch (drawing.random.nextInt(4)) {
          case 0 ->
              "weights: {" + weights + "}, quota: " + drawing.random.nextInt(all + 1) + " / 2";
          case 1, 2 ->
              "yes-share: %s, of: %s%s"
                  .formatted(
                      drawing.one(List.of("1 / 2", "2 / 3", "0.4", "1")),
                      drawing.one(List.of("all", "present", "voting")),
                      drawing.in(1, 3) ? ", weights: {" + weights + "}" : "");
          default -> "yes: " + drawing.random.nextInt(members.size() + 1);
        };
    return "{" + majority + veto + "}";
  }
}
