package demarche.states;

/// All codes of a layout, in blocks, with those that a gate admits.
///
/// @param admitted the gate of the circuit that tells which codes are visited
record Cells(Layout layout, Circuit circuit, int admitted) {
  /// What is done with the admitted codes of one word.
  interface Visitor {
    /// @param first the code of bit 0
    /// @param admitted a bit for each code
    /// @param word the word's index in the circuit's registers
    void word(long first, long admitted, int word);
  }

  /// Runs the circuit over every block. O(codes / 64) word operations.
  ///
  /// @param step for whoever watches
  void walk(String step, Watch watch, Visitor visitor) {
    long blocks =
        layout.bits() > Circuit.BLOCK_BITS ? 1L << (layout.bits() - Circuit.BLOCK_BITS) : 1;
    long tail = layout.bits() < 6 ? (1L << (1 << layout.bits())) - 1 : -1;
    for (long block = 0; block < blocks; block++) {
      watch.at(step, block, blocks);
      circuit.run(block);
      long[] marks = circuit.register(admitted);
      for (int w = 0; w < circuit.words(); w++) {
        long mark = marks[w] & tail;
        if (mark != 0) visitor.word((block << Circuit.BLOCK_BITS) + ((long) w << 6), mark, w);
      }
    }
  }
}
