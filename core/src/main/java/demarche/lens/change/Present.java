package demarche.lens.change;

import demarche.model.Model;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Where the numbers of a file stand before any change.
final class Present {
  private Present() {}

  static BigFraction of(Realm realm, Lever lever) {
    Model model = realm.model();
    return switch (lever) {
      case Lever.Parameter(var name) -> model.parameters().getOrDefault(name, BigFraction.ZERO);
      case Lever.Weight(int actor, int term) ->
          realm.pool().wanted().get(actor).terms().get(term).amount(0, now(model));
      case Lever.Factor _ -> BigFraction.ONE;
    };
  }

  private static Readings now(Model model) {
    return new Readings(model, Map.of());
  }
}
