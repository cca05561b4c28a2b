package demarche.scenario;

import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Majority;
import demarche.scenario.BodyEntry.Rule;
import demarche.scenario.BodyEntry.Weight;
import demarche.scenario.BodyEntry.Weighted;
import demarche.scenario.BodyEntry.YesShare;
import demarche.scenario.BodyEntry.YesVotes;
import demarche.scenario.Node.Items;
import java.util.List;

/// Reads voting rules.
record RuleReader(Intake intake) {
  /// One rule, or a list of rules that must all hold.
  List<Rule> rules(Node node) {
    if (node instanceof Items list) {
      if (list.nodes().isEmpty())
        intake.tell(node.place(), "a body needs a rule, such as {yes: 2}");
      return list.nodes().stream().map(this::usable).toList();
    }
    return List.of(usable(node));
  }

  /// A rule that cannot be read is told and replaced, so that the body is not said to have none.
  private Rule usable(Node node) {
    return intake
        .entry(() -> rule(node))
        .orElse(
            new Rule(
                new YesVotes(NumberReader.zero(node)), List.of(), node.place(), Evidence.NONE));
  }

  private Rule rule(Node node) {
    Form form = Form.open(intake, node, Shape.RULE);
    return new Rule(majority(form), form.references("veto"), form.place(), form.evidence());
  }

  private Majority majority(Form form) {
    form.exactlyOne("yes", "quota", "yes-share");
    if (form.has("of") && !form.has("yes-share")) {
      intake.spoil(form.placeOf("of"), "'of' goes with 'yes-share'");
    }
    NumberReader numbers = new NumberReader(intake);
    List<Weight> weights =
        intake.byId(
            form.node("weights"),
            "members to weights",
            (member, weight) -> new Weight(member, numbers.formula(weight)));
    if (form.has("quota")) {
      form.need("weights");
      return new Weighted(weights, numbers.formula(form.node("quota")));
    }
    if (form.has("yes-share")) {
      Base base = form.choice("of", List.of(Base.values()), Base.ALL);
      return new YesShare(numbers.formula(form.node("yes-share")), base, weights);
    }
    if (form.has("weights")) {
      intake.spoil(form.placeOf("weights"), "'weights' go with 'quota' or 'yes-share'");
    }
    return new YesVotes(
        form.find("yes").map(numbers::formula).orElse(NumberReader.zero(form.node("yes"))));
  }
}
