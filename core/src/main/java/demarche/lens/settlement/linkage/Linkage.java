package demarche.lens.settlement.linkage;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What can be agreed on each agenda: for every set of issue areas the number of settlements.
///
/// **Definition.** On an agenda only the options of its areas may stand otherwise than in the
/// status quo; options in no area stay. An agenda *opens a zone* iff it has a settlement; it is
/// smallest iff no proper part of it opens one. A level of an option is *agreed on* an agenda iff
/// some settlement there has it, and the option stands otherwise in the status quo. What an area is
/// *worth* to a party is told by the best settlement for it on the full agenda and by the best
/// without that area, no deal where there is none better.
///
/// **Cost.** Options that belong to the same areas are one *patch*. One walk over the settlements
/// marks which patches each changes; sums over subsets of patches then give all agendas:
/// O(settlements · options + 2^p · p) for p patches. An agenda is a set of bits, one for each area.
/// At most 16 areas and 16 patches, which is checked beforehand.
///
/// **Source.** Tollison & Willett (1979); Sebenius (1983), Negotiation arithmetic.
public final class Linkage {
  /// How many areas, or patches, are combined at most.
  public static final int MOST = 16;

  private static final int CHECK_EVERY = 1 << 14;

  private final StateSpace space;
  private final List<String> areas;
  private final List<Patch> patches;
  private final List<Actor> required;
  private final int[] counts;
  private int needingAll;
  private int needingSeveral;
  private final boolean[][][] agreed; // by option and level, and then by patches
  private final int[][] best;

  /// An option at a level that the status quo has not.
  public record Level(Option option, int level) {}

  /// Options that belong to the same areas.
  ///
  /// @param areas as bits
  private record Patch(int areas, List<Option> options) {}

  private Linkage(StateSpace space, List<Patch> patches, Run run) {
    Settlements terms = new Settlements(space);
    this.space = space;
    this.patches = patches;
    this.areas = List.copyOf(space.model().issues().keySet());
    this.required = terms.required();
    this.counts = new int[1 << patches.size()];
    this.agreed =
        space.model().options().stream()
            .map(o -> new boolean[o.levels().size()][])
            .toArray(boolean[][][]::new);
    this.best = new int[required.size()][1 << patches.size()];
    for (int[] row : best) Arrays.fill(row, -1);
    collect(terms.all(), run);
    spread();
  }

  /// Why there is no answer, in words; empty where there is one.
  static String refusal(Model model) {
    int areas = model.issues().size();
    if (areas > MOST) {
      return "%d issue areas have %s agendas, the limit is %d areas; put areas together under 'issues'"
          .formatted(areas, areas < 63 ? "%,d".formatted(1L << areas) : "2^" + areas, MOST);
    }
    int patches = patches(model).size();
    return patches > MOST
        ? "the issue areas overlap in %d ways, the limit is %d; let fewer options belong to several areas"
            .formatted(patches, MOST)
        : "";
  }

  /// @throws IllegalArgumentException if there are more areas, or overlaps of areas, than can be
  ///   combined
  public static Linkage of(StateSpace space, Run run) {
    String refusal = refusal(space.model());
    if (!refusal.isEmpty()) throw new IllegalArgumentException(refusal);
    return new Linkage(space, patches(space.model()), run);
  }

  private static List<Patch> patches(Model model) {
    List<List<Option>> areas = List.copyOf(model.issues().values());
    Map<Long, List<Option>> byAreas = new TreeMap<>();
    for (Option option : model.options()) {
      long of = 0;
      for (int a = 0; a < Math.min(areas.size(), 63); a++) {
        if (areas.get(a).contains(option)) of |= 1L << a;
      }
      if (of != 0) byAreas.computeIfAbsent(of, _ -> new ArrayList<>()).add(option);
    }
    List<Patch> patches = new ArrayList<>();
    byAreas.forEach((of, options) -> patches.add(new Patch((int) (long) of, options)));
    return patches;
  }

  private void collect(StateSet settlements, Run run) {
    int[] quo = space.model().statusQuo();
    int[] patchOf = new int[space.model().options().size()];
    Arrays.fill(patchOf, -1);
    for (int p = 0; p < patches.size(); p++) {
      for (Option option : patches.get(p).options) patchOf[option.index()] = p;
    }
    int[] done = {0};
    settlements.forEach(s -> {
      if (++done[0] % CHECK_EVERY == 0) run.check();
      int changed = 0;
      int[] levels = space.levels(s);
      for (int o = 0; o < patchOf.length; o++) {
        if (levels[o] == quo[o]) continue;
        if (patchOf[o] < 0) return; // on no agenda
        changed |= 1 << patchOf[o];
      }
      counts[changed]++;
      if (needsAll(changed)) needingAll++;
      if (needsSeveral(changed)) needingSeveral++;
      for (int o = 0; o < patchOf.length; o++) {
        if (levels[o] != quo[o]) agreed(o, levels[o])[changed] = true;
      }
      for (int i = 0; i < best.length; i++) {
        best[i][changed] = better(i, best[i][changed], s);
      }
    });
  }

  /// Whether each area has a patch of its own among those changed.
  private boolean needsAll(int changed) {
    int needed = 0;
    for (int p = 0; p < patches.size(); p++) {
      int of = patches.get(p).areas;
      if ((changed >>> p & 1) == 1 && Integer.bitCount(of) == 1) needed |= of;
    }
    return needed == full();
  }

  /// Whether no area has an option in each patch that is changed.
  private boolean needsSeveral(int changed) {
    int shared = full();
    for (int p = 0; p < patches.size(); p++) {
      if ((changed >>> p & 1) == 1) shared &= patches.get(p).areas;
    }
    return shared == 0;
  }

  private boolean[] agreed(int option, int level) {
    boolean[][] own = agreed[option];
    if (own[level] == null) own[level] = new boolean[counts.length];
    return own[level];
  }

  /// The first of two states where they are alike to the actor; -1 stands for none.
  private int better(int i, int one, int other) {
    if (one < 0 || other < 0) return Math.max(one, other);
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    Actor actor = required.get(i);
    return space.rank(actor, second) > space.rank(actor, first) ? second : first;
  }

  /// Sums, or the like, over all subsets.
  private void spread() {
    List<boolean[]> known =
        Arrays.stream(agreed).flatMap(Arrays::stream).filter(Objects::nonNull).toList();
    for (int bit = 1; bit < counts.length; bit <<= 1) {
      for (int set = 0; set < counts.length; set++) {
        if ((set & bit) == 0) continue;
        int without = set ^ bit;
        counts[set] += counts[without];
        for (boolean[] on : known) on[set] |= on[without];
        for (int i = 0; i < best.length; i++)
          best[i][set] = better(i, best[i][set], best[i][without]);
      }
    }
  }

  /// The patches that an agenda opens.
  private int open(int agenda) {
    int open = 0;
    for (int p = 0; p < patches.size(); p++) {
      if ((patches.get(p).areas & agenda) != 0) open |= 1 << p;
    }
    return open;
  }

  public List<String> areas() {
    return areas;
  }

  /// Those whose consent a settlement needs, in file order.
  public List<Actor> required() {
    return required;
  }

  /// All areas.
  public int full() {
    return (1 << areas.size()) - 1;
  }

  /// All agendas, the smaller first, then by the order of the areas in the file.
  public List<Integer> agendas() {
    return IntStream.rangeClosed(0, full()).boxed().sorted(SMALLER_FIRST).toList();
  }

  private static final Comparator<Integer> SMALLER_FIRST =
      Comparator.<Integer>comparingInt(Integer::bitCount)
          .thenComparing((a, b) -> Integer.compareUnsigned(Integer.reverse(b), Integer.reverse(a)));

  /// The ids of an agenda's areas.
  public List<String> names(int agenda) {
    return IntStream.range(0, areas.size())
        .filter(a -> (agenda >>> a & 1) == 1)
        .mapToObj(areas::get)
        .toList();
  }

  /// How many settlements there are on an agenda.
  public int count(int agenda) {
    return counts[open(agenda)];
  }

  /// How many settlements there are on the full agenda and on no other.
  public int needingAll() {
    return needingAll;
  }

  /// How many settlements there are on the full agenda and on no single area.
  public int needingSeveral() {
    return needingSeveral;
  }

  /// The smallest agendas that open a zone.
  public List<Integer> opening() {
    return smallest(agenda -> count(agenda) > 0);
  }

  /// The levels that some settlement on the full agenda has, in the order of options.
  public List<Level> levels() {
    int all = open(full());
    List<Level> levels = new ArrayList<>();
    for (Option option : space.model().options()) {
      for (int level = 0; level < option.levels().size(); level++) {
        Level one = new Level(option, level);
        if (on(one)[all]) levels.add(one);
      }
    }
    return levels;
  }

  private boolean[] on(Level level) {
    return agreed(level.option.index(), level.level);
  }

  /// The smallest agendas on which a level is agreed.
  public List<Integer> opening(Level level) {
    boolean[] on = on(level);
    return smallest(agenda -> on[open(agenda)]);
  }

  /// Whether a level is agreed on an agenda.
  public boolean isAgreed(Level level, int agenda) {
    return on(level)[open(agenda)];
  }

  /// The best settlement for an actor on an agenda, the first of equals; -1 where there is none.
  ///
  /// @param i its place among those required
  public int best(int i, int agenda) {
    return best[i][open(agenda)];
  }

  private List<Integer> smallest(IntPredicate opens) {
    List<Integer> smallest = new ArrayList<>();
    for (int agenda : agendas()) {
      if (opens.test(agenda) && smallest.stream().noneMatch(s -> (s & ~agenda) == 0)) {
        smallest.add(agenda);
      }
    }
    return smallest;
  }
}
