package demarche.lens.settlement.deals;

import java.util.ArrayList;
import java.util.List;

/// Looks for a good package to begin with, and for weights that bound all others.
///
/// Weights are moved towards the sides that gain little; each gives a package and a bound. Every
/// package is improved issue by issue until no single change helps. Nothing is proved here.
final class Ascent {
  private static final int ROUNDS = 40;
  private static final int KEPT = 6;

  private final Whole whole;
  private final Aim aim;
  private final double[] scales;
  private final List<Weights> weights = new ArrayList<>();
  private int[] best = new int[0];
  private double[] gains = new double[0];

  private Ascent(Whole whole, Aim aim, double[] scales) {
    this.whole = whole;
    this.aim = aim;
    this.scales = scales;
  }

  /// @param scales by side, for what a package lacks to be acceptable
  static Ascent of(Whole whole, Aim aim, double[] scales) {
    Ascent ascent = new Ascent(whole, aim, scales);
    double[] each = new double[scales.length];
    for (int s = 0; s < each.length; s++) each[s] = 1 / ascent.unit(s);
    for (int round = 0; round < ROUNDS; round++) {
      double[] gains = ascent.round(each);
      each = aim.weights(each, gains, round);
    }
    return ascent;
  }

  private double unit(int side) {
    return switch (aim.kind()) {
      case SUM -> 1 / aim.units()[side];
      case LEAST -> aim.units()[side] > 0 ? aim.units()[side] : Double.POSITIVE_INFINITY;
      case PRODUCT -> scales[side];
    };
  }

  private double[] round(double[] each) {
    Weights found = Weights.of(whole, each);
    weights.add(found);
    double[] start = whole.gains(whole.start(), 0);
    weights.sort((a, b) ->
        Double.compare(aim.most(a.each(), a.most(start, 0)), aim.most(b.each(), b.most(start, 0))));
    if (weights.size() > KEPT) weights.removeLast();
    int[] levels = found.levels().clone();
    double[] raw = gains(levels);
    climb(levels);
    double[] climbed = gains(levels);
    if (gains.length == 0 || isBetter(climbed, gains)) {
      best = levels;
      gains = climbed;
    }
    return raw;
  }

  private double[] gains(int[] levels) {
    return whole.gains(whole.vector(levels), 0);
  }

  private void climb(int[] levels) {
    double[] now = gains(levels);
    for (boolean moved = true; moved; ) {
      moved = false;
      for (int i = 0; i < levels.length; i++) {
        int before = levels[i];
        for (int l = 0; l < whole.levels(i); l++) {
          int kept = levels[i];
          levels[i] = l;
          double[] then = gains(levels);
          if (isBetter(then, now)) now = then;
          else levels[i] = kept;
        }
        moved |= levels[i] != before;
      }
    }
  }

  /// Less lacks to be acceptable or, where nothing does, more is reached.
  private boolean isBetter(double[] one, double[] other) {
    double sign = lacking(other) - lacking(one);
    if (Math.abs(sign) > 1e-9) return sign > 0;
    return aim.score(one).isMore(aim.score(other));
  }

  private double lacking(double[] gains) {
    double lacking = 0;
    for (int s = 0; s < gains.length; s++) lacking += Math.max(0, -gains[s] / scales[s]);
    return lacking;
  }

  /// The best package that was found, by issue; it may be not acceptable.
  int[] best() {
    return best.clone();
  }

  List<Weights> weights() {
    return weights;
  }
}
