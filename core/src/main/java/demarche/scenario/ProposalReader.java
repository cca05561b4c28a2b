package demarche.scenario;

import demarche.scenario.Node.Items;
import demarche.scenario.ProposalEntry.Form;
import demarche.scenario.Scenario.IssueEntry;
import demarche.scenario.Scenario.MeasureEntry;
import java.util.List;

/// Reads what is on the table and what one asks about it: issues, proposals, targets, measures.
record ProposalReader(Intake intake) {
  List<IssueEntry> issues(Node section) {
    return intake.byId(
        section, "issues", (id, options) -> new IssueEntry(id, intake.references(options)));
  }

  List<ProposalEntry> proposals(Node section) {
    return intake.byId(section, "proposals", this::proposal);
  }

  private ProposalEntry proposal(Word id, Node node) {
    var form = demarche.scenario.Form.open(intake, node, Shape.PROPOSAL);
    form.exactlyOne("does", "steps");
    DestinationReader destinations = new DestinationReader(intake);
    boolean staged = form.has("steps");
    List<Destination> steps =
        staged
            ? intake.each(form.node("steps"), "steps", destinations::destination)
            : form.find("does").map(destinations::destination).stream().toList();
    if (staged && steps.isEmpty())
      intake.spoil(form.placeOf("steps"), "a road needs a step or more");
    return new ProposalEntry(
        id,
        form.name(id),
        form.references("by"),
        staged ? Form.STAGED : Form.AT_ONCE,
        steps,
        form.references("consent"),
        form.evidence());
  }

  List<TargetEntry> targets(Node section) {
    return intake.byId(section, "targets", this::target);
  }

  /// `peace: calm`, or with what else there is to say about it.
  private TargetEntry target(Word id, Node node) {
    if (!demarche.scenario.Form.isMeant(node, Shape.TARGET)) {
      Expression when = intake.expression(node);
      return new TargetEntry(id, id.text(), when, List.of(), List.of(), List.of(), Evidence.NONE);
    }
    var form = demarche.scenario.Form.open(intake, node, Shape.TARGET);
    return new TargetEntry(
        id,
        form.name(id),
        form.expression("when"),
        form.references("of"),
        form.references("between"),
        form.find("base-rate").map(new NumberReader(intake)::quantity).stream().toList(),
        form.evidence());
  }

  List<MeasureEntry> measures(Node section) {
    return intake.byId(section, "measures", this::measure);
  }

  private void refuseSingleTerm(demarche.scenario.Form form) {
    for (String key : Shape.MEASURE.keys()) {
      if (key.equals("terms") || key.equals("unit") || !form.has(key)) continue;
      intake.spoil(form.placeOf(key), "'%s' belongs to one of the 'terms'; put it there", key);
    }
  }

  /// A term, a list of terms, or `{terms: [...], unit: ...}`.
  private MeasureEntry measure(Word id, Node node) {
    TermReader terms = new TermReader(intake);
    if (node instanceof Items) return new MeasureEntry(id, terms.terms(node), "");
    var form = demarche.scenario.Form.open(intake, node, Shape.MEASURE);
    if (form.has("terms")) refuseSingleTerm(form);
    List<TermEntry> parts =
        form.has("terms") ? terms.terms(form.node("terms")) : List.of(terms.term(form));
    return new MeasureEntry(id, parts, form.text("unit"));
  }
}
