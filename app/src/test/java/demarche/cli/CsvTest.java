package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables say the same as the JSON.
final class CsvTest {
  private static final Pattern COMMA = Pattern.compile(",");

  @Test
  void ferryReadsAsReviewed() {
    Outcome outcome =
        Demarche.run(
            "stability",
            "scenarios/ferry.yaml",
            "--concept",
            "SEQ",
            "--format",
            "csv",
            "--list",
            "6");
    assertThat(outcome.out())
        .isEqualTo(
            """
            state,union.strike,union.demand,owners.lockout,board.award,stability.SEQ.equilibria,\
            stability.SEQ.stable.union,stability.SEQ.stable.owners,stability.SEQ.stable.ministry,\
            stability.SEQ.stable.board
            0000,no,none,no,no,0,0,1,1,1
            0010,no,none,yes,no,0,0,1,1,1
            0100,no,modest,no,no,0,0,1,1,1
            0101,no,modest,no,yes,0,0,1,1,1
            0110,no,modest,yes,no,0,0,1,1,1
            0200,no,full,no,no,0,1,1,1,0
            """);
    assertThat(outcome.err()).contains("6 of 16 states written; --list all writes every one");
  }

  @Test
  void membersOfACoalitionShareACell() {
    Outcome outcome =
        Demarche.run(
            "explain",
            "scenarios/library/elmira9.yaml",
            "s5",
            "--actor",
            "moe,uniroyal",
            "--concept",
            "CSEQ",
            "--format",
            "csv");
    assertThat(outcome.out().lines())
        .contains(
            "state,coalition,concept,stable,improvements.to,improvements.moves.by,"
                + "improvements.moves.to,improvements.moves.gains,improvements.why",
            "s5,moe uniroyal,CSEQ,false,s8,moe,s6,false,no-reply");
  }

  @Test
  void explanationHasARowForEachStep() {
    Outcome outcome =
        Demarche.run(
            "explain",
            "scenarios/ferry.yaml",
            "0210",
            "--actor",
            "owners",
            "--concept",
            "GMR",
            "--format",
            "csv");
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines.getFirst())
        .startsWith("state,actor,concept,stable,improvements.to,improvements.change,")
        .contains("improvements.sanction.by,improvements.sanction.to,improvements.sanction.gains");
    assertThat(lines.subList(1, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("0210,owners,GMR,true,"));
    assertThat(lines.get(1)).contains(",union,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ferry", "library/garrison", "library/elmira9", "korea-2019"})
  void everyColumnMarksTheStatesOfItsList(String name) {
    String file = "scenarios/" + name + ".yaml";
    JsonNode json =
        new JsonMapper()
            .readTree(Demarche.run("stability", file, "--format", "json", "--list", "all").out());
    List<String> lines =
        Demarche.run("stability", file, "--format", "csv", "--list", "all").out().lines().toList();
    List<String> header = COMMA.splitAsStream(lines.getFirst()).toList();
    List<List<String>> marked = new ArrayList<>();
    header.forEach(_ -> marked.add(new ArrayList<>()));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = COMMA.splitAsStream(line).toList();
      for (int c = 1; c < cells.size(); c++) {
        if (cells.get(c).equals("1")) marked.get(c).add(cells.getFirst());
      }
    }
    int columns = 0;
    for (Map.Entry<String, JsonNode> concept : json.path("stability").properties()) {
      String path = "stability." + concept.getKey();
      if (concept.getValue().has("notSearched")) continue;
      columns++;
      assertThat(marked.get(header.indexOf(path + ".equilibria")))
          .isEqualTo(texts(concept.getValue().path("equilibria")));
      for (Map.Entry<String, JsonNode> party : concept.getValue().path("stable").properties()) {
        columns++;
        assertThat(marked.get(header.indexOf(path + ".stable." + party.getKey())))
            .isEqualTo(texts(party.getValue()));
      }
    }
    assertThat(header).filteredOn(h -> h.startsWith("stability.")).hasSize(columns);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asString()));
    return texts;
  }
}
