package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Every numbering against the sorted list of its codes.
final class NumberingTest {
  @Test
  void numbersAreThePlacesInTheSortedListOfCodes() {
    for (long seed : Seeds.first(500)) {
      Random random = new Random(seed);
      int bits = 1 + random.nextInt(9);
      int chance = 1 + random.nextInt(10);
      int[] codes =
          IntStream.range(0, 1 << bits).filter(_ -> random.nextInt(10) < chance).toArray();
      long[] wide = Arrays.stream(codes).asLongStream().toArray();
      List<Numbering> numberings =
          List.of(Numbering.Marked.of(codes, bits), new Numbering.Listed(wide));
      for (Numbering numbering : numberings) {
        assertThat(numbering.size()).isEqualTo(codes.length);
        for (int code = 0; code < 1 << bits; code++) {
          int place = Arrays.binarySearch(codes, code);
          assertThat(numbering.state(code)).as("seed %d", seed).isEqualTo(Math.max(-1, place));
          if (place >= 0) assertThat(numbering.code(place)).isEqualTo(code);
        }
      }
    }
  }

  @Test
  void aFullNumberingIsTheCodes() {
    Numbering full = new Numbering.Full(8);
    assertThat(full.size()).isEqualTo(8);
    assertThat(LongStream.range(0, 8)).allMatch(code -> full.state(code) == code);
    assertThat(IntStream.range(0, 8)).allMatch(state -> full.code(state) == state);
  }

  @Test
  void codesBeyondThirtyTwoBitsAreListed() {
    long[] codes = {3, 1L << 40, (1L << 40) + 1};
    Numbering listed = new Numbering.Listed(codes);
    assertThat(listed.state(1L << 40)).isEqualTo(1);
    assertThat(listed.state((1L << 40) + 2)).isEqualTo(-1);
    assertThat(listed.code(2)).isEqualTo((1L << 40) + 1);
  }
}
