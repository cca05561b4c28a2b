package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.settlement.deadlock.Towards;
import demarche.model.Model;
import demarche.model.Party;
import java.util.List;

/// Who waits for whom towards a proposal, and which push from outside would undo that.
final class Locks {
  private Locks() {}

  private static Towards towards(Findings findings, Arguments arguments) {
    if (findings.model().isGraph()) {
      throw new NoAnswer("a graph does not say who controls what, so nobody is known to wait");
    }
    return findings.towards(arguments.id("p"));
  }

  private static Sentence led() {
    return say("Single improvements lead there, so nobody has to wait");
  }

  static Found cycle(Findings findings, Arguments arguments) {
    Towards towards = towards(findings, arguments);
    List<Party> members = towards.circles().members();
    Sentence because =
        towards.led()
            ? led()
            : members.isEmpty()
                ? say("Nobody waits in a circle")
                : say(
                    "They wait for one another in a circle; the shortest is {}",
                    new Slot.Several(
                        towards.circles().all().getFirst().stream()
                            .<Slot>map(findings.wording()::party)
                            .toList()));
    return Found.of(Value.Named.of(members.stream().map(Party::id).toList()), because);
  }

  static Found pushes(Findings findings, Arguments arguments) {
    Towards towards = towards(findings, arguments);
    Model model = findings.model();
    List<String> pushes =
        towards.pushes().stream()
            .map(p -> model.label(p.option()) + "=" + p.option().levels().get(p.level()))
            .toList();
    Sentence because =
        towards.led()
            ? led()
            : pushes.isEmpty()
                ? say("No single option set from outside is enough")
                : say(
                    "After any one of {} single improvements lead there",
                    new Slot.Count(pushes.size(), "push", "pushes"));
    return Found.of(Value.Named.of(pushes), because);
  }
}
