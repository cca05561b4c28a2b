package demarche.report;

import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The words of the literature that answers use: in the order in which their methods name them,
/// then those of the findings.
final class Vocabulary {
  private final Set<Slot.OfConcept> words = new LinkedHashSet<>();

  private Vocabulary() {}

  static List<Slot.OfConcept> of(List<Answer> answers) {
    Vocabulary vocabulary = new Vocabulary();
    answers.forEach(answer -> answer.method().forEach(vocabulary::collect));
    answers.forEach(answer -> answer.findings().forEach(vocabulary::collect));
    return new ArrayList<>(vocabulary.words);
  }

  private void collect(Finding finding) {
    collect(finding.statement());
    finding.reasons().forEach(this::collect);
    finding.figures().forEach(this::collect);
  }

  private void collect(Figure figure) {
    switch (figure) {
      case Figure.StateTable(var _, var marks, var rows, var _) -> {
        words.addAll(marks);
        rows.forEach(row -> collect(row.remark()));
      }
      case Figure.Table(var _, var _, var rows) -> rows.forEach(row -> row.forEach(this::collect));
      case Figure.Steps(var _, var steps) -> steps.forEach(this::collect);
      case Figure.StateMap(var _, var spots, var _, Sentence left) -> {
        spots.forEach(spot -> collect(spot.remark()));
        collect(left);
      }
      case Figure.Votes(var _, var polls) -> polls.forEach(poll -> collect(poll.told()));
      case Figure.Matrix(var _, var _, var lines) ->
          lines.forEach(line -> {
            collect(line.name());
            line.cells().forEach(cell -> collect(cell.told()));
            collect(line.remark());
          });
      case Figure.Curves curves -> curves.curves().forEach(curve -> collect(curve.told()));
      case Figure.Network(var _, var _, var _, var nodes, var links, var _, Sentence left) -> {
        nodes.forEach(node -> collect(node.told()));
        links.forEach(link -> collect(link.told()));
        collect(left);
      }
      case Figure.Parts(var _, var _, var _, var rows, Sentence legend) -> {
        rows.forEach(row -> row.cells().forEach(cell -> collect(cell.told())));
        collect(legend);
      }
      case Figure.Multiples _,
          Figure.Checks _,
          Figure.Plot _,
          Figure.Intervals _,
          Figure.Tornado _,
          Figure.FlipMap _ -> {}
    }
  }

  private void collect(Sentence sentence) {
    sentence.slots().forEach(this::collect);
  }

  private void collect(Slot slot) {
    switch (slot) {
      case Slot.OfConcept concept -> words.add(concept);
      case Slot.Clause(Sentence sentence) -> collect(sentence);
      case Slot.Several(var items) -> items.forEach(this::collect);
      case Slot.OfParty _,
          Slot.OfState _,
          Slot.Setting _,
          Slot.Count _,
          Slot.Amount _,
          Slot.OfExpression _,
          Slot.Quoted _,
          Slot.Plain _ -> {}
    }
  }
}
