package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.scenario.Evidence;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Who prefers what is to a target, and keeps it so.
///
/// **Definition.** The *nearest* states with the target are those that the fewest moves reach; all
/// that have it, where no way leads to one. An actor is a *spoiler* of a target that does not hold
/// if it prefers the status quo to each of them and either is a veto player, or by some kind of
/// counterfactual other than a copy the figure is higher without it by more than the threshold.
///
/// **Source.** Ours; the word is that of Stedman (1997), who speaks of peace processes.
record Spoiling(Question question) {
  private static final List<Kind> KINDS =
      List.of(Kind.PASSIVE, Kind.ABSENT, Kind.INDIFFERENT, Kind.WITHOUT_VETO, Kind.INACTIVE);

  Judgement judgement() {
    if (question.holdsNow()) {
      return Judgement.no(Role.SPOILER, say("{} holds already", question.what()));
    }
    List<Integer> nearest = nearest();
    if (nearest.isEmpty()) {
      return Judgement.no(Role.SPOILER, say("No state has {}", question.what()));
    }
    StateSpace space = question.space();
    int now = space.statusQuo();
    for (int s : nearest) {
      if (space.prefers(question.actor(), s, now)) continue;
      return Judgement.no(
          Role.SPOILER,
          say("It does not prefer what is to {}: ", Wording.of(space).state(space, s))
              .then(new Gain(space, question.actor(), now, s).inShort()));
    }
    return kept(nearest);
  }

  /// By the fewest moves, whoever makes them.
  private List<Integer> nearest() {
    Reach reach = question.scene().barriers().everybody();
    List<Integer> nearest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (int s : question.wanted().stream().toArray()) {
      if (!reach.has(s)) continue;
      int distance = reach.distance(s);
      if (distance > least) continue;
      if (distance < least) nearest.clear();
      least = distance;
      nearest.add(s);
    }
    return nearest.isEmpty() ? question.wanted().stream().boxed().toList() : nearest;
  }

  private Judgement kept(List<Integer> nearest) {
    StateSpace space = question.space();
    int first = nearest.getFirst();
    Gain loss = new Gain(space, question.actor(), space.statusQuo(), first);
    Judgement right = question.judge(Role.VETO_PLAYER);
    boolean byRight = right.verdict() == Verdict.YES;
    Likelier likelier = likelier();
    boolean byEffect = Told.isMore(likelier.more, question.terms().threshold());
    List<Sentence> because = new ArrayList<>();
    because.add(
        say("It prefers what is to {}: ", Wording.of(space).state(space, first))
            .then(loss.inShort()));
    because.addAll(aims());
    if (byRight) because.addAll(right.because());
    if (likelier.isKnown()) because.add(new Moving(question).withAndWithout(likelier.by));
    if (!byRight && !byEffect) because.add(neither());
    List<Evidence> evidence = new ArrayList<>(right.evidence());
    loss.shares().forEach(share -> evidence.add(share.term().evidence()));
    return new Judgement(
        Role.SPOILER,
        Verdict.of(byRight || byEffect),
        likelier.isKnown() ? likelier.by.id() : "",
        likelier.isKnown() ? List.of(-likelier.more) : List.of(),
        because,
        evidence);
  }

  /// Whose aim it is, where the file says so: in the eyes of all others nobody spoils it.
  private List<Sentence> aims() {
    List<Slot> aims =
        question.scene().model().actors().stream()
            .filter(a -> question.target().of().contains(a.id()))
            .<Slot>map(question::who)
            .toList();
    return aims.isEmpty()
        ? List.of()
        : List.of(say("{} is an aim of {} alone", question.what(), new Slot.Several(aims)));
  }

  private Sentence neither() {
    return say(
        "It has no veto, and {} would not be likelier without it by more than {}",
        question.what(),
        Told.figure(question.terms().threshold()));
  }

  /// By how much the target would be likelier without the actor, by the kind for which it is most.
  private record Likelier(Kind by, double more) {
    boolean isKnown() {
      return more > Double.NEGATIVE_INFINITY;
    }
  }

  private Likelier likelier() {
    Likelier most = new Likelier(Kind.PASSIVE, Double.NEGATIVE_INFINITY);
    for (Kind kind : KINDS) {
      List<Double> move = question.scene().move(question.actor(), question.place(), kind);
      if (!move.isEmpty() && -move.getFirst() > most.more) {
        most = new Likelier(kind, -move.getFirst());
      }
    }
    return most;
  }
}
