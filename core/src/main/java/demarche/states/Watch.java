package demarche.states;

/// Somebody who wants to know how far a long loop is, and who may end it.
///
/// Loops tell it every few milliseconds, so that whoever asked can go.
@FunctionalInterface
public interface Watch {
  /// Nobody.
  Watch NONE = (_, _, _) -> {};

  /// How many numbers a plain loop works through between two calls.
  int PIECE = 1 << 17;

  /// How much of a step is done. Called by several threads.
  ///
  /// @throws java.util.concurrent.CancellationException to end the work
  void at(String step, long done, long all);

  /// What is done with the numbers from `from` to `to - 1`.
  interface Piece {
    void run(int from, int to);
  }

  /// Works through the numbers from 0 to `size - 1`, a piece at a time.
  default void over(String step, int size, Piece piece) {
    for (long from = 0; from < size; from += PIECE) {
      at(step, from, size);
      piece.run((int) from, (int) Math.min(from + PIECE, size));
    }
  }
}
