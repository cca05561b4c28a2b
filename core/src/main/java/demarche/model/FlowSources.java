package demarche.model;

import demarche.scenario.Scenario.FlowEntry;
import demarche.scenario.Word;
import demarche.tables.Csv;
import demarche.tables.Flow;
import demarche.tables.Flows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Which source counts in each cell of the flows that has several.
final class FlowSources {
  private final Lots lots;
  private final Flows before;
  private final Flows now;
  private final List<FlowEntry> settled = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();

  FlowSources(List<FlowEntry> entries, Lots lots) {
    this.lots = lots;
    before = Flows.of(entries);
    for (FlowEntry entry : entries) settled.add(settled(entry));
    now = inputs.isEmpty() ? before : Flows.of(settled);
  }

  /// The same flows with one row in each cell.
  List<FlowEntry> settled() {
    return settled;
  }

  List<Input> inputs() {
    return inputs;
  }

  /// What a call such as `share(...)` comes to with the sources that were drawn.
  BigFraction computed(Word call) {
    return now.value(call);
  }

  /// What it comes to in the base analysis.
  BigFraction computedBefore(Word call) {
    return before.value(call);
  }

  private FlowEntry settled(FlowEntry entry) {
    Flow flow = before.flow(entry.id().text()).orElseThrow();
    Set<Integer> dropped = new HashSet<>();
    cells(flow)
        .forEach((cell, rows) -> {
          if (rows.size() < 2) return;
          String key = "flow:%s.%s".formatted(flow.id(), cell);
          double lot = lots.of(key); // as an int, no number is 0: the first
          List<String> among = rows.stream().map(FlowSources::name).toList();
          int named = among.indexOf(lots.choice(key));
          Flow.Row taken = rows.get(named < 0 ? (int) (lot * rows.size()) : named);
          rows.stream().filter(r -> !r.equals(taken)).forEach(r -> dropped.add(r.place().line()));
          inputs.add(
              new Input(
                  key,
                  "the source of %s, %s".formatted(flow.id(), cell.replace('.', ' ')),
                  new Input.Choice(among.getFirst(), among),
                  new Input.Choice(name(taken), among),
                  new Input.WorkedOut(),
                  entry.evidence()));
        });
    return dropped.isEmpty() ? entry : without(entry, dropped);
  }

  /// The rows of each cell, in file order.
  private static Map<String, List<Flow.Row>> cells(Flow flow) {
    Map<String, List<Flow.Row>> cells = new LinkedHashMap<>();
    for (Flow.Row row : flow.rows()) {
      cells.putIfAbsent(
          "%s.%s.%d".formatted(row.from(), row.to(), row.year()),
          flow.rows(row.from(), row.to(), row.year()));
    }
    return cells;
  }

  private static String name(Flow.Row row) {
    return row.source().isEmpty() ? "row " + row.place().line() : row.source();
  }

  /// The table without the rows that begin in these lines, which are left blank.
  private static FlowEntry without(FlowEntry entry, Set<Integer> dropped) {
    List<String> lines = entry.content().lines().toList();
    Set<Integer> starts = new HashSet<>();
    Csv.rows(entry.content(), Integer.MAX_VALUE).forEach(row -> starts.add(row.line()));
    StringBuilder kept = new StringBuilder();
    boolean drop = false;
    for (int line = 1; line <= lines.size(); line++) {
      if (starts.contains(line)) drop = dropped.contains(line);
      kept.append(drop ? "" : lines.get(line - 1)).append('\n');
    }
    return new FlowEntry(
        entry.id(),
        entry.file(),
        entry.unit(),
        entry.direction(),
        kept.toString(),
        entry.evidence());
  }
}
