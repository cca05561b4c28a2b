package demarche.model;

import demarche.scenario.Expression;
import demarche.scenario.Notation;
import demarche.scenario.Place;

/// A condition as the file writes it, with its meaning.
public record Clause(Expression written, Proposition meaning) {
  public boolean holds(int[] levels) {
    return meaning.holds(levels);
  }

  public Place place() {
    return written.place();
  }

  @Override
  public String toString() {
    return Notation.of(written);
  }
}
