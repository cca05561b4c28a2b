package demarche.states;

import demarche.model.Option;
import demarche.scenario.OptionEntry.Stride;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Moves that change any number of a party's own options at once, to a feasible state.
///
/// A *setting* is one assignment of the party's options; the states that differ only in it form a
/// fibre. Where every option may move freely, each state of a fibre leads to all others; else the
/// settings that lead to one another are listed once, for all fibres.
final class OptionMoves implements Moves {
  /// Listed pairs of settings; 4 bytes each, in both directions.
  private static final long MOST_PAIRS = 16_000_000;

  private final Numbering numbering;
  private final long own;
  private final long[] settings;
  private final boolean free;
  private final boolean transitive;
  private final int[][] forward;
  private final int[][] backward;

  OptionMoves(String party, List<Option> options, Layout layout, Numbering numbering, Watch watch) {
    this.numbering = numbering;
    List<Option> movable = layout.free(options);
    this.own = movable.stream().mapToLong(o -> layout.mask(o.index())).reduce(0, (a, b) -> a | b);
    this.settings =
        combinations(movable) <= numbering.size()
            ? allSettings(movable, layout)
            : settingsThatOccur();
    this.free = movable.stream().allMatch(Option::isFree);
    this.transitive = movable.stream().allMatch(OptionMoves::isTransitive);
    if (!free && (long) settings.length * settings.length > MOST_PAIRS) {
      throw new TooLarge(
          "the moves of '" + party + "'",
          "%,d settings of its options, each to be compared with each".formatted(settings.length),
          "%,d settings where options are one-way or go step by step".formatted(4_000),
          "split the party, or drop levels or options");
    }
    this.forward = free ? new int[0][] : pairs(movable, layout, watch);
    this.backward = reversed(forward);
  }

  /// What the settings of some options take, and where they are not free the pairs of them.
  static Footprint footprint(List<Option> movable, int states) {
    double settings = Math.min(combinations(movable), states);
    if (movable.stream().allMatch(Option::isFree)) {
      boolean counted = combinations(movable) > states; // which occur is found out by sorting
      return new Footprint(bytes(8 * settings), counted ? 32L * states : 0);
    }
    double pairs = movable.stream().mapToDouble(OptionMoves::pairs).reduce(1, (a, b) -> a * b);
    return Footprint.of(bytes(8 * settings + 2 * 4 * pairs));
  }

  /// Beyond a limit such moves are refused anyway.
  private static long bytes(double amount) {
    return (long) Math.min(amount, 8 * MOST_PAIRS);
  }

  private static double pairs(Option option) {
    int levels = option.levels().size();
    return IntStream.range(0, levels * levels)
        .filter(k -> option.allows(k / levels, k % levels))
        .count();
  }

  /// Whether two changes of an option in a row never lead further than one.
  static boolean isTransitive(Option option) {
    return option.stride() == Stride.ANY || option.levels().size() == 2;
  }

  static double combinations(List<Option> movable) {
    return movable.stream().mapToDouble(o -> o.levels().size()).reduce(1, (a, b) -> a * b);
  }

  /// The settings of feasible states, as bits of the code, ascending.
  private long[] settingsThatOccur() {
    return IntStream.range(0, numbering.size())
        .mapToLong(s -> numbering.code(s) & own)
        .sorted()
        .distinct()
        .toArray();
  }

  /// All assignments of the options, as bits of the code, ascending.
  private static long[] allSettings(List<Option> movable, Layout layout) {
    long[] settings = {0};
    for (Option option : movable) {
      int shift = layout.shift(option.index());
      int levels = option.levels().size();
      long[] before = settings;
      settings =
          IntStream.range(0, before.length * levels)
              .mapToLong(k -> before[k / levels] | (long) (k % levels) << shift)
              .toArray();
    }
    return settings;
  }

  /// By setting, those that one move leads to, ascending.
  private int[][] pairs(List<Option> movable, Layout layout, Watch watch) {
    int[][] levels = new int[movable.size()][settings.length];
    boolean[][][] allowed = new boolean[movable.size()][][];
    for (int o = 0; o < allowed.length; o++) {
      Option option = movable.get(o);
      for (int k = 0; k < settings.length; k++) {
        levels[o][k] = layout.level(settings[k], option.index());
      }
      int count = option.levels().size();
      allowed[o] = new boolean[count][count];
      for (int from = 0; from < count; from++) {
        for (int to = 0; to < count; to++) allowed[o][from][to] = option.allows(from, to);
      }
    }
    int[][] pairs = new int[settings.length][];
    int[] found = new int[settings.length];
    for (int a = 0; a < pairs.length; a++) {
      watch.at("moves", a, pairs.length);
      int count = 0;
      for (int b = 0; b < pairs.length; b++) {
        if (a != b && leads(a, b, levels, allowed)) found[count++] = b;
      }
      pairs[a] = Arrays.copyOf(found, count);
    }
    return pairs;
  }

  private static boolean leads(int from, int to, int[][] levels, boolean[][][] allowed) {
    for (int o = 0; o < levels.length; o++) {
      if (!allowed[o][levels[o][from]][levels[o][to]]) return false;
    }
    return true;
  }

  /// By setting, those from which one move leads there, ascending.
  private static int[][] reversed(int[][] forward) {
    int[] counts = new int[forward.length];
    for (int[] targets : forward) {
      for (int to : targets) counts[to]++;
    }
    int[][] backward = new int[forward.length][];
    for (int k = 0; k < backward.length; k++) backward[k] = new int[counts[k]];
    int[] filled = new int[forward.length];
    for (int from = 0; from < forward.length; from++) {
      for (int to : forward[from]) backward[to][filled[to]++] = from;
    }
    return backward;
  }

  @Override
  public int most() {
    return settings.length;
  }

  @Override
  public int targets(int state, int[] into) {
    return free ? others(state, into) : along(forward, state, into);
  }

  @Override
  public int sources(int state, int[] into) {
    return free ? others(state, into) : along(backward, state, into);
  }

  private int others(int state, int[] into) {
    long code = numbering.code(state);
    long rest = code & ~own;
    int count = 0;
    for (long setting : settings) {
      int other = numbering.state(rest | setting);
      if (other >= 0 && other != state) into[count++] = other;
    }
    return count;
  }

  private int along(int[][] pairs, int state, int[] into) {
    long code = numbering.code(state);
    long rest = code & ~own;
    int count = 0;
    for (int b : pairs[setting(code & own)]) {
      int other = numbering.state(rest | settings[b]);
      if (other >= 0) into[count++] = other;
    }
    return count;
  }

  /// Whether the party may go from one setting to another; not from one that no state has.
  boolean allows(long from, long to) {
    int here = setting(from);
    int there = setting(to);
    if (here < 0 || there < 0) return false;
    return free || java.util.Arrays.binarySearch(forward[here], there) >= 0;
  }

  private int setting(long bits) {
    return java.util.Arrays.binarySearch(settings, bits);
  }

  /// Which of the settings a state has.
  int setting(int state) {
    return setting(numbering.code(state) & own);
  }

  /// The bits of a state's code that are not the party's.
  long rest(int state) {
    return numbering.code(state) & ~own;
  }

  /// The state that has a setting and those bits, -1 where there is none.
  int state(long rest, int setting) {
    return numbering.state(rest | settings[setting]);
  }

  /// The bits of the code that the party controls.
  long own() {
    return own;
  }

  @Override
  public boolean isFree() {
    return free;
  }

  @Override
  public boolean isTransitive() {
    return transitive;
  }
}
