package demarche.ensemble;

import demarche.analysis.Brief;
import demarche.ensemble.Robustness.Shared;
import demarche.lens.claims.ClaimsLens;
import demarche.lens.roles.RolesLens;
import java.util.LinkedHashMap;
import java.util.Map;

/// The share of draws of each claim and each role, beside its verdict.
public final class ClaimShares {
  private ClaimShares() {}

  /// The same brief, where its claims and roles have been asked of draws.
  public static Brief in(Brief brief, Robustness robustness) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Robustness.Finding finding : robustness.findings()) {
      if (!(finding.spread() instanceof Shared(var share)) || share.answered() == 0) continue;
      ClaimsLens.claim(finding.column().key()).ifPresent(id -> shares.put(id, share.share()));
    }
    Map<String, Double> roles = new LinkedHashMap<>();
    for (Robustness.Finding finding : robustness.findings()) {
      if (!(finding.spread() instanceof Shared(var share)) || share.answered() == 0) continue;
      roles.put(finding.column().key(), share.share());
    }
    return brief
        .changed(answer -> ClaimsLens.withShares(answer, shares))
        .changed(answer -> RolesLens.withShares(answer, roles));
  }
}
