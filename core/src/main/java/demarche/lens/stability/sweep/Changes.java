package demarche.lens.stability.sweep;

import java.util.Arrays;

/// Which pass was the last to change an array, for each 64 codes of it.
///
/// A later pass of a party leaves out the fibres that nobody has changed since its own last pass.
/// Stamps only grow, so that one party's stamp never hides what another has still to see. 4 bytes
/// for 64 codes.
final class Changes {
  private final int[] stamps;

  /// Everything counts as changed by the first pass.
  Changes(int codes) {
    stamps = new int[Math.max(1, codes >>> 6)];
    Arrays.fill(stamps, 1);
  }

  void at(int code, int pass) {
    stamps[code >>> 6] = pass;
  }

  /// Whether a row of a fibre was changed after a pass.
  boolean isDue(int first, int[] rows, int pass) {
    for (int row : rows) if (stamps[(first | row) >>> 6] > pass) return true;
    return false;
  }
}
