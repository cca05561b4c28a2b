package demarche.testing;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Preference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Drawn scenarios told otherwise: with other names, in another order, in another unit.
public final class Retold {
  private static final Pattern ID =
      Pattern.compile("\\b([abmsct][0-9](o[0-9])?|storm|alpha|beta|gamma|area)\\b");
  private static final String FACTOR = "7 / 3";

  private final Map<Object, Object> scenario;
  private final Random random;

  @SuppressWarnings("unchecked")
  private Retold(String yaml, long seed) {
    scenario = (Map<Object, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    random = new Random(seed);
  }

  private String text() {
    return new Dump(DumpSettings.builder().build()).dumpToString(scenario);
  }

  /// The text with every name of [RandomModels] replaced by one that sorts the other way.
  public static String renamed(String text) {
    return ID.matcher(text).replaceAll(m -> otherName(m.group()));
  }

  private static String otherName(String id) {
    String letters = "abmsctorlphegd";
    return id.chars()
        .map(c ->
            Character.isDigit(c)
                ? '0' + '9' - c
                : letters.indexOf(c) < 0 ? c : 'z' - letters.indexOf(c))
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  /// The scenario with actors, bodies, options, members, terms, constraints, conditions and what
  /// else has no order in another order.
  public static String reordered(String yaml, long seed) {
    Retold retold = new Retold(yaml, seed);
    retold.reorder();
    return retold.text();
  }

  private void reorder() {
    List<String> before = options();
    map(scenario, "graph")
        .forEach((key, part) -> {
          if (key.equals("states")) scenario.put("status-quo", keys(part).getFirst());
        });
    for (String section : List.of("parameters", "conditions", "actors", "bodies")) {
      shuffleMap(map(scenario, section));
    }
    shuffle(scenario, "constraints");
    for (Object party : parties()) {
      shuffleMap(map(party, "options"));
      shuffleMap(map(party, "others"));
      for (String list : List.of("values", "members", "sponsors", "rule")) shuffle(party, list);
    }
    shuffleMap(map(map(scenario, "graph"), "states"));
    shuffleMap(map(map(scenario, "graph"), "moves"));
    List<String> after = options();
    for (Object actor : map(scenario, "actors").values()) {
      asMap(actor).computeIfPresent("ranking", (_, groups) -> rewritten(groups, before, after));
    }
  }

  /// Names of options in the order of state codes.
  private List<String> options() {
    List<String> options = new ArrayList<>();
    for (Object party : parties()) options.addAll(keys(map(party, "options")));
    return options;
  }

  private List<Object> parties() {
    List<Object> parties = new ArrayList<>(map(scenario, "actors").values());
    parties.addAll(map(scenario, "bodies").values());
    return parties;
  }

  private Object rewritten(Object group, List<String> before, List<String> after) {
    if (group instanceof List<?> inner) {
      return inner.stream().map(g -> rewritten(g, before, after)).toList();
    }
    String pattern = group.toString();
    if (scenario.containsKey("graph")) return pattern;
    return after.stream()
        .map(option -> pattern.substring(before.indexOf(option), before.indexOf(option) + 1))
        .collect(Collectors.joining());
  }

  /// The scenario with all values, and what is measured in them, in another unit.
  public static String rescaled(String yaml, Model model) {
    Retold retold = new Retold(yaml, 0);
    for (Object actor : map(retold.scenario, "actors").values()) {
      if (!(asMap(actor).get("values") instanceof List<?> terms)) continue;
      for (Object term : terms) {
        asMap(term).computeIfPresent("weight", (_, weight) -> scaled(weight));
        map(term, "weights").replaceAll((_, weight) -> scaled(weight));
      }
    }
    for (Body body : model.bodies()) {
      Map<Object, Object> costs =
          map(map(map(retold.scenario, "bodies"), body.id()), "objection-cost");
      for (Body.Seat seat : body.seats()) {
        if (hasValues(seat, model)) costs.computeIfPresent(seat.id(), (_, cost) -> scaled(cost));
      }
    }
    return retold.text();
  }

  private static boolean hasValues(Body.Seat seat, Model model) {
    if (!(seat.voter() instanceof Body.Wishes(int index))) return false;
    Actor actor = model.actors().get(index);
    return actor.preference().order() instanceof Preference.Values;
  }

  private static Object scaled(Object number) {
    return "(" + number + ") * " + FACTOR;
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> asMap(Object node) {
    return (Map<Object, Object>) node;
  }

  private static Map<Object, Object> map(Object parent, String key) {
    return asMap(parent).get(key) instanceof Map<?, ?> map ? asMap(map) : new LinkedHashMap<>();
  }

  private static List<String> keys(Object map) {
    return asMap(map).keySet().stream().map(Object::toString).toList();
  }

  private void shuffle(Object parent, String key) {
    asMap(parent)
        .computeIfPresent(
            key,
            (_, node) -> {
              if (!(node instanceof Collection<?> items)) return node;
              List<Object> shuffled = new ArrayList<>(items);
              Collections.shuffle(shuffled, random);
              return shuffled;
            });
  }

  private void shuffleMap(Map<Object, Object> map) {
    List<Object> keys = new ArrayList<>(map.keySet());
    Collections.shuffle(keys, random);
    Map<Object, Object> before = new LinkedHashMap<>(map);
    map.clear();
    keys.forEach(key -> map.put(key, before.get(key)));
  }
}
