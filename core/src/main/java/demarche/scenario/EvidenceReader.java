package demarche.scenario;

import demarche.scenario.Node.Scalar;
import demarche.scenario.Scenario.ClaimEntry;
import demarche.scenario.Scenario.ClaimEntry.Mark;
import demarche.scenario.Scenario.FlowEntry;
import demarche.scenario.Scenario.FlowEntry.Direction;
import demarche.scenario.Scenario.SiteEntry;
import demarche.scenario.Scenario.TableEntry;
import demarche.scenario.Scenario.TieEntry;
import java.math.BigDecimal;
import java.util.List;

/// Reads what the file rests on and what it is held against: sources, ties, data, claims.
record EvidenceReader(Intake intake, Loader loader) {
  List<SourceEntry> sources(Node section) {
    return intake.byId(
        section,
        "sources",
        (id, node) -> {
          Form form = Form.open(intake, node, Shape.SOURCE);
          return new SourceEntry(
              id,
              form.text("title"),
              form.text("author"),
              form.text("date"),
              form.text("url"),
              form.text("note"));
        });
  }

  List<TieEntry> ties(Node section) {
    return intake.each(section, "ties", node -> tie(Form.open(intake, node, Shape.TIE)));
  }

  private TieEntry tie(Form form) {
    NumberReader numbers = new NumberReader(intake);
    return new TieEntry(
        form.reference("from"),
        form.reference("to"),
        numbers.quantity(form, "access"),
        numbers.quantity(form, "trust"),
        numbers.quantity(form, "leverage"),
        form.evidence());
  }

  List<FlowEntry> flows(Node section) {
    return intake.byId(
        section,
        "flows",
        (id, node) -> {
          Form form = Form.open(intake, node, Shape.FLOW);
          Direction direction = form.yes("both") ? Direction.BOTH : Direction.ONE_WAY;
          Word file = form.word("file");
          Loader.Data data = form.has("file") ? loader.flows(file) : new Loader.Data("", "");
          return new FlowEntry(
              id,
              new Word(data.path(), file.place()),
              form.text("unit"),
              direction,
              data.text(),
              form.evidence());
        });
  }

  List<TableEntry> tables(Node section) {
    return intake.byId(
        section,
        "tables",
        (id, node) -> {
          Form form = Form.open(intake, node, Shape.TABLE);
          Word file = form.word("file");
          String path = form.has("file") ? loader.present(file) : "";
          return new TableEntry(
              id, new Word(path, file.place()), form.word("format"), form.evidence());
        });
  }

  List<SiteEntry> sites(Node section) {
    return intake.byId(
        section,
        "places",
        (id, node) -> {
          Form form = Form.open(intake, node, Shape.SITE);
          double latitude = degrees(form, "lat", 90);
          return new SiteEntry(id, latitude, degrees(form, "lon", 180), form.evidence());
        });
  }

  private double degrees(Form form, String key, int most) {
    if (!form.has(key)) return 0;
    Node node = form.node(key);
    if (node instanceof Scalar scalar
        && scalar.text().matches("[+-]?[0-9]{1,3}(\\.[0-9]{1,15})?")) {
      double degrees = new BigDecimal(scalar.text()).doubleValue();
      if (Math.abs(degrees) <= most) return degrees;
    }
    intake.spoil(
        node.place(), "expected degrees from -%d to %d, found %s", most, most, node.inWords());
    return 0;
  }

  List<ClaimEntry> claims(Node section) {
    List<ClaimEntry> claims =
        intake.each(section, "claims", node -> claim(Form.open(intake, node, Shape.CLAIM)));
    intake.refuseRepeats(claims.stream().map(ClaimEntry::id).toList());
    return claims;
  }

  private ClaimEntry claim(Form form) {
    Mark mark = form.choice("mark", List.of(Mark.values()), Mark.H);
    if (mark != Mark.X) form.need("check");
    return new ClaimEntry(
        form.id("id"),
        form.text("says"),
        mark,
        form.text("quotes"),
        form.find("check").flatMap(intake::check).stream().toList(),
        form.evidence());
  }
}
