package demarche.lens.settlement.guarantees;

import demarche.lens.settlement.guarantees.Guarantor.Answer;
import demarche.lens.settlement.guarantees.Guarantor.Hold;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.scenario.Exact;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// What others could threaten a party with, so that it keeps an agreed state.
///
/// **Definition.** An actor *answers* a breach *q* if it can move from *q* to a state that the
/// party does not prefer to the agreed one, and that crosses none of the actor's red lines unless
/// *q* does. Of such moves it takes one that it likes best; among these one that the party cannot
/// escape from by a move to a state that it prefers to the agreed one, else the first. As nothing
/// deters *q* under SEQ, the actor would lose by answering or be indifferent: the threat needs a
/// promise. Bodies make none: they do what passes, and that is in SEQ already.
///
/// **Cost.** The moves of all actors from each way out; for each of their answers the moves of the
/// party.
record Threats(Arcs arcs, Party against, int state, List<Integer> ways) {
  /// How many guarantors a group may have.
  static final int LARGEST = 3;

  /// Those who answer every way out alone.
  List<Guarantor> alone() {
    return able().stream().filter(g -> g.answers().size() == ways.size()).toList();
  }

  /// The smallest groups who answer every way out together; none where somebody does so alone.
  List<List<Guarantor>> together() {
    List<Guarantor> able = able();
    if (able.stream().anyMatch(g -> g.answers().size() == ways.size())) return List.of();
    List<List<Guarantor>> found = new ArrayList<>();
    List<List<Guarantor>> groups = List.of(List.of());
    for (int size = 1; size <= LARGEST; size++) {
      groups = longer(groups, able);
      for (List<Guarantor> group : groups) {
        if (answersAll(group) && found.stream().noneMatch(group::containsAll)) found.add(group);
      }
    }
    return found;
  }

  private static List<List<Guarantor>> longer(List<List<Guarantor>> groups, List<Guarantor> able) {
    List<List<Guarantor>> longer = new ArrayList<>();
    for (List<Guarantor> group : groups) {
      int last = group.isEmpty() ? -1 : able.indexOf(group.getLast());
      for (Guarantor next : able.subList(last + 1, able.size())) {
        List<Guarantor> more = new ArrayList<>(group);
        more.add(next);
        longer.add(more);
      }
    }
    return longer;
  }

  private boolean answersAll(List<Guarantor> group) {
    return ways.stream()
        .allMatch(way ->
            group.stream().flatMap(g -> g.answers().stream()).anyMatch(a -> a.breach() == way));
  }

  /// Those who answer a way out at least.
  private List<Guarantor> able() {
    List<Guarantor> able = new ArrayList<>();
    for (Actor actor : arcs.space().model().actors()) {
      if (actor.index() == against.index()) continue;
      List<Answer> answers = ways.stream().flatMap(way -> answer(actor, way).stream()).toList();
      if (!answers.isEmpty()) able.add(new Guarantor(actor, answers, price(actor, answers)));
    }
    return able;
  }

  private Optional<Answer> answer(Actor actor, int way) {
    StateSpace space = arcs.space();
    int[] into = new int[arcs.most()];
    int count = arcs.targets(actor, way, Arcs.Kind.MOVES, into);
    List<Answer> answers = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      boolean harms = !space.prefers(against, state, into[k]);
      boolean forbidden = space.crossesRedLine(actor, into[k]) && !space.crossesRedLine(actor, way);
      if (harms && !forbidden) answers.add(new Answer(way, into[k], hold(into[k])));
    }
    return answers.stream()
        .min(
            Comparator.<Answer>comparingInt(a -> -space.rank(actor, a.to()))
                .thenComparing(Answer::hold)
                .thenComparingInt(Answer::to));
  }

  private Hold hold(int answered) {
    int[] into = new int[arcs.most()];
    int count = arcs.targets(against, answered, Arcs.Kind.MOVES, into);
    for (int k = 0; k < count; k++) {
      if (arcs.space().prefers(against, state, into[k])) return Hold.ESCAPABLE;
    }
    return Hold.LASTING;
  }

  private List<BigFraction> price(Actor actor, List<Answer> answers) {
    return answers.stream()
        .flatMap(answer -> {
          List<BigFraction> before = arcs.space().value(actor, answer.breach());
          List<BigFraction> after = arcs.space().value(actor, answer.to());
          return before.stream().map(b -> b.subtract(after.getFirst()));
        })
        .max(Exact::compare)
        .stream()
        .toList();
  }
}
