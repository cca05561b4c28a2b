package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.stability.Way.Question;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Footprint;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Which states are stable for whom, under each concept asked for.
///
/// Laws: R is within SSEQ, SSEQ within SEQ and SMR, and these within GMR. What a body leaves under
/// a weaker concept is not searched again under a stronger one.
public final class Stability {
  private final Arcs arcs;
  private final List<Party> parties;
  private final Map<Concept, StateSet[]> stable = new EnumMap<>(Concept.class);
  private final Map<Concept, String> notSearched = new EnumMap<>(Concept.class);

  private Stability(Arcs arcs) {
    this.arcs = arcs;
    this.parties = arcs.space().model().parties();
  }

  /// @throws TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Stability of(StateSpace space, Set<Concept> concepts, Run run) {
    refuseUnlessFits(space, concepts, run.threads());
    return of(Arcs.of(space, run.watch()), concepts, run);
  }

  /// Where many models share their states and moves, the plan of one serves for all that cannot
  /// need more memory than there is: ranks of another are at most four times as wide.
  private static void refuseUnlessFits(StateSpace space, Set<Concept> concepts, int threads) {
    Supplier<Plan> plan = () -> Plan.of(space.outline(), concepts, threads);
    Plan known = space.onceForAll(new Planned(Set.copyOf(concepts), threads), Plan.class, plan);
    long most = Footprint.of(4 * known.bytes()).heap();
    if (most > Runtime.getRuntime().maxMemory()) plan.get().refuseUnlessFits();
  }

  private record Planned(Set<Concept> concepts, int threads) {}

  /// The same, each concept searched once for a space: for lenses that build on what another has
  /// found.
  public static Stability known(StateSpace space, Set<Concept> concepts, Run run) {
    Map<Concept, Stability> known = space.once(Known.class, Known.class, Known::new).by;
    Set<Concept> wanted = EnumSet.noneOf(Concept.class);
    wanted.addAll(concepts);
    wanted.removeAll(known.keySet());
    if (!wanted.isEmpty()) {
      Stability found = of(space, wanted, run);
      wanted.forEach(concept -> known.put(concept, found));
    }
    Stability stability = new Stability(Arcs.of(space, run.watch()));
    for (Concept concept : concepts) {
      Stability found = Objects.requireNonNull(known.get(concept));
      if (found.stable.containsKey(concept)) {
        stability.stable.put(concept, found.stable(concept));
      } else {
        stability.notSearched.put(concept, found.notSearched.getOrDefault(concept, ""));
      }
    }
    return stability;
  }

  /// The same concepts of a changed model. What the change leaves as it was is not searched again;
  /// lenses that ask for [#known] of the space find the answer.
  ///
  /// @param space made of the space that this was searched in, for the changed model
  public Stability with(StateSpace space, Run run) {
    Set<Concept> asked = concepts();
    asked.addAll(notSearched.keySet());
    Stability changed = new Stability(Arcs.of(space));
    if (space.sharesStates(space())) changed.keep(this);
    changed.search(asked, run);
    Map<Concept, Stability> known = space.once(Known.class, Known.class, Known::new).by;
    asked.forEach(concept -> known.put(concept, changed));
    return changed;
  }

  private void keep(Stability before) {
    Unchanged unchanged = new Unchanged(arcs, before.space());
    before.stable.forEach((concept, sets) -> {
      StateSet[] kept = new StateSet[sets.length];
      for (Party party : parties) {
        if (unchanged.holds(concept, party)) kept[party.index()] = sets[party.index()];
      }
      stable.put(concept, kept);
    });
  }

  /// What was searched of a space before, by concept.
  private record Known(Map<Concept, Stability> by) {
    Known() {
      this(new ConcurrentHashMap<>());
    }
  }

  /// The same, where the arcs are known already.
  public static Stability of(Arcs arcs, Set<Concept> concepts, Run run) {
    Stability stability = new Stability(arcs);
    stability.search(concepts, run);
    return stability;
  }

  private void search(Set<Concept> concepts, Run run) {
    Set<Concept> wanted = EnumSet.noneOf(Concept.class);
    wanted.addAll(concepts);
    if (wanted.contains(Concept.SIM) && arcs.space().model().isGraph()) {
      wanted.remove(Concept.SIM);
      notSearched.put(Concept.SIM, "a graph does not say how moves combine");
    }
    wanted.forEach(c -> stable.putIfAbsent(c, new StateSet[parties.size()]));
    searchSideBySide(wanted, run);
    for (Concept concept : wanted) searchOneByOne(concept, run);
  }

  private record Task(Concept concept, Party party) {}

  /// Ways that use one thread each.
  private void searchSideBySide(Set<Concept> wanted, Run run) {
    List<Task> tasks = new ArrayList<>();
    for (Concept concept : wanted) {
      for (Party party : parties) {
        if (isOpen(concept, party) && !ownThreads(concept, party))
          tasks.add(new Task(concept, party));
      }
    }
    Run single = run.alone();
    StateSet open = StateSet.all(arcs.space().size());
    run.over(
        "stability",
        tasks.size(),
        1,
        _ -> (from, to) -> tasks.subList(from, to).forEach(t -> search(t, open, single)));
  }

  private void searchOneByOne(Concept concept, Run run) {
    try {
      for (Party party : parties) {
        if (!isOpen(concept, party) || !ownThreads(concept, party)) continue;
        search(new Task(concept, party), open(concept, party), run);
      }
    } catch (TooLarge hopeless) {
      if (concept != Concept.SIM) throw hopeless;
      stable.remove(concept);
      notSearched.put(concept, hopeless.getMessage());
    }
  }

  private boolean isOpen(Concept concept, Party party) {
    return stable(concept)[party.index()] == null;
  }

  private boolean ownThreads(Concept concept, Party party) {
    return Way.of(arcs.space().outline(), party, concept).ownThreads();
  }

  private void search(Task task, StateSet open, Run run) {
    Question question = new Question(arcs, task.party, task.concept, open);
    Way way = Way.of(arcs.space().outline(), task.party, task.concept);
    stable(task.concept)[task.party.index()] = way.stable(question, run);
  }

  /// The states that no weaker concept has ruled out so far.
  private StateSet open(Concept concept, Party party) {
    StateSet open = StateSet.all(arcs.space().size());
    for (Concept weaker : concept.within()) {
      StateSet[] known = stable.get(weaker);
      if (known != null && known[party.index()] != null) open = open.and(known[party.index()]);
    }
    return open;
  }

  private StateSet[] stable(Concept concept) {
    StateSet[] sets = stable.get(concept);
    if (sets == null) throw new IllegalArgumentException(concept + " was not searched");
    return sets;
  }

  public StateSpace space() {
    return arcs.space();
  }

  public Arcs arcs() {
    return arcs;
  }

  /// The concepts that were searched.
  public Set<Concept> concepts() {
    Set<Concept> searched = EnumSet.noneOf(Concept.class);
    searched.addAll(stable.keySet());
    return searched;
  }

  /// The concepts that were searched; one stands before those that it implies.
  public List<Concept> strictestFirst() {
    return Concept.STRICTEST_FIRST.stream().filter(stable::containsKey).toList();
  }

  /// Concepts that were asked for and not searched, with the reason.
  public Map<Concept, String> notSearched() {
    return new EnumMap<>(notSearched);
  }

  /// The states that are stable for a party.
  public StateSet stable(Concept concept, Party party) {
    return stable(concept)[party.index()];
  }

  /// The states that are stable for every party.
  public StateSet equilibria(Concept concept) {
    StateSet all = StateSet.all(arcs.space().size());
    for (StateSet set : stable(concept)) all = all.and(set);
    return all;
  }

  /// Whether a state is stable for every party.
  public boolean isEquilibrium(Concept concept, int state) {
    for (StateSet set : stable(concept)) if (!set.contains(state)) return false;
    return true;
  }

  /// How the stable states were found, in words.
  public String way(Concept concept, Party party) {
    return Way.of(arcs.space().outline(), party, concept).words();
  }
}
