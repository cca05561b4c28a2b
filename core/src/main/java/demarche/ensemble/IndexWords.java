package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.ensemble.sensitivity.Estimate;
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
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What part each input has in how much numbers vary, in words.
public record IndexWords(Design design, Indices indices) {
  private static final String KEY = "indices";
  private static final int MOST_INPUTS = 10;
  private static final int MOST_FUNNELS = 6;
  private static final int MOST_TOLD = 3;
  private static final String SCALE =
      "total index: share of the variance in which the input has a part, alone or with others";

  public Answer answer() {
    return new Answer(KEY, "What numbers vary with", List.of(parts()), data(), method());
  }

  private Finding parts() {
    int asked = Indices.asked(design).size();
    List<Figure> figures = new ArrayList<>();
    if (!indices.numbers().isEmpty()) {
      figures.add(
          new Figure.Tornado(
              "Part of each input in the variance",
              indices.numbers().stream().limit(MOST_FUNNELS).map(this::funnel).toList()));
      figures.add(table());
    }
    return new Finding(
        "parts",
        Prominence.HEADLINE,
        say(
            "Of {} {} over {}",
            new Slot.Count(asked, "number", "numbers"),
            indices.numbers().isEmpty()
                ? new Slot.Plain("none varies")
                : new Slot.Count(indices.numbers().size(), "varies", "vary"),
            new Slot.Count(indices.draws(), "draw", "draws")),
        indices.numbers().stream().limit(MOST_TOLD).flatMap(n -> most(n).stream()).toList(),
        figures);
  }

  private List<Sentence> most(Indices.Varied number) {
    return order(number).stream()
        .limit(1)
        .map(i ->
            say(
                "{}: most with {} (total index {}, alone {})",
                new Slot.Plain(words(number)),
                new Slot.Plain(words(i)),
                decimal(total(number, i).value()),
                decimal(first(number, i).value())))
        .toList();
  }

  /// The inputs of a number, those with the greatest part first.
  private List<Integer> order(Indices.Varied number) {
    return IntStream.range(0, indices.inputs().size())
        .boxed()
        .filter(i -> total(number, i).value() > 0)
        .sorted(Comparator.comparingDouble(i -> -total(number, i).value()))
        .limit(MOST_INPUTS)
        .toList();
  }

  private static Estimate total(Indices.Varied number, int input) {
    return number.indices().total().get(input);
  }

  private static Estimate first(Indices.Varied number, int input) {
    return number.indices().first().get(input);
  }

  private String words(int input) {
    return design.inputs().get(indices.inputs().get(input)).words();
  }

  private String words(Indices.Varied number) {
    return design.findings().get(number.finding()).words();
  }

  private Figure.Funnel funnel(Indices.Varied number) {
    return new Figure.Funnel(
        words(number),
        SCALE,
        order(number).stream()
            .map(i ->
                new Figure.Swing(
                    words(i),
                    Figure.Course.UNORDERED,
                    Math.clamp(total(number, i).value(), 0, 1),
                    say(
                        "{}, alone {}",
                        decimal(total(number, i).value()),
                        decimal(first(number, i).value()))))
            .toList());
  }

  private Figure table() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Indices.Varied number : indices.numbers()) {
      String name = words(number);
      for (int input : order(number)) {
        rows.add(
            List.of(
                Digits.plain(name),
                Digits.plain(words(input)),
                say("{}", decimal(first(number, input).value())),
                Digits.plain(interval(first(number, input))),
                say("{}", decimal(total(number, input).value())),
                Digits.plain(interval(total(number, input)))));
        name = "";
      }
    }
    return new Figure.Table(
        "First-order and total indices",
        List.of("number", "input", "first order", "95 %", "total", "95 %"),
        rows);
  }

  private static Slot decimal(double number) {
    return new Slot.Plain(plain(number));
  }

  private static String plain(double number) {
    if (Double.isNaN(number)) return "-";
    String told = String.format(Locale.ROOT, "%.2f", number);
    return told.equals("-0.00") ? "0.00" : told;
  }

  private static String interval(Estimate estimate) {
    return plain(estimate.low()) + " to " + plain(estimate.high());
  }

  private List<Sentence> method() {
    return List.of(
        say(
            "Indices are Sobol's, from {} of {}, {} points, seed {}: {}; of each number at most {} are"
                + " told, those with the greatest total index first",
            new Slot.Count(indices.rows(), "row", "rows"),
            new Slot.Count(indices.inputs().size() + 2L, "draw", "draws"),
            new Slot.Plain(design.sampling().key()),
            new Slot.Plain(String.valueOf(design.seed())),
            new Slot.Count(indices.draws(), "draw", "draws"),
            new Slot.Count(MOST_INPUTS, "input", "inputs")),
        say(
            "The first-order index is the share of the variance that would go if the input were"
                + " known, the total index that in which it has a part, alone or with others;"
                + " estimates may lie a little below 0 or above 1, as their intervals show"));
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("rows", new Data.Whole(indices.rows()));
    fields.put("draws", new Data.Whole(indices.draws()));
    fields.put("seed", new Data.Whole(design.seed()));
    fields.put("sampling", new Data.Text(design.sampling().key()));
    fields.put(
        "inputs",
        new Data.Items(
            indices.inputs().stream()
                .<Data>map(i -> new Data.Text(design.inputs().get(i).key()))
                .toList()));
    fields.put("numbers", new Data.Items(indices.numbers().stream().map(this::number).toList()));
    return new Data.Fields(fields);
  }

  private Data number(Indices.Varied number) {
    Column column = design.findings().get(number.finding());
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(column.key()));
    fields.put("words", new Data.Text(column.words()));
    fields.put("rows", new Data.Whole(number.indices().rows()));
    fields.put("firstOrder", estimates(number.indices().first()));
    fields.put("total", estimates(number.indices().total()));
    return new Data.Fields(fields);
  }

  private static Data estimates(List<Estimate> estimates) {
    return new Data.Items(estimates.stream().map(IndexWords::estimate).toList());
  }

  private static Data estimate(Estimate estimate) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("value", RobustData.real(estimate.value()));
    fields.put(
        "interval",
        new Data.Items(List.of(RobustData.real(estimate.low()), RobustData.real(estimate.high()))));
    return new Data.Fields(fields);
  }
}
