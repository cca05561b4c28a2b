package demarche.scenario;

import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Scalar;
import demarche.scenario.ParameterEntry.Computed;
import demarche.scenario.ParameterEntry.Origin;
import demarche.scenario.ParameterEntry.Stated;
import demarche.scenario.Scenario.ConditionEntry;
import demarche.scenario.Scenario.Head;
import java.util.List;

/// Reads a whole scenario from its tree, section by section.
record ScenarioReader(Intake intake, Loader loader) {
  /// @param variant the id of the variant that the tree was made for; empty for the file itself
  Scenario read(Fields tree, String variant, List<Twist> twists) {
    Form file = Form.open(intake, tree, Shape.FILE);
    checkVersion(file);
    ProposalReader proposals = new ProposalReader(intake);
    EvidenceReader evidence = new EvidenceReader(intake, loader);
    DestinationReader destinations = new DestinationReader(intake);
    int entries = count(file, "actors") + count(file, "bodies");
    List<ActorEntry> actors = new ActorReader(intake).actors(file.node("actors"));
    List<BodyEntry> bodies = new BodyReader(intake).bodies(file.node("bodies"));
    if (actors.size() + bodies.size() < entries) intake.broken().addAny();
    Node section = file.node("actors");
    boolean nobody =
        section.isNothing() || (section instanceof Fields map && map.fields().isEmpty());
    if (file.has("actors") && nobody) {
      intake.tell(file.placeOf("actors"), "the file has no actors, expected one or more");
    }
    return new Scenario(
        head(file, variant),
        evidence.sources(file.node("sources")),
        intake.byId(file.node("parameters"), "parameters", this::parameter),
        actors,
        bodies,
        new OptionReader(intake).events(file.node("events")),
        intake.byId(file.node("conditions"), "conditions", this::condition),
        intake.each(file.node("constraints"), "constraints", this::constraint),
        file.find("status-quo")
            .flatMap(node -> intake.entry(() -> destinations.destination(node)))
            .orElse(new Destination.Settings(List.of(), file.place())),
        proposals.issues(file.node("issues")),
        proposals.proposals(file.node("proposals")),
        proposals.targets(file.node("targets")),
        proposals.measures(file.node("measures")),
        file
            .find("disagreement")
            .flatMap(node -> intake.entry(() -> destinations.destination(node)))
            .stream()
            .toList(),
        new BeliefReader(intake, actorNodes(tree)).beliefs(file.node("beliefs")),
        new ForecastReader(intake).forecast(file.node("forecast")),
        new TwistReader(intake).variants(file.node("variants")),
        evidence.ties(file.node("ties")),
        evidence.flows(file.node("flows")),
        evidence.tables(file.node("tables")),
        evidence.sites(file.node("places")),
        new TraceReader(intake).trace(file.node("trace")),
        evidence.claims(file.node("claims")),
        new GraphReader(intake).graph(file.node("graph")),
        twists);
  }

  private static int count(Form file, String section) {
    return file.node(section) instanceof Fields fields ? fields.fields().size() : 0;
  }

  private static Fields actorNodes(Fields tree) {
    return tree.value("actors").orElse(null) instanceof Fields actors
        ? actors
        : new Fields(List.of(), tree.place());
  }

  private void checkVersion(Form file) {
    if (!file.has("demarche")) return;
    Node version = file.node("demarche");
    if (version instanceof Scalar scalar && scalar.text().equals("1")) return;
    intake.tell(
        version.place(), "this program reads format 1: demarche: 1; found %s", version.inWords());
  }

  private Head head(Form file, String variant) {
    Word date =
        file.has("date")
            ? intake
                .entry(() -> new TraceReader(intake).date(file))
                .orElse(Intake.nowhere(file.node("date")))
            : Intake.nowhere(file.node("date"));
    return new Head(file.text("title"), date.text(), file.text("summary"), variant, file.place());
  }

  /// A number, or a map with its range and where it comes from.
  private ParameterEntry parameter(Word id, Node node) {
    NumberReader numbers = new NumberReader(intake);
    if (!(node instanceof Fields)) {
      return new ParameterEntry(id, new Stated(numbers.quantity(node)), Evidence.NONE);
    }
    Form form = Form.open(intake, node, Shape.PARAMETER);
    form.exactlyOne("value", "from");
    if (form.has("from")) {
      for (String key : List.of("range", "mode")) {
        if (!form.has(key)) continue;
        intake.spoil(form.placeOf(key), "'%s' goes with 'value', not with 'from'", key);
      }
    }
    Origin origin =
        form.has("from")
            ? new Computed(form.word("from"))
            : new Stated(numbers.quantity(form, "value"));
    return new ParameterEntry(id, origin, form.evidence());
  }

  /// `calm: not strike`, or a map with where it comes from.
  private ConditionEntry condition(Word id, Node node) {
    if (!Form.isMeant(node, Shape.CONDITION)) {
      return new ConditionEntry(id, intake.expression(node), Evidence.NONE);
    }
    Form form = Form.open(intake, node, Shape.CONDITION);
    return new ConditionEntry(id, form.expression("when"), form.evidence());
  }

  private ConstraintEntry constraint(Node node) {
    Form form = Form.open(intake, node, Shape.CONSTRAINT);
    form.exactlyOne("impossible", "require");
    form.id("id");
    boolean require = form.has("require");
    return new ConstraintEntry(
        require ? ConstraintEntry.Kind.REQUIRE : ConstraintEntry.Kind.IMPOSSIBLE,
        form.expression(require ? "require" : "impossible"),
        form.evidence());
  }
}
