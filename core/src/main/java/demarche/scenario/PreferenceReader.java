package demarche.scenario;

import demarche.scenario.ActorEntry.Alternative;
import demarche.scenario.ActorEntry.RedLine;
import demarche.scenario.Formula.Literal;
import demarche.scenario.Node.Items;
import demarche.scenario.Node.Scalar;
import demarche.scenario.PreferenceEntry.Priority;
import demarche.scenario.PreferenceEntry.Ranking;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Reads what an actor wishes: red lines, and one of priorities, values or a ranking.
record PreferenceReader(Intake intake) {
  /// The kinds of preference, of which an actor has one.
  static final List<String> KINDS = List.of("priorities", "values", "ranking");

  private static final Pattern STATE = Pattern.compile("[0-9a-z?]+|[a-z][a-z0-9-]*");

  PreferenceEntry preference(Form form) {
    List<String> given = KINDS.stream().filter(form::has).toList();
    if (given.isEmpty()) return new PreferenceEntry.None();
    if (given.size() > 1) {
      intake.tell(
          form.placeOf(given.get(1)),
          "%s has one preference, found '%s' and '%s'; keep one",
          form.inWords(),
          given.get(0),
          given.get(1));
    }
    Node node = form.node(given.getFirst());
    return switch (given.getFirst()) {
      case "priorities" -> priorities(node);
      case "values" -> new PreferenceEntry.Values(new TermReader(intake).terms(node));
      default -> ranking(node);
    };
  }

  List<RedLine> redLines(Form form) {
    List<RedLine> lines =
        intake.each(
            form.node("red-lines"),
            "red lines, each {never: ...}",
            node -> {
              Form line = Form.open(intake, node, Shape.RED_LINE);
              return new RedLine(line.id("id"), line.expression("never"), line.evidence());
            });
    intake.refuseRepeats(lines.stream().map(RedLine::id).toList());
    return lines;
  }

  /// @param lines the actor's own, which an alternative without any keeps
  /// @param own the actor's own, which an alternative without any keeps
  List<Alternative> alternatives(Form form, List<RedLine> lines, PreferenceEntry own) {
    return intake.each(
        form.node("alternatives"), "alternatives", node -> alternative(node, lines, own));
  }

  private Alternative alternative(Node node, List<RedLine> lines, PreferenceEntry own) {
    Form form = Form.open(intake, node, Shape.ALTERNATIVE);
    boolean isOrder = KINDS.stream().anyMatch(form::has);
    if (!isOrder && !form.has("red-lines")) {
      intake.spoil(
          form.place(), "%s needs one of: red-lines, %s", form.inWords(), String.join(", ", KINDS));
    }
    return new Alternative(
        form.word("by"),
        probability(form, BigFraction.ZERO),
        form.has("red-lines") ? redLines(form) : lines,
        isOrder ? preference(form) : own,
        form.evidence());
  }

  private PreferenceEntry priorities(Node node) {
    List<Priority> priorities =
        intake.each(node, "priorities, the most important first", this::priority);
    intake.refuseRepeats(priorities.stream().map(Priority::id).toList());
    return new PreferenceEntry.Priorities(priorities);
  }

  private Priority priority(Node node) {
    if (!Form.isMeant(node, Shape.PRIORITY)) {
      Formula certain = new Literal(BigFraction.ONE, node.place());
      return new Priority(Intake.nowhere(node), intake.expression(node), certain, Evidence.NONE);
    }
    Form form = Form.open(intake, node, Shape.PRIORITY);
    return new Priority(
        form.id("id"),
        form.expression("want"),
        probability(form, BigFraction.ONE),
        form.evidence());
  }

  private Formula probability(Form form, BigFraction otherwise) {
    return form.find("probability")
        .map(new NumberReader(intake)::formula)
        .orElse(new Literal(otherwise, form.place()));
  }

  private PreferenceEntry ranking(Node node) {
    List<List<Word>> groups =
        intake.each(
            node,
            "states, the best first",
            group ->
                group instanceof Items tie
                    ? tie.nodes().stream().map(this::state).toList()
                    : Stream.of(state(group)).toList());
    return new Ranking(groups, node.place());
  }

  private Word state(Node node) {
    if (node instanceof Scalar scalar && STATE.matcher(scalar.text()).matches()) {
      return scalar.word();
    }
    intake.spoil(
        node.place(),
        "expected the code of a state, a pattern with '?' or a state of the graph, found %s",
        node.inWords());
    return Intake.nowhere(node);
  }
}
