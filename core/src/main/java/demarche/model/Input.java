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
public record Input(String key, String words, Setting base, Setting settled, Evidence evidence) {
  /// The order of an actor that the file writes as its own, among those of analysts.
  public static final String OWN = "own";

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

  /// Whether a source supports what the file says.
  public boolean isSourced() {
    return evidence.citations().stream().anyMatch(c -> c.bearing() == Evidence.Bearing.FOR);
  }

  /// Whether a source contradicts it.
  public boolean isContested() {
    return evidence.citations().stream().anyMatch(c -> c.bearing() == Evidence.Bearing.AGAINST);
  }
}
