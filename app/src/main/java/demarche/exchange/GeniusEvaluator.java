package demarche.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/// Evaluates the numbers of an integer or real issue: `offset + slope * value`, or a constant.
///
/// GENIUS cuts such evaluations to the range from 0 to 1. That is not done here; a note says where
/// it would have made a difference.
record GeniusEvaluator(GeniusProfile profile) {
  Map<String, BigDecimal> evaluations(GeniusIssue issue) {
    Map<String, BigDecimal> evaluations = new HashMap<>();
    Xml evaluator = issue.element().all("evaluator").findFirst().orElse(issue.element());
    String type = evaluator.attributes().getOrDefault("ftype", "");
    if (!type.equals("linear") && !type.equals("constant")) {
      profile
          .problems()
          .error(
              evaluator.place(),
              "issue '%s' is evaluated by '%s', expected an evaluator that is linear or constant",
              Quoted.clean(issue.name()),
              Quoted.clean(type));
    }
    boolean isNew = evaluator.attributes().containsKey("offset");
    BigDecimal offset = profile.number(evaluator, isNew ? "offset" : "parameter0", "the offset");
    BigDecimal slope =
        type.equals("linear")
            ? profile.number(evaluator, isNew ? "slope" : "parameter1", "the slope")
            : BigDecimal.ZERO;
    boolean isCut = false;
    for (GeniusIssue.Value value : issue.values()) {
      BigDecimal evaluation = offset.add(slope.multiply(value.number()));
      isCut |= evaluation.signum() < 0 || evaluation.compareTo(BigDecimal.ONE) > 0;
      evaluations.put(value.text(), evaluation.stripTrailingZeros());
    }
    if (isCut) {
      profile
          .notes()
          .add(
              "Evaluations of '%s' leave the range from 0 to 1, to which GENIUS cuts them; here they are kept."
                  .formatted(Quoted.clean(issue.name())));
    }
    return evaluations;
  }
}
