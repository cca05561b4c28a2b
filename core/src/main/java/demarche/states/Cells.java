package demarche.states;

/// Walks all codes of a layout in blocks and numbers the feasible ones.
final class Cells {
  private Cells() {}

  /// What is done with the feasible codes of one word.
  interface Visitor {
    /// @param first the code of bit 0
    /// @param feasible a bit for each code that is a state
    /// @param word the word's index in the circuit's registers
    void word(long first, long feasible, int word);
  }

  /// Runs the circuit over every block that can hold a state. O(codes / 64) word operations.
  static void walk(Layout layout, Circuit circuit, int feasible, Visitor visitor) {
    long blocks =
        layout.bits() > Circuit.BLOCK_BITS ? 1L << (layout.bits() - Circuit.BLOCK_BITS) : 1;
    long tail = layout.bits() < 6 ? (1L << (1 << layout.bits())) - 1 : -1;
    for (long block = 0; block < blocks; block++) {
      circuit.run(block);
      long[] marks = circuit.register(feasible);
      for (int w = 0; w < circuit.words(); w++) {
        long mark = marks[w] & tail;
        if (mark != 0) visitor.word((block << Circuit.BLOCK_BITS) + ((long) w << 6), mark, w);
      }
    }
  }
}
