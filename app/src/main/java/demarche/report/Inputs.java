package demarche.report;

import demarche.analysis.Case;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.report.view.Block;
import demarche.report.view.Block.Cell;
import demarche.report.view.Block.Narrow;
import demarche.report.view.Sheet;
import demarche.report.view.Text;
import demarche.scenario.Notation;
import demarche.scenario.ParameterEntry;
import demarche.scenario.ProposalEntry;
import demarche.scenario.Scenario;
import demarche.scenario.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What answers rest on: the situation, who wants what, rules, numbers, and the sources of all.
final class Inputs {
  private static final String WHY = "why, and by which source";

  private final Case about;
  private final Scenario scenario;

  Inputs(Case about) {
    this.about = about;
    this.scenario = about.scenario();
  }

  List<Sheet.Section> sections() {
    List<Sheet.Section> sections = new ArrayList<>();
    add(sections, "situation", "The situation", situation());
    add(
        sections,
        "wants",
        "Inputs: who wants what",
        scenario.actors().stream().flatMap(a -> new Wants(a).blocks().stream()).toList());
    add(sections, "rules", "Inputs: rules, proposals and numbers", rules());
    add(sections, "sources", "Sources", sources());
    return sections;
  }

  private static void add(
      List<Sheet.Section> sections, String id, String title, List<Block> blocks) {
    if (!blocks.isEmpty()) sections.add(new Sheet.Section(id, title, blocks));
  }

  private List<Block> situation() {
    List<Block> blocks = new ArrayList<>();
    String summary = scenario.head().summary();
    if (!summary.isEmpty()) blocks.add(new Block.Paragraph(Spelled.plain(summary)));
    Model model = about.model();
    if (model.isGraph()) {
      String parties = String.join(", ", model.actors().stream().map(Party::name).toList());
      String graph =
          "A graph of %s between %s; the status quo is %s."
              .formatted(
                  Phrases.count(about.space().size(), "state", "states"),
                  parties,
                  model.code(model.statusQuo()));
      blocks.add(new Block.Paragraph(Spelled.plain(graph)));
      return blocks;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Party party : model.parties()) {
      for (Option option : party.options()) {
        int level = model.statusQuo()[option.index()];
        List<String> others = new ArrayList<>(option.levels());
        others.remove(level);
        rows.add(
            cells(
                Spelled.code(model.label(option)),
                Spelled.plain(party.name()),
                Spelled.plain(option.name()),
                Spelled.plain(option.levels().get(level)),
                Spelled.plain(String.join(", ", others) + Situation.limits(option))));
      }
    }
    blocks.add(
        table(
            "Who controls what",
            List.of("option", "held by", "meaning", "status quo", "other levels"),
            rows));
    return blocks;
  }

  private static List<Cell> cells(Text... texts) {
    return Stream.of(texts).map(Cell::of).toList();
  }

  private static Block table(String caption, List<String> headers, List<List<Cell>> rows) {
    return new Block.Table(caption, headers.stream().map(Text::of).toList(), rows, Narrow.STACKS);
  }

  private List<Block> rules() {
    List<Block> blocks = new ArrayList<>();
    titled(blocks, "Bodies", List.of("body", "members", "rule", "sponsors", WHY), bodies());
    titled(blocks, "Constraints", List.of("rule", "expression", WHY), constraints());
    titled(blocks, "Conditions", List.of("name", "holds where", WHY), conditions());
    titled(blocks, "Parameters", List.of("name", "value", "range", WHY), parameters());
    titled(
        blocks,
        "Proposals in the file",
        List.of("proposal", "by", "asks for", "consent of", WHY),
        proposals());
    return blocks;
  }

  private static void titled(
      List<Block> blocks, String title, List<String> headers, List<List<Cell>> rows) {
    if (rows.isEmpty()) return;
    blocks.add(new Block.Heading("inputs-" + Spelled.id(title), title));
    blocks.add(table(title, headers, rows));
  }

  private List<List<Cell>> bodies() {
    BodyRule rule = BodyRule.of(scenario);
    return scenario.bodies().stream()
        .map(body ->
            cells(
                Spelled.plain(body.name()),
                Spelled.plain(rule.named(body.members())),
                Spelled.plain(rule.of(body)),
                Spelled.plain(
                    body.sponsors().isEmpty() ? "every member" : rule.named(body.sponsors())),
                Citing.of(body.evidence())))
        .toList();
  }

  private List<List<Cell>> constraints() {
    return scenario.constraints().stream()
        .map(c ->
            cells(
                Text.of(
                    switch (c.kind()) {
                      case IMPOSSIBLE -> "impossible";
                      case REQUIRE -> "required";
                    }),
                Spelled.code(Notation.of(c.expression())),
                Citing.of(c.evidence())))
        .toList();
  }

  private List<List<Cell>> conditions() {
    return scenario.conditions().stream()
        .map(c ->
            cells(
                Spelled.code(c.id().text()),
                Spelled.code(Notation.of(c.expression())),
                Citing.of(c.evidence())))
        .toList();
  }

  private List<List<Cell>> parameters() {
    return scenario.parameters().stream()
        .map(p -> {
          Text id = Spelled.code(p.id().text());
          return switch (p.origin()) {
            case ParameterEntry.Stated(var quantity) ->
                cells(
                    id,
                    Spelled.plain(quantity.text()),
                    Text.of(Figured.of(quantity.spread())),
                    Citing.of(p.evidence()));
            case ParameterEntry.Computed(var call) ->
                cells(id, Spelled.code(call.text()), Text.NONE, Citing.of(p.evidence()));
          };
        })
        .toList();
  }

  private List<List<Cell>> proposals() {
    BodyRule names = BodyRule.of(scenario);
    return scenario.proposals().stream()
        .map(p ->
            cells(
                Spelled.plain(p.name()),
                Spelled.plain(names.named(p.by())),
                Spelled.plain(asked(p)),
                Spelled.plain(
                    p.consent().isEmpty() ? "all whom it concerns" : names.named(p.consent())),
                Citing.of(p.evidence())))
        .toList();
  }

  private static String asked(ProposalEntry proposal) {
    return proposal.steps().stream().map(BodyRule::settings).collect(Collectors.joining("; then "));
  }

  private List<Block> sources() {
    List<Block.Term> terms = new ArrayList<>();
    for (SourceEntry source : scenario.sources()) {
      List<Text.Run> runs = new ArrayList<>();
      Stream.of(source.author(), source.date(), source.note())
          .filter(part -> !part.isEmpty())
          .forEach(part -> runs.addAll(Spelled.plain(". " + part).runs()));
      String title = source.title().isEmpty() ? source.id().text() : source.title();
      runs.addFirst(Spelled.link(title, source.url()));
      terms.add(
          new Block.Term(
              Citing.anchor(source.id().text()),
              Glyphs.harmless(source.id().text()),
              new Text(runs)));
    }
    return terms.isEmpty() ? List.of() : List.of(new Block.Terms(terms));
  }
}
