package demarche.lens.beliefs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A small scenario with beliefs drawn from a seed, and the perceived games that follow, written as
/// files of their own.
///
/// @param options by owner, with their levels; what belongs to nobody drawn here belongs to a body
/// @param wishes of each actor, as its file has them
/// @param held options that stay at the status quo
/// @param views by holder what it takes others to wish
/// @param blind by holder the options that it does not know of
/// @param thinks by holder and other what it thinks that the other takes others to wish
record RandomBeliefs(
    long seed,
    Map<String, List<String>> options,
    Map<String, Integer> levels,
    Map<String, Integer> quo,
    Set<String> oneWay,
    Map<String, String> wishes,
    List<String> constraints,
    int needed,
    Set<String> held,
    Map<String, Map<String, String>> views,
    Map<String, Set<String>> blind,
    Map<String, Map<String, Map<String, String>>> thinks) {
  static RandomBeliefs draw(long seed) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
    Map<String, List<String>> options = new LinkedHashMap<>();
    Map<String, Integer> levels = new LinkedHashMap<>();
    Map<String, Integer> quo = new LinkedHashMap<>();
    Set<String> oneWay = new TreeSet<>();
    int actors = 2 + random.nextInt(2);
    int states = 1;
    List<String> owners = new ArrayList<>();
    for (int a = 0; a < actors; a++) owners.add("a" + a);
    boolean body = random.nextInt(3) == 0;
    if (body) owners.add("b0");
    for (String owner : owners) {
      List<String> own = new ArrayList<>();
      for (int o = 0; o <= (owner.startsWith("a") && states < 7 ? random.nextInt(2) : 0); o++) {
        String id = owner + "o" + o;
        int size = states <= 8 && random.nextInt(3) == 0 ? 3 : 2;
        states *= size;
        own.add(id);
        levels.put(id, size);
        quo.put(id, random.nextInt(3) == 0 ? random.nextInt(size) : 0);
        if (random.nextInt(8) == 0) oneWay.add(id);
      }
      options.put(owner, own);
    }
    List<String> ids = List.copyOf(levels.keySet());
    Drawing drawing = new Drawing(random, ids, levels);
    Map<String, String> wishes = new TreeMap<>();
    boolean dilemma = random.nextInt(4) == 0;
    for (String owner : owners) {
      if (!owner.startsWith("a")) continue;
      wishes.put(owner, dilemma ? dilemma(owner, quo, options) : drawing.wishes());
    }
    List<String> constraints = new ArrayList<>();
    if (random.nextInt(2) == 0) {
      List<String> some = new ArrayList<>(ids);
      Collections.shuffle(some, random);
      constraints.add(
          "impossible: %s != %d and %s != %d"
              .formatted(some.get(0), quo.get(some.get(0)), some.get(1), quo.get(some.get(1))));
    }
    RandomBeliefs plain =
        new RandomBeliefs(
            seed,
            options,
            levels,
            quo,
            oneWay,
            wishes,
            constraints,
            1 + random.nextInt(actors),
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of());
    return plain.believing(random, drawing);
  }

  /// Each gains a little by a move of its own, and loses more by the same move of any other.
  private static String dilemma(
      String owner, Map<String, Integer> quo, Map<String, List<String>> options) {
    List<String> terms = new ArrayList<>();
    options.forEach((holder, own) -> {
      String id = own.getFirst();
      terms.add(
          "{want: \"%s != %d\", weight: %d}"
              .formatted(id, quo.get(id), holder.equals(owner) ? 1 : -2));
    });
    return "red-lines: [], values: [%s]".formatted(String.join(", ", terms));
  }

  private record Drawing(Random random, List<String> ids, Map<String, Integer> levels) {
    String atom() {
      String id = ids.get(random.nextInt(ids.size()));
      return "%s %s %d"
          .formatted(
              id, random.nextBoolean() ? "=" : "!=", random.nextInt(levels.getOrDefault(id, 0)));
    }

    String expression() {
      return switch (random.nextInt(4)) {
        case 0 -> "(" + atom() + " and " + atom() + ")";
        case 1 -> "(" + atom() + " or " + atom() + ")";
        default -> atom();
      };
    }

    String wishes() {
      String lines = random.nextInt(5) == 0 ? "{never: \"" + expression() + "\"}" : "";
      List<String> wants = new ArrayList<>();
      boolean values = random.nextBoolean();
      for (int k = 0; k < 2 + random.nextInt(4); k++) {
        wants.add(
            values
                ? "{want: \"%s\", weight: %d}".formatted(expression(), 1 + random.nextInt(4))
                : "\"" + expression() + "\"");
      }
      return "red-lines: [%s], %s: [%s]"
          .formatted(lines, values ? "values" : "priorities", String.join(", ", wants));
    }
  }

  private RandomBeliefs believing(Random random, Drawing drawing) {
    Map<String, Map<String, String>> views = new TreeMap<>();
    Map<String, Set<String>> blind = new TreeMap<>();
    Map<String, Map<String, Map<String, String>>> thinks = new TreeMap<>();
    for (String holder : wishes.keySet()) {
      if (random.nextInt(4) == 0) continue;
      Map<String, String> seen = new TreeMap<>();
      for (String other : wishes.keySet()) {
        if (other.equals(holder)) continue;
        if (random.nextInt(3) > 0) seen.put(other, drawing.wishes());
        if (random.nextInt(4) == 0) {
          Map<String, String> thought = new TreeMap<>(Map.of(holder, drawing.wishes()));
          thinks.computeIfAbsent(holder, _ -> new TreeMap<>()).put(other, thought);
        }
      }
      if (!seen.isEmpty()) views.put(holder, seen);
      Set<String> unseen = new TreeSet<>();
      for (String id : levels.keySet()) {
        if (!id.startsWith(holder) && random.nextInt(4) == 0) unseen.add(id);
      }
      if (!unseen.isEmpty()) blind.put(holder, unseen);
    }
    return with(wishes, held, views, blind, thinks);
  }

  /// The same with other wishes, options held still, and beliefs.
  RandomBeliefs with(
      Map<String, String> wished,
      Set<String> still,
      Map<String, Map<String, String>> seen,
      Map<String, Set<String>> unseen,
      Map<String, Map<String, Map<String, String>>> thought) {
    return new RandomBeliefs(
        seed,
        options,
        levels,
        quo,
        oneWay,
        wished,
        constraints,
        needed,
        still,
        seen,
        unseen,
        thought);
  }

  /// Who has beliefs at all.
  Set<String> holders() {
    Set<String> holders = new TreeSet<>(views.keySet());
    holders.addAll(blind.keySet());
    holders.addAll(thinks.keySet());
    return holders;
  }

  /// The game that an actor sees.
  RandomBeliefs seenBy(String holder) {
    Map<String, String> pictured = new TreeMap<>(wishes);
    pictured.putAll(views.getOrDefault(holder, Map.of()));
    Set<String> still = new TreeSet<>(held);
    still.addAll(blind.getOrDefault(holder, Set.of()));
    Map<String, Map<String, String>> inner = thinks.getOrDefault(holder, Map.of());
    return with(pictured, still, inner, Map.of(), Map.of());
  }

  /// The same with some beliefs put right, each as `holder other` or `holder`, its blindness.
  RandomBeliefs corrected(Set<String> right) {
    Map<String, Map<String, String>> seen = new TreeMap<>();
    views.forEach((holder, pictures) -> {
      Map<String, String> left = new TreeMap<>(pictures);
      left.keySet().removeIf(other -> right.contains(holder + " " + other));
      if (!left.isEmpty()) seen.put(holder, left);
    });
    Map<String, Set<String>> unseen = new TreeMap<>(blind);
    unseen.keySet().removeIf(right::contains);
    return with(wishes, held, seen, unseen, thinks);
  }

  /// All beliefs that could be put right, written as [#corrected] takes them.
  Set<String> misreadings() {
    Set<String> all = new TreeSet<>(blind.keySet());
    views.forEach(
        (holder, pictures) -> pictures.keySet().forEach(other -> all.add(holder + " " + other)));
    return all;
  }

  String yaml() {
    StringBuilder text = new StringBuilder("demarche: 1\ntitle: Beliefs " + seed + "\nactors:\n");
    wishes.forEach((actor, wish) ->
        text.append("  %s: {options: %s, %s}\n".formatted(actor, declared(actor), wish)));
    if (options.containsKey("b0")) {
      text.append(
          "bodies:\n  b0: {options: %s, members: [%s], rule: {yes: %d}}\n"
              .formatted(declared("b0"), String.join(", ", wishes.keySet()), needed));
    }
    List<String> all = new ArrayList<>(constraints);
    held.forEach(id -> all.add("require: %s = %d".formatted(id, quo.get(id))));
    if (!all.isEmpty()) {
      text.append("constraints:\n");
      all.forEach(one -> text.append("  - {%s}\n".formatted(one)));
    }
    text.append("status-quo: {%s}\n".formatted(joined(quo)));
    if (!holders().isEmpty()) text.append("beliefs:\n");
    for (String holder : holders()) {
      List<String> parts = new ArrayList<>();
      if (views.containsKey(holder)) parts.add("of: " + pictures(views.get(holder)));
      if (blind.containsKey(holder)) {
        parts.add("blind-to: [" + String.join(", ", blind.get(holder)) + "]");
      }
      if (thinks.containsKey(holder)) {
        String inner =
            thinks.get(holder).entrySet().stream()
                .map(e -> e.getKey() + ": {of: " + pictures(e.getValue()) + "}")
                .collect(Collectors.joining(", "));
        parts.add("thinks: {" + inner + "}");
      }
      text.append("  %s: {%s}\n".formatted(holder, String.join(", ", parts)));
    }
    return text.toString();
  }

  private static String pictures(Map<String, String> seen) {
    return seen.entrySet().stream()
        .map(e -> e.getKey() + ": {" + e.getValue() + "}")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String declared(String owner) {
    return options.getOrDefault(owner, List.of()).stream()
        .map(id ->
            "%s: {levels: [%s]%s}"
                .formatted(id, numbers(id), oneWay.contains(id) ? ", moves: up" : ""))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String numbers(String id) {
    return java.util.stream.IntStream.range(0, levels.getOrDefault(id, 0))
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  private static String joined(Map<String, Integer> settings) {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
