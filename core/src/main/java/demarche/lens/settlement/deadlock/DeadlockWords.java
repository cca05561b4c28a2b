package demarche.lens.settlement.deadlock;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.deadlock.Together.JointStep;
import demarche.lens.settlement.deadlock.Towards.Push;
import demarche.lens.settlement.deadlock.Waiting.Wait;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Tells what is better for all and out of reach, who waits for whom, and what would undo it.
final class DeadlockWords {
  private static final int MOST_CIRCLES = 3;
  private static final int MOST_DRAWN = 3;
  private static final int MOST_PUSHES = 6;

  private final StateSpace space;
  private final Wording wording;
  private final Deadlock deadlock;
  private final List<Aim> aims;

  DeadlockWords(StateSpace space, Deadlock deadlock, List<Aim> aims) {
    this.space = space;
    this.wording = Wording.of(space);
    this.deadlock = deadlock;
    this.aims = aims;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "deadlock",
            Prominence.HEADLINE,
            statement(),
            aims.stream().filter(Aim::isCircular).limit(MOST_DRAWN).map(this::catch22).toList(),
            List.of()));
    List<Aim> locked = aims.stream().filter(Aim::isLocked).toList();
    if (!locked.isEmpty()) findings.add(table(locked));
    locked.stream()
        .filter(a -> !a.towards().waiting().waits().isEmpty())
        .sorted((a, b) -> Boolean.compare(b.isCircular(), a.isCircular()))
        .limit(MOST_DRAWN)
        .forEach(aim -> findings.add(graph(aim)));
    return findings;
  }

  private Sentence statement() {
    int better = deadlock.better().count();
    int reached = deadlock.reached().count();
    if (better == 0) return say("No state is better for all than the status quo");
    Slot count = new Slot.Count(better, "state is", "states are");
    if (reached == better) {
      return say(
          "{} better for all than the status quo, and single improvements lead to each of them",
          count);
    }
    return say(
        "{} better for all than the status quo; single improvements lead to {} of them",
        count,
        reached == 0 ? new Slot.Plain("none") : new Slot.Count(reached, "", ""));
  }

  /// The catch: who waits in a circle, and what from outside would undo it.
  private Sentence catch22(Aim aim) {
    List<Push> pushes = aim.towards().pushes();
    Sentence told = say("Towards {} parties wait in a circle, {}", name(aim), circles(aim));
    if (pushes.isEmpty()) return told.then("; no single push from outside undoes that");
    return told.then(
        pushes.size() == 1
            ? "; {} set from outside would undo it"
            : "; any one of these set from outside would undo it: {}",
        pushes(pushes));
  }

  private Slot name(Aim aim) {
    return aim.id().isEmpty()
        ? wording.state(space, aim.towards().state())
        : new Slot.Quoted(aim.name());
  }

  private Slot circles(Aim aim) {
    List<List<Party>> all = aim.towards().circles().all();
    List<Slot> told = new ArrayList<>();
    for (List<Party> circle : all.subList(0, Math.min(MOST_CIRCLES, all.size()))) {
      Sentence words = say("{}", wording.party(circle.getFirst()));
      for (int k = 1; k < circle.size(); k++) {
        words = words.then(" for {}", wording.party(circle.get(k)));
      }
      told.add(new Slot.Clause(words.then(" for {}", wording.party(circle.getFirst()))));
    }
    int left = all.size() - told.size();
    if (left > 0) told.add(new Slot.Count(left, "more", "more"));
    return new Slot.Several(told);
  }

  private Slot pushes(List<Push> pushes) {
    List<Slot> told = new ArrayList<>();
    pushes.stream()
        .limit(MOST_PUSHES)
        .forEach(push -> told.add(wording.setting(push.option(), push.level())));
    int left = pushes.size() - told.size();
    if (left > 0) told.add(new Slot.Count(left, "more", "more"));
    return new Slot.Several(told);
  }

  private Slot parties(Collection<Party> parties) {
    return new Slot.Several(parties.stream().<Slot>map(wording::party).toList());
  }

  private Finding table(List<Aim> locked) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Aim aim : locked) {
      rows.add(
          List.of(
              say("{}", name(aim)),
              aim.towards().circles().all().isEmpty() ? waiting(aim) : say("{}", circles(aim)),
              together(aim.towards()),
              aim.towards().pushes().isEmpty()
                  ? say("none")
                  : say("{}", pushes(aim.towards().pushes()))));
    }
    return new Finding(
        "locked",
        Prominence.SECTION,
        say("Better for all, and no single improvements lead there from the status quo"),
        List.of(),
        List.of(
            new Figure.Table(
                "What is better for all and out of reach",
                List.of(
                    "", "who waits in a circle", "who must move together", "undone by one push"),
                rows)));
  }

  /// Without a circle: who waits at all.
  private Sentence waiting(Aim aim) {
    List<Wait> waits = aim.towards().waiting().waits();
    if (waits.isEmpty()) return say("nobody: no move of one other makes anybody begin");
    List<Slot> told = new ArrayList<>();
    for (Wait wait : waits.subList(0, Math.min(MOST_CIRCLES, waits.size()))) {
      told.add(
          new Slot.Clause(
              say("{} for {}", wording.party(wait.who()), wording.party(wait.forWhom()))));
    }
    return say("no circle; waiting: {}", new Slot.Several(told));
  }

  private Sentence together(Towards towards) {
    Together together = towards.together();
    if (!together.notSearched().isEmpty()) {
      return say("not searched: {}", new Slot.Plain(together.notSearched()));
    }
    if (together.steps().isEmpty()) {
      return say("no steps lead there that each mover gains from");
    }
    int at = space.statusQuo();
    Sentence told = say("");
    for (JointStep step : together.steps()) {
      if (!told.pattern().isEmpty()) told = told.then(", then ");
      told = told.then("{}: {}", parties(step.by()), wording.changes(space, at, step.to()));
      at = step.to();
    }
    return told;
  }

  /// Who waits for whom, drawn.
  private Finding graph(Aim aim) {
    Waiting waiting = aim.towards().waiting();
    List<Party> circular = aim.towards().circles().members();
    List<Figure.Node> nodes = new ArrayList<>();
    for (Party party : waiting.movers()) {
      nodes.add(
          new Figure.Node(
              say("{}", wording.party(party)),
              own(party, aim.towards().state()),
              circular.contains(party) ? Figure.Weight.STRONG : Figure.Weight.PLAIN));
    }
    int quo = space.statusQuo();
    List<Figure.Link> links = new ArrayList<>();
    for (Wait wait : waiting.waits()) {
      boolean inCircle = circular.contains(wait.who()) && circular.contains(wait.forWhom());
      links.add(
          new Figure.Link(
              waiting.movers().indexOf(wait.who()),
              waiting.movers().indexOf(wait.forWhom()),
              say(
                  "once {}, then {}",
                  wording.changes(space, quo, wait.after()),
                  wording.changes(space, wait.after(), wait.then())),
              inCircle ? Figure.Weight.STRONG : Figure.Weight.PLAIN));
    }
    return new Finding(
        "waits-" + (aim.id().isEmpty() ? "best" : aim.id()),
        Prominence.DETAIL,
        say("Who waits for whom on the way from the status quo to {}", name(aim)),
        List.of(),
        List.of(
            new Figure.Network(
                aim.id().isEmpty() ? "Who waits for whom" : "Who waits for whom: " + aim.name(),
                "waits",
                "for",
                nodes,
                links,
                say("a thick border, a thick arrow: in a circle"),
                say(""))));
  }

  /// What the party has to change.
  private Sentence own(Party party, int state) {
    int quo = space.statusQuo();
    List<Slot> changes =
        party.options().stream()
            .filter(o -> space.level(quo, o) != space.level(state, o))
            .<Slot>map(o -> wording.setting(o, space.level(state, o)))
            .toList();
    return changes.isEmpty()
        ? say("nothing of its own to change")
        : say("{}", new Slot.Several(changes));
  }
}
