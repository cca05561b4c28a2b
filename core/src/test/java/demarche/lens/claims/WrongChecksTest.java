package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.scenario.Problem;
import demarche.testing.Golden;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Checks with a mistake each: what their author is told stands in the golden file, reviewed.
final class WrongChecksTest {
  private static final List<String> WRONG =
      """
      count(equlibria(SEQ)) = 0
      value(union, deal) in [2, 1]
      value(union, deal) in [1, deal]
      blockers(deal) in [0, 1]
      value(union, deal) in [1]
      value(union, deal) in [1, 2
      value(union, deal) = [1, 2]
      [1, 2] in value(union, deal)
      robustness(value(union, deal)) > 0.5
      robustness(robustness(stable(deal, SEQ)) > 0.5) > 0.5
      threshold(p-lockout, robustness(stable(deal, SEQ)) > 0.5) > 0
      robustness(threshold(p-lockout, value(owners, "1010") > -9.5) = 0.5) > 0.5
      count(equilibria(SQE)) = 0
      count(equilibria(seq)) = 0
      count(equilibria(SEQ) = 0
      count(equilibria(SEQ))) = 0
      count(equilibria(SEQ)) == 0
      count(equilibria(SEQ)) = 0 = 1
      count(equilibria(SEQ))
      equilibria(SEQ)
      equilibria(SEQ) = 0
      equilibria(SEQ) > equilibria(R)
      equilibria(SEQ) = "1000"
      equilibria(SEQ) = deal
      equilibria(SEQ) = {dael}
      equilibria(SEQ) = {"10"}
      equilibria(SEQ) = {"1900"}
      equilibria(SEQ) on (union) = {"1000"}
      equilibria(SEQ) on (unoin) = {"10"}
      equilibria(SEQ) on union = {"10"}
      blockers(deal) on (union) = {}
      count(equilibria(SEQ, demnad = full)) = 0
      count(equilibria(SEQ, demand = ful)) = 0
      count(equilibria(SEQ, 3)) = 0
      count(equilibria(SEQ, "full")) = 0
      count(equilibria(SEQ, strike + lockout)) = 0
      count(equilibria(SEQ, count(strike, lockout))) = 0
      count(equilibria(SEQ, count(strike, lockout) = most)) = 0
      count(equilibria(SEQ, {strike})) = 0
      count(equilibria(SEQ, full = demand)) = 0
      count(equilibria(SEQ, strike, lockout)) = 0
      count(equilibria()) = 0
      count(equilibria(SEQ, variant = rihc)) = 0
      count(equilibria(SEQ, varaint = rich)) = 0
      count(equilibria(SEQ, variant = rich, variant = dear)) = 0
      stable(deal, SEQ, fro = union)
      stable(dael, SEQ)
      stable(1000, SEQ)
      stable("100", SEQ)
      stable(deal)
      stable(deal, SEQ) = 1
      stable(deal, SEQ) = true
      value(unoin, deal) = 4
      value("union", deal) = 4
      value(board, deal) = 4
      value(union) = 4
      value(union, deal, deal) = 4
      value(union, deal) = four
      value(union, deal) = "4"
      value(union, deal) and stable(deal, SEQ)
      value(union, deal) + blockers(deal) = 4
      term(union, wage, deal) = 4
      term(union, payroll, deal) = 4
      prefers(union, deal) = yes
      union in blockers(dael)
      uinon in blockers(deal)
      {union, onwers} in blockers(deal)
      blockers(deal) = union
      blockers(deal) in 3
      union in {union, owners}
      blockers(deal, consent = union) = {}
      reason(union, deal) = redline
      reason(union, deal) in {valeu, veto}
      reachable(award, by = move) = {}
      share(freigth, union, owners, 2025) = 1 %
      share(freight, union, owners, 25) = 1 %
      share(freight, union, mars, 2025) = 1 %
      distance(prot, island) = 111
      count(trace, by) = 1
      count(trase, by = union) = 1
      count(trace, by = onion) = 0
      count(trace, bye = union) = 0
      count(trace, variant = rihc) = 0
      count(trace, votes.onwers = yes) = 0
      count(trace, votes.owners = yse) = 0
      blockers(deal) = {"union"}
      degree(union) = 1e5
      degree(union) = 2x
      term(ministry, x, deal) = 1
      threshold(p-lockout, varaint = yes) = 1
      power(board, ministri, banzhaf) = 1
      power(board, union, banzaf) = 1
      linkage({pay, conflikt}) = 1
      threshold(p-lokout, stable(deal, SEQ)) = 1
      threshold(p-lockout, 3) = 1
      strike = yes
      deal
      degree(union) is 2
      degree(union) = 2 AND degree(owners) = 1
      degree(union) = 1,5
      degree(union) = 50%%
      degree(union) ≥ 2
      degree[union] = 2
      Degree(union) = 2
      degree(union) = 2 and
      = 2
      degree(union) = p_lockout
      degree(union) = 'two
      degree(union) => 2
      degree(union) = {2}
      """
          .lines()
          .toList();

  private static String told(String check) {
    String yaml = Example.with(check);
    int before = Example.with("").split("\n", -1).length;
    List<Problem> problems = Example.problems(yaml);
    assertThat(problems).as(check).isNotEmpty();
    int start = "    check: '".length();
    return problems.stream()
        .map(p -> {
          assertThat(p.place().line()).as(check).isEqualTo(before - 1);
          return " ".repeat(p.place().column() - start - 1)
              + "^".repeat(Math.max(1, p.place().length()))
              + "\n  "
              + p.message()
              + "\n";
        })
        .collect(Collectors.joining("", check + "\n", "\n"));
  }

  @Test
  void eachIsRefusedInWordsThatHelp() {
    assertThat(WRONG).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    Golden.check(
        "claims-wrong.txt",
        WRONG.stream().map(WrongChecksTest::told).collect(Collectors.joining()));
  }

  @Test
  void theyAreToldTogetherWithTheRestOfTheFile() {
    String yaml =
        Example.YAML.replace("demand < full, award]", "demand < ful, awrad]")
            + Example.claim("count(equlibria(SEQ)) = 0 and stable(dael, SEQ)");
    assertThat(Example.problems(yaml).stream().map(Problem::message))
        .containsExactly(
            "option 'demand' has no level 'ful', expected none, modest, full; did you mean 'full'?",
            "unknown name 'awrad' in a priority of 'ministry', expected an option, an event or a"
                + " condition; did you mean 'award'?",
            "there is no function 'equlibria'; did you mean 'equilibria'?",
            "there is no state 'dael'; did you mean 'deal'?");
  }

  @Test
  void nothingIsSaidTwiceOfWhatCouldNotBeRead() {
    String yaml =
        Example.YAML.replace("deal: {does: {", "deal: {dose: {")
            + Example.claim("stable(deal, SEQ)");
    assertThat(Example.problems(yaml))
        .allMatch(p -> !p.message().contains("there is no state"))
        .isNotEmpty();
  }
}
