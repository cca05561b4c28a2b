package demarche.lens.foresight;

import demarche.lens.Run;
import java.util.Optional;

/// From which horizon on the answers repeat, and after how many further moves.
///
/// **Law.** What is expected for one horizon follows from what is expected for the horizon before,
/// so the maps repeat for ever once one has occurred twice.
///
/// **Source.** Brent (1980), An improved Monte Carlo factorization algorithm, for finding the cycle
/// of such a sequence while a few of its members are kept.
///
/// @param first the expectations of the lowest horizon that recurs
/// @param from that horizon
/// @param period after how many moves more the same is expected again, 1 or more
record Recurrence(Anticipation first, int from, int period) {
  /// Beyond this horizon no repetition is waited for.
  static final int FARTHEST = 1 << 12;

  /// Empty where nothing recurs within the farthest horizon.
  ///
  /// @param none with no move left
  static Optional<Recurrence> of(Anticipation none, Run run) {
    int period = period(none, run);
    if (period == 0) return Optional.empty();
    Anticipation ahead = none;
    for (int h = 0; h < period; h++) ahead = ahead.deeper(run);
    Anticipation behind = none;
    int from = 0;
    while (!behind.isSame(ahead)) {
      behind = behind.deeper(run);
      ahead = ahead.deeper(run);
      from++;
    }
    return Optional.of(new Recurrence(behind, from, period));
  }

  /// The first horizon of the cycle that looks ahead at all; where all recurs from 0 on, 1.
  int firstLook() {
    return Math.max(1, from);
  }

  /// The last horizon of the cycle that begins there.
  int lastLook() {
    return firstLook() + period - 1;
  }

  /// Compares with a member that is moved on to horizons 1, 3, 7, 15, ...; 0 where none recurs.
  private static int period(Anticipation none, Run run) {
    Anticipation kept = none;
    Anticipation at = none.deeper(run);
    int reach = 1;
    int period = 1;
    for (int h = 1; !at.isSame(kept); h++) {
      if (h == FARTHEST) return 0;
      if (period == reach) {
        kept = at;
        reach *= 2;
        period = 0;
      }
      at = at.deeper(run);
      period++;
    }
    return period;
  }
}
