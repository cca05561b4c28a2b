package demarche.scenario;

import demarche.scenario.BodyEntry.Always;
import demarche.scenario.BodyEntry.Conduct;
import demarche.scenario.BodyEntry.Follows;
import demarche.scenario.BodyEntry.ObjectionCost;
import demarche.scenario.BodyEntry.Other;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.BodyEntry.YesWith;
import demarche.scenario.Node.Fields;
import java.util.List;

/// Reads collective decision makers.
record BodyReader(Intake intake) {
  List<BodyEntry> bodies(Node section) {
    return intake.byId(section, "bodies", this::body);
  }

  private BodyEntry body(Word id, Node node) {
    Form form = Form.open(intake, node, Shape.BODY);
    return new BodyEntry(
        id,
        form.name(id),
        new OptionReader(intake).options(form.node("options"), id.text()),
        form.references("members"),
        intake.byId(form.node("others"), "members that are no actors", this::other),
        form.find("rule").map(new RuleReader(intake)::rules).orElse(List.of()),
        form.references("sponsors"),
        costs(form.node("objection-cost")),
        form.references("after"),
        form.evidence());
  }

  private Other other(Word id, Node node) {
    Form form = Form.open(intake, node, Shape.OTHER);
    Conduct conduct = intake.entry(() -> conduct(form)).orElse(new Always(Vote.ABSTAIN));
    return new Other(id, form.name(id), conduct, form.evidence());
  }

  private Conduct conduct(Form form) {
    form.exactlyOne("follows", "votes", "yes-with");
    if (form.has("votes")) {
      return new Always(form.choice("votes", List.of(Vote.values()), Vote.ABSTAIN));
    }
    if (form.has("yes-with"))
      return new YesWith(new NumberReader(intake).quantity(form.node("yes-with")));
    return new Follows(form.reference("follows"));
  }

  private List<ObjectionCost> costs(Node node) {
    return intake.byId(
        node,
        "members to numbers",
        (member, cost) -> {
          Evidence evidence =
              cost instanceof Fields
                  ? Form.open(intake, cost, Shape.NUMBER).evidence()
                  : Evidence.NONE;
          return new ObjectionCost(member, new NumberReader(intake).quantity(cost), evidence);
        });
  }
}
