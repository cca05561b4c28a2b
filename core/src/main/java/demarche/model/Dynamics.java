package demarche.model;

import demarche.scenario.Evidence;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// How states change in time, as the scenario has it. A year has 12 months and 365.25 days.
///
/// @param years how far ahead one looks
/// @param horizon the same as the file writes it
/// @param tempo how many occasions to move a party has in a year, by party index
/// @param sharpness of the logit response, on values scaled to [0, 1]
public record Dynamics(
    BigFraction years,
    String horizon,
    List<BigFraction> tempo,
    BigFraction sharpness,
    List<Hazard> hazards) {
  public Dynamics {
    tempo = List.copyOf(tempo);
    hazards = List.copyOf(hazards);
  }

  /// What happens by itself.
  ///
  /// @param ratePerYear how often where it can happen
  /// @param when where that is
  /// @param does what it sets; all else stays
  public record Hazard(
      String id, BigFraction ratePerYear, Proposition when, List<Setting> does, Evidence evidence) {
    public Hazard {
      does = List.copyOf(does);
    }

    /// The levels after it, feasible or not.
    public int[] after(int[] levels) {
      int[] after = levels.clone();
      for (Setting setting : does) after[setting.option] = setting.level;
      return after;
    }
  }

  /// An option, by its index, at a level.
  public record Setting(int option, int level) {}
}
