package demarche.tables;

import demarche.scenario.Place;
import demarche.scenario.Scenario.FlowEntry.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// A table of trade, aid or fuel, by year and pair.
public final class Flow {
  /// Stands in `from` or `to` for all partners together.
  public static final String WORLD = "world";

  private final String id;
  private final String unit;
  private final Direction direction;
  private final Map<Cell, List<Row>> cells = new LinkedHashMap<>();

  Flow(String id, String unit, Direction direction, List<Row> rows) {
    this.id = id;
    this.unit = unit;
    this.direction = direction;
    for (Row row : rows) {
      Cell cell = cell(row.from(), row.to(), row.year());
      cells.computeIfAbsent(cell, _ -> new ArrayList<>()).add(row);
    }
    cells.replaceAll((_, some) -> List.copyOf(some));
  }

  /// One row of the file.
  ///
  /// @param source its id; may be empty
  public record Row(
      int year, String from, String to, BigFraction value, String source, Place place) {}

  /// Chooses which of several sources counts.
  public interface Choice {
    /// The base analysis: the first row of a cell.
    Choice FIRST = rows -> rows.getFirst();

    Row of(List<Row> rows);
  }

  /// Where the whole of a share comes from.
  public enum Whole {
    /// The file gives the total.
    WORLD,
    /// The sum of the partners that the file lists.
    PARTNERS
  }

  /// A share of a party's flows.
  ///
  /// @param rows on which it rests
  public record Share(BigFraction value, Whole whole, List<Row> rows) {}

  private record Cell(int year, String from, String to) {}

  public String id() {
    return id;
  }

  public String unit() {
    return unit;
  }

  /// All names in `from` and `to` but `world`, in file order.
  public Set<String> parties() {
    Set<String> parties = new LinkedHashSet<>();
    rows().forEach(row -> parties.addAll(List.of(row.from(), row.to())));
    parties.remove(WORLD);
    return parties;
  }

  public Set<Integer> years() {
    Set<Integer> years = new LinkedHashSet<>();
    rows().forEach(row -> years.add(row.year()));
    return years;
  }

  public List<Row> rows() {
    return cells.values().stream().flatMap(Collection::stream).toList();
  }

  /// The rows of one cell, one a source; empty where the file has none.
  public List<Row> rows(String from, String to, int year) {
    return cells.getOrDefault(cell(from, to, year), List.of());
  }

  /// What goes from one to the other; of a turnover, what goes between them. Empty where the file
  /// says nothing.
  public Optional<BigFraction> value(String from, String to, int year, Choice choice) {
    List<Row> rows = rows(from, to, year);
    return rows.isEmpty() ? Optional.empty() : Optional.of(choice.of(rows).value());
  }

  /// Both directions between `a` and `b`, over all of `a`'s; empty where the file has no flow
  /// between them, or no whole.
  public Optional<Share> share(String a, String b, int year, Choice choice) {
    List<Row> part = between(a, b, year, choice);
    if (part.isEmpty()) return Optional.empty();
    List<Row> out = whole(a, year, choice, Way.OUT);
    List<Row> in = direction == Direction.BOTH ? List.of() : whole(a, year, choice, Way.IN);
    List<Row> all = Stream.concat(out.stream(), in.stream()).toList();
    BigFraction whole = sum(all);
    if (whole.signum() <= 0) return Optional.empty();
    boolean totals = all.stream().allMatch(r -> r.from().equals(WORLD) || r.to().equals(WORLD));
    return Optional.of(
        new Share(
            sum(part).divide(whole),
            totals ? Whole.WORLD : Whole.PARTNERS,
            Stream.concat(part.stream(), all.stream()).distinct().toList()));
  }

  private enum Way {
    OUT,
    IN
  }

  private List<Row> between(String a, String b, int year, Choice choice) {
    List<Row> there = chosen(a, b, year, choice);
    if (direction == Direction.BOTH) return there;
    return Stream.concat(there.stream(), chosen(b, a, year, choice).stream()).toList();
  }

  /// The total of one direction, or the partners that make it up.
  private List<Row> whole(String a, int year, Choice choice, Way way) {
    List<Row> total =
        way == Way.OUT ? chosen(a, WORLD, year, choice) : chosen(WORLD, a, year, choice);
    if (!total.isEmpty()) return total;
    return cells.entrySet().stream()
        .filter(e -> e.getKey().year() == year && concerns(e.getKey(), a, way))
        .map(e -> choice.of(e.getValue()))
        .toList();
  }

  private boolean concerns(Cell cell, String a, Way way) {
    if (direction == Direction.BOTH) return cell.from().equals(a) || cell.to().equals(a);
    return (way == Way.OUT ? cell.from() : cell.to()).equals(a);
  }

  private List<Row> chosen(String from, String to, int year, Choice choice) {
    List<Row> rows = rows(from, to, year);
    return rows.isEmpty() ? rows : List.of(choice.of(rows));
  }

  private static BigFraction sum(List<Row> rows) {
    return rows.stream().map(Row::value).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /// A turnover has no direction.
  private Cell cell(String from, String to, int year) {
    boolean swap = direction == Direction.BOTH && from.compareTo(to) > 0;
    return swap ? new Cell(year, to, from) : new Cell(year, from, to);
  }
}
