package demarche.scenario;

import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Scalar;
import demarche.scenario.ParameterEntry.Computed;
import demarche.scenario.ParameterEntry.Origin;
import demarche.scenario.ParameterEntry.Stated;
import demarche.scenario.Scenario.ConditionEntry;
import demarche.scenario.Scenario.Head;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/// Reads a whole scenario from its tree, section by section.
///
/// A variant shares most sections with its file. What was read of a section is kept and given again
/// for the same section, so that a file with many variants is read about once.
final class ScenarioReader {
  private final Intake intake;
  private final Loader loader;
  private final Sections before;
  private final Sections read = Sections.NONE.copy();

  /// @param before what was read of a file of which this one is a change
  ScenarioReader(Intake intake, Loader loader, Sections before) {
    this.intake = intake;
    this.loader = loader;
    this.before = before;
  }

  /// What was read of each section, and of each actor, by its node.
  record Sections(
      IdentityHashMap<Node, List<?>> entries, IdentityHashMap<Node, ActorEntry> actors) {
    static final Sections NONE = new Sections(new IdentityHashMap<>(), new IdentityHashMap<>());

    boolean isNone() {
      return entries.isEmpty();
    }

    Sections copy() {
      return new Sections(new IdentityHashMap<>(entries), new IdentityHashMap<>(actors));
    }
  }

  /// What it has read so far, and what it took over.
  Sections sections() {
    return read.copy();
  }

  /// The entries of a section, read where it is met for the first time.
  @SuppressWarnings("unchecked") // a section holds one kind of entries
  private <T> List<T> once(Node section, Function<Node, List<T>> reading) {
    List<?> known = read.entries.getOrDefault(section, before.entries.get(section));
    List<T> entries = known == null ? reading.apply(section) : (List<T>) known;
    read.entries.put(section, entries);
    return entries;
  }

  /// @param variant the id of the variant that the tree was made for; empty for the file itself
  Scenario read(Fields tree, String variant, List<Twist> twists) {
    Form file = Form.open(intake, tree, Shape.FILE);
    checkVersion(file);
    ProposalReader proposals = new ProposalReader(intake);
    EvidenceReader evidence = new EvidenceReader(intake, loader);
    DestinationReader destinations = new DestinationReader(intake);
    int entries = count(file, "actors") + count(file, "bodies");
    List<ActorEntry> actors = once(file.node("actors"), n -> intake.byId(n, "actors", this::actor));
    List<BodyEntry> bodies = once(file.node("bodies"), new BodyReader(intake)::bodies);
    if (actors.size() + bodies.size() < entries) intake.broken().addAny();
    Node section = file.node("actors");
    boolean nobody =
        section.isNothing() || (section instanceof Fields map && map.fields().isEmpty());
    if (file.has("actors") && nobody) {
      intake.tell(file.placeOf("actors"), "the file has no actors, expected one or more");
    }
    return new Scenario(
        head(file, variant),
        once(file.node("sources"), evidence::sources),
        intake.byId(file.node("parameters"), "parameters", this::parameter),
        actors,
        bodies,
        new OptionReader(intake).events(file.node("events")),
        once(file.node("conditions"), n -> intake.byId(n, "conditions", this::condition)),
        once(file.node("constraints"), n -> intake.each(n, "constraints", this::constraint)),
        file.find("status-quo")
            .flatMap(node -> intake.entry(() -> destinations.destination(node)))
            .orElse(new Destination.Settings(List.of(), file.place())),
        once(file.node("issues"), proposals::issues),
        once(file.node("proposals"), proposals::proposals),
        once(file.node("targets"), proposals::targets),
        once(file.node("measures"), proposals::measures),
        file
            .find("disagreement")
            .flatMap(node -> intake.entry(() -> destinations.destination(node)))
            .stream()
            .toList(),
        new BeliefReader(intake, actorNodes(tree)).beliefs(file.node("beliefs")),
        new ForecastReader(intake).forecast(file.node("forecast")),
        once(file.node("variants"), new TwistReader(intake)::variants),
        once(file.node("ties"), evidence::ties),
        once(file.node("flows"), evidence::flows),
        evidence.tables(file.node("tables")),
        evidence.sites(file.node("places")),
        once(file.node("trace"), new TraceReader(intake)::trace),
        once(file.node("claims"), evidence::claims),
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

  /// One that was read without fault before, under the same name, is not read again.
  private ActorEntry actor(Word id, Node node) {
    ActorEntry known = before.actors.get(node);
    ActorEntry actor =
        known != null && known.id().equals(id) ? known : new ActorReader(intake).actor(id, node);
    read.actors.put(node, actor);
    return actor;
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
