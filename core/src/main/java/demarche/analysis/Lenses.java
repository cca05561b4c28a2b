package demarche.analysis;

import demarche.lens.Lens;
import demarche.lens.claims.ClaimsLens;
import demarche.lens.coalitions.CoalitionsLens;
import demarche.lens.paths.PathsLens;
import demarche.lens.preferences.PreferencesLens;
import demarche.lens.settlement.SettlementLens;
import demarche.lens.stability.StabilityLens;
import java.util.List;

/// The one list of lenses.
public final class Lenses {
  private Lenses() {}

  /// All lenses, in the order in which a brief tells their answers.
  public static List<Lens> all() {
    return List.of(
        StabilityLens.ALL,
        PathsLens.ALL,
        CoalitionsLens.ALL,
        new SettlementLens(),
        new PreferencesLens(),
        ClaimsLens.ALL);
  }
}
