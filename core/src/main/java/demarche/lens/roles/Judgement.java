package demarche.lens.roles;

import demarche.finding.Sentence;
import demarche.scenario.Evidence;
import java.util.List;

/// What became of one role.
///
/// @param counterfactual the kind that the figure is about, by its id; `good-offices` or
///   `without-veto` where the criterion has its own; empty where it rests on none
/// @param figure what the verdict was measured by, as a signed move of the target's figure: how
///   much of it is there because of the actor. Empty where there is none
/// @param because why, the most telling first
/// @param evidence what the file gives for the inputs that it rests on
public record Judgement(
    Role role,
    Verdict verdict,
    String counterfactual,
    List<Double> figure,
    List<Sentence> because,
    List<Evidence> evidence) {
  public Judgement {
    figure = List.copyOf(figure);
    because = List.copyOf(because);
    evidence = List.copyOf(evidence);
  }

  /// No, for a reason, with nothing measured.
  static Judgement no(Role role, Sentence because) {
    return new Judgement(role, Verdict.NO, "", List.of(), List.of(because), List.of());
  }
}
