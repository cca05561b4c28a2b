package demarche.lens.settlement.deadlock;

import demarche.lens.settlement.deadlock.Waiting.Wait;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The circles in which parties wait for one another.
///
/// **Definition.** A circle is a sequence of different parties, each of which waits for the next
/// and the last for the first. It is told from the party that comes first in the model.
///
/// **Cost.** Each circle is found once, by a search that visits only later parties than the one
/// where it begins; at most 1,000 circles and a million steps.
///
/// @param all the shorter first, then in the order of the model
/// @param members all parties in some circle, in the order of the model
/// @param complete whether these are all circles
public record Circles(List<List<Party>> all, List<Party> members, boolean complete) {
  private static final int MOST = 1_000;
  private static final int MOST_STEPS = 1_000_000;

  public Circles {
    all = all.stream().map(List::copyOf).toList();
    members = List.copyOf(members);
  }

  static Circles of(Waiting waiting) {
    Search search = new Search(waiting);
    for (int start = 0; start < waiting.movers().size(); start++) search.from(start);
    List<List<Party>> all =
        search.found.stream()
            .sorted(
                Comparator.<List<Integer>>comparingInt(List::size).thenComparing(Circles::inOrder))
            .map(circle -> circle.stream().map(waiting.movers()::get).toList())
            .toList();
    return new Circles(all, search.members(), search.steps <= MOST_STEPS && all.size() < MOST);
  }

  private static int inOrder(List<Integer> one, List<Integer> other) {
    for (int k = 0; k < one.size(); k++) {
      int sign = Integer.compare(one.get(k), other.get(k));
      if (sign != 0) return sign;
    }
    return 0;
  }

  private static final class Search {
    private final Waiting waiting;
    private final boolean[][] waits;
    private final List<List<Integer>> found = new ArrayList<>();
    private int steps;

    Search(Waiting waiting) {
      this.waiting = waiting;
      int size = waiting.movers().size();
      waits = new boolean[size][size];
      for (Wait wait : waiting.waits()) {
        waits[waiting.movers().indexOf(wait.who())][waiting.movers().indexOf(wait.forWhom())] =
            true;
      }
    }

    void from(int start) {
      extend(start, new ArrayList<>(List.of(start)));
    }

    private void extend(int start, List<Integer> path) {
      if (++steps > MOST_STEPS || found.size() >= MOST) return;
      boolean[] next = waits[path.getLast()];
      for (int party = start; party < next.length; party++) {
        if (!next[party]) continue;
        if (party == start) {
          found.add(List.copyOf(path));
        } else if (!path.contains(party)) {
          path.add(party);
          extend(start, path);
          path.removeLast();
        }
      }
    }

    /// Those from which waiting leads back to themselves.
    List<Party> members() {
      int size = waits.length;
      boolean[][] reach = new boolean[size][];
      for (int i = 0; i < size; i++) reach[i] = waits[i].clone();
      for (int k = 0; k < size; k++) {
        for (int i = 0; i < size; i++) {
          if (!reach[i][k]) continue;
          for (int j = 0; j < size; j++) reach[i][j] |= reach[k][j];
        }
      }
      List<Party> members = new ArrayList<>();
      for (int i = 0; i < size; i++) if (reach[i][i]) members.add(waiting.movers().get(i));
      return members;
    }
  }
}
