package demarche.ensemble;

import demarche.ensemble.sensitivity.Turn;
import demarche.lens.Run;
import demarche.model.Lots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which single change turns a finding, all other inputs being as in the base analysis.
///
/// **Definition.** An input turns a yes-or-no finding where the finding has the other answer at
/// some value that the input can have. Of a number the nearest such value on either side is sought
/// by [Turn], on a grid that is even in the input's distribution; of anything else every value is
/// tried.
///
/// **Cost.** For a number 20 draws, and up to 12 for each finding that turns on a side; else a draw
/// for each other value. All findings are asked at once, and no point twice.
///
/// @param moved the places of the inputs that were moved, those that change anything at all
/// @param asked the places of the findings that have a yes or no in the base analysis
/// @param flips for each of these what turns it, the smallest change first
public record Flips(List<Integer> moved, List<Integer> asked, List<List<Flip>> flips) {
  /// Points of the grid on either side of the base value.
  public static final int POINTS = 10;

  /// The parts of a range, by its distribution, that tell two values apart.
  public static final int PARTS = 4_096;

  private static final Turn.Search SEARCH = new Turn.Search(POINTS, 1.0 / PARTS);

  public Flips {
    moved = List.copyOf(moved);
    asked = List.copyOf(asked);
    flips = flips.stream().map(List::copyOf).toList();
  }

  /// A change of one input that turns a finding.
  ///
  /// @param input its place in the design
  /// @param from as the base analysis has it
  /// @param still how far it may go at least; of what is no number the same as `from`
  /// @param to where the finding has turned
  /// @param size from `from` to `to`, as a share of the range; 1 for what is no number
  public record Flip(int input, Cell from, Cell still, Cell to, double size) {}

  /// @param base what the base analysis says, in the order of the findings
  public static Flips of(Ensemble ensemble, List<Cell> base, Run run) {
    List<Integer> asked = new ArrayList<>();
    for (int f = 0; f < base.size(); f++) {
      if (base.get(f) instanceof Cell.YesNo) asked.add(f);
    }
    List<Lever> levers = Lever.of(ensemble.uncertain());
    Run alone = run.alone();
    List<Map<Integer, Flip>> found = new ArrayList<>();
    levers.forEach(_ -> found.add(new HashMap<>()));
    run.over(
        "single changes",
        levers.size(),
        1,
        _ ->
            (from, to) -> {
              for (int l = from; l < to; l++) {
                Questions questions = new Questions(ensemble, levers.get(l), base, alone);
                for (int f : asked) {
                  Map<Integer, Flip> flips = found.get(l);
                  questions.flip(f).ifPresent(flip -> flips.put(f, flip));
                }
              }
            });
    return new Flips(
        levers.stream().map(Lever::slot).toList(),
        asked,
        asked.stream()
            .map(f ->
                found.stream()
                    .flatMap(flips -> Stream.ofNullable(flips.get(f)))
                    .sorted(Comparator.comparingDouble(Flip::size))
                    .toList())
            .toList());
  }

  /// What is asked of one input. Answers are kept, as all findings are asked together.
  private static final class Questions {
    private final Ensemble ensemble;
    private final Lever lever;
    private final List<Cell> base;
    private final Run run;
    private final double baseLot;
    private final Map<Double, List<Cell>> known = new HashMap<>();
    private final List<Lots> others;
    private final List<List<Cell>> elsewhere = new ArrayList<>();

    Questions(Ensemble ensemble, Lever lever, List<Cell> base, Run run) {
      this.ensemble = ensemble;
      this.lever = lever;
      this.base = base;
      this.run = run;
      boolean isNumber = lever.kind() == Column.Kind.NUMBER;
      baseLot = isNumber ? lever.baseLot() : Double.NaN;
      others = isNumber ? List.of() : lever.places();
      for (Lots lots : others) elsewhere.add(answers(lots));
    }

    private List<Cell> answers(Lots lots) {
      run.check();
      return ensemble.findings(lots, run);
    }

    /// The smallest change that turns it.
    Optional<Flip> flip(int finding) {
      return switch (lever.kind()) {
        case NUMBER -> turn(finding);
        case YES_NO, WORD -> {
          for (int k = 0; k < others.size(); k++) {
            if (isOtherwise(finding, elsewhere.get(k))) {
              yield Optional.of(flip(lever.base(), lever.value(others.get(k))));
            }
          }
          yield Optional.empty();
        }
      };
    }

    private Optional<Flip> turn(int finding) {
      Turn turn =
          Turn.of(lot -> isOtherwise(finding, lot), new Turn.Range(0, baseLot, Lever.LAST), SEARCH);
      return Stream.of(turn.below(), turn.above())
          .filter(Turn.Between.class::isInstance)
          .map(Turn.Between.class::cast)
          .map(b -> flip(still(b.still()), lever.value(lever.at(b.other()))))
          .min(Comparator.comparingDouble(Flip::size));
    }

    private Cell still(double lot) {
      return lot == baseLot ? lever.base() : lever.value(lever.at(lot));
    }

    private Flip flip(Cell still, Cell to) {
      return new Flip(lever.slot(), lever.base(), still, to, lever.size(to));
    }

    private boolean isOtherwise(int finding, double lot) {
      if (lot == baseLot) return false;
      return isOtherwise(finding, known.computeIfAbsent(lot, l -> answers(lever.at(l))));
    }

    private boolean isOtherwise(int finding, List<Cell> answers) {
      return answers.get(finding) instanceof Cell.YesNo
          && !answers.get(finding).equals(base.get(finding));
    }
  }
}
