package demarche.model;

import demarche.scenario.Evidence;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Something in a file that is not certain, and what a lot made of it.
///
/// @param key such as `parameter:p-war`, `value:russia.trade`, `vote:unsc.peru`; the same in every
///   variant
/// @param words for people
/// @param base what the base analysis uses
/// @param settled what the lot says
/// @param law how a lot settles it
public record Input(
    String key, String words, Setting base, Setting settled, Law law, Evidence evidence) {
  /// The order of an actor that the file writes as its own, among those of analysts.
  public static final String OWN = "own";

  /// The key of whether a priority counts.
  ///
  /// @param whose of its own order the actor, of another's [#by]
  /// @param id empty where the file gives none
  /// @param number its place in the order, from 0
  public static String priority(String whose, String id, int number) {
    return "priority:%s.%s".formatted(whose, id.isEmpty() ? String.valueOf(number + 1) : id);
  }

  /// Whose order an analyst's order of an actor is, in keys.
  public static String by(String actor, String analyst) {
    return actor + "/" + analyst;
  }

  /// The key of whose order of an actor is taken.
  public static String order(String actor) {
    return "order:" + actor;
  }

  /// What an input can be.
  public sealed interface Setting {}

  /// A number, or one factor for all weights of a term.
  public record Amount(BigFraction amount) implements Setting {}

  /// Whether something is so: a priority counts, a member votes yes.
  public record Fact(boolean so) implements Setting {}

  /// One of several: an analyst's order, a source's figure.
  ///
  /// @param among what it can be, likely or not
  public record Choice(String name, List<String> among) implements Setting {
    public Choice {
      among = List.copyOf(among);
    }
  }

  /// How a lot settles an input, where the numbers that it depends on are as they were when this
  /// was found.
  public sealed interface Law {}

  /// A fact is so where its lot is below a probability.
  ///
  /// @param lot its key
  /// @param usual whether it is so without a lot
  public record Below(String lot, double probability, boolean usual) implements Law {
    public Fact at(Lots lots) {
      double cast = lots.of(lot);
      return new Fact(Double.isNaN(cast) ? usual : cast < probability);
    }
  }

  /// The choice that is named, else the first whose bound is above the lot; the last takes the
  /// rest, and is taken without a lot.
  ///
  /// @param lot its key
  /// @param bounds ascending, one less than there are names
  public record FirstAbove(String lot, List<Double> bounds, List<String> names) implements Law {
    public FirstAbove {
      bounds = List.copyOf(bounds);
      names = List.copyOf(names);
    }

    /// The place of the choice at a lot.
    public int place(double at) {
      int place = 0;
      while (place < bounds.size() && !(at < bounds.get(place))) place++;
      return place;
    }

    public int place(Lots lots) {
      if (bounds.isEmpty()) return 0;
      int named = names.indexOf(lots.choice(lot));
      return named < 0 ? place(lots.of(lot)) : named;
    }

    public Choice at(Lots lots) {
      return new Choice(names.get(place(lots)), names);
    }
  }

  /// In a way that takes exact numbers, or the rows of a table.
  public record WorkedOut() implements Law {}

  /// Whether a source supports what the file says.
  public boolean isSourced() {
    return evidence.citations().stream().anyMatch(c -> c.bearing() == Evidence.Bearing.FOR);
  }

  /// Whether a source contradicts it.
  public boolean isContested() {
    return evidence.citations().stream().anyMatch(c -> c.bearing() == Evidence.Bearing.AGAINST);
  }
}
