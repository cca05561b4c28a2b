package demarche.analysis;

import demarche.lens.Defining;
import demarche.lens.Lens;
import demarche.lens.beliefs.BeliefsLens;
import demarche.lens.change.ChangeLens;
import demarche.lens.claims.ClaimsLens;
import demarche.lens.coalitions.CoalitionsLens;
import demarche.lens.council.CouncilLens;
import demarche.lens.firmness.FirmnessLens;
import demarche.lens.forecast.ForecastLens;
import demarche.lens.foresight.ForesightLens;
import demarche.lens.knowing.KnowingLens;
import demarche.lens.locks.LocksLens;
import demarche.lens.paths.PathsLens;
import demarche.lens.preferences.PreferencesLens;
import demarche.lens.roles.RolesLens;
import demarche.lens.settlement.SettlementLens;
import demarche.lens.settlement.deadlock.DeadlockLens;
import demarche.lens.settlement.guarantees.GuaranteesLens;
import demarche.lens.settlement.linkage.LinkageLens;
import demarche.lens.settlement.steps.StepsLens;
import demarche.lens.settlement.zone.ZoneLens;
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
        FirmnessLens.USUAL,
        KnowingLens.ALL,
        SettlementLens.ALL,
        ZoneLens.ALL,
        LinkageLens.USUAL,
        StepsLens.USUAL,
        new GuaranteesLens(),
        new DeadlockLens(),
        new LocksLens(),
        CouncilLens.ALL,
        BeliefsLens.USUAL,
        ForecastLens.USUAL,
        new PreferencesLens(),
        RolesLens.USUAL,
        ChangeLens.USUAL,
        ClaimsLens.ALL);
  }

  /// Those that tell stable states by definitions with names, in the order in which they are told.
  public static List<Defining> defining() {
    return List.of(StabilityLens.ALL, CoalitionsLens.ALL, ForesightLens.USUAL, KnowingLens.ALL);
  }
}
