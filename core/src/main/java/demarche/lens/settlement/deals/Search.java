package demarche.lens.settlement.deals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Branch and bound with dominance: the layers of [Merging], less what cannot do as well as a
/// package that is known.
///
/// **Bounds.** Of a partial package: what each side would have if it got the best of the rest; and
/// for a few sets of weights the greatest weighted sum. Both are computed in floating point, with
/// room for rounding of one part in 10^9 of all that a side may have. So all optima survive, ties
/// too, and the last layer is compared exactly.
///
/// **Source.** Land & Doig (1960); dominance with bounds: Villarreal & Karwan (1981).
final class Search {
  private static final double ROOM = 1e-9;

  private final Merging merging;
  private final Aim aim;
  private final double[] scales;
  private final double[][] most;
  private final Ascent ascent;

  Search(Merging merging, Aim aim) {
    this.merging = merging;
    this.aim = aim;
    Whole whole = merging.whole();
    scales = scales(whole);
    most = new double[whole.issues() + 1][];
    for (int i = 0; i < most.length; i++) {
      most[i] = whole.gains(whole.most()[i], 0);
      for (int s = 0; s < scales.length; s++) most[i][s] += ROOM * scales[s];
    }
    ascent = Ascent.of(whole, aim, scales);
  }

  private static double[] scales(Whole whole) {
    double[] scales = whole.gains(whole.start(), 0);
    for (int s = 0; s < scales.length; s++) scales[s] = Math.abs(scales[s]);
    for (int i = 0; i < whole.issues(); i++) {
      double[] greatest = new double[scales.length];
      for (int l = 0; l < whole.levels(i); l++) {
        double[] worths = whole.gains(whole.worths()[i], l * whole.width());
        for (int s = 0; s < scales.length; s++) {
          greatest[s] = Math.max(greatest[s], Math.abs(worths[s]));
        }
      }
      for (int s = 0; s < scales.length; s++) scales[s] += greatest[s];
    }
    return Arrays.stream(scales).map(s -> s > 0 ? s : 1).toArray();
  }

  /// The acceptable package that was found to begin with, as the only one; none where none was.
  List<int[]> known() {
    int[] levels = ascent.best();
    long[] vector = merging.whole().vector(levels);
    boolean isAcceptable = merging.isAcceptable(vector, 0, merging.whole().issues());
    return isAcceptable ? List.of(levels) : List.of();
  }

  /// The layers that hold all optima; empty where one would be too much.
  List<Layer> layers(String step) {
    List<int[]> known = known();
    if (known.isEmpty()) return merging.layers(step, merging::isAcceptable);
    Whole whole = merging.whole();
    Aim.Score score = aim.score(whole.gains(whole.vector(known.getFirst()), 0));
    return merging.layers(
        step,
        (vectors, at, issue) ->
            merging.isAcceptable(vectors, at, issue)
                && bound(whole.gains(vectors, at), issue).mayReach(score));
  }

  /// No package has more.
  double atMost() {
    Whole whole = merging.whole();
    return bound(whole.gains(whole.start(), 0), 0).number();
  }

  private Aim.Score bound(double[] gains, int issue) {
    double[] best = gains.clone();
    for (int s = 0; s < best.length; s++) best[s] += most[issue][s];
    Aim.Score ideal = aim.score(best);
    if (aim.kind() == Aim.Kind.PRODUCT && ideal.gaining() < best.length) return ideal;
    double number = ideal.number();
    for (Weights weights : ascent.weights()) {
      double sum = weights.most(gains, issue) + ROOM * Weights.sum(weights.each(), scales);
      number = Math.min(number, aim.most(weights.each(), sum));
    }
    return new Aim.Score(ideal.gaining(), number);
  }

  /// Aims at the most that each side can gain.
  static List<Aim> greatest(int sides) {
    List<Aim> aims = new ArrayList<>();
    for (int s = 0; s < sides; s++) {
      double[] units = new double[sides];
      units[s] = 1;
      aims.add(new Aim(Aim.Kind.SUM, units));
    }
    return aims;
  }
}
