package demarche.ensemble;

import demarche.model.Input;
import demarche.model.Lots;
import demarche.model.Settled;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is uncertain in the worlds that an ensemble asks: in the one that is studied, and in
/// variants as far as they differ from it.
final class Uncertain {
  private final List<Scenario> worlds;
  private final List<Slot> slots = new ArrayList<>();
  private final Set<String> lots = new LinkedHashSet<>();

  /// Whether no number is uncertain, on which a chance could depend.
  private final boolean plain;

  /// An input of one of the worlds.
  ///
  /// @param input as the base analysis has it
  record Slot(int world, Input input, Column column) {}

  /// @param worlds the one that is studied first
  Uncertain(List<Scenario> worlds) {
    this.worlds = List.copyOf(worlds);
    Map<String, Set<List<Input.Setting>>> known = new HashMap<>();
    for (int w = 0; w < worlds.size(); w++) {
      Map<String, Input> low = inputs(w, key -> asked(key, 0.25));
      Map<String, Input> high = inputs(w, _ -> 0.75);
      for (Input input : inputs(w, _ -> Lots.BASE).values()) {
        List<Input.Setting> range = new ArrayList<>(List.of(input.base()));
        for (Map<String, Input> at : List.of(low, high)) {
          if (at.containsKey(input.key())) range.add(at.get(input.key()).settled());
        }
        Set<List<Input.Setting>> before =
            known.computeIfAbsent(input.key(), _ -> new LinkedHashSet<>());
        boolean first = before.isEmpty();
        if (before.add(range)) slots.add(new Slot(w, input, column(w, input, first)));
      }
    }
    plain = slots.stream().noneMatch(slot -> slot.input.law() instanceof Input.WorkedOut);
  }

  private double asked(String key, double lot) {
    lots.add(key);
    return lot;
  }

  private Column column(int world, Input input, boolean first) {
    String variant = worlds.get(world).head().variant();
    boolean plain = world == 0 || first;
    return new Column(
        plain ? input.key() : input.key() + "@" + variant,
        world == 0 ? input.words() : input.words() + " in " + variant,
        switch (input.base()) {
          case Input.Amount _ -> Column.Kind.NUMBER;
          case Input.Fact _ -> Column.Kind.YES_NO;
          case Input.Choice _ -> Column.Kind.WORD;
        });
  }

  private Map<String, Input> inputs(int world, Lots lots) {
    Map<String, Input> inputs = new LinkedHashMap<>();
    Settled.of(worlds.get(world), lots).inputs().forEach(i -> inputs.putIfAbsent(i.key(), i));
    return inputs;
  }

  List<Slot> slots() {
    return slots;
  }

  /// The keys for which lots are cast, in the order in which they are first met.
  List<String> lots() {
    return List.copyOf(lots);
  }

  /// What the inputs are by these lots, in the order of the slots.
  List<Cell> values(Lots lots) {
    if (plain) return slots.stream().map(slot -> plain(slot.input, lots)).toList();
    List<Map<String, Input>> settled = new ArrayList<>();
    for (int w = 0; w < worlds.size(); w++) settled.add(inputs(w, lots));
    return slots.stream().map(slot -> cell(settled.get(slot.world), slot.input.key())).toList();
  }

  /// An input where no number is uncertain, on which its chance could depend.
  private static Cell plain(Input input, Lots lots) {
    return cell(
        switch (input.law()) {
          case Input.Below below -> below.at(lots);
          case Input.FirstAbove first -> first.at(lots);
          case Input.WorkedOut() -> throw new IllegalArgumentException(input.key());
        });
  }

  /// What one of them is by these lots.
  Cell value(int slot, Lots lots) {
    Slot one = slots.get(slot);
    return cell(inputs(one.world, lots), one.input.key());
  }

  /// What else an input can be that is one of several.
  List<String> among(int slot) {
    return slots.get(slot).input.base() instanceof Input.Choice(var name, var among)
        ? among.stream().filter(other -> !other.equals(name)).distinct().toList()
        : List.of();
  }

  /// Whether both make the same of every world.
  boolean isAlike(Lots one, Lots other) {
    return worlds.stream()
        .allMatch(
            world -> Settled.of(world, one).scenario().equals(Settled.of(world, other).scenario()));
  }

  private static Cell cell(Map<String, Input> inputs, String key) {
    Input input = inputs.get(key);
    return input == null ? new Cell.None() : cell(input.settled());
  }

  private static Cell cell(Input.Setting setting) {
    return switch (setting) {
      case Input.Amount(var amount) -> new Cell.Amount(amount.doubleValue());
      case Input.Fact(boolean so) -> new Cell.YesNo(so);
      case Input.Choice(var name, var _) -> new Cell.Word(name);
    };
  }
}
