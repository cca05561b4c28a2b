package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Options of single lenses that ask for what cannot be are wrong usage.
final class WrongUsageTest {
  @Test
  void aTextThatNoBodyCanHaveIsWrongUsage() {
    refused(
        "council",
        Map.of(
            List.of("--body", "bord"),
            "there is no body 'bord', expected one of board; did you mean 'board'?",
            List.of("--text", "strike=yes"),
            "'strike' is decided by 'union' alone and not by a body, so it is no clause of a text",
            List.of("--text", "award=maybe"),
            "'maybe' is no level of 'award', expected one of no, yes",
            List.of("--text", "del"),
            "there is no state 'del'"));
  }

  @Test
  void aRoleThatNobodyCanPlayIsWrongUsage() {
    refused(
        "roles",
        Map.of(
            List.of("--actor", "onion"),
            "there is no actor 'onion', expected one of union, owners, ministry; did you mean"
                + " 'union'?",
            List.of("--target", "peac"),
            "there is no target 'peac', expected one of peace; did you mean 'peace'?",
            List.of("--observer", "owners"),
            "--observer: no target of the file is one of 'owners'",
            List.of("--kind", "pasive"),
            "there is no kind 'pasive', expected one of passive, absent, indifferent, without-veto,"
                + " copy, inactive; did you mean 'passive'?",
            List.of("--threshold", "5"),
            "--threshold is 5.0, expected a number from 0 to 1",
            List.of("--explain", "union", "spoilr"),
            "there is no role 'spoilr'",
            List.of("--explain", "union", "spoiler", "--actor", "union"),
            "--explain names its actor; leave --actor out"));
  }

  @Test
  void aDraftThatCannotBeHeldAgainstATextIsWrongUsage() {
    refused(
        "council",
        Map.of(
            List.of("--against", "deal"),
            "--against needs --text, the draft",
            List.of("--text", "deal", "--sponsor", "union"),
            "--sponsor needs --against",
            List.of("--text", "deal", "--against", "del"),
            "--against: there is no state 'del'",
            List.of("--text", "0000", "--against", "deal"),
            "'0000' changes nothing that a body decides",
            List.of("--text", "award=yes", "--against", "deal", "--sponsor", "union"),
            "'award=yes' is not feasible",
            List.of("--text", "0101", "--against", "deal"),
            "the draft '0101' could be of union, ministry; name one with --sponsor",
            List.of("--text", "deal", "--against", "0101", "--sponsor", "ministri"),
            "'ministri' may table no text in 'board', expected one of union, ministry; did you mean"
                + " 'ministry'?"));
  }

  @Test
  void aForecastThatCannotBeIsWrongUsage() {
    refused(
        "forecast",
        Map.of(
            List.of("--compare", "no-bord"),
            "there is no variant 'no-bord', expected one of no-board, rich, pledge; did you mean"
                + " 'no-board'?",
            List.of("--runs", "0"),
            "--runs is 0, expected a number from 1 to 10,000,000",
            List.of("--runs", "-3"),
            "--runs is -3, expected a number from 1 to 10,000,000",
            List.of("--seed", "seven"),
            "seven"));
    Outcome none = Demarche.run("forecast", "scenarios/library/chicken.yaml");
    assertThat(none.exit()).isZero();
    assertThat(none.err()).contains("has no forecast; nothing to work out");
  }

  @Test
  void aChangeThatCannotBeAskedForIsWrongUsage() {
    refused(
        "change",
        Map.of(
            List.of(),
            "expected one of --target, --proposal and --state",
            List.of("--proposal", "deel"),
            "there is no proposal 'deel', expected one of deal, road; did you mean 'deal'?",
            List.of("--proposal", "deal", "--kinds", "weigths"),
            "there is no kind of change 'weigths'",
            List.of("--proposal", "deal", "--kinds", "beliefs"),
            "--kinds beliefs stands alone, with --goal stable",
            List.of("--target", "demnd = full"),
            "unknown name 'demnd'",
            List.of("--state", "strike=maybe"),
            "'maybe' is no level of 'strike'",
            List.of("--proposal", "deal", "--orders", "board"),
            "there is no actor 'board', expected one of union, owners, ministry",
            List.of("--proposal", "deal", "--goal", "good"),
            "expected one of acceptable, stable, durable, found 'good'",
            List.of("--proposal", "deal", "--tries", "0"),
            "--tries is 0, expected 1 or more"));
  }

  /// Each of these options, asked of the ferry, is told by its message.
  private static void refused(String command, Map<List<String>, String> messages) {
    messages.forEach((options, message) -> {
      List<String> call = new ArrayList<>(List.of(command, "scenarios/ferry.yaml"));
      call.addAll(options);
      Outcome outcome = Demarche.run(call.toArray(String[]::new));
      assertThat(outcome.exit()).as(message).isEqualTo(2);
      assertThat(outcome.err()).contains(message);
      assertThat(outcome.out()).isEmpty();
    });
  }
}
