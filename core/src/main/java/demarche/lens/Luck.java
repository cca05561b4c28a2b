package demarche.lens;

import demarche.model.Lots;
import java.util.function.LongFunction;

/// Draws of the uncertain inputs, made ready for whoever asks in how many something holds.
///
/// @param draws how many there are
/// @param words how they are made, for people: `seed 1, random`
/// @param lots of each draw, from 0; of the same draw always the same
public record Luck(long draws, String words, LongFunction<Lots> lots) {
  public Luck {
    if (draws < 1) throw new IllegalArgumentException("draws: " + draws);
  }
}
