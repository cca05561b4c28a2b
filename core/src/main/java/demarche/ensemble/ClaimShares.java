package demarche.ensemble;

import demarche.analysis.Brief;
import demarche.ensemble.Robustness.Shared;
import demarche.lens.claims.ClaimsLens;
import java.util.LinkedHashMap;
import java.util.Map;

/// The share of draws of each claim, beside its verdict.
public final class ClaimShares {
  private ClaimShares() {}

  /// The same brief, where its claims have been asked of draws.
  public static Brief in(Brief brief, Robustness robustness) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Robustness.Finding finding : robustness.findings()) {
      if (!(finding.spread() instanceof Shared(var share)) || share.answered() == 0) continue;
      ClaimsLens.claim(finding.column().key()).ifPresent(id -> shares.put(id, share.share()));
    }
    return brief.changed(answer -> ClaimsLens.withShares(answer, shares));
  }
}
