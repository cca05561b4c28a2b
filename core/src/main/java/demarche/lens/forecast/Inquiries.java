package demarche.lens.forecast;

import demarche.lens.Inquiry;
import demarche.model.Model;
import demarche.model.Target;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// What an ensemble asks of a forecast, in the language of claims.
record Inquiries(Model model, List<String> compared) {
  /// How likely each target is that does not hold yet, and by how much likelier in the variants
  /// compared; then what each measure is expected to be.
  static List<Inquiry> of(StateSpace space, List<String> compared) {
    return new Inquiries(space.model(), compared).all();
  }

  private List<Inquiry> all() {
    List<Inquiry> all = new ArrayList<>();
    for (Target target : model.targets()) {
      if (target.when().meaning().holds(model.statusQuo())) continue;
      String asked = "probability(" + target.id() + ")";
      all.add(
          new Inquiry(
              "forecast/" + target.id(),
              "the probability of %s within %s".formatted(target.id(), horizon()),
              asked));
      for (String variant : compared) {
        if (!has(variant, target)) continue;
        all.add(
            new Inquiry(
                "forecast/%s/%s".formatted(target.id(), variant),
                "by how much %s is likelier in %s".formatted(target.id(), variant),
                "probability(%s, variant = %s) - %s".formatted(target.id(), variant, asked)));
      }
    }
    for (String measure : model.measures().keySet()) {
      all.add(
          new Inquiry(
              "forecast/measure/" + measure,
              "the expected %s after %s".formatted(measure, horizon()),
              "expected(" + measure + ")"));
    }
    return all;
  }

  private String horizon() {
    return model.forecast().getFirst().horizon();
  }

  private boolean has(String variant, Target target) {
    return model.variant(variant).targets().stream().anyMatch(t -> t.id().equals(target.id()));
  }
}
