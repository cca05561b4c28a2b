package demarche.lens.council;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.lens.Inquiry;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What bodies pass by their rules, and who stops it.
///
/// @param asked which body is meant, and which texts
/// @param rows how many texts a table shows
public record CouncilLens(Asked asked, int rows) implements Lens {
  private static final int USUAL_ROWS = 12;

  /// Every body from the status quo, with the proposals that ask something of it.
  public static final CouncilLens ALL =
      new CouncilLens(new Asked(List.of(), Asked.STATUS_QUO, List.of(), Wanted.NO));

  public CouncilLens(Asked asked) {
    this(asked, USUAL_ROWS);
  }

  /// What somebody wants to know.
  ///
  /// @param bodies the ids of bodies; empty for all
  /// @param from the state from which texts lead away, or `STATUS_QUO`
  /// @param power whether the power of members is told in words; programs are always told where it
  ///   comes for nothing
  /// @param texts the texts to tell of; empty for the proposals that ask something of the body
  /// @param trials drafts to be held against what was adopted
  public record Asked(
      List<String> bodies, int from, List<Text> texts, Wanted power, List<Backtest.Trial> trials) {
    public static final int STATUS_QUO = -1;

    public Asked {
      bodies = List.copyOf(bodies);
      texts = List.copyOf(texts);
      trials = List.copyOf(trials);
    }

    public Asked(List<String> bodies, int from, List<Text> texts, Wanted power) {
      this(bodies, from, texts, power, List.of());
    }

    /// A draft and what was adopted, before one body.
    public Asked trying(String body, Backtest.Trial trial) {
      return new Asked(
          List.of(body), from, List.of(trial.draft(), trial.adopted()), power, List.of(trial));
    }
  }

  /// Whether something is told.
  public enum Wanted {
    YES,
    NO
  }

  @Override
  public String key() {
    return "council";
  }

  @Override
  public String question() {
    return "What do bodies pass by their rules, what defeats the rest, and what can a sponsor get?";
  }

  @Override
  public Set<String> sections() {
    return Set.of("proposals", "measures");
  }

  @Override
  public boolean appliesTo(Model model) {
    return !model.bodies().isEmpty();
  }

  @Override
  public CouncilLens showing(int states) {
    return new CouncilLens(asked, states);
  }

  @Override
  public List<Inquiry> inquiries(StateSpace space, Run run) {
    List<Inquiry> inquiries = new ArrayList<>();
    for (Body body : space.model().bodies()) {
      if (!asked.bodies.isEmpty() && !asked.bodies.contains(body.id())) continue;
      for (Proposal proposal : space.model().proposals()) {
        if (body.options().stream().noneMatch(o -> differs(space, proposal, o.index()))) continue;
        inquiries.add(
            new Inquiry(
                "council/%s/%s/passes".formatted(body.id(), proposal.id()),
                "%s passes %s".formatted(body.name(), proposal.id()),
                "passes(%s, %s)".formatted(body.id(), proposal.id())));
      }
    }
    return inquiries;
  }

  private static boolean differs(StateSpace space, Proposal proposal, int option) {
    return proposal.end()[option] != space.model().statusQuo()[option];
  }

  @Override
  public Answer examine(StateSpace space, Run run) {
    int from = asked.from == Asked.STATUS_QUO ? space.statusQuo() : asked.from;
    List<Finding> findings = new ArrayList<>();
    Map<String, Data> data = new LinkedHashMap<>();
    for (Body body : space.model().bodies()) {
      if (!asked.bodies.isEmpty() && !asked.bodies.contains(body.id())) continue;
      Sitting sitting = Sitting.of(space, body, from, asked.texts, run);
      List<Power> power = power(space.model(), body, run);
      List<Backtest> backtests = backtests(sitting.council());
      if (!sitting.isIdle() || !asked.bodies.isEmpty()) {
        CouncilWords words = new CouncilWords(sitting, rows);
        backtests.forEach(b -> findings.add(new BacktestWords(words, b).finding()));
        findings.addAll(words.findings());
      }
      if (asked.power == Wanted.YES) {
        power.forEach(p -> findings.add(new PowerWords(space.model(), body, p).finding()));
      }
      data.put(body.id(), CouncilData.of(sitting, power, backtests));
    }
    return new Answer(key(), "Councils", findings, new Data.Fields(data), method());
  }

  private List<Backtest> backtests(Council council) {
    return asked.trials.stream()
        .flatMap(trial ->
            council.sponsor(trial.sponsor()).stream()
                .map(s -> Backtest.of(council, s, trial.draft(), trial.adopted())))
        .toList();
  }

  /// The power of the members, where it is wanted or comes for nothing.
  private List<Power> power(Model model, Body body, Run run) {
    return asked.power == Wanted.YES || Power.isSmall(model, body)
        ? List.of(Power.of(model, body, run))
        : List.of();
  }

  private static List<Sentence> method() {
    return List.of(
        say(
            "A text changes what a body decides and nothing else, by one legal move; a proposal is"
                + " voted on as the whole state where it leads, with events held still. Members vote"
                + " on the text against what stands, by their own wishes alone, and no vote is"
                + " traded. A loss on an actor's scale is one of its value between 0 and 1, for a"
                + " mere order its evenly spaced ranks, which is an assumption. Every count is"
                + " exact"));
  }
}
