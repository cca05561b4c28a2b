package demarche.ensemble.sensitivity;

import demarche.ensemble.sensitivity.Association.Strength;
import demarche.ensemble.sensitivity.Screen.Measure;

/// Keeps coincidences of rare values from being told as effects.
///
/// Limiting distributions do not hold for them: two things that occur once each in 1,000 draws
/// coincide by chance once in 1,000 ensembles, and then χ² is 1,000. So where fewer than five draws
/// would be expected to have an unusual value in both columns, one that is not the most frequent,
/// nothing is found. And rare values of a category are pooled before it is judged whether there is
/// an effect: the bound then stands to the strength as that of the pooled columns to theirs. The
/// strength itself is that of all values.
final class Rarity {
  private Rarity() {}

  /// A strength with its bound, which is 1 where nothing can be told.
  ///
  /// @param x where only one of the two is a category, that one
  static Strength strength(Measure measure, double[] x, double[] y, double alpha) {
    Strength plain = plain(measure, x, y, alpha);
    double expected = Groups.unusual(x) * Groups.unusual(y) * x.length;
    if (expected < Groups.LEAST_EXPECTED) return new Strength(plain.value(), 1);
    return switch (measure) {
      case SPEARMAN, KOLMOGOROV_SMIRNOV -> plain;
      case CRAMER -> {
        Groups columns = Groups.of(y, Groups.unusual(x));
        Groups rows = Groups.of(x, columns.leastShare());
        yield judged(plain, Association.cramer(rows.codes(), columns.codes(), alpha));
      }
      case KRUSKAL_WALLIS -> {
        Groups groups = Groups.of(x, Groups.unusual(y));
        yield judged(plain, Association.kruskalWallis(groups.codes(), y, alpha));
      }
    };
  }

  private static Strength plain(Measure measure, double[] x, double[] y, double alpha) {
    return switch (measure) {
      case SPEARMAN -> Association.spearman(x, y, alpha);
      case KOLMOGOROV_SMIRNOV -> Association.kolmogorovSmirnov(x, y, alpha);
      case CRAMER -> Association.cramer(x, y, alpha);
      case KRUSKAL_WALLIS -> Association.kruskalWallis(x, y, alpha);
    };
  }

  private static Strength judged(Strength plain, Strength pooled) {
    if (plain.equals(pooled)) return plain;
    double bound = pooled.isFound() ? plain.value() * pooled.byChance() / pooled.value() : 1;
    return new Strength(plain.value(), bound);
  }
}
