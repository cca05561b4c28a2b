package demarche.report;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.report.Style.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How tables of states keep to the width that there is.
final class FiguresTest {
  private static final List<Slot.OfConcept> MARKS =
      List.of(new Slot.OfConcept("R", "nobody gains"), new Slot.OfConcept("SEQ", "gains are lost"));

  /// A state of sixteen options, all of them low but those given.
  private static Figure.Row row(String label, Integer... high) {
    List<Slot.Setting> settings =
        IntStream.range(0, 16)
            .mapToObj(o -> setting(o, List.of(high).contains(o) ? "yes" : "no"))
            .toList();
    StringBuilder code = new StringBuilder();
    settings.forEach(s -> code.append(s.level().equals("yes") ? '1' : '0'));
    List<Slot.Setting> differences =
        settings.stream().filter(s -> s.level().equals("yes")).toList();
    return new Figure.Row(
        new Slot.OfState(code.toString(), settings, differences),
        label,
        List.of(true, high.length == 0),
        Sentence.say("1 move"));
  }

  private static Slot.Setting setting(int option, String level) {
    String id = "option-" + (char) ('a' + option);
    return new Slot.Setting(id, id, "Somebody", level);
  }

  private static List<String> drawn(int width, Figure.Row... rows) {
    return drawn(width, 0, rows);
  }

  private static List<String> drawn(int width, long left, Figure.Row... rows) {
    Page page = new Page(Style.plain(width, Marks.UNICODE));
    Figure.StateTable table = new Figure.StateTable("", MARKS, List.of(rows), left);
    new Figures(new Phrases(MARKS), page).draw(table);
    return new ArrayList<>(page.toString().lines().toList());
  }

  @Test
  void everyOptionHasItsColumnWhereThereIsRoom() {
    List<String> lines = drawn(240, row("", 3), row("", 3, 5));
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).contains("option-a", "option-d", "option-p", "R", "SEQ");
  }

  @Test
  void optionsThatAreTheSameInAllRowsAreSaidOnce() {
    List<String> lines = drawn(80, row("", 3), row("", 3, 5), row("", 3, 7));
    assertThat(lines.getFirst().strip().split(" +", -1))
        .containsExactly("option-f", "option-h", "R", "SEQ");
    assertThat(lines.get(2)).matches(" *0001010000000000 +yes +no +● +· +1 move");
    String rest = String.join(" ", lines.subList(4, lines.size())).replaceAll(" +", " ");
    assertThat(rest)
        .startsWith(" In all: no option-a, no option-b, no option-c, option-d, no option-e, no")
        .doesNotContain("option-f", "option-h");
  }

  @Test
  void rowsThatAreLeftOutAreCountedAndNotSpokenFor() {
    List<String> lines = drawn(80, 8, row("", 3), row("", 3, 5));
    assertThat(lines).anyMatch(line -> line.startsWith("  In all shown: "));
    assertThat(lines.getLast()).isEqualTo("  and 8 more; --list all shows every one");
    assertThat(drawn(80, 8)).containsExactly("  8 more; --list all shows every one");
  }

  @Test
  void manyDifferencesAreToldInWords() {
    List<String> lines =
        drawn(80, row("status quo"), row("", 0, 1, 2, 3, 4, 5), row("plan", 6, 7, 8, 9));
    assertThat(lines.get(1)).matches(" *0{16} +the status quo +● +● +1 move");
    assertThat(String.join("\n", lines))
        .contains("option-a, option-b,", "plan; 1 move")
        .doesNotContain("In all");
    assertThat(lines).allMatch(line -> line.length() <= 80);
  }

  @Test
  void wordsAreExplainedOnceAndAllTogether() {
    Phrases phrases = new Phrases(MARKS);
    assertThat(phrases.newlyMet()).isEmpty();
    assertThat(phrases.header("SEQ")).isEqualTo("SEQ");
    assertThat(phrases.newlyMet().keySet()).containsExactly("R", "SEQ");
    assertThat(phrases.met(MARKS.getFirst())).isEqualTo("R");
    assertThat(phrases.newlyMet()).isEmpty();
  }

  @Test
  void listsWithCommasInsideAreJoinedBySemicolons() {
    Phrases phrases = new Phrases(List.of());
    Slot plain = new Slot.Several(List.of(new Slot.Plain("a"), new Slot.Plain("b")));
    Slot odd =
        new Slot.Several(
            List.of(new Slot.Plain("a, first"), new Slot.Plain("b"), new Slot.Plain("c")));
    Style style = Style.plain(100, Marks.UNICODE);
    assertThat(phrases.of(plain).lines(100, style).getFirst().text()).isEqualTo("a and b");
    assertThat(phrases.of(odd).lines(100, style).getFirst().text()).isEqualTo("a, first; b; and c");
  }

  private static String told(Figure figure) {
    Page page = new Page(Style.plain(100, Marks.UNICODE));
    new Figures(new Phrases(MARKS), page).draw(figure);
    return page.toString().replaceAll("\\s+", " ");
  }

  private static Slot.OfParty party(String name) {
    return new Slot.OfParty(name, name);
  }

  @Test
  void mapsSayWhoGoesWhere() {
    Sentence holds = Sentence.say("holds");
    Figure.Spot from =
        new Figure.Spot(
            row("").state(), List.of(), Figure.Standing.NEVER, Sentence.say("does not"));
    Figure.Spot to = new Figure.Spot(row("", 3).state(), List.of(), Figure.Standing.ALWAYS, holds);
    List<Slot.OfParty> both = List.of(party("Ann"), party("Bob"));
    assertThat(
            told(
                new Figure.StateMap(
                    "",
                    List.of(from, to),
                    List.of(
                        new Figure.Way(0, 1, Figure.Going.ALONE, both.subList(0, 1)),
                        new Figure.Way(0, 1, Figure.Going.TOGETHER, both)),
                    Sentence.say("Left out: 3 states"))))
        .contains("the status quo Ann option-d [0001000000000000] holds")
        .contains("the status quo Ann and Bob together option-d")
        .endsWith("Left out: 3 states. ");
  }

  @Test
  void multiplesHaveAColumnForEachParty() {
    Figure.Bar better = new Figure.Bar("plan", Figure.Change.BETTER, 1, Sentence.say("+7"));
    Figure.Bar never =
        new Figure.Bar("plan", Figure.Change.FORBIDDEN, 0, Sentence.say("crosses a line"));
    assertThat(
            told(
                new Figure.Multiples(
                    "",
                    List.of(
                        new Figure.Panel(party("Ann"), "value", List.of(better)),
                        new Figure.Panel(party("Bob"), "value", List.of(never))))))
        .isEqualTo(" Ann Bob plan +7 crosses a line ");
  }

  @Test
  void matricesHaveAColumnForEachPartyAndARemark() {
    Figure.Cell gain = new Figure.Cell(Figure.Change.BETTER, Sentence.say("+7"));
    Figure.Cell never = new Figure.Cell(Figure.Change.FORBIDDEN, Sentence.say("red line"));
    assertThat(
            told(
                new Figure.Matrix(
                    "",
                    List.of(party("Ann"), party("Bob")),
                    List.of(
                        new Figure.Line(
                            Sentence.say("plan"),
                            List.of(gain, never),
                            Sentence.say("Bob blocks"))))))
        .isEqualTo(" Ann Bob plan +7 red line Bob blocks ");
  }

  @Test
  void plotsNameWhatHasANameAndCountTheRest() {
    Sentence told = Sentence.say("1 and 2");
    assertThat(
            told(
                new Figure.Plot(
                    "",
                    "gain of Ann",
                    "gain of Bob",
                    List.of(
                        new Figure.Dot(1, 2, Figure.Rank.FRONTIER, List.of("plan"), told),
                        new Figure.Dot(0, 2, Figure.Rank.WITHIN, List.of(), told)),
                    List.of(),
                    Sentence.say("Left out: 3 dots"))))
        .isEqualTo(
            " gain of Ann, gain of Bob plan 1 and 2 1 other dot in the plot of the report Left out: 3"
                + " dots. ");
  }

  @Test
  void curvesAreRowsOfHeightsThatShowTheEndsOnlyWhereTheyAre() {
    Figure.Curve rising =
        new Figure.Curve(
            "war", List.of(0.0, 0.001, 0.5, 0.999, 1.0), List.of(), Sentence.say("sure"));
    assertThat(
            told(
                new Figure.Curves(
                    "",
                    "years",
                    "probability",
                    List.of(0.0, 1.0, 2.0, 3.0, 4.0),
                    new Figure.Span(0, 1),
                    List.of(rising))))
        .isEqualTo(" years war ▁▂▅▇█ sure ");
  }

  @Test
  void whatThingsHingeOnIsAListOfInputsWithTheirScale() {
    Figure.Swing first =
        new Figure.Swing("p-war", Figure.Course.FALLING, 0.8, Sentence.say("-0.80"));
    Figure.Swing second = new Figure.Swing("q", Figure.Course.RISING, 0.3, Sentence.say("+0.30"));
    assertThat(
            told(
                new Figure.Tornado(
                    "",
                    List.of(
                        new Figure.Funnel("deal", "strength", List.of(first, second)),
                        new Figure.Funnel("peace", "strength", List.of(second))))))
        .isEqualTo(" finding input deal p-war -0.80 q +0.30 peace q +0.30 strength. ");
  }

  @Test
  void networksAreToldByTheirLinksWhereTheseSayAnythingElseByTheirNodes() {
    List<Figure.Node> nodes =
        List.of(
            new Figure.Node(Sentence.say("Ann"), Sentence.say("first"), Figure.Weight.PLAIN),
            new Figure.Node(Sentence.say("Bob"), Sentence.say("second"), Figure.Weight.STRONG));
    Figure.Link mute = new Figure.Link(0, 1, Sentence.say(""), Figure.Weight.PLAIN);
    Figure.Link telling =
        new Figure.Link(0, 1, Sentence.say("she cannot alone"), Figure.Weight.PLAIN);
    assertThat(
            told(
                new Figure.Network(
                    "", "who", "what", nodes, List.of(mute), Sentence.say(""), Sentence.say(""))))
        .isEqualTo(" who what Ann first Bob second ");
    assertThat(
            told(
                new Figure.Network(
                    "",
                    "who",
                    "for whom",
                    nodes,
                    List.of(telling),
                    Sentence.say(""),
                    Sentence.say(""))))
        .isEqualTo(" who for whom Ann Bob she cannot alone ");
  }
}
