package demarche.scenario;

import java.util.List;
import java.util.stream.Stream;

/// One crisis as its file writes it, `extends` and the chosen variant already merged in.
///
/// Lists keep file order and are empty where the file has no such section. Names are not resolved
/// here: that is the model's work.
///
/// @param statusQuo settings may be empty
/// @param disagreement zero or one; none: the status quo
/// @param forecast zero or one
/// @param graph zero or one; where there is one, options and bodies are empty
/// @param twists what the chosen variant does beyond replacing entries
public record Scenario(
    Head head,
    List<SourceEntry> sources,
    List<ParameterEntry> parameters,
    List<ActorEntry> actors,
    List<BodyEntry> bodies,
    List<OptionEntry> events,
    List<ConditionEntry> conditions,
    List<ConstraintEntry> constraints,
    Destination statusQuo,
    List<IssueEntry> issues,
    List<ProposalEntry> proposals,
    List<TargetEntry> targets,
    List<MeasureEntry> measures,
    List<Destination> disagreement,
    List<BeliefEntry> beliefs,
    List<ForecastEntry> forecast,
    List<VariantEntry> variants,
    List<TieEntry> ties,
    List<FlowEntry> flows,
    List<TableEntry> tables,
    List<SiteEntry> places,
    List<TraceEntry> trace,
    List<ClaimEntry> claims,
    List<GraphEntry> graph,
    List<Twist> twists) {
  public Scenario {
    sources = List.copyOf(sources);
    parameters = List.copyOf(parameters);
    actors = List.copyOf(actors);
    bodies = List.copyOf(bodies);
    events = List.copyOf(events);
    conditions = List.copyOf(conditions);
    constraints = List.copyOf(constraints);
    issues = List.copyOf(issues);
    proposals = List.copyOf(proposals);
    targets = List.copyOf(targets);
    measures = List.copyOf(measures);
    disagreement = List.copyOf(disagreement);
    beliefs = List.copyOf(beliefs);
    forecast = List.copyOf(forecast);
    variants = List.copyOf(variants);
    ties = List.copyOf(ties);
    flows = List.copyOf(flows);
    tables = List.copyOf(tables);
    places = List.copyOf(places);
    trace = List.copyOf(trace);
    claims = List.copyOf(claims);
    graph = List.copyOf(graph);
    twists = List.copyOf(twists);
  }

  /// The same where other actors stand in the places of these, such as pictures of them.
  public Scenario with(List<ActorEntry> others, List<BeliefEntry> beliefs) {
    return copy(parameters, others, bodies, beliefs, twists);
  }

  /// The same with other numbers, wishes and rules.
  public Scenario with(
      List<ParameterEntry> numbers, List<ActorEntry> others, List<BodyEntry> rules) {
    return copy(numbers, others, rules, beliefs, twists);
  }

  /// The same, changed further.
  ///
  /// @param more applied with those of the chosen variant
  public Scenario twisted(List<Twist> more) {
    List<Twist> all = Stream.concat(twists.stream(), more.stream()).toList();
    return copy(parameters, actors, bodies, beliefs, all);
  }

  private Scenario copy(
      List<ParameterEntry> numbers,
      List<ActorEntry> others,
      List<BodyEntry> rules,
      List<BeliefEntry> pictures,
      List<Twist> more) {
    return new Scenario(
        head,
        sources,
        numbers,
        others,
        rules,
        events,
        conditions,
        constraints,
        statusQuo,
        issues,
        proposals,
        targets,
        measures,
        disagreement,
        pictures,
        forecast,
        variants,
        ties,
        flows,
        tables,
        places,
        trace,
        claims,
        graph,
        more);
  }

  /// What the file says about itself.
  ///
  /// @param date as written; may be empty
  /// @param variant the chosen variant's id; empty for the file itself
  public record Head(String title, String date, String summary, String variant, Place place) {}

  public record ConditionEntry(Word id, Expression expression, Evidence evidence) {}

  /// An area that can be on or off the table.
  public record IssueEntry(Word id, List<Word> options) {
    public IssueEntry {
      options = List.copyOf(options);
    }
  }

  /// A named number on states.
  public record MeasureEntry(Word id, List<TermEntry> terms, String unit) {
    public MeasureEntry {
      terms = List.copyOf(terms);
    }
  }

  /// A named what-if.
  ///
  /// @param on another variant that this one builds on; empty where none
  /// @param scenario a file that stands in for the base; empty where none
  /// @param because in words, for lists of variants
  public record VariantEntry(Word id, Word on, Word scenario, String because) {}

  /// Who can talk to whom: access, trust and leverage from 0 to 1.
  public record TieEntry(
      Word from, Word to, Quantity access, Quantity trust, Quantity leverage, Evidence evidence) {}

  /// A table of trade, aid or fuel.
  ///
  /// @param file its path relative to the scenario's folder
  /// @param content the text of the file, plain CSV; empty if it could not be had
  public record FlowEntry(
      Word id, Word file, String unit, Direction direction, String content, Evidence evidence) {
    /// Whether a row counts one way, or is a turnover.
    public enum Direction {
      ONE_WAY,
      BOTH
    }
  }

  public record TableEntry(Word id, Word file, Word format, Evidence evidence) {}

  /// A place on the globe, in degrees.
  public record SiteEntry(Word id, double latitude, double longitude, Evidence evidence) {}

  /// What a text asserts.
  ///
  /// @param mark H exact, O over the ensemble, X only expressed
  /// @param quotes a figure as the text prints it; may be empty
  /// @param check zero or one expression over findings; none for some X
  public record ClaimEntry(
      Word id, String says, Mark mark, String quotes, List<Check> check, Evidence evidence) {
    public ClaimEntry {
      check = List.copyOf(check);
    }

    public enum Mark {
      H,
      O,
      X
    }
  }

  /// A model published as a graph.
  ///
  /// @param states in file order
  /// @param moves as given; nothing is added
  public record GraphEntry(List<State> states, List<Moves> moves, Place place) {
    public GraphEntry {
      states = List.copyOf(states);
      moves = List.copyOf(moves);
    }

    /// One state of the graph.
    ///
    /// @param shows what stands for what, in words of the publication
    public record State(Word id, String name, List<Destination.Setting> shows) {
      public State {
        shows = List.copyOf(shows);
      }
    }

    public record Moves(Word actor, Word from, List<Word> to) {
      public Moves {
        to = List.copyOf(to);
      }
    }
  }
}
