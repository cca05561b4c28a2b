package demarche.lens.paths;

import demarche.finding.Data;
import demarche.lens.Gain;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The answer for programs.
final class PathsData {
  private final Prospect prospect;
  private final Paths paths;
  private final StateSpace space;

  private PathsData(Prospect prospect) {
    this.prospect = prospect;
    this.paths = prospect.paths();
    this.space = prospect.space();
  }

  static Data of(Prospect prospect, List<Sought> sought) {
    PathsData data = new PathsData(prospect);
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("from", data.state(prospect.paths().start()));
    fields.put("improvements", data.layers(Arcs.Kind.IMPROVEMENTS));
    fields.put("moves", data.layers(Arcs.Kind.MOVES));
    fields.put("first", data.first());
    fields.put("ends", data.areas(prospect.paths().ends()));
    fields.put("groups", data.groups(prospect.paths().groups()));
    fields.put("cycles", data.cycles());
    fields.put("traps", data.traps());
    if (!prospect.equilibria().isEmpty()) fields.put("equilibria", data.equilibria());
    sought.forEach(s -> fields.put("to", data.sought(s)));
    return new Data.Fields(fields);
  }

  private Data state(int state) {
    return new Data.Text(space.code(state));
  }

  private Data states(List<Integer> ascending) {
    return new Data.States(new Codes(space, ascending));
  }

  private Data states(StateSet set) {
    return states(set.stream().boxed().toList());
  }

  /// The codes of states, made as they are read.
  private static final class Codes extends AbstractList<String> {
    private final StateSpace space;
    private final List<Integer> states;

    Codes(StateSpace space, List<Integer> states) {
      this.space = space;
      this.states = states;
    }

    @Override
    public String get(int index) {
      return space.code(states.get(index));
    }

    @Override
    public int size() {
      return states.size();
    }
  }

  private static Data ids(List<Party> parties) {
    return new Data.Items(parties.stream().<Data>map(p -> new Data.Text(p.id())).toList());
  }

  private Data layers(Arcs.Kind kind) {
    Layers layers = paths.layers(kind);
    Map<String, Data> states = new LinkedHashMap<>();
    IntStream.rangeClosed(1, layers.most())
        .forEach(d -> states.put(String.valueOf(d), states(layers.at(d))));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(layers.count()));
    fields.put(
        "layers",
        new Data.Items(
            IntStream.rangeClosed(1, layers.most())
                .<Data>mapToObj(d -> new Data.Whole(layers.count(d)))
                .toList()));
    fields.put("states", new Data.Fields(states));
    return new Data.Fields(fields);
  }

  private Data first() {
    Map<String, Data> first = new LinkedHashMap<>();
    paths.starters().forEach(s -> first.put(s.party().id(), states(s.targets())));
    return new Data.Fields(first);
  }

  private Data areas(List<Landscape.Area> areas) {
    return new Data.Items(areas.stream().map(a -> states(a.states())).toList());
  }

  private Data groups(Groups groups) {
    if (!groups.notSearched().isEmpty()) {
      return new Data.Fields(Map.of("notSearched", new Data.Text(groups.notSearched())));
    }
    return new Data.Items(groups.found().stream().map(this::group).toList());
  }

  private Data group(Group group) {
    Map<String, Data> gains = new LinkedHashMap<>();
    for (Party member : group.members()) {
      gains.put(
          member.id(),
          new Gain(space, member, paths.start(), group.best())
              .difference().stream()
                  .<Data>map(Data.Exact::new)
                  .findFirst()
                  .orElse(new Data.Nothing()));
    }
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("members", ids(group.members()));
    fields.put("count", new Data.Whole(group.targets().size()));
    fields.put("states", states(group.targets()));
    fields.put("best", state(group.best()));
    fields.put("gains", new Data.Fields(gains));
    return new Data.Fields(fields);
  }

  private Data cycles() {
    Cycles cycles = paths.cycles();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(cycles.areas().size()));
    fields.put("reached", new Data.Whole(cycles.reached().size()));
    fields.put("states", new Data.Whole(cycles.states()));
    if (!cycles.shortest().isEmpty()) {
      fields.put("from", state(cycles.from()));
      fields.put("shortest", steps(cycles.shortest()));
    }
    return new Data.Fields(fields);
  }

  private Data steps(List<Step> steps) {
    return new Data.Items(
        steps.stream()
            .map(step -> {
              Map<String, Data> fields = new LinkedHashMap<>();
              fields.put("by", new Data.Text(step.by().id()));
              fields.put("to", state(step.to()));
              return (Data) new Data.Fields(fields);
            })
            .toList());
  }

  private Data traps() {
    Traps traps = paths.traps();
    Map<String, Data> options = new LinkedHashMap<>();
    traps.causes().forEach(c -> options.put(c.option().id(), new Data.Whole(c.count())));
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("count", new Data.Whole(traps.states().count()));
    fields.put("options", new Data.Fields(options));
    fields.put("states", states(traps.states()));
    return new Data.Fields(fields);
  }

  private Data equilibria() {
    Map<String, Data> concepts = new LinkedHashMap<>();
    prospect
        .equilibria()
        .forEach((concept, set) -> {
          Reached.Split split = Reached.Split.of(paths, set);
          Map<String, Data> fields = new LinkedHashMap<>();
          fields.put("count", new Data.Whole(set.count()));
          fields.put("byImprovements", states(split.byImprovements()));
          fields.put("byMoves", states(split.byMoves()));
          fields.put("unreachable", states(split.unreachable()));
          concepts.put(concept.name(), new Data.Fields(fields));
        });
    return new Data.Fields(concepts);
  }

  private Data sought(Sought sought) {
    Map<String, Data> fields = new LinkedHashMap<>();
    switch (sought.aim()) {
      case Aim.Anywhere() -> {}
      case Aim.State(int state) -> fields.put("state", state(state));
      case Aim.Where(String expression, var _) -> fields.put("where", new Data.Text(expression));
    }
    fields.put("count", new Data.Whole(sought.states().count()));
    fields.put("improvements", way(sought.nearest(Arcs.Kind.IMPROVEMENTS), Arcs.Kind.IMPROVEMENTS));
    fields.put("moves", way(sought.nearest(Arcs.Kind.MOVES), Arcs.Kind.MOVES));
    fields.put("groups", groups(sought.groups()));
    return new Data.Fields(fields);
  }

  private Data way(int state, Arcs.Kind kind) {
    if (state < 0) return new Data.Nothing();
    Map<String, Data> fields = new LinkedHashMap<>();
    fields.put("state", state(state));
    fields.put("distance", new Data.Whole(paths.distance(state, kind)));
    fields.put("path", steps(paths.shortest(state, kind)));
    return new Data.Fields(fields);
  }
}
