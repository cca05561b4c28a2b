package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What analysts share and what splits them, in words.
///
/// @param columns what was asked
public record AnalystWords(List<Column> columns, Analysts analysts) {
  private static final String KEY = "analysts";

  public AnalystWords {
    columns = List.copyOf(columns);
  }

  public Answer answer() {
    List<Integer> shared = findings().filter(analysts::isShared).boxed().toList();
    List<Integer> split = findings().filter(f -> !analysts.isShared(f)).boxed().toList();
    List<Finding> findings = new ArrayList<>(List.of(split(split)));
    if (!shared.isEmpty()) findings.add(shared(shared));
    return new Answer(KEY, "Where analysts disagree", findings, data(), method());
  }

  private IntStream findings() {
    return IntStream.range(0, columns.size());
  }

  private Finding split(List<Integer> split) {
    List<Slot> names = analysts.worlds().stream().<Slot>map(w -> new Slot.Plain(w.by())).toList();
    Slot all = new Slot.Count(columns.size(), "finding", "findings");
    Sentence statement =
        split.isEmpty()
            ? say("The file and {} agree on all of {}", new Slot.Several(names), all)
            : say(
                "The file and {} agree on {} of {}; {} split them",
                new Slot.Several(names),
                new Slot.Count(columns.size() - split.size(), "", ""),
                all,
                new Slot.Count(split.size(), "", ""));
    return new Finding(
        "split",
        Prominence.HEADLINE,
        statement,
        whose(),
        split.isEmpty() ? List.of() : table(split));
  }

  /// For whom each analyst has an order.
  private List<Sentence> whose() {
    return analysts.worlds().stream()
        .map(world ->
            say(
                "By {} there is an order for {}",
                new Slot.Plain(world.by()),
                new Slot.Several(world.actors().stream().<Slot>map(Slot.Plain::new).toList())))
        .toList();
  }

  private List<Figure> table(List<Integer> split) {
    List<String> headers = new ArrayList<>(List.of("finding", "file"));
    analysts.worlds().forEach(world -> headers.add(world.by()));
    return List.of(
        new Figure.Table(
            "Findings that split analysts",
            headers,
            split.stream()
                .map(f ->
                    Stream.concat(
                            Stream.of(columns.get(f).words()), answers(f).map(AnalystWords::told))
                        .map(Digits::plain)
                        .toList())
                .toList()));
  }

  /// What the file says, then each analyst.
  private Stream<Cell> answers(int finding) {
    return Stream.concat(
        Stream.of(analysts.own().get(finding)),
        analysts.worlds().stream().map(w -> w.answers().get(finding)));
  }

  private static String told(Cell cell) {
    String told = Digits.of(cell);
    return told.isEmpty() ? "none" : told;
  }

  private Finding shared(List<Integer> shared) {
    return new Finding(
        "shared",
        Prominence.DETAIL,
        say("{} the same for all", new Slot.Count(shared.size(), "finding is", "findings are")),
        List.of(),
        List.of(
            new Figure.Table(
                "What all share",
                List.of("finding", "all"),
                shared.stream()
                    .map(f ->
                        Stream.of(columns.get(f).words(), told(analysts.own().get(f)))
                            .map(Digits::plain)
                            .toList())
                    .toList())));
  }

  private static List<Sentence> method() {
    return List.of(
        say(
            "In an analyst's world every actor has the order of its alternative by that name, where"
                + " there is one, however likely; all else is as in the base analysis"));
  }

  private Data data() {
    Map<String, Data> fields = new LinkedHashMap<>();
    List<Data> named = new ArrayList<>();
    for (Analysts.World world : analysts.worlds()) {
      Map<String, Data> one = new LinkedHashMap<>();
      one.put("by", new Data.Text(world.by()));
      one.put("actors", new Data.Items(world.actors().stream().<Data>map(Data.Text::new).toList()));
      named.add(new Data.Fields(one));
    }
    fields.put("analysts", new Data.Items(named));
    fields.put("shared", new Data.Whole(findings().filter(analysts::isShared).count()));
    fields.put("findings", new Data.Items(findings().mapToObj(this::finding).toList()));
    return new Data.Fields(fields);
  }

  private Data finding(int finding) {
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("key", new Data.Text(columns.get(finding).key()));
    fields.put("words", new Data.Text(columns.get(finding).words()));
    fields.put("shared", new Data.Flag(analysts.isShared(finding)));
    fields.put("file", RobustData.cell(analysts.own().get(finding)));
    fields.put(
        "answers",
        new Data.Items(
            analysts.worlds().stream()
                .map(w -> RobustData.cell(w.answers().get(finding)))
                .toList()));
    return new Data.Fields(fields);
  }
}
