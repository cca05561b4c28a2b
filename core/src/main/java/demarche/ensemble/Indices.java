package demarche.ensemble;

import demarche.ensemble.sensitivity.Saltelli;
import demarche.lens.Run;
import demarche.model.Lots;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// First-order and total indices of numbers, from draws made for them.
///
/// **Definition.** The design of [Saltelli] over the lots of all uncertain inputs; the points A of
/// its rows are the first draws of the ensemble.
///
/// **Cost.** n (d + 2) draws for n rows and d lots, all findings together; then for each number
/// that varies what [Saltelli] takes for its intervals.
///
/// @param rows of the design
/// @param draws that were made
/// @param inputs the places in the design of what each lot moves first
/// @param numbers those that vary, in the order of the findings
public record Indices(int rows, long draws, List<Integer> inputs, List<Varied> numbers) {
  /// The most rows that may be asked for.
  public static final int MOST_ROWS = 1_000_000;

  public Indices {
    inputs = List.copyOf(inputs);
    numbers = List.copyOf(numbers);
  }

  /// The indices of one finding.
  ///
  /// @param finding its place in the design
  /// @param indices in the order of the inputs
  public record Varied(int finding, Saltelli.Indices indices) {}

  /// The findings that are numbers, by their places.
  public static List<Integer> asked(Design design) {
    List<Integer> asked = new ArrayList<>();
    for (int f = 0; f < design.findings().size(); f++) {
      if (design.findings().get(f).kind() == Column.Kind.NUMBER) asked.add(f);
    }
    return asked;
  }

  /// How many draws so many rows are.
  public static long draws(Ensemble ensemble, int rows) {
    return (long) rows * (ensemble.uncertain().lots().size() + 2);
  }

  /// @param memory bytes that may be taken
  /// @throws TooLarge before memory is taken
  public static Indices of(Ensemble ensemble, int rows, long memory, Run run) {
    List<Integer> asked = asked(ensemble.design());
    refuse(ensemble, rows, memory);
    Layout layout = Layout.of(ensemble, rows);
    double[][] results = results(ensemble, layout, asked, run);
    Map<Integer, Varied> numbers = new TreeMap<>();
    run.over(
        "indices",
        asked.size(),
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) {
                if (isConstant(results[k])) continue;
                Varied number =
                    new Varied(
                        asked.get(k), layout.saltelli.of(results[k], ensemble.design().seed()));
                synchronized (numbers) {
                  numbers.put(k, number);
                }
              }
            });
    return new Indices(
        rows, layout.saltelli.points(), layout.inputs, List.copyOf(numbers.values()));
  }

  private static void refuse(Ensemble ensemble, int rows, long memory) {
    long draws = draws(ensemble, rows);
    long needed = draws * 8 * (asked(ensemble.design()).size() + 2);
    if (draws <= Integer.MAX_VALUE && needed <= memory) return;
    throw new TooLarge(
        "indices of %,d rows, %,d draws".formatted(rows, draws),
        "%,d MB for what they find".formatted(needed >> 20),
        "%,d MB".formatted(memory >> 20),
        "fewer rows with --indices");
  }

  private static double[][] results(
      Ensemble ensemble, Layout layout, List<Integer> asked, Run run) {
    int points = Math.toIntExact(layout.saltelli.points());
    double[][] results = new double[asked.size()][points];
    Run alone = run.alone();
    run.over(
        "draws for indices",
        points,
        1,
        _ ->
            (from, to) -> {
              for (int p = from; p < to; p++) {
                List<Cell> cells = ensemble.findings(layout.lots(p), alone);
                for (int k = 0; k < asked.size(); k++) {
                  results[k][p] = number(cells.get(asked.get(k)));
                }
              }
            });
    return results;
  }

  /// An infinite number has no variance, and is no answer here.
  private static double number(Cell cell) {
    double number = Lever.number(cell);
    return Double.isFinite(number) ? number : Double.NaN;
  }

  private static boolean isConstant(double[] results) {
    return Arrays.stream(results).filter(r -> !Double.isNaN(r)).distinct().limit(2).count() < 2;
  }

  /// Where the points of the design lie.
  private record Layout(Saltelli saltelli, Map<String, Integer> places, List<Integer> inputs) {
    static Layout of(Ensemble ensemble, int rows) {
      Uncertain uncertain = ensemble.uncertain();
      List<String> keys = uncertain.lots();
      Map<String, Integer> places = new HashMap<>();
      for (int k = 0; k < keys.size(); k++) places.put(keys.get(k), k);
      Design design = ensemble.design();
      int inputs = keys.size();
      Points points = Points.of(new Plan(rows, design.seed(), design.sampling()), 2 * inputs);
      Saltelli.Numbers numbers =
          (row, column) ->
              points.at(
                  row,
                  column < inputs ? keys.get(column) : "again:" + keys.get(column - inputs),
                  column);
      return new Layout(
          new Saltelli(rows, inputs, numbers),
          places,
          keys.stream().map(key -> Math.max(0, Lever.slot(uncertain, key))).toList());
    }

    Lots lots(int place) {
      double[] point = saltelli.point(place);
      return input -> {
        Integer at = places.get(input);
        return at == null ? Lots.BASE : point[at];
      };
    }
  }
}
