package demarche.model;

import demarche.scenario.OptionEntry.Freedom;
import demarche.scenario.OptionEntry.Stride;
import demarche.scenario.Place;
import java.util.List;

/// Something that one party, or nobody, controls, set to one of two or more ordered levels.
///
/// @param index where its level stands in an array of levels; events come last
/// @param id `union.strike`; an event has its bare name
/// @param shortId `strike`
/// @param name for readers
/// @param holder the id of the party that may change it; empty for an event
/// @param levels lowest first
/// @param place where the file declares it
public record Option(
    int index,
    String id,
    String shortId,
    String name,
    String holder,
    List<String> levels,
    Freedom freedom,
    Stride stride,
    Place place) {
  public Option {
    levels = List.copyOf(levels);
  }

  public boolean isEvent() {
    return holder.isEmpty();
  }

  /// Whether its holder may take it from one level to another in a single move.
  public boolean allows(int from, int to) {
    boolean direction =
        switch (freedom) {
          case BOTH -> true;
          case UP -> to >= from;
          case DOWN -> to <= from;
        };
    return direction && (stride == Stride.ANY || Math.abs(to - from) <= 1);
  }

  /// Whether its holder may move it between any two levels.
  public boolean isFree() {
    return freedom == Freedom.BOTH && (stride == Stride.ANY || levels.size() == 2);
  }
}
