package demarche.ensemble;

import demarche.analysis.Case;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.lens.SideBySide;
import demarche.lens.Worlds;
import demarche.lens.claims.Asking;
import demarche.lens.claims.Reply;
import demarche.model.Input;
import demarche.model.Lots;
import demarche.model.Model;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws of a scenario's uncertain inputs, and what is asked of each.
///
/// **Definition.** In draw *k* every uncertain input has the value that its lot gives it, in the
/// scenario and in all its variants alike; the lots of *k* depend on the seed and *k* alone. What
/// lenses found is asked anew of that world.
///
/// **Cost.** A draw costs resolving the scenario's names, ranking the states for each actor, and
/// what the inquiries cost; states and moves are numbered once, and shared.
///
/// Threads may share it.
public final class Ensemble {
  private static final String STEP = "draws";

  private final Case about;
  private final Worlds base;
  private final List<Inquiry> inquiries;
  private final Asking asking;
  private final Uncertain uncertain;
  private final Lottery lottery;
  private final Design design;
  private final Optional<SideBySide> sideBySide;

  private Ensemble(
      Case about,
      List<Inquiry> inquiries,
      Plan plan,
      String version,
      Optional<SideBySide> sideBySide) {
    this.about = about;
    this.base = Worlds.of(about.space(), luck(about, plan)).forMany();
    this.inquiries = List.copyOf(inquiries);
    this.sideBySide = sideBySide;
    this.asking = Asking.of(about.model(), inquiries);
    this.uncertain = new Uncertain(worlds(about.model(), asking.variants()));
    this.lottery = Lottery.of(Points.of(plan, uncertain.lots().size()), uncertain.lots());
    this.design =
        new Design(
            about.scenario().head().title(),
            file(about),
            about.file().sha256(),
            about.question().variant(),
            version,
            plan.seed(),
            plan.sampling(),
            plan.runs(),
            uncertain.slots().stream().map(Uncertain.Slot::column).toList(),
            findings(inquiries, asking.kinds()));
  }

  /// What these lenses find, over draws.
  ///
  /// @param lenses those that the scenario does not feed ask nothing
  /// @param version of the program
  public static Ensemble of(Case about, List<Lens> lenses, Plan plan, String version, Run run) {
    List<Lens> fed = lenses.stream().filter(lens -> lens.appliesTo(about.model())).toList();
    List<Inquiry> inquiries =
        fed.stream().flatMap(lens -> lens.inquiries(about.space(), run).stream()).toList();
    // of several lenses the others would have to be asked one draw after the other all the same
    Optional<SideBySide> sideBySide =
        fed.size() == 1 ? fed.getFirst().sideBySide(about.space(), run) : Optional.empty();
    return new Ensemble(about, inquiries, plan, version, sideBySide);
  }

  /// The same, where it is known already what lenses ask.
  public static Ensemble asking(Case about, List<Inquiry> inquiries, Plan plan, String version) {
    return new Ensemble(about, inquiries, plan, version, Optional.empty());
  }

  /// The same draws for a lens that asks in how many something holds. Along Sobol's sequence they
  /// are those of an ensemble that asks every variant.
  public static Luck luck(Case about, Plan plan) {
    return new Luck(
        plan.runs(),
        "seed %d, %s".formatted(plan.seed(), plan.sampling().key()),
        new Readied(about.model(), plan));
  }

  /// A lottery that is made when it is first used: it takes the scenario to be resolved.
  private static final class Readied implements LongFunction<Lots> {
    private final Model model;
    private final Plan plan;
    private @Nullable Lottery lottery;

    Readied(Model model, Plan plan) {
      this.model = model;
      this.plan = plan;
    }

    @Override
    public Lots apply(long draw) {
      return lottery().lots(draw);
    }

    private synchronized Lottery lottery() {
      if (lottery == null) {
        List<String> variants =
            model.scenario().variants().stream().map(v -> v.id().text()).toList();
        List<String> lots = new Uncertain(worlds(model, variants)).lots();
        lottery = Lottery.of(Points.of(plan, lots.size()), lots);
      }
      return lottery;
    }
  }

  /// The scenario's file, and what was set from outside.
  private static String file(Case about) {
    StringBuilder file = new StringBuilder(about.file().files().getFirst().path());
    about.question().settings().forEach((name, value) -> file.append(" " + name + "=" + value));
    return file.toString();
  }

  private static List<Scenario> worlds(Model model, List<String> variants) {
    return Stream.concat(
            Stream.of(model.scenario()), variants.stream().map(v -> model.variant(v).scenario()))
        .toList();
  }

  private static List<Column> findings(List<Inquiry> inquiries, List<Reply.Kind> kinds) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < inquiries.size(); i++) {
      columns.add(
          new Column(
              inquiries.get(i).key(),
              inquiries.get(i).words(),
              switch (kinds.get(i)) {
                case TRUTH -> Column.Kind.YES_NO;
                case AMOUNT -> Column.Kind.NUMBER;
                case TEXT -> Column.Kind.WORD;
              }));
    }
    return columns;
  }

  public Case about() {
    return about;
  }

  public Design design() {
    return design;
  }

  public List<Inquiry> inquiries() {
    return inquiries;
  }

  /// What is uncertain, as the base analysis has it, in the order of the design.
  public List<Input> inputs() {
    return uncertain.slots().stream().map(Uncertain.Slot::input).toList();
  }

  Uncertain uncertain() {
    return uncertain;
  }

  /// What the base analysis says to each inquiry.
  public List<Cell> base(Run run) {
    return asking.replies(base, run).stream().map(Ensemble::cell).toList();
  }

  /// One draw. It depends on the design and its number alone.
  ///
  /// @param run of one thread
  public Row row(long draw, Run run) {
    Lots lots = lottery.lots(draw);
    return new Row(draw, uncertain.values(lots), findings(lots, run));
  }

  /// What is found where inputs have these lots, see [Lots#BASE].
  List<Cell> findings(Lots lots, Run run) {
    try {
      Worlds worlds = base.with(about.model().settled(lots));
      return asking.replies(worlds, run).stream().map(Ensemble::cell).toList();
    } catch (InvalidScenario _) {
      return Collections.nCopies(inquiries.size(), new Cell.None());
    }
  }

  /// The scenario of one draw, to be looked at alone.
  ///
  /// @throws InvalidScenario if it has no meaning with what was drawn
  public Case replay(long draw) {
    Model model = about.model().settled(lottery.lots(draw));
    return new Case(about.file(), about.question(), about.space().with(model), about.warnings());
  }

  private static Cell cell(Reply reply) {
    return switch (reply) {
      case Reply.Truth(boolean holds) -> new Cell.YesNo(holds);
      case Reply.Amount(double amount) -> new Cell.Amount(amount);
      case Reply.Text(var text) -> new Cell.Word(text);
      case Reply.None _ -> new Cell.None();
    };
  }

  /// Whether several draws are worked on at a time, in the lanes of vectors.
  public boolean isSideBySide() {
    return sideBySide.isPresent();
  }

  /// Where rows go. Called by one thread at a time.
  public interface Sink {
    void take(Row row);
  }

  /// Makes the draws of some ranges on all threads of the run, in no order.
  ///
  /// Ends with a `CancellationException` where the run is stopped; the rows made so far have been
  /// handed over.
  public void draw(List<Span> spans, Run run, Sink sink) {
    int all = Math.toIntExact(spans.stream().mapToLong(Span::count).sum());
    Run alone = run.alone(design.seed());
    if (sideBySide.isPresent()) {
      SideBySide many = sideBySide.get();
      run.over(
          STEP,
          all,
          many.draws(),
          _ -> {
            SideBySide.Worker worker = many.worker();
            return (from, to) -> hand(together(worker, Span.at(spans, from, to), alone), sink);
          });
      return;
    }
    run.over(
        STEP,
        all,
        1,
        _ ->
            (from, to) -> {
              for (long draw : Span.at(spans, from, to)) hand(List.of(row(draw, alone)), sink);
            });
  }

  private synchronized void hand(List<Row> rows, Sink sink) {
    rows.forEach(sink::take);
  }

  /// Several draws, worked on at a time.
  private List<Row> together(SideBySide.Worker worker, long[] draws, Run run) {
    List<Lots> lots = LongStream.of(draws).mapToObj(lottery::lots).toList();
    List<double[]> replies = worker.replies(lots, run);
    List<Row> rows = new ArrayList<>();
    for (int d = 0; d < draws.length; d++) {
      List<Cell> findings = new ArrayList<>();
      for (int f = 0; f < replies.size(); f++) {
        findings.add(
            design.findings().get(f).kind() == Column.Kind.YES_NO
                ? new Cell.YesNo(replies.get(f)[d] != 0)
                : new Cell.Amount(replies.get(f)[d]));
      }
      rows.add(
          replies.isEmpty()
              ? row(draws[d], run)
              : new Row(draws[d], uncertain.values(lots.get(d)), findings));
    }
    return rows;
  }
}
