package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.claims.Verdict.Judged;
import demarche.lens.claims.Verdict.NotCheckable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What checks come to: precision, variants, states of every kind, and what has no answer.
final class EvaluationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          share(freight, union, owners, 2025) = 28.5 %        | holds
          share(freight, union, owners, 2025) = 28.50 %       | holds
          share(freight, union, owners, 2025) = 29 %          | holds
          share(freight, union, owners, 2025) = 28 %          | fails
          share(freight, union, owners, 2025) != 28 %         | holds
          share(freight, union, owners, 2025) = 28.49 %       | fails
          share(freight, union, owners, 2025) = 0.29          | holds
          share(freight, union, owners, 2025) = 0.28          | fails
          0.29 = share(freight, union, owners, 2025)          | holds
          share(freight, union, owners, 2025) = 57 / 200      | holds
          share(freight, union, owners, 2025) = 29 / 100      | fails
          -share(freight, union, owners, 2025) = -29 %        | holds
          -share(freight, union, owners, 2025) = -28 %        | fails
          share(freight, union, owners, 2025) < 28.6 %        | holds
          share(freight, union, owners, 2025) <= 28.5 %       | holds
          share(freight, union, owners, 2025) > 28.5 %        | fails
          share(freight, union, owners, 2025) * 2 = 0.57      | holds
          1 - 2 - 3 = -4                                      | holds
          12 / 2 / 3 = 2                                      | holds
          2 + 3 * 4 = 14                                      | holds
          (2 + 3) * 4 = 20                                    | holds
          distance(port, island) = 111                        | holds
          distance(port, island) = 111.2                      | holds
          distance(port, island) = 111.3                      | fails
          distance(port, port) = 0.0                          | holds
          share(freight, union, owners, 2025) in [28 %, 29 %] | holds
          share(freight, union, owners, 2025) in [28.5 %, 1]  | holds
          share(freight, union, owners, 2025) in [0, 28.5 %]  | holds
          share(freight, union, owners, 2025) in [0, 28.49 %] | fails
          share(freight, union, owners, 2025) in [0.2851, 1]  | fails
          share(freight, union, owners, 2025) not in [0.3, 1] | holds
          -1 in [-2, -0.5] and 3 in [1 + 2, 2 * 2]            | holds
          1 in [-2, -0.5]                                     | fails
          1 in [distance(port, port), distance(port, island)] | holds
          similarity(union, owners) in [-1, 1]                | holds
          """)
  void numbersAreComparedAtThePrecisionWritten(String check, String verdict) {
    assertThat(Example.verdict(check)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value(union, deal) = 4",
        "value(union, \"1200\") = 4",
        "value(union, storm-deal) = 0",
        "term(union, pay-lost, status-quo) = -3",
        "term(union, wages, never) = 7",
        "value(union, status-quo, variant = rich) - value(union, status-quo) = 4",
        "u(union, \"0010\") = -1",
        "u(union, never) = 1",
        "u(union, status-quo) = 0",
        "u(union, never, variant = capped) = 1",
        "u(ministry, status-quo) < u(ministry, deal)",
        "prefers(union, never, deal)",
        "not prefers(union, deal, deal)",
        "prefers(board, deal, deal) = no",
        "degree(ministry) = 2",
        "degree(union) = 1",
        "degree(owners) = 1",
        "deal in equilibria(GMR) <-> stable(deal, GMR)",
        "equilibria(SEQ) = equilibria(SEQ, strike) -> count(equilibria(SEQ, not strike)) = 0",
        "equilibria(R) in equilibria(GMR)",
        "equilibria(R) not in {} or count(equilibria(R)) = 0",
        "count(equilibria(SEQ) on (union)) <= 6",
        "count(reachable(award)) = 8",
        "count(reachable(award, variant = capped)) = 4",
        "count(reachable(demand = full, from = never)) > 0",
        "path-needs(award, board)",
        "not path-needs(demand = full, owners)",
        "not path-needs(award and demand = none, board)",
        "blockers(deal) = {}",
        "passes(board, deal)",
        "vetoes(board, deal) = {}",
        "passes(board, storm-deal)",
        "passes(board, never, variant = rich)",
        "vetoes(board, never) = {owners}",
        "best(board, ministry) = {status-quo}",
        "best(board, ministry, variant = rich) = {\"1100\"}",
        "blockers(never) = {owners}",
        "owners in blockers(never) and not (union in blockers(never))",
        "reason(owners, never) = value",
        "reason(owners, never) in {value, veto}",
        "reason(owners, never) != none",
        "acceptable(deal) = {ministry, union, owners}",
        "count(trace, votes.union = yes) = 2",
        "count(trace, votes.union = yes, resolution = 8) = 1",
        "count(trace, votes.owners = yes) = 0",
        "count(trace) = 3",
        "flow(freight, union, owners, 2025) = 30",
        "yes = prefers(union, never, deal)"
      })
  void holds(String check) {
    assertThat(Example.judge(check)).isInstanceOf(Judged.class);
    assertThat(Example.verdict(check)).isEqualTo("holds");
    assertThat(Example.verdict("not (" + check + ")")).isEqualTo("fails");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 / (degree(union) - 1) = 0 | division by zero; the divisor works out as 0
          stable("0001", SEQ) | '0001' is not feasible: it breaks `require: award -> demand >= modest`
          stable(storm-deal, SEQ) | 'storm-deal' is not feasible: it changes an event, or an option that is held still
          stable(never, SEQ, variant = capped) | 'never' is not feasible: it breaks `impossible: demand = full`
          value(ministry, deal) = 1 | 'ministry' has an order of the states and no values; ask u(ministry, ...) or prefers(ministry, ...)
          flow(freight, union, owners, 2024) = 1 | the flow 'freight' has no row of 'union' and 'owners' in 2024
          best(board, owners, variant = no-owners) = {} | 'owners' may table no text in 'board', or has no wishes of its own
          unexplained(union) = 1 | unexplained waits for the lens 'trace', which this version does not have
          unexplained(union) = 1 or yes = prefers(union, never, deal) | unexplained waits for the lens 'trace', which this version does not have
          robustness(stable("0001", SEQ)) > 0.5 | the check has no answer in any draw
          count(pushes(storm-deal)) = 0 | 'storm-deal' is not feasible: it changes an event, or an option that is held still
          """)
  void hasNoAnswerForAReason(String check, String reason) {
    assertThat(Example.judge(check))
        .isInstanceOfSatisfying(
            NotCheckable.class, none -> assertThat(none.reason()).isEqualTo(reason));
  }

  @Test
  void whereNobodyMadeDrawsReadyNoShareOfThemIsTold() {
    Case about =
        Case.of(
            Example.file(Example.with("robustness(blockers(deal) = {}) = 1")), Question.AS_WRITTEN);
    assertThat(Claims.of(Worlds.of(about.space()), Run.quiet()).getFirst())
        .isInstanceOfSatisfying(
            NotCheckable.class,
            none -> assertThat(none.reason()).isEqualTo("no draws of the inputs are made here"));
  }

  @Test
  void aRunAboutAVariantMeansThatVariant() {
    String yaml = Example.with("degree(owners) = 1 and count(equilibria(SEQ, lockout)) = 0");
    assertThat(Example.judge(yaml, "no-owners").word()).isEqualTo("holds");
    String full = Example.with("count(reachable(demand = full)) = 0");
    assertThat(Example.judge(full, "").word()).isEqualTo("fails");
    assertThat(Example.judge(full, "capped").word()).isEqualTo("holds");
  }

  @Test
  void aClaimWithoutACheckIsOnlyExpressed() {
    String yaml = Example.YAML + "claims: [{id: c, says: so, mark: X}]\n";
    assertThat(Example.judge(yaml, ""))
        .isInstanceOfSatisfying(
            NotCheckable.class, none -> assertThat(none.reason()).contains("only expressed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          28.5 % | false
          29 %   | false
          28 %   | true
          0.285  | false
          about 28.5 % of it | false
          a third | false
          """)
  void aQuotationDiffersWhereItsRoundingDoes(String quote, boolean differs) {
    Judged judged = (Judged) Example.judge("share(freight, union, owners, 2025) > 0");
    Value computed = Shown.of(judged.whole()).computed().value();
    assertThat(Quote.differs(quote, computed)).isEqualTo(differs);
  }
}
