package demarche.lens.knowing;

/// How preferences are known, and so what the classical definitions are read with.
public sealed interface Reading {
  /// Pairs of states on which the orders that somebody gives an actor disagree are unknown.
  ///
  /// **Source.** Li, Hipel, Kilgour & Fang (2004), IEEE Trans. SMC-A 34:507-520.
  record Unknown(Extension extension) implements Reading {}

  /// Who leaves on doubt, and who is deterred by it.
  enum Extension {
    /// Leaves on doubt, deterred only by what is surely no gain.
    A("who leaves on doubt and is deterred only by what is surely no gain"),
    /// Leaves for sure gains, deterred only by what is surely no gain.
    B("who leaves for sure gains and is deterred only by what is surely no gain"),
    /// Leaves on doubt, deterred by doubt.
    C("who leaves on doubt and is deterred by doubt"),
    /// Leaves for sure gains, deterred by doubt.
    D("who leaves for sure gains and is deterred by doubt");

    private final String whose;

    Extension(String whose) {
      this.whose = whose;
    }

    /// Whose definition it is: `who leaves on doubt and is deterred by doubt`.
    String whose() {
      return whose;
    }

    boolean leavesOnDoubt() {
      return this == A || this == C;
    }

    boolean fearsDoubt() {
      return this == C || this == D;
    }
  }

  /// A sanction deters if it is worse by so many degrees of preference; by 0, if it is no gain.
  ///
  /// **Source.** Xu, Hipel & Kilgour (2009), with Hamouda, Kilgour & Hipel (2004).
  record Degree(int least) implements Reading {}

  /// A sanction deters if it is worse by the highest degree.
  ///
  /// **Source.** Hamouda, Kilgour & Hipel (2004), Group Decision and Negotiation 13.
  record Strong() implements Reading {}

  /// Stable, though not strongly.
  record Weak() implements Reading {}

  /// Leaves for what is likely enough to be a gain.
  ///
  /// **Source.** Bashar, Kilgour & Hipel (2012), IEEE Trans. Fuzzy Systems 20:760-770.
  record Fuzzy() implements Reading {}

  /// Leaves for, fears and answers by what has probabilities beyond bounds.
  ///
  /// **Source.** Rêgo & dos Santos (2015), IEEE Trans. SMC: Systems 45.
  record Probable() implements Reading {}

  /// Heeds what a state is to others, by its attitude towards each of them.
  ///
  /// **Source.** Inohara, Hipel & Walker (2007), J. Systems Science and Systems Engineering 16.
  record Relational() implements Reading {}
}
