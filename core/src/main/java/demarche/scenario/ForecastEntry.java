package demarche.scenario;

import java.util.List;

/// How states evolve.
///
/// @param tempo by actor or body; the entry named `default` serves the others
public record ForecastEntry(
    Duration horizon, List<Tempo> tempo, Quantity sharpness, List<Hazard> hazards, Place place) {
  public ForecastEntry {
    tempo = List.copyOf(tempo);
    hazards = List.copyOf(hazards);
  }

  public record Duration(Quantity amount, TimeUnit unit) {}

  public record Rate(Quantity amount, TimeUnit per) {}

  public record Tempo(Word party, Rate rate) {}

  /// What happens by itself, at a rate.
  ///
  /// @param when zero or one expression; none: always
  public record Hazard(
      Word id, Rate rate, List<Expression> when, Destination does, Evidence evidence) {
    public Hazard {
      when = List.copyOf(when);
    }
  }

  public enum TimeUnit {
    DAY,
    WEEK,
    MONTH,
    YEAR
  }
}
