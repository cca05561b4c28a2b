package demarche.lens.locks;

import static demarche.finding.Sentence.say;

import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.locks.Lock.Turn;
import demarche.model.Model;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;

/// Tells who locks whose options.
record LocksWords(Model model, Wording wording) {
  List<Finding> findings(List<Lock> locks) {
    return locks.stream().map(this::finding).toList();
  }

  private Finding finding(Lock lock) {
    boolean bars = lock.opening() == Lock.Opening.CLOSED && lock.left() < lock.unlocked();
    return new Finding(
        "lock-" + lock.holder().id() + "-" + model.label(lock.option()),
        bars ? Prominence.HEADLINE : Prominence.SECTION,
        statement(lock),
        reasons(lock),
        List.of());
  }

  private Sentence statement(Lock lock) {
    Sentence locked =
        say(
            "{} of {} is locked by {}",
            new Slot.OfExpression(model.label(lock.option())),
            wording.party(lock.owner()),
            wording.party(lock.holder()));
    Sentence whole =
        lock.holder().partOf().isEmpty()
            ? locked
            : locked.then(", part of {},", wording.party(party(lock.holder().partOf())));
    return whole.then(
        lock.opening() == Lock.Opening.OPEN
            ? " unless {}, which holds now"
            : " unless {}, which does not hold now",
        new Slot.OfExpression(lock.unless().toString()));
  }

  private Party party(String id) {
    return model.parties().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private List<Sentence> reasons(Lock lock) {
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(
        say(
            lock.wanted() == Lock.Wish.WANTED
                ? "Without the lock {} would choose it at once"
                : "Without the lock {} would not choose it by itself",
            wording.party(lock.owner())));
    if (lock.opening() == Lock.Opening.CLOSED) reasons.add(keys(lock));
    reasons.add(
        say(
            "Without the lock {} would have it in them; with it {} to which {} would consent",
            new Slot.Count(lock.unlocked(), "settlement", "settlements"),
            lock.left() == 0 ? new Slot.Plain("there is none") : left(lock.left()),
            wording.party(lock.holder())));
    if (!lock.entry().evidence().because().isEmpty()) {
      reasons.add(say("{}", new Slot.Quoted(lock.entry().evidence().because())));
    }
    return reasons;
  }

  private static Slot left(long left) {
    Slot count = new Slot.Count(left, "", "");
    return new Slot.Clause(say(left == 1 ? "there is {}" : "there are {}", count));
  }

  private Sentence keys(Lock lock) {
    if (lock.keys().isEmpty()) return say("Nobody can open it by one move of its own");
    List<Slot> would = named(lock, Turn.WOULD);
    List<Slot> could = named(lock, Turn.WOULD_NOT);
    if (would.isEmpty()) {
      return say("{} could open it, and would not gain by that", new Slot.Several(could));
    }
    Sentence told = say("{} would open it at once", new Slot.Several(would));
    return could.isEmpty()
        ? told
        : told.then("; {} could, and would not gain by that", new Slot.Several(could));
  }

  private List<Slot> named(Lock lock, Turn turn) {
    return lock.keys().stream()
        .filter(key -> key.turn() == turn)
        .map(Lock.Key::party)
        .<Slot>map(wording::party)
        .toList();
  }
}
