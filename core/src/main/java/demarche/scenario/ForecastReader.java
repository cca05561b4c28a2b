package demarche.scenario;

import demarche.scenario.ForecastEntry.Hazard;
import demarche.scenario.ForecastEntry.Tempo;
import demarche.scenario.Node.Scalar;
import java.util.List;

/// Reads how states evolve.
record ForecastReader(Intake intake) {
  List<ForecastEntry> forecast(Node section) {
    if (section.isNothing()) return List.of();
    return intake.entry(() -> entry(section)).stream().toList();
  }

  private ForecastEntry entry(Node node) {
    Form form = Form.open(intake, node, Shape.FORECAST);
    NumberReader numbers = new NumberReader(intake);
    List<Hazard> hazards = intake.each(form.node("hazards"), "hazards", this::hazard);
    intake.refuseRepeats(hazards.stream().map(Hazard::id).toList());
    Node horizon =
        form.find("horizon").orElse(new Scalar("1 year", Node.Style.PLAIN, form.place(), "1 year"));
    return new ForecastEntry(
        numbers.duration(horizon),
        tempo(form, numbers),
        numbers.quantity(form, "sharpness"),
        hazards,
        form.place());
  }

  /// By actor or body, or one rate for all.
  private List<Tempo> tempo(Form form, NumberReader numbers) {
    Node node = form.node("tempo");
    if (form.has("tempo") && (node instanceof Scalar || NumberReader.isNumber(node))) {
      return List.of(new Tempo(new Word("default", node.place()), numbers.rate(node)));
    }
    return intake.byId(
        node, "actors to rates", (party, rate) -> new Tempo(party, numbers.rate(rate)));
  }

  private Hazard hazard(Node node) {
    Form form = Form.open(intake, node, Shape.HAZARD);
    return new Hazard(
        form.id("id"),
        new NumberReader(intake).rate(form, "rate"),
        form.find("when").map(intake::expression).stream().toList(),
        form.find("does")
            .map(new DestinationReader(intake)::destination)
            .orElse(new Destination.Settings(List.of(), form.place())),
        form.evidence());
  }
}
