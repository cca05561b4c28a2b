package demarche.bench;

import demarche.analysis.WhatIf;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.scenario.Edit;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// What an edit costs in a session of many, beside a fresh analysis after each of them.
final class WhatIfs {
  private static final int EDITS = 200;
  private static final int UNTIMED = EDITS;

  private final Set<Concept> concepts;
  private final Run run;
  private final Random random = new Random(1);
  private final List<Double> edits = new ArrayList<>();
  private final List<Double> fresh = new ArrayList<>();
  private long kept;
  private long all;

  private WhatIfs(Set<Concept> concepts, Run run) {
    this.concepts = concepts;
    this.run = run;
  }

  /// The section alone, on standard output.
  public static void main(String[] arguments) {
    Run run = new Run(Runtime.getRuntime().availableProcessors(), 1, (_, _, _) -> {}, () -> false);
    section(Table.FOUR, run).forEach(System.out::println);
  }

  static List<String> section(Set<Concept> concepts, Run run) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "## What if",
                "",
                "Sessions of 200 random edits, each upon those before it, after 200 that are not timed.",
                "With priorities an edit moves, adds or drops one, or adds or drops a red line; with values",
                "it sets a weight; where there is a body, every third changes what its rule needs. *Edit*:",
                "reading and resolving what changed, ranks, and R, GMR, SMR and SEQ of all. *Fresh*: ranks",
                "and concepts alone, of the model at hand. *Kept*: sets of stable states that were not",
                "searched again. Every answer was compared with the fresh one, and was equal.",
                "",
                "| scenario | actors | states | edit, median | 99th percentile | fresh, median |"
                    + " 99th percentile | median ratio | kept |",
                "|---|---|---|---|---|---|---|---|---|"));
    for (Shape shape :
        List.of(
            Shape.plain(12, 5),
            Shape.plain(16, 5),
            Shape.plain(20, 5),
            new Shape(16, 5, Shape.Wishes.VALUES, 0, 0, false, 1),
            new Shape(12, 4, Shape.Wishes.PRIORITIES, 3, 3, true, 1))) {
      lines.add(new WhatIfs(concepts, run).row(shape));
    }
    lines.add("");
    return lines;
  }

  private String row(Shape shape) {
    WhatIf whatIf = WhatIf.of(StateSpace.of(shape.model()), concepts, run);
    for (int k = 0; k < UNTIMED + EDITS; k++) {
      if (k == UNTIMED) forget();
      whatIf = step(whatIf, k);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,d | %s | %s | %s | %s | %.1f | %d %% |",
        shape.words(),
        shape.actors(),
        whatIf.space().size(),
        Table.shown(percentile(edits, 50)),
        Table.shown(percentile(edits, 99)),
        Table.shown(percentile(fresh, 50)),
        Table.shown(percentile(fresh, 99)),
        percentile(fresh, 50) / percentile(edits, 50),
        Math.round(100.0 * kept / all));
  }

  private void forget() {
    edits.clear();
    fresh.clear();
    kept = 0;
    all = 0;
  }

  private WhatIf step(WhatIf before, int number) {
    Edit edit = edit(before.model(), number);
    long start = System.nanoTime();
    WhatIf after = before.with(edit, run);
    long between = System.nanoTime();
    Stability expected = Stability.of(StateSpace.of(after.model()), concepts, run);
    edits.add((between - start) / 1e9);
    fresh.add((System.nanoTime() - between) / 1e9);
    Set<StateSet> known = Collections.newSetFromMap(new IdentityHashMap<>());
    known.addAll(sets(before.stability()));
    List<StateSet> found = sets(after.stability());
    if (!found.equals(sets(expected))) throw new IllegalStateException("wrong after " + edit);
    all += found.size();
    kept += found.stream().filter(known::contains).count();
    return after;
  }

  /// The stable states of every party under every concept, in one order.
  private List<StateSet> sets(Stability stability) {
    return concepts.stream()
        .flatMap(c -> stability.space().model().parties().stream().map(p -> stability.stable(c, p)))
        .toList();
  }

  private Edit edit(Model model, int number) {
    if (!model.bodies().isEmpty() && number % 3 == 2) {
      String needed = "" + (1 + random.nextInt(model.actors().size()));
      return new Edit.Majority(model.bodies().getFirst().id(), 1, needed);
    }
    Actor actor = model.actors().get(random.nextInt(model.actors().size()));
    return switch (actor.preference().order()) {
      case Preference.Priorities(var all) -> priority(model, actor, all.size());
      case Preference.Values(var terms) -> {
        String term = terms.get(random.nextInt(terms.size())).id();
        yield new Edit.Weight(actor.id(), term, "" + (1 + random.nextInt(1000)));
      }
      case Preference.Indifferent(), Preference.Ranking _ ->
          throw new IllegalStateException("no shape has such wishes: " + actor);
    };
  }

  private Edit priority(Model model, Actor actor, int count) {
    String some = "priority-" + (1 + random.nextInt(count));
    int place = 1 + random.nextInt(count);
    String wish = model.options().get(random.nextInt(model.options().size())).id();
    return switch (random.nextInt(4)) {
      case 0, 1 -> new Edit.MovedPriority(actor.id(), some, place);
      case 2 ->
          count > 6
              ? new Edit.DroppedPriority(actor.id(), some)
              : new Edit.NewPriority(actor.id(), "not " + wish, place);
      default ->
          actor.preference().redLines().isEmpty()
              ? new Edit.NewRedLine(actor.id(), wish)
              : new Edit.DroppedRedLine(actor.id(), "red-line-1");
    };
  }

  /// The least of the numbers that so many percent of them do not exceed.
  private static double percentile(List<Double> numbers, int percent) {
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
