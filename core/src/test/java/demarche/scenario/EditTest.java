package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Models;
import demarche.model.Preference;
import demarche.testing.Scenarios;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What each edit does to a file, beside the same file written out.
final class EditTest {
  private static final String BASE =
      """
      demarche: 1
      title: Two firms and a regulator
      parameters: {stake: {value: 2, range: [1, 3]}}
      actors:
        north:
          options: {build: {}, price: {levels: [low, mid, high]}}
          red-lines: [{id: no-fine, never: fine}, {never: enter and build}]
          values:
            - {id: plant, want: build, weight: stake, range: [0, 9], stated: 0}
            - {id: income, of: price, weights: {mid: 1, high: 3}}
        south:
          options: {enter: {}}
          values: [{avoid: enter and build, weight: 5}]
        office:
          options: {}
          priorities: [not (price = high), {id: calm, want: not fine}, build]
      bodies:
        court:
          options: {fine: {}}
          members: [north, south, office]
          rule: [{yes: 2, veto: [north, south]}, {yes-share: 1 / 2}]
      beliefs: {south: {of: {north: {values: [{id: plant, want: build, weight: 9}]}}}}
      variants: {v: {parameters: {stake: 7}, bodies: {court: {rule: {yes: 1}}}}}
      """;

  private static void same(Edit edit, String from, String to) {
    Model edited = Scenarios.model(BASE).with(edit);
    Model written = Scenarios.model(BASE.replace(from, to));
    assertThat(BASE).contains(from);
    for (int a = 0; a < written.actors().size(); a++) {
      Preference expected = written.actors().get(a).preference();
      assertThat(edited.actors().get(a).preference().meansTheSame(expected))
          .as("%s gives %s", edit, edited.actors().get(a))
          .isTrue();
    }
    Body expected = written.bodies().getFirst();
    assertThat(edited.bodies().getFirst().rules()).isEqualTo(expected.rules());
    assertThat(edited.bodies().getFirst().seats()).isEqualTo(expected.seats());
    assertThat(edited.parameters()).isEqualTo(written.parameters());
  }

  @Test
  void anEditIsTheFileWrittenAnew() {
    same(new Edit.Parameter("stake", "4 / 3"), "{value: 2, range: [1, 3]}", "4 / 3");
    same(new Edit.Weight("north", "plant", "2 * stake"), "weight: stake", "weight: 2 * stake");
    same(new Edit.Weight("south", "enter and build", "-1"), "weight: 5", "weight: -1");
    same(new Edit.LevelWeight("north", "income", "mid", "8"), "mid: 1", "mid: 8");
    same(new Edit.LevelWeight("north", "income", "low", "8"), "high: 3}", "high: 3, low: 8}");
    String wants = "[not (price = high), {id: calm, want: not fine}, build]";
    same(
        new Edit.MovedPriority("office", "priority-3", 1),
        wants,
        "[build, not (price = high), {id: calm, want: not fine}]");
    same(
        new Edit.MovedPriority("office", "calm", 3),
        wants,
        "[not (price = high), build, not fine]");
    same(new Edit.DroppedPriority("office", "calm"), wants, "[not (price = high), build]");
    same(
        new Edit.NewPriority("office", "enter", 4),
        wants,
        "[not (price = high), not fine, build, enter]");
    String lines = "[{id: no-fine, never: fine}, {never: enter and build}]";
    same(new Edit.DroppedRedLine("north", "red-line-2"), lines, "[{never: fine}]");
    same(new Edit.DroppedRedLine("north", "no-fine"), lines, "[{never: enter and build}]");
    same(
        new Edit.NewRedLine("office", "fine and enter"),
        "priorities:",
        "red-lines: [{never: fine and enter}]\n    priorities:");
    same(new Edit.Majority("court", 1, "3"), "yes: 2", "yes: 3");
    same(new Edit.Majority("court", 2, "2 / 3"), "yes-share: 1 / 2", "yes-share: 2 / 3");
    same(new Edit.Vetoes("court", 2, List.of("office")), "1 / 2}", "1 / 2, veto: [office]}");
    same(new Edit.Vetoes("court", 1, List.of()), ", veto: [north, south]", "");
  }

  @Test
  void anEditWinsOverVariantsAndReachesPictures() {
    Models models = Scenarios.models(BASE);
    Model varied = models.variant("v").with(new Edit.Parameter("stake", "3"));
    assertThat(varied.parameters()).containsEntry("stake", BigFraction.of(3));
    assertThat(varied.scenario().head().variant()).isEqualTo("v");
    assertThat(varied.unvaried().parameters()).containsEntry("stake", BigFraction.of(3));
    Model rule = models.variant("v").with(new Edit.Majority("court", 1, "3"));
    assertThat(rule.bodies().getFirst().rules()).containsExactly(new Body.YesVotes(3));
    Model seen = models.unvaried().with(new Edit.LevelWeight("north", "income", "mid", "8"));
    Model written = Scenarios.model(BASE.replace("mid: 1", "mid: 8"));
    assertThat(pictured(seen).meansTheSame(pictured(written))).isTrue();
    assertThat(pictured(seen).meansTheSame(pictured(models.unvaried()))).isFalse();
  }

  /// What south takes north to want.
  private static Preference pictured(Model model) {
    return List.copyOf(model.beliefs().getFirst().views().values()).getFirst();
  }

  @Test
  void whatOnlyOneWorldHasLeavesTheOthersAsTheyAre() {
    Models models = Scenarios.models(BASE);
    Model edited = models.unvaried().with(new Edit.Majority("court", 2, "1"));
    assertThat(edited.variant("v").bodies().getFirst().rules())
        .containsExactly(new Body.YesVotes(1));
    assertThat(refusal("v", new Edit.Majority("court", 2, "1")))
        .isEqualTo("what-if:1:23: there is no rule 2 of 'court', expected 1 to 1");
  }

  @Test
  void editsAddUpAndLeaveTheModelBefore() {
    Model model = Scenarios.model(BASE);
    Model edited =
        model
            .with(new Edit.Weight("south", "enter and build", "1"))
            .with(new Edit.MovedPriority("office", "priority-3", 1))
            .with("stake", BigFraction.of(9))
            .with(new Edit.MovedPriority("office", "priority-1", 2));
    Model written =
        Scenarios.model(
            BASE.replace("weight: 5", "weight: 1")
                .replace("[not (price = high), ", "[not (price = high), build, ")
                .replace("fine}, build]", "fine}]")
                .replace("{value: 2, range: [1, 3]}", "9"));
    for (int a = 0; a < 3; a++) {
      Preference expected = written.actors().get(a).preference();
      assertThat(edited.actors().get(a).preference().meansTheSame(expected)).isTrue();
    }
    assertThat(model.parameters()).containsEntry("stake", BigFraction.of(2));
  }

  @Test
  void whatCannotBeIsRefusedInOneSentence() {
    assertThat(refusal("", new Edit.Parameter("stak", "3")))
        .isEqualTo("what-if:1:1: unknown parameter 'stak'; did you mean 'stake'?");
    assertThat(refusal("", new Edit.Parameter("stake", "3 +")))
        .isEqualTo("what-if:1:10: a number is missing here");
    assertThat(refusal("", new Edit.Weight("nroth", "plant", "3")))
        .isEqualTo("what-if:1:11: unknown actor 'nroth'; did you mean 'north'?");
    assertThat(refusal("", new Edit.Weight("north", "plnt", "3")))
        .isEqualTo("what-if:1:21: unknown value term 'plnt' of 'north'; did you mean 'plant'?");
    assertThat(refusal("", new Edit.Weight("north", "plant", "")))
        .startsWith("what-if:1:29: expected a number, found nothing");
    assertThat(refusal("", new Edit.Weight("north", "plant", "stke")))
        .isEqualTo("what-if:1:29: unknown parameter 'stke'; did you mean 'stake'?");
    assertThat(refusal("", new Edit.Weight("north", "income", "3")))
        .isEqualTo("what-if:1:21: 'income' has a weight for each level, expected a level to weigh");
    assertThat(refusal("", new Edit.LevelWeight("north", "income", "hgih", "3")))
        .contains("option 'price' has no level 'hgih'", "did you mean 'high'?");
    assertThat(refusal("", new Edit.NewPriority("south", "enter", 1)))
        .isEqualTo("what-if:1:13: 'south' has 'values', expected an actor with priorities");
    assertThat(refusal("", new Edit.NewPriority("office", "entre", 1)))
        .contains("what-if:1:21: unknown name 'entre'", "did you mean 'enter'?");
    assertThat(refusal("", new Edit.MovedPriority("office", "calm", 4)))
        .endsWith("there is no place 4, expected 1 to 3");
    assertThat(refusal("", new Edit.DroppedRedLine("north", "red-line-3")))
        .contains("unknown red line 'red-line-3' of 'north'; did you mean 'red-line-2'?");
    assertThat(refusal("", new Edit.Majority("court", 1, "4")))
        .contains("what-if:1:31: 4 yes votes are required of 3 members");
    assertThat(refusal("", new Edit.Majority("cuort", 1, "4")))
        .endsWith("unknown body 'cuort'; did you mean 'court'?");
    assertThat(refusal("", new Edit.Vetoes("court", 1, List.of("nrth"))))
        .contains("'nrth' under 'veto' is no member of 'court'", "did you mean 'north'?");
  }

  private static String refusal(String variant, Edit edit) {
    Models models = Scenarios.models(BASE);
    Model model = variant.isEmpty() ? models.unvaried() : models.variant(variant);
    List<Problem> problems =
        catchThrowableOfType(InvalidScenario.class, () -> model.with(edit)).problems();
    assertThat(problems).as("%s", edit).hasSize(1);
    return problems.getFirst().toString();
  }
}
