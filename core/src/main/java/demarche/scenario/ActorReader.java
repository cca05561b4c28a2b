package demarche.scenario;

import demarche.scenario.ActorEntry.Kind;
import demarche.scenario.ActorEntry.Lock;
import demarche.scenario.ActorEntry.RedLine;
import java.util.Arrays;
import java.util.List;

/// Reads the decision makers.
record ActorReader(Intake intake) {
  private static final List<Kind> KINDS =
      Arrays.stream(Kind.values()).filter(k -> k != Kind.UNSTATED).toList();

  ActorEntry actor(Word id, Node node) {
    Form form = Form.open(intake, node, Shape.ACTOR);
    PreferenceReader preferences = new PreferenceReader(intake);
    List<RedLine> redLines = preferences.redLines(form);
    PreferenceEntry preference = preferences.preference(form);
    return new ActorEntry(
        id,
        form.name(id),
        form.choice("kind", KINDS, Kind.UNSTATED),
        form.reference("part-of"),
        intake.each(form.node("locks"), "locks", this::lock),
        new OptionReader(intake).options(form.node("options"), id.text()),
        redLines,
        preference,
        preferences.alternatives(form, redLines, preference),
        form.evidence());
  }

  private Lock lock(Node node) {
    Form form = Form.open(intake, node, Shape.LOCK);
    return new Lock(form.reference("option"), form.expression("unless"), form.evidence());
  }
}
