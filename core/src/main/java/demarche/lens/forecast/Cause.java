package demarche.lens.forecast;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Dynamics;
import demarche.model.Model;
import demarche.model.Preference;
import java.util.List;
import java.util.Optional;

/// What can change a state: an actor or a body on an occasion of its own, or a hazard.
public sealed interface Cause {
  /// The id of the party or of the hazard.
  String id();

  /// How often it gets an occasion, or strikes where it can.
  double ratePerYear(Dynamics dynamics);

  /// An actor takes one of its moves, or stays.
  record ByActor(Actor actor) implements Cause {
    @Override
    public String id() {
      return actor.id();
    }

    @Override
    public double ratePerYear(Dynamics dynamics) {
      return dynamics.tempo().get(actor.index()).doubleValue();
    }
  }

  /// A sponsor tables a text that would pass, or none.
  ///
  /// @param sponsors those who are drawn evenly: members that may table, are actors, and have
  ///   wishes
  record ByBody(Body body, List<Actor> sponsors) implements Cause {
    public ByBody {
      sponsors = List.copyOf(sponsors);
    }

    static ByBody of(Body body, Model model) {
      return new ByBody(
          body,
          body.seats().stream().flatMap(seat -> sponsor(seat, model).stream()).distinct().toList());
    }

    private static Optional<Actor> sponsor(Seat seat, Model model) {
      if (seat.sponsorship() != Body.Sponsorship.MAY) return Optional.empty();
      if (!(seat.voter() instanceof Body.Wishes(int index))) return Optional.empty();
      Actor actor = model.actors().get(index);
      boolean itself = actor.id().equals(seat.id());
      return itself && !actor.preference().equals(Preference.INDIFFERENT)
          ? Optional.of(actor)
          : Optional.empty();
    }

    @Override
    public String id() {
      return body.id();
    }

    @Override
    public double ratePerYear(Dynamics dynamics) {
      return dynamics.tempo().get(body.index()).doubleValue();
    }
  }

  /// It happens by itself.
  record ByHazard(Dynamics.Hazard hazard) implements Cause {
    @Override
    public String id() {
      return hazard.id();
    }

    @Override
    public double ratePerYear(Dynamics dynamics) {
      return dynamics.hazards().stream()
          .filter(h -> h.id().equals(hazard.id()))
          .findFirst()
          .orElse(hazard)
          .ratePerYear()
          .doubleValue();
    }
  }
}
