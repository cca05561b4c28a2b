package demarche.lens.knowing;

import demarche.lens.Run;
import demarche.lens.Stable;
import demarche.lens.stability.Concept;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which states are stable for whom, under each definition asked for.
public final class Knowing {
  private final Arcs arcs;
  private final Settings settings;
  private final List<Definition> definitions;
  private final Map<Definition, StateSet[]> stable = new LinkedHashMap<>();
  private @Nullable Doubts doubts;
  private @Nullable Strength strength;
  private @Nullable Likelihood likelihood;

  private Knowing(Arcs arcs, List<Definition> definitions, Settings settings) {
    this.arcs = arcs;
    this.definitions = List.copyOf(definitions);
    this.settings = settings;
  }

  /// @throws TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Knowing of(
      StateSpace space, List<Definition> definitions, Settings settings, Run run) {
    return of(Arcs.of(space, run.watch()), definitions, settings, run);
  }

  /// The same, where the arcs are known already.
  public static Knowing of(Arcs arcs, List<Definition> definitions, Settings settings, Run run) {
    Knowing knowing = new Knowing(arcs, definitions, settings);
    for (Definition definition : knowing.definitions) knowing.search(definition, run);
    return knowing;
  }

  private StateSet[] search(Definition definition, Run run) {
    StateSet[] known = stable.get(definition);
    if (known != null) return known;
    StateSet[] found =
        definition.reading() instanceof Reading.Weak
            ? weakly(definition.rule(), run)
            : searched(definition, run);
    stable.put(definition, found);
    return found;
  }

  /// What the definitions are read with, before anything is searched.
  static Knowing unsearched(Arcs arcs, List<Definition> definitions, Settings settings) {
    return new Knowing(arcs, definitions, settings);
  }

  /// How each party takes part, by its index.
  List<Stance> stances(Reading reading) {
    return parties().stream().map(party -> stance(reading, party)).toList();
  }

  private StateSet[] searched(Definition definition, Run run) {
    Search search = new Search(arcs, definition.rule(), stances(definition.reading()));
    return parties().stream().map(party -> search.stable(party, run)).toArray(StateSet[]::new);
  }

  private StateSet[] weakly(Concept rule, Run run) {
    StateSet[] general = search(new Definition(rule, new Reading.Degree(0)), run);
    StateSet[] strong = search(new Definition(rule, new Reading.Strong()), run);
    return parties().stream()
        .map(p -> general[p.index()].except(strong[p.index()]))
        .toArray(StateSet[]::new);
  }

  private Stance stance(Reading reading, Party party) {
    return switch (reading) {
      case Reading.Unknown(var extension) ->
          new Unknown(arcs.space(), doubts(), extension).of(party);
      case Reading.Degree(int least) -> strength().stance(party, least);
      case Reading.Strong(), Reading.Weak() -> strength().stance(party, settings.degrees());
      case Reading.Fuzzy() -> likelihood().fuzzy(party);
      case Reading.Probable() -> likelihood().probable(party);
      case Reading.Relational() -> settings.attitudes().stance(arcs.space(), party);
    };
  }

  /// The orders that the file gives the actors.
  Doubts doubts() {
    if (doubts == null) doubts = Doubts.of(arcs.space());
    return doubts;
  }

  Strength strength() {
    if (strength == null) strength = Strength.of(arcs.space(), settings);
    return strength;
  }

  Likelihood likelihood() {
    if (likelihood == null) likelihood = Likelihood.of(arcs.space(), settings);
    return likelihood;
  }

  public StateSpace space() {
    return arcs.space();
  }

  Arcs arcs() {
    return arcs;
  }

  Settings settings() {
    return settings;
  }

  List<Party> parties() {
    return arcs.space().model().parties();
  }

  /// As asked for.
  public List<Definition> definitions() {
    return definitions;
  }

  /// The states that are stable for a party.
  public StateSet stable(Definition definition, Party party) {
    return stable(definition)[party.index()];
  }

  private StateSet[] stable(Definition definition) {
    StateSet[] sets = stable.get(definition);
    if (sets == null) throw new IllegalArgumentException(definition.name() + " was not searched");
    return sets;
  }

  /// What is stable under a definition, for tables and programs.
  Stable found(Definition definition) {
    return new Stable(definition.name(), List.of(stable(definition)), equilibria(definition));
  }

  /// The states that are stable for every party. A weak equilibrium is one that is not strong: some
  /// party may be strongly stable there.
  public StateSet equilibria(Definition definition) {
    if (definition.reading() instanceof Reading.Weak) {
      Concept rule = definition.rule();
      return equilibria(new Definition(rule, new Reading.Degree(0)))
          .except(equilibria(new Definition(rule, new Reading.Strong())));
    }
    StateSet all = StateSet.all(arcs.space().size());
    for (StateSet set : stable(definition)) all = all.and(set);
    return all;
  }
}
