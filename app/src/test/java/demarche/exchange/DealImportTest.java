package demarche.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.settlement.deals.Additive;
import demarche.lens.settlement.deals.Bargain;
import demarche.model.Model;
import demarche.model.Models;
import demarche.model.Preference;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.states.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Deal domains of GENIUS and GeniusWeb, made up for this test.
final class DealImportTest {
  private static final String DOMAIN =
      """
      <negotiation_template>
       <utility_space number_of_issues="2">
        <objective index="0" name="root" type="objective">
         <issue index="1" name="Boat type" type="discrete" vtype="discrete">
          <item index="1" value="No" cost="7"/>
          <item index="2" value="Ferry"/>
         </issue>
         <issue index="2" name="Price" type="integer" lowerbound="-1" upperbound="1"/>
        </objective>
       </utility_space>
      </negotiation_template>
      """;

  private static final String PROFILE =
      """
      <utility_space>
       <objective index="0" name="root" type="objective">
        <issue index="1" name="Boat type" type="discrete" vtype="discrete">
         <item index="1" value="No" evaluation="1"/>
         <item index="2" value="Ferry" evaluation="4"/>
        </issue>
        <issue index="2" name="Price" type="integer" lowerbound="-1" upperbound="1">
         <evaluator ftype="linear" slope="-0.25" offset="0.5"/>
        </issue>
        <weight index="1" value="0.6"/>
        <weight index="2" value="0.4"/>
       </objective>
       <discount_factor value="0.9"/>
       <reservation value="0.3"/>
      </utility_space>
      """;

  private static Incoming file(String name, String text) {
    return new Incoming(name, text.getBytes(UTF_8));
  }

  private static Models models(String yaml) {
    try {
      return Models.of(
          ScenarioFile.open("new.yaml", _ -> new ByteArrayInputStream(yaml.getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bargain bargain(Model model) {
    if (Additive.of(model) instanceof Additive.Found found) return found.bargain();
    throw new AssertionError(Additive.of(model));
  }

  private static BigFraction value(Bargain bargain, int... levels) {
    List<Integer> agreed = IntStream.of(levels).boxed().toList();
    return bargain.sides().getFirst().value(agreed);
  }

  @Test
  void geniusDomainBecomesAScenarioWithBothConventions() {
    DealDraft draft =
        GeniusReader.read(
            List.of(file("d.xml", DOMAIN), file("a.xml", PROFILE), file("b.xml", PROFILE)), "Boat");
    assertThat(draft.notes()).anySatisfy(n -> assertThat(n).contains("discount factor 0.9"));
    Models models = models(draft.yaml());
    assertThat(models.unvaried().actors()).hasSize(2);
    Bargain raw = bargain(models.unvaried());
    assertThat(raw.issues().getFirst().levels()).containsExactly("v-no", "ferry");
    assertThat(raw.issues().getLast().levels()).containsExactly("minus-1", "v-0", "1");
    assertThat(raw.sides().getFirst().reservation()).isEqualTo(BigFraction.of(3, 10));
    assertThat(value(raw, 1, 0)).isEqualTo(BigFraction.of(27, 10)); // 4 * 0.6 + 0.75 * 0.4
    assertThat(value(raw, 0, 2)).isEqualTo(BigFraction.of(7, 10)); // 0.6 + 0.25 * 0.4
    Bargain normalised = bargain(models.variant("normalised"));
    assertThat(value(normalised, 1, 0)).isEqualTo(BigFraction.of(9, 10));
    assertThat(value(normalised, 0, 2)).isEqualTo(BigFraction.of(1, 4));
  }

  @Test
  void profilesSufficeWithoutTheDomain() {
    DealDraft draft =
        GeniusReader.read(List.of(file("a.xml", PROFILE), file("b.xml", PROFILE)), "Boat");
    assertThat(bargain(models(draft.yaml()).unvaried()).packages()).isEqualTo(6);
  }

  @Test
  void realIssuesAreTakenAtElevenValues() {
    String real = PROFILE.replace("type=\"integer\"", "type=\"real\"");
    DealDraft draft = GeniusReader.read(List.of(file("a.xml", real), file("b.xml", real)), "Boat");
    assertThat(draft.notes()).anySatisfy(n -> assertThat(n).contains("11 values of it are kept"));
    assertThat(bargain(models(draft.yaml()).unvaried()).packages()).isEqualTo(22);
  }

  @Test
  void mistakesAreToldWithTheirPlaces() {
    refused(PROFILE.replace("evaluation=\"4\"", "evaluation=\"four\""), "a.xml:5:4: ", "'four'");
    refused(PROFILE.replace("<weight index=\"2\" value=\"0.4\"/>", ""), "a.xml:7:3: ", "no weight");
    refused(PROFILE.replace("\"Ferry\"", "\"Fery\""), "a.xml:5:4: ", "no value 'Fery'");
    refused(PROFILE.replace("index=\"2\" name", "index=\"3\" name"), "a.xml:2:2: ", "index 2");
    refused(PROFILE.replace("</objective>", ""), "a.xml:", "no sound XML");
    refused(PROFILE.replace("ftype=\"linear\"", "ftype=\"triangular\""), "a.xml:8:4", "triangular");
    refused("<html/>", "a.xml:1:1: ", "expected a domain or a profile");
    refused(DOMAIN, "a.xml:1:1: ", "expected a profile, this is a second domain");
    assertThatThrownBy(() -> GeniusReader.read(List.of(file("d.xml", DOMAIN)), "Boat"))
        .isInstanceOf(InvalidScenario.class)
        .hasMessageContaining("there is no profile");
  }

  private static void refused(String profile, String... told) {
    assertThatThrownBy(
            () -> GeniusReader.read(List.of(file("d.xml", DOMAIN), file("a.xml", profile)), "Boat"))
        .isInstanceOf(InvalidScenario.class)
        .satisfies(e ->
            assertThat(((InvalidScenario) e).problems().toString()).as(profile).contains(told));
  }

  @Test
  void documentTypesAreRefused() {
    refused(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + PROFILE.replace("Boat type", "&x;"),
        "a.xml:1:1: ",
        "a document type is not read");
    assertThatThrownBy(() -> GeniusReader.read(List.of(file("a.xml", "<a>".repeat(60))), "Boat"))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("deeper elements");
  }

  @Test
  void rectanglesHoldTheirBounds() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int issues = 1 + random.nextInt(3);
      StringBuilder head = new StringBuilder();
      for (int i = 1; i <= issues; i++) {
        head.append("<issue index=\"%d\" name=\"i%d\" type=\"integer\" ".formatted(i, i));
        head.append("lowerbound=\"0\" upperbound=\"4\"/>\n");
      }
      int[][] low = new int[6][issues];
      int[][] high = new int[6][issues];
      StringBuilder boxes = new StringBuilder();
      for (int b = 0; b < 6; b++) {
        boxes.append("<hyperRectangle utility=\"%d\">\n".formatted(b + 3));
        for (int i = 0; i < issues; i++) {
          low[b][i] = 0;
          high[b][i] = 4;
          if (random.nextInt(3) == 0) continue;
          low[b][i] = random.nextInt(5);
          high[b][i] = low[b][i] + random.nextInt(5 - low[b][i]);
          boxes.append(
              "<INCLUDES index=\"%d\" min=\"%d\" max=\"%d\"/>\n"
                  .formatted(i + 1, low[b][i], high[b][i]));
        }
        boxes.append("</hyperRectangle>\n");
      }
      String profile =
          "<utility_space type=\"nonlinear\"><objective>%s<utility maxutility=\"40\"><ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">%s</ufun></utility></objective></utility_space>"
              .formatted(head, boxes);
      Model model =
          models(GeniusReader.read(List.of(file("a.xml", profile)), "Boxes").yaml()).unvaried();
      Preference.Values values = (Preference.Values) model.actors().getFirst().preference().order();
      for (int k = 0; k < 20; k++) {
        int[] bid = random.ints(issues, 0, 5).toArray();
        int sum = 0;
        for (int b = 0; b < 6; b++) {
          boolean inside = true;
          for (int i = 0; i < issues; i++) {
            inside &= low[b][i] <= bid[i] && bid[i] <= high[b][i];
          }
          if (inside) sum += b + 3;
        }
        int[] levels = IntStream.of(bid).map(v -> v + 1).toArray();
        assertThat(values.of(levels)).as(profile).isEqualTo(BigFraction.of(sum, 40));
      }
    }
  }

  private static final String WEB =
      """
      {"LinearAdditiveUtilitySpace": {
        "issueUtilities": {
          "type": {"discreteutils": {"valueUtilities": {"yoga": 0.8, "running": 0.2}}},
          "price": {"DiscreteValueSetUtilities": {"valueUtilities": {"$5": 1, "$15": 0.5}}}},
        "issueWeights": {"type": 0.25, "price": 0.75},
        "domain": {"name": "fit", "issuesValues": {
          "type": {"values": ["yoga", "running"]}, "price": {"values": ["$5", "$15"]}}},
        "name": "one",
        "reservationBid": {"issuevalues": {"type": "running", "price": "$15"}}}}
      """;

  @Test
  void geniusWebProfilesAreRead() {
    Bargain bargain =
        bargain(
            models(
                    GeniusWebReader.read(List.of(file("a.json", WEB), file("b.json", WEB)), "Fit")
                        .yaml())
                .unvaried());
    assertThat(bargain.packages()).isEqualTo(4);
    assertThat(value(bargain, 0, 0)).isEqualTo(BigFraction.of(19, 20));
    assertThat(bargain.sides().getFirst().reservation()).isEqualTo(BigFraction.of(17, 40));
    assertThatThrownBy(() ->
            GeniusWebReader.read(
                List.of(file("a.json", WEB.replace("\"type\": 0.25", "\"type\": \"x\""))), "Fit"))
        .satisfies(e ->
            assertThat(((InvalidScenario) e).problems().toString())
                .contains("a.json:5:", "a weight is text, expected a number"));
  }
}
