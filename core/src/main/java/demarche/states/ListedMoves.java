package demarche.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Moves as a published graph lists them.
final class ListedMoves implements Moves {
  private final int[][] targets;
  private final int[][] sources;
  private final int most;

  ListedMoves(int size, Map<Integer, List<Integer>> moves) {
    List<List<Integer>> forward = empty(size);
    List<List<Integer>> backward = empty(size);
    for (int s = 0; s < size; s++) {
      for (int q : moves.getOrDefault(s, List.of())) {
        forward.get(s).add(q);
        backward.get(q).add(s);
      }
    }
    targets = arrays(forward);
    sources = arrays(backward);
    most =
        IntStream.range(0, size)
            .map(s -> Math.max(targets[s].length, sources[s].length))
            .max()
            .orElse(0);
  }

  private static List<List<Integer>> empty(int size) {
    return IntStream.range(0, size).<List<Integer>>mapToObj(_ -> new ArrayList<>()).toList();
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(l -> l.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new);
  }

  @Override
  public int most() {
    return most;
  }

  @Override
  public int targets(int state, int[] into) {
    System.arraycopy(targets[state], 0, into, 0, targets[state].length);
    return targets[state].length;
  }

  @Override
  public int sources(int state, int[] into) {
    System.arraycopy(sources[state], 0, into, 0, sources[state].length);
    return sources[state].length;
  }

  @Override
  public boolean isFree() {
    return false;
  }

  @Override
  public boolean isTransitive() {
    return false;
  }
}
