package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.ensemble.Flips.Flip;
import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which single changes turn findings, in words.
///
/// @param base what the base analysis says, in the order of the findings
public record FlipWords(Design design, List<Cell> base, Flips flips) {
  private static final String KEY = "flips";
  private static final int MOST_ROWS = 24;
  private static final int MOST_COLUMNS = 10;

  public FlipWords {
    base = List.copyOf(base);
  }

  /// A finding with what turns it.
  private record Turned(Column column, Cell base, List<Flip> flips) {
    double size() {
      return flips.getFirst().size();
    }
  }

  public Answer answer() {
    List<Finding> findings = new ArrayList<>(List.of(turns()));
    List<Turned> firm = all().filter(t -> t.flips.isEmpty()).toList();
    if (!firm.isEmpty()) findings.add(firm(firm));
    return new Answer(KEY, "What single changes turn", findings, data(), method());
  }

  private Stream<Turned> all() {
    return IntStream.range(0, flips.asked().size())
        .mapToObj(k -> {
          int finding = flips.asked().get(k);
          return new Turned(
              design.findings().get(finding), base.get(finding), flips.flips().get(k));
        });
  }

  /// The least change first.
  private List<Turned> turned() {
    return all()
        .filter(t -> !t.flips.isEmpty())
        .sorted(Comparator.comparingDouble(Turned::size))
        .toList();
  }

  private Finding turns() {
    List<Turned> turned = turned();
    Slot asked = new Slot.Count(flips.asked().size(), "yes-or-no finding", "yes-or-no findings");
    if (turned.isEmpty()) {
      return new Finding(
          "turns",
          Prominence.HEADLINE,
          say("No single input, moved within its range, turns a finding; asked: {}", asked),
          List.of(),
          List.of());
    }
    Turned first = turned.getFirst();
    Flip least = first.flips.getFirst();
    Sentence statement =
        say(
            "A single input, moved within its range, turns {} of {}; the least change is {}"
                + " from {} to {}{}, which turns: {}",
            new Slot.Count(turned.size(), "", ""),
            asked,
            input(least),
            new Slot.Plain(Digits.of(least.from(), least.to())),
            new Slot.Plain(Digits.of(least.to(), least.from())),
            new Slot.Plain(isNumber(least) ? " (%s of its range)".formatted(share(least)) : ""),
            new Slot.Plain(first.column.words()));
    return new Finding(
        "turns", Prominence.HEADLINE, statement, List.of(), List.of(table(turned), map(turned)));
  }

  private boolean isNumber(Flip flip) {
    return design.inputs().get(flip.input()).kind() == Column.Kind.NUMBER;
  }

  private Slot input(Flip flip) {
    return new Slot.Plain(design.inputs().get(flip.input()).words());
  }

  private static String share(Flip flip) {
    return Digits.of(100 * flip.size()) + " %";
  }

  private Figure table(List<Turned> turned) {
    return new Figure.Table(
        "The least single change that turns a finding",
        List.of("finding", "file", "input", "from", "to", "of its range", "others"),
        turned.stream().map(this::row).toList());
  }

  private List<Sentence> row(Turned turned) {
    Flip least = turned.flips.getFirst();
    int others = turned.flips.size() - 1;
    return List.of(
        Digits.plain(turned.column.words()),
        Digits.plain(Digits.of(turned.base)),
        say("{}", input(least)),
        Digits.plain(Digits.of(least.from(), least.to())),
        Digits.plain(Digits.of(least.to(), least.from())),
        Digits.plain(isNumber(least) ? share(least) : "-"),
        others == 0 ? Digits.plain("none") : say("{}", new Slot.Count(others, "", "")));
  }

  /// Findings by inputs; those inputs first that turn most.
  private Figure map(List<Turned> turned) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    turned.forEach(t -> t.flips.forEach(f -> counts.merge(f.input(), 1, Integer::sum)));
    List<Integer> columns =
        counts.keySet().stream()
            .sorted(
                Comparator.<Integer>comparingInt(i -> -counts.getOrDefault(i, 0))
                    .thenComparingInt(i -> i))
            .toList();
    List<Integer> shown = columns.stream().limit(MOST_COLUMNS).toList();
    return new Figure.FlipMap(
        "Which input turns which finding, and at what value",
        shown.stream().map(i -> design.inputs().get(i).words()).toList(),
        turned.stream()
            .limit(MOST_ROWS)
            .map(t ->
                new Figure.Flipped(t.column.words(), shown.stream().map(i -> cell(t, i)).toList()))
            .toList(),
        left(turned.size() - MOST_ROWS, columns.size() - MOST_COLUMNS));
  }

  private static Sentence left(int findings, int inputs) {
    if (findings <= 0 && inputs <= 0) return say("");
    return say(
        "Left out: {} and {} that turn fewer",
        new Slot.Count(Math.max(0, findings), "finding", "findings"),
        new Slot.Count(Math.max(0, inputs), "input", "inputs"));
  }

  private static Figure.Flipping cell(Turned turned, int input) {
    return turned.flips.stream()
        .filter(f -> f.input() == input)
        .findFirst()
        .map(f -> new Figure.Flipping(course(f), Digits.plain(Digits.of(f.to()))))
        .orElse(new Figure.Flipping(Figure.Course.UNORDERED, say("")));
  }

  private static Figure.Course course(Flip flip) {
    double change = Lever.number(flip.to()) - Lever.number(flip.from());
    if (Double.isNaN(change)) return Figure.Course.UNORDERED;
    return change > 0 ? Figure.Course.RISING : Figure.Course.FALLING;
  }

  private static Finding firm(List<Turned> firm) {
    return new Finding(
        "firm",
        Prominence.DETAIL,
        say(
            "No single input within its range turns {}",
            new Slot.Count(firm.size(), "finding", "findings")),
        List.of(),
        List.of(
            new Figure.Table(
                "What no single change turns",
                List.of("finding", "file"),
                firm.stream()
                    .map(t ->
                        List.of(Digits.plain(t.column.words()), Digits.plain(Digits.of(t.base))))
                    .toList())));
  }

  private List<Sentence> method() {
    return List.of(
        moved(),
        say(
            "A number was moved to {} up to either end of its range, even in its distribution, and"
                + " where a finding turned the step was halved to 1/{} of it; what turns and turns"
                + " back between two points is not seen",
            new Slot.Count(Flips.POINTS, "point", "points"),
            new Slot.Plain("%,d".formatted(Flips.PARTS))));
  }

  private Sentence moved() {
    int all = design.inputs().size();
    int moved = flips.moved().size();
    Slot inputs = new Slot.Count(all, "uncertain input", "uncertain inputs");
    if (all == moved) {
      return say(
          "Each of {} was moved alone, all others at the values of the base analysis", inputs);
    }
    return say(
        "Of {} {} moved, one at a time, all others at the values of the base analysis; the rest"
            + " change nothing when they are moved alone",
        inputs,
        new Slot.Count(moved, "was", "were"));
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("points", new Data.Whole(Flips.POINTS));
    fields.put(
        "moved",
        new Data.Items(
            flips.moved().stream()
                .<Data>map(i -> new Data.Text(design.inputs().get(i).key()))
                .toList()));
    fields.put("findings", new Data.Items(all().map(this::data).toList()));
    return new Data.Fields(fields);
  }

  private Data data(Turned turned) {
    List<Data> turns = new ArrayList<>();
    for (Flip flip : turned.flips) {
      Map<String, Data> fields = new LinkedHashMap<>();
      fields.put("input", new Data.Text(design.inputs().get(flip.input()).key()));
      fields.put("from", RobustData.cell(flip.from()));
      fields.put("still", RobustData.cell(flip.still()));
      fields.put("to", RobustData.cell(flip.to()));
      fields.put("size", isNumber(flip) ? new Data.Real(flip.size()) : new Data.Nothing());
      turns.add(new Data.Fields(fields));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(turned.column.key()));
    fields.put("words", new Data.Text(turned.column.words()));
    fields.put("base", RobustData.cell(turned.base));
    fields.put("turnedBy", new Data.Items(turns));
    return new Data.Fields(fields);
  }
}
