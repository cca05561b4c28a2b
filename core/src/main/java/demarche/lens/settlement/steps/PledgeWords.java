package demarche.lens.settlement.steps;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.steps.Pledge.Breach;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Tells what pledges open, and whether they would be kept if they did not bind.
final class PledgeWords {
  private static final int MOST_ROWS = 8;

  private final StateSpace space;
  private final Wording wording;

  PledgeWords(StateSpace space) {
    this.space = space;
    this.wording = Wording.of(space);
  }

  Finding finding(Pledge pledge) {
    int opened = pledge.opened().count();
    Slot name = new Slot.Plain(pledge.id());
    Slot rules =
        new Slot.Several(
            pledge.constraints().stream()
                .<Slot>map(c -> new Slot.OfExpression(c.wording()))
                .toList());
    Sentence statement =
        opened == 0
            ? say(
                "The pledge {} ({}) opens nothing: no settlement would hold under {} that does not"
                    + " hold without it",
                name,
                rules,
                pledge.concept().slot())
            : say(
                "With the pledge {} ({}) {} would hold under {} that would not hold without it",
                name,
                rules,
                new Slot.Count(opened, "settlement", "settlements"),
                pledge.concept().slot());
    return new Finding(
        "pledge-" + pledge.id(),
        Prominence.SECTION,
        statement,
        opened == 0 ? List.of() : kept(pledge),
        opened == 0 ? List.of() : List.of(table(pledge)));
  }

  private List<Sentence> kept(Pledge pledge) {
    List<Sentence> told = new ArrayList<>();
    int asked = pledge.asked();
    int kept = pledge.kept();
    if (kept == asked) {
      told.add(
          say(
              "If it did not bind, it would be kept all the same: nobody would gain by breaking it"));
    } else if (kept == 0) {
      told.add(say("If it did not bind, it would not be kept in any of these"));
    } else {
      told.add(
          say(
              "If it did not bind, it would be kept in {} of these and broken in {}",
              new Slot.Count(kept, "", ""),
              new Slot.Count((long) asked - kept, "", "")));
    }
    if (asked < pledge.opened().count()) {
      told.add(say("That was asked of the first {}", new Slot.Count(asked, "", "")));
    }
    return told;
  }

  private Figure table(Pledge pledge) {
    List<List<Sentence>> rows = new ArrayList<>();
    pledge.opened().stream()
        .limit(MOST_ROWS)
        .forEach(s -> rows.add(List.of(name(s), breach(pledge, s))));
    return new Figure.Table(
        "What the pledge %s opens".formatted(pledge.id()),
        List.of("settlement", "if it did not bind"),
        rows);
  }

  private Sentence name(int state) {
    List<String> names =
        space.model().proposals().stream()
            .filter(p -> space.state(p.end()) == state)
            .map(Proposal::name)
            .toList();
    Sentence told = say("{}", wording.state(space, state));
    return names.isEmpty() ? told : told.then(" ({})", new Slot.Plain(String.join(", ", names)));
  }

  private Sentence breach(Pledge pledge, int state) {
    List<Breach> breaches = pledge.broken().stream().filter(b -> b.state() == state).toList();
    if (breaches.isEmpty()) return say("kept");
    Breach first = breaches.getFirst();
    return say(
        "broken by {}: {}", wording.party(first.by()), wording.changes(space, state, first.to()));
  }
}
