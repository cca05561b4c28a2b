package demarche.lens.claims;

import demarche.scenario.Scenario.ClaimEntry;

/// What became of a claim.
sealed interface Verdict {
  ClaimEntry claim();

  /// The name in JSON.
  String word();

  /// The check could be worked out.
  record Judged(ClaimEntry claim, Evaluated whole) implements Verdict {
    boolean holds() {
      return ((Value.Truth) whole.value()).holds();
    }

    @Override
    public String word() {
      return holds() ? "holds" : "fails";
    }
  }

  /// It could not, and why. It has neither passed nor failed.
  ///
  /// @param missing the lens or function that would answer and does not exist yet; empty where that
  ///   is not why
  record NotCheckable(ClaimEntry claim, String reason, String missing) implements Verdict {
    NotCheckable(ClaimEntry claim, String reason) {
      this(claim, reason, "");
    }

    @Override
    public String word() {
      return "not-checkable";
    }
  }
}
