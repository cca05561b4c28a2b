package demarche.states;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// A set of states of one space, as bits.
public final class StateSet {
  private final int size;
  private final long[] bits;

  /// An empty set of states numbered from 0 to `size - 1`.
  public StateSet(int size) {
    this.size = size;
    this.bits = new long[(size + 63) >>> 6];
  }

  private StateSet(int size, long[] bits) {
    this.size = size;
    this.bits = bits;
  }

  /// The states whose bits are set, 64 a word; not copied.
  static StateSet ofWords(int size, long[] words) {
    return new StateSet(size, words);
  }

  /// The bits, 64 states a word; not to be changed.
  long[] words() {
    return bits;
  }

  /// All states.
  public static StateSet all(int size) {
    StateSet set = new StateSet(size);
    Arrays.fill(set.bits, -1);
    if ((size & 63) != 0) set.bits[set.bits.length - 1] = (1L << size) - 1;
    return set;
  }

  /// All states but those whose bits are set in `marks`, 64 a word; at least as many words as
  /// needed.
  public static StateSet without(int size, long[] marks) {
    StateSet set = all(size);
    for (int w = 0; w < set.bits.length; w++) set.bits[w] &= ~marks[w];
    return set;
  }

  public boolean contains(int state) {
    return (bits[state >>> 6] >>> state & 1) == 1;
  }

  /// Not for two threads that share a word: give each thread whole words (64 states).
  public void add(int state) {
    bits[state >>> 6] |= 1L << state;
  }

  /// As [#add]: not for two threads that share a word.
  public void remove(int state) {
    bits[state >>> 6] &= ~(1L << state);
  }

  public int count() {
    return Arrays.stream(bits).mapToInt(Long::bitCount).sum();
  }

  public boolean isEmpty() {
    return Arrays.stream(bits).allMatch(word -> word == 0);
  }

  /// The states in both.
  public StateSet and(StateSet other) {
    long[] both = new long[bits.length];
    for (int w = 0; w < both.length; w++) both[w] = bits[w] & other.bits[w];
    return new StateSet(size, both);
  }

  /// The states in either.
  public StateSet or(StateSet other) {
    long[] either = new long[bits.length];
    for (int w = 0; w < either.length; w++) either[w] = bits[w] | other.bits[w];
    return new StateSet(size, either);
  }

  /// Those that are not in the other.
  public StateSet except(StateSet other) {
    long[] rest = new long[bits.length];
    for (int w = 0; w < rest.length; w++) rest[w] = bits[w] & ~other.bits[w];
    return new StateSet(size, rest);
  }

  /// Whether some state is in both.
  public boolean meets(StateSet other) {
    for (int w = 0; w < bits.length; w++) if ((bits[w] & other.bits[w]) != 0) return true;
    return false;
  }

  /// Whether each of its states is in the other too.
  public boolean isWithin(StateSet other) {
    for (int w = 0; w < bits.length; w++) if ((bits[w] & ~other.bits[w]) != 0) return false;
    return true;
  }

  /// The states, in ascending order.
  public IntStream stream() {
    return IntStream.range(0, bits.length)
        .filter(w -> bits[w] != 0)
        .flatMap(
            w -> IntStream.range(0, 64).filter(b -> (bits[w] >>> b & 1) == 1).map(b -> w << 6 | b));
  }

  public void forEach(IntConsumer action) {
    for (int w = 0; w < bits.length; w++) {
      for (long rest = bits[w]; rest != 0; rest &= rest - 1) {
        action.accept(w << 6 | Long.numberOfTrailingZeros(rest));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateSet set && size == set.size && Arrays.equals(bits, set.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits);
  }

  @Override
  public String toString() {
    return Arrays.toString(stream().limit(40).toArray());
  }
}
