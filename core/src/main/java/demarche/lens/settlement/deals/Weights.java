package demarche.lens.settlement.deals;

/// Weights of the sides, by which gains become one number for each level: the best package by that
/// number takes the best level of each issue alone.
///
/// It bounds every rule: no package has more of the weighted sum (Lagrangian relaxation; Geoffrion
/// 1974). Computed in floating point; whoever compares must leave room for rounding.
///
/// @param each by side, 0 or more
/// @param rest by issue: the most that the issues from this one on can add
/// @param levels the best package, by issue
record Weights(double[] each, double[] rest, int[] levels) {
  static Weights of(Whole whole, double[] each) {
    int issues = whole.issues();
    double[] rest = new double[issues + 1];
    int[] levels = new int[issues];
    for (int i = issues - 1; i >= 0; i--) {
      double most = Double.NEGATIVE_INFINITY;
      for (int l = 0; l < whole.levels(i); l++) {
        double worth = sum(each, whole.gains(whole.worths()[i], l * whole.width()));
        if (worth > most) {
          most = worth;
          levels[i] = l;
        }
      }
      rest[i] = rest[i + 1] + most;
    }
    return new Weights(each.clone(), rest, levels);
  }

  /// The most weighted sum that a partial package can come to.
  double most(double[] gains, int issue) {
    return sum(each, gains) + rest[issue];
  }

  static double sum(double[] each, double[] gains) {
    double sum = 0;
    for (int s = 0; s < each.length; s++) sum += each[s] * gains[s];
    return sum;
  }
}
