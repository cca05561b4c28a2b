package demarche.testing;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What lenses say as plain lines, for tests to compare. States are told by their codes.
public final class Spoken {
  private Spoken() {}

  /// Finding by finding: `= id`, the statement, reasons behind `-`, figures behind `*` and `.`.
  public static List<String> lines(Answer answer) {
    return answer.findings().stream().flatMap(f -> lines(f).stream()).toList();
  }

  /// The same of one finding.
  public static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>(List.of("= " + finding.id(), words(finding.statement())));
    finding.reasons().forEach(reason -> lines.add("- " + words(reason)));
    for (Figure figure : finding.figures()) {
      lines.add("* " + figure.title());
      switch (figure) {
        case Figure.Steps(_, var steps) -> steps.forEach(step -> lines.add(". " + words(step)));
        case Figure.Table(_, var headers, var rows) -> {
          lines.add(". " + String.join(" | ", headers));
          rows.forEach(row ->
              lines.add(
                  row.stream().map(Spoken::words).collect(Collectors.joining(" | ", ". ", ""))));
        }
        case Figure.StateTable table -> lines.addAll(rows(table));
        case Figure.StateMap map -> lines.addAll(spotsAndWays(map));
        case Figure.Multiples(_, var panels) ->
            panels.forEach(panel ->
                panel
                    .bars()
                    .forEach(bar ->
                        lines.add(
                            ". %s, %s: %s, %s, %.2f"
                                .formatted(
                                    panel.party().id(),
                                    bar.label(),
                                    bar.change(),
                                    words(bar.told()),
                                    bar.length()))));
        case Figure.Votes(_, var polls) ->
            polls.forEach(poll ->
                lines.add(
                    ". %s, %s, %s at %.3f: %s"
                        .formatted(
                            poll.label(),
                            words(poll.rule()),
                            poll.shares().stream()
                                .map(s -> "%s %s".formatted(s.member(), s.cast().word()))
                                .toList(),
                            poll.needed(),
                            words(poll.told()))));
        case Figure.Matrix(_, var parties, var rows) ->
            rows.forEach(row ->
                lines.add(
                    ". %s: %s%s"
                        .formatted(
                            words(row.name()),
                            IntStream.range(0, parties.size())
                                .mapToObj(p ->
                                    "%s %s %s"
                                        .formatted(
                                            parties.get(p).id(),
                                            row.cells().get(p).change(),
                                            words(row.cells().get(p).told())))
                                .collect(Collectors.joining(", ")),
                            row.remark().pattern().isEmpty() ? "" : "; " + words(row.remark()))));
        case Figure.Plot plot ->
            plot.dots()
                .forEach(dot ->
                    lines.add(". %s %s %s".formatted(dot.names(), words(dot.told()), dot.rank())));
        case Figure.Curves curves ->
            curves
                .curves()
                .forEach(curve ->
                    lines.add(
                        ". %s: %s; %s"
                            .formatted(
                                curve.name(),
                                curve.values().stream().map("%.3f"::formatted).toList(),
                                words(curve.told()))));
        case Figure.Intervals intervals ->
            intervals
                .lines()
                .forEach(line ->
                    lines.add(
                        ". %s: %.3f in %.3f to %.3f, base %.3f; %s"
                            .formatted(
                                line.name(),
                                line.at(),
                                line.span().low(),
                                line.span().high(),
                                line.base(),
                                words(line.told()))));
        case Figure.Tornado tornado ->
            tornado
                .funnels()
                .forEach(funnel ->
                    funnel
                        .swings()
                        .forEach(swing ->
                            lines.add(
                                ". %s: %s %s %.2f %s"
                                    .formatted(
                                        funnel.name(),
                                        swing.name(),
                                        swing.course(),
                                        swing.length(),
                                        words(swing.told())))));
        case Figure.Parts(_, var heading, var columns, var rows, _) -> {
          lines.add(". " + heading + " | " + String.join(" | ", columns));
          rows.forEach(row ->
              lines.add(
                  row.cells().stream()
                      .map(c -> "%s %.2f %s".formatted(c.played(), c.length(), words(c.told())))
                      .collect(Collectors.joining(" | ", ". %s: ".formatted(row.name()), ""))));
        }
        case Figure.FlipMap map -> {
          lines.add(". " + String.join(" | ", map.columns()));
          map.rows()
              .forEach(row ->
                  lines.add(
                      row.cells().stream()
                          .map(cell -> cell.course() + " " + words(cell.told()))
                          .collect(Collectors.joining(" | ", ". %s: ".formatted(row.name()), ""))));
        }
        case Figure.Network network -> {
          network
              .nodes()
              .forEach(node ->
                  lines.add(
                      ". %s: %s %s"
                          .formatted(words(node.name()), words(node.told()), node.weight())));
          network
              .links()
              .forEach(link ->
                  lines.add(
                      ". %s > %s: %s %s"
                          .formatted(
                              words(network.nodes().get(link.from()).name()),
                              words(network.nodes().get(link.to()).name()),
                              words(link.told()),
                              link.weight())));
        }
        case Figure.Checks(_, var checks) ->
            checks.forEach(check ->
                lines.add(
                    ". "
                        + String.join(
                            " | ",
                            check.id(),
                            check.mark().name(),
                            check.outcome().word(),
                            check.computed(),
                            check.expected(),
                            check.words())));
      }
    }
    return lines;
  }

  private static List<String> rows(Figure.StateTable table) {
    List<String> lines = new ArrayList<>();
    for (Figure.Row row : table.rows()) {
      String told =
          ". %s %s %s %s"
              .formatted(row.state().code(), row.marks(), row.label(), words(row.remark()));
      lines.add(told.replaceAll(" +", " ").strip());
    }
    if (table.left() > 0) lines.add(". and %d more".formatted(table.left()));
    return lines;
  }

  private static List<String> spotsAndWays(Figure.StateMap map) {
    List<String> lines = new ArrayList<>();
    for (Figure.Spot spot : map.spots()) {
      lines.add(
          ". %s %s %s: %s"
              .formatted(spot.state().code(), spot.names(), spot.standing(), words(spot.remark())));
    }
    for (Figure.Way way : map.ways()) {
      lines.add(
          ". %s > %s: %s %s"
              .formatted(
                  map.spots().get(way.from()).state().code(),
                  map.spots().get(way.to()).state().code(),
                  way.going(),
                  way.by().stream().map(Slot.OfParty::id).toList()));
    }
    if (!words(map.left()).isEmpty()) lines.add(". " + words(map.left()));
    return lines;
  }

  public static String words(Sentence sentence) {
    String[] parts = sentence.pattern().split("\\{}", -1);
    StringBuilder words = new StringBuilder(parts[0]);
    for (int k = 1; k < parts.length; k++) {
      words.append(words(sentence.slots().get(k - 1))).append(parts[k]);
    }
    return words.toString();
  }

  private static String words(Slot slot) {
    return switch (slot) {
      case Slot.OfParty party -> party.name();
      case Slot.OfState state -> state.code();
      case Slot.Setting setting -> setting.name() + " " + setting.level();
      case Slot.OfConcept concept -> concept.name();
      case Slot.Count(long number, String one, String many) ->
          one.isEmpty() ? "" + number : number + " " + (number == 1 ? one : many);
      case Slot.Amount(String number, String unit) -> (number + " " + unit).strip();
      case Slot.OfExpression(String text) -> "'" + text + "'";
      case Slot.Quoted(String text) -> '"' + text + '"';
      case Slot.Plain(String text) -> text;
      case Slot.Clause(Sentence sentence) -> words(sentence);
      case Slot.Several(var items) ->
          items.stream().map(Spoken::words).collect(Collectors.joining(", "));
    };
  }

  /// Data in one line, names without quotes.
  public static String data(Data data) {
    return switch (data) {
      case Data.Text(String text) -> text;
      case Data.Whole(long number) -> "" + number;
      case Data.Real(double number) -> "" + number;
      case Data.Exact(var number) -> number.toString().replace(" ", "");
      case Data.Flag(boolean value) -> "" + value;
      case Data.Nothing() -> "null";
      case Data.States(var codes) -> codes.toString();
      case Data.Items(var items) ->
          items.stream().map(Spoken::data).collect(Collectors.joining(", ", "[", "]"));
      case Data.Fields(var fields) ->
          fields.entrySet().stream()
              .map(f -> f.getKey() + ": " + data(f.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
