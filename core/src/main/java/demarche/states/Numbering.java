package demarche.states;

/// Numbers the feasible states from 0 in ascending order of their codes.
sealed interface Numbering {
  int size();

  long code(int state);

  /// The state of a code, -1 where it stands for none.
  int state(long code);

  /// Every code is a state.
  record Full(int size) implements Numbering {
    @Override
    public long code(int state) {
      return state;
    }

    @Override
    public int state(long code) {
      return (int) code;
    }
  }

  /// Some codes are states: a bit for each code, and the number of states before each word.
  record Marked(int[] codes, long[] marks, int[] before) implements Numbering {
    static Marked of(int[] codes, int bits) {
      long[] marks = new long[1 << Math.max(0, bits - 6)];
      for (int code : codes) marks[code >>> 6] |= 1L << code;
      int[] before = new int[marks.length];
      for (int w = 1; w < before.length; w++) {
        before[w] = before[w - 1] + Long.bitCount(marks[w - 1]);
      }
      return new Marked(codes, marks, before);
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public long code(int state) {
      return codes[state];
    }

    @Override
    public int state(long code) {
      int w = (int) (code >>> 6);
      long bit = 1L << code;
      return (marks[w] & bit) == 0 ? -1 : before[w] + Long.bitCount(marks[w] & (bit - 1));
    }
  }

  /// Few of very many codes are states: the codes, sorted.
  record Listed(long[] codes) implements Numbering {
    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public long code(int state) {
      return codes[state];
    }

    @Override
    public int state(long code) {
      int found = java.util.Arrays.binarySearch(codes, code);
      return found < 0 ? -1 : found;
    }
  }
}
