package demarche.lens.paths;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The smallest groups that could leave a state together, each member to its own advantage.
///
/// **Definition.** A group has a joint improvement from *s* to *t* iff *t* is feasible, the owners
/// of the options that stand otherwise in *t* are exactly its members, each of these options may go
/// from its level in *s* to its level in *t* in a single move, and every member prefers *t* to *s*.
/// Towards an aim, which is a set of states, a group is smallest iff it has a joint improvement to
/// a state of the aim and no proper part of it has one to any state of the aim.
///
/// A graph does not say how moves combine: there the members go to *t* by a legal sequence of their
/// own moves, gains or not, and every member prefers *t* to *s*.
///
/// **Cost.** Each state belongs to one group, the owners of what differs: one walk over the aim, 4
/// bytes for each state that all its actors prefer. Bodies vote only on what the actors of their
/// group want, and only where no smaller group has been found. In a graph a search for each group
/// that contains no smaller one.
///
/// **Source.** Kilgour, Hipel, Fang & Peng (2001) for coalition improvements; going there at once
/// instead of in a sequence is ours.
///
/// @param found the smaller first, then in the order of the model
/// @param notSearched why there is no answer, in words; empty where there is one
public record Groups(List<Group> found, String notSearched) {
  private static final int MOST_MOVERS = 63;
  private static final int MOST_MOVERS_OF_A_GRAPH = 12;
  private static final int CHECK_EVERY = 1 << 16;

  public Groups {
    found = List.copyOf(found);
  }

  /// @param aim where they may want to go; the start itself does not count
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Groups of(Arcs arcs, int start, StateSet aim, Run run) {
    boolean graph = arcs.space().model().isGraph();
    List<Party> movers = arcs.space().model().parties().stream().filter(arcs::isMover).toList();
    int most = graph ? MOST_MOVERS_OF_A_GRAPH : MOST_MOVERS;
    if (movers.size() > most) {
      return new Groups(
          List.of(), "%d parties can move, at most %d are combined".formatted(movers.size(), most));
    }
    Search search = new Search(arcs, start, aim, movers, run);
    return new Groups(graph ? search.bySequences() : search.atOnce(), "");
  }

  /// @param movers a group is a set of bits, one for each of these
  private record Search(Arcs arcs, int start, StateSet aim, List<Party> movers, Run run) {
    private static final Comparator<Long> SMALLER_FIRST =
        Comparator.<Long>comparingInt(Long::bitCount)
            .thenComparing((a, b) -> Long.compareUnsigned(Long.reverse(b), Long.reverse(a)));

    private StateSpace space() {
      return arcs.space();
    }

    /// By group the states that its actors prefer; then bodies vote, smaller groups first.
    private List<Group> atOnce() {
      Map<Long, IntStream.Builder> wanted = new TreeMap<>(SMALLER_FIRST);
      long[] own = movers.stream().mapToLong(space()::own).toArray();
      long from = space().bits(start);
      List<Option> limited =
          space().model().options().stream().filter(option -> !option.isFree()).toList();
      int[] walked = {0};
      aim.forEach(t -> {
        if (++walked[0] % CHECK_EVERY == 0) run.check();
        if (t == start) return;
        long changed = space().bits(t) ^ from;
        long group = 0;
        for (int p = 0; p < own.length; p++) if ((changed & own[p]) != 0) group |= 1L << p;
        if (actorsPrefer(group, t) && isOneMove(limited, t)) {
          wanted.computeIfAbsent(group, _ -> IntStream.builder()).add(t);
        }
      });
      List<Long> known = new ArrayList<>();
      List<Group> found = new ArrayList<>();
      wanted.forEach((group, states) -> {
        run.check();
        if (!isSmallest(group, known)) return;
        keep(group, states.build().filter(t -> allPrefer(group, t)).toArray(), known, found);
      });
      return found;
    }

    private List<Group> bySequences() {
      List<Long> known = new ArrayList<>();
      List<Group> found = new ArrayList<>();
      IntStream.range(1, 1 << movers.size())
          .mapToObj(g -> (long) g)
          .sorted(SMALLER_FIRST)
          .forEach(group -> {
            if (!isSmallest(group, known)) return;
            run.check();
            Reach reach =
                new Reach(arcs, Arcs.Kind.MOVES, members(group), start)
                    .watched(run.watch())
                    .explored();
            int[] targets =
                aim.stream()
                    .filter(t -> t != start && reach.has(t) && allPrefer(group, t))
                    .toArray();
            keep(group, targets, known, found);
          });
      return found;
    }

    private static boolean isSmallest(long group, List<Long> known) {
      return known.stream().noneMatch(smaller -> (smaller & ~group) == 0);
    }

    private void keep(long group, int[] targets, List<Long> known, List<Group> found) {
      if (targets.length == 0) return;
      known.add(group);
      List<Party> members = members(group);
      found.add(
          new Group(
              members,
              IntStream.of(targets).boxed().toList(),
              new Choice(space(), members, start).best(targets)));
    }

    private List<Party> members(long group) {
      return IntStream.range(0, movers.size())
          .filter(p -> (group >>> p & 1) == 1)
          .mapToObj(movers::get)
          .toList();
    }

    private boolean actorsPrefer(long group, int t) {
      for (long rest = group; rest != 0; rest &= rest - 1) {
        Party member = movers.get(Long.numberOfTrailingZeros(rest));
        if (member instanceof Actor actor && !space().prefers(actor, start, t)) return false;
      }
      return true;
    }

    private boolean allPrefer(long group, int t) {
      for (long rest = group; rest != 0; rest &= rest - 1) {
        Party member = movers.get(Long.numberOfTrailingZeros(rest));
        if (!space().prefers(member, start, t)) return false;
      }
      return true;
    }

    private boolean isOneMove(List<Option> limited, int t) {
      for (Option option : limited) {
        if (!option.allows(space().level(start, option), space().level(t, option))) return false;
      }
      return true;
    }
  }
}
