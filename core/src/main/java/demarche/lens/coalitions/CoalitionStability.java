package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which states are stable for which coalition, under each concept asked for.
///
/// Laws: CNASH is within CSMR and CSEQ, CSMR within CGMR; where single parties answer CSEQ is
/// within CGMR, too. For a coalition of one, CNASH, CGMR and CSMR are R, GMR and SMR; CSEQ is SEQ
/// where single parties answer, and is implied by SEQ where coalitions do.
public final class CoalitionStability {
  private final Ground ground;
  private final Map<CoalitionConcept, StateSet[]> stable = new EnumMap<>(CoalitionConcept.class);

  private CoalitionStability(Ground ground) {
    this.ground = ground;
    for (CoalitionConcept concept : ground.question().concepts()) {
      stable.put(concept, new StateSet[ground.question().coalitions().size()]);
    }
  }

  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static CoalitionStability of(Arcs arcs, Question question, Run run) {
    CoalitionStability stability = new CoalitionStability(Ground.of(arcs, question, run));
    run.over(
        "coalitions",
        question.coalitions().size(),
        1,
        _ ->
            (from, to) -> {
              for (int c = from; c < to; c++) stability.search(c, run);
            });
    return stability;
  }

  private void search(int position, Run run) {
    Judge judge = new Judge(ground, coalitions().get(position), run);
    stable.forEach((concept, found) -> {
      StateSet states = new StateSet(space().size());
      space().states().filter(s -> judge.isStable(concept, s)).forEach(states::add);
      found[position] = states;
    });
  }

  public StateSpace space() {
    return ground.space();
  }

  Ground ground() {
    return ground;
  }

  /// The coalitions that were asked about.
  public List<Coalition> coalitions() {
    return ground.question().coalitions();
  }

  /// The concepts that were searched.
  public Set<CoalitionConcept> concepts() {
    return new TreeSet<>(stable.keySet());
  }

  /// The concepts that were searched; one stands before those that it implies.
  List<CoalitionConcept> strictestFirst() {
    return CoalitionConcept.STRICTEST_FIRST.stream().filter(stable::containsKey).toList();
  }

  /// The states that are stable for a coalition.
  public StateSet stable(CoalitionConcept concept, Coalition coalition) {
    int position = coalitions().indexOf(coalition);
    if (position < 0) throw new IllegalArgumentException(coalition + " was not asked about");
    return sets(concept)[position];
  }

  /// The states that are stable for every coalition asked about.
  public StateSet universal(CoalitionConcept concept) {
    StateSet all = StateSet.all(space().size());
    for (StateSet set : sets(concept)) all = all.and(set);
    return all;
  }

  /// The coalitions for which a state is not stable, in the order in which they were asked about.
  public List<Coalition> leaving(CoalitionConcept concept, int state) {
    StateSet[] sets = sets(concept);
    return IntStream.range(0, sets.length)
        .filter(c -> !sets[c].contains(state))
        .mapToObj(coalitions()::get)
        .toList();
  }

  /// Where a coalition could go from a state unsanctioned; empty where the state is stable for it.
  public int[] unsanctioned(CoalitionConcept concept, Coalition coalition, int state, Run run) {
    return new Judge(ground, coalition, run).unsanctioned(concept, state);
  }

  private StateSet[] sets(CoalitionConcept concept) {
    StateSet[] sets = stable.get(concept);
    if (sets == null) throw new IllegalArgumentException(concept + " was not searched");
    return sets;
  }
}
