package demarche.ensemble;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows of an ensemble by column, as far as they have come, in the order of their draws.
///
/// A yes is 1, a no 0, a word its place in the alphabet of the column's words; NaN where there is
/// no answer. 8 bytes a draw and column.
public final class Sample {
  private final Design design;
  private final double[][] inputs;
  private final double[][] findings;
  private final List<Map<String, Integer>> words = new ArrayList<>();
  private final BitSet drawn = new BitSet();

  /// @throws IllegalArgumentException where the design wants more than an array holds
  public Sample(Design design) {
    this.design = design;
    int runs = Math.toIntExact(design.runs());
    inputs = new double[design.inputs().size()][runs];
    findings = new double[design.findings().size()][runs];
    int columns = inputs.length + findings.length;
    for (int c = 0; c < columns; c++) words.add(new HashMap<>());
  }

  /// Bytes that a sample of a design takes.
  public static long bytes(Design design) {
    return 8 * design.runs() * (design.inputs().size() + design.findings().size());
  }

  /// Keeps a row; one of a draw that is there already changes nothing.
  public void put(Row row) {
    int draw = Math.toIntExact(row.draw());
    if (drawn.get(draw)) return;
    for (int c = 0; c < inputs.length; c++) {
      inputs[c][draw] = number(row.inputs().get(c), words.get(c));
    }
    for (int c = 0; c < findings.length; c++) {
      findings[c][draw] = number(row.findings().get(c), words.get(inputs.length + c));
    }
    drawn.set(draw);
  }

  private static double number(Cell cell, Map<String, Integer> words) {
    return switch (cell) {
      case Cell.Amount(double value) -> value;
      case Cell.YesNo(boolean yes) -> yes ? 1 : 0;
      case Cell.Word(var text) -> words.computeIfAbsent(text, _ -> words.size());
      case Cell.None() -> Double.NaN;
    };
  }

  public Design design() {
    return design;
  }

  /// How many draws there are.
  public int size() {
    return drawn.cardinality();
  }

  public boolean isComplete() {
    return size() == design.runs();
  }

  /// The values of an input.
  public double[] input(int column) {
    return kept(inputs[column], column);
  }

  /// What was found.
  public double[] finding(int column) {
    return kept(findings[column], inputs.length + column);
  }

  /// Draws in order; words by their places in the list of words, whichever came first.
  private double[] kept(double[] column, int number) {
    int[] places = places(number);
    return drawn.stream()
        .mapToDouble(draw ->
            places.length == 0 || Double.isNaN(column[draw])
                ? column[draw]
                : places[(int) column[draw]])
        .toArray();
  }

  private int[] places(int column) {
    List<String> sorted = sorted(column);
    int[] places = new int[sorted.size()];
    words.get(column).forEach((word, number) -> places[number] = sorted.indexOf(word));
    return places;
  }

  /// The words of an input's column, by their numbers.
  public List<String> inputWords(int column) {
    return sorted(column);
  }

  /// The words of a finding's column, by their numbers.
  public List<String> findingWords(int column) {
    return sorted(inputs.length + column);
  }

  private List<String> sorted(int column) {
    return words.get(column).keySet().stream().sorted().toList();
  }

  /// The draws that are there, as ranges.
  public List<Span> missing() {
    List<Span> missing = new ArrayList<>();
    int all = Math.toIntExact(design.runs());
    for (int from = drawn.nextClearBit(0); from < all; ) {
      int to = drawn.nextSetBit(from);
      missing.add(new Span(from, (to < 0 ? all : to) - 1));
      from = to < 0 ? all : drawn.nextClearBit(to);
    }
    return missing;
  }

  /// Where there is an answer.
  static int[] answered(double[] column) {
    return IntStream.range(0, column.length).filter(i -> !Double.isNaN(column[i])).toArray();
  }
}
