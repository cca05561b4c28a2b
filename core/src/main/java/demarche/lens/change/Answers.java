package demarche.lens.change;

import demarche.lens.change.Comparison.Relation;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Moves;
import demarche.states.StateSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What it takes for the others to have an answer to a gain, as literals of which one is needed.
///
/// **Law.** Let X be what the others can lead on to from the gain. For an answer to come, the mover
/// must come to like some state of X no better than where it stands, or, where the others answer by
/// improvements alone, some move out of X must become one. Where the answer must leave no escape,
/// of a state of X that is harmful enough the escape must become harmless.
///
/// Where that would be too many comparisons, all on which they could depend takes their place.
final class Answers {
  private static final int MOST_STATES = 4_000;
  private static final int MOST_LITERALS = 1_500;

  private final Realm realm;
  private final Concept concept;
  private final Needs needs;
  private final Voices voices;

  Answers(Realm realm, Concept concept, Needs needs, Voices voices) {
    this.realm = realm;
    this.concept = concept;
    this.needs = needs;
    this.voices = voices;
  }

  Set<Integer> to(Failure.Leaves failure, Set<Atom> made) {
    if (failure.party() instanceof Actor actor && concept != Concept.SIM) {
      Set<Integer> exact = new Asked(failure, actor, made).literals();
      if (!exact.isEmpty()) return exact;
    }
    return onWhichTheyDepend(failure.party(), made);
  }

  private Set<Integer> onWhichTheyDepend(Party party, Set<Atom> made) {
    boolean alone = party instanceof Actor && (concept == Concept.GMR || concept == Concept.SMR);
    return alone
        ? needs.flips(a -> realm.wanted((Actor) party).concerns(a), made)
        : voices.world(made);
  }

  /// One gain to be answered.
  private final class Asked {
    private final StateSpace world;
    private final Arcs arcs;
    private final int state;
    private final int gain;
    private final Actor actor;
    private final Set<Atom> made;
    private final Set<Integer> literals = new LinkedHashSet<>();
    private final Set<Integer> reached = new LinkedHashSet<>();

    Asked(Failure.Leaves failure, Actor actor, Set<Atom> made) {
      this.world = failure.world();
      this.arcs = Arcs.of(world);
      this.state = failure.state();
      this.gain = failure.to();
      this.actor = actor;
      this.made = made;
    }

    /// None where there would be too many, or where no sequence that is not legal may be told from
    /// one that is.
    Set<Integer> literals() {
      if (!reach()) return Set.of();
      for (int t : reached) {
        if (!harm(t) || literals.size() > MOST_LITERALS) return Set.of();
      }
      if (concept.name().endsWith("SEQ") && !frontier()) return Set.of();
      if (literals.isEmpty()) literals.add(needs.never());
      return literals;
    }

    private List<Party> others() {
      return world.model().parties().stream()
          .filter(p -> p.index() != actor.index())
          .filter(arcs::isMover)
          .toList();
    }

    private Arcs.Kind kind() {
      return concept.name().endsWith("SEQ") ? Arcs.Kind.IMPROVEMENTS : Arcs.Kind.MOVES;
    }

    /// What the others reach, whoever moves how often in a row; false where that is too much.
    private boolean reach() {
      int[] into = new int[arcs.most()];
      Deque<Integer> open = new ArrayDeque<>(List.of(gain));
      Set<Integer> seen = new LinkedHashSet<>(open);
      while (!open.isEmpty()) {
        int x = open.removeFirst();
        for (Party j : others()) {
          int count = arcs.targets(j, x, kind(), into);
          for (int k = 0; k < count; k++) if (seen.add(into[k])) open.add(into[k]);
        }
        if (seen.size() > MOST_STATES) return false;
      }
      reached.addAll(seen);
      return true;
    }

    /// A state that others lead to comes to be an answer; false where it looks like one.
    private boolean harm(int t) {
      if (world.prefers(world.model().parties().get(actor.index()), state, t)) {
        add(Comparison.of(actor, levels(state), levels(t), Relation.AT_LEAST));
        return true;
      }
      if (!concept.name().startsWith("S") || concept == Concept.SEQ) return t == gain;
      Moves own = world.moves(actor);
      int[] into = new int[own.most()];
      int count = own.targets(t, into);
      for (int u : Arrays.copyOf(into, count)) {
        if (!world.prefers(world.model().parties().get(actor.index()), state, u)) continue;
        add(Comparison.of(actor, levels(state), levels(u), Relation.AT_LEAST));
        return true;
      }
      return false;
    }

    /// A move out of what is reached comes to be an improvement; false where there are too many.
    private boolean frontier() {
      for (int x : reached) {
        for (Party j : others()) {
          Moves moves = world.moves(j);
          int[] into = new int[moves.most()];
          int count = moves.targets(x, into);
          for (int k = 0; k < count; k++) {
            if (reached.contains(into[k])) continue;
            if (!leadsOut(j, x, into[k]) || literals.size() > MOST_LITERALS) return false;
          }
        }
      }
      return true;
    }

    private boolean leadsOut(Party j, int x, int y) {
      switch (j) {
        case Actor other ->
            add(
                Comparison.of(
                    realm.model().actors().get(other.index()),
                    levels(y),
                    levels(x),
                    Relation.MORE));
        case Body body -> {
          Body before = realm.model().bodies().get(body.index() - realm.model().actors().size());
          List<Set<Integer>> needed = new ArrayList<>(voices.carrying(before, world, x, y, made));
          literals.addAll(needed.getFirst());
        }
      }
      return true;
    }

    private void add(Comparison comparison) {
      if (needs.isPossible(comparison)) literals.add(needs.needed(comparison, made));
    }

    private int[] levels(int s) {
      return world.levels(s);
    }
  }
}
