package demarche.lens.change;

import demarche.lens.change.LiteralChoices.Choice;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Party;
import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Edit;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The least change by trying every set of changes: each is written into the file, the file is read
/// anew, and the definitions are asked. Slow on purpose; of the lens it knows nothing but the
/// question.
final class LiteralChange {
  private final Model model;
  private final Goal goal;
  private final LiteralChoices choices;
  private final List<List<Choice>> groups;

  /// All sets at the least cost; none where no set is enough.
  record Found(int cost, Set<Set<String>> sets) {}

  LiteralChange(Model model, Goal goal, Set<Kind> kinds) {
    this.model = model;
    this.goal = goal;
    choices = new LiteralChoices(model, goal, kinds);
    groups = choices.groups();
  }

  /// How many sets there are to try.
  long size() {
    return groups.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
  }

  Optional<Found> least(Kind kind) {
    int least = Integer.MAX_VALUE;
    Set<Set<String>> sets = new HashSet<>();
    int[] at = new int[groups.size()];
    do {
      List<Choice> chosen = new ArrayList<>();
      for (int g = 0; g < at.length; g++) chosen.add(groups.get(g).get(at[g]));
      Set<String> keys = new TreeSet<>();
      chosen.forEach(c -> keys.addAll(c.keys()));
      int cost = chosen.stream().mapToInt(Choice::cost).sum();
      List<Set<String>> told = List.of(keys);
      if (kind == Kind.ISSUES) {
        told = choices.openings(keys);
        cost = told.stream().mapToInt(Set::size).min().orElse(Integer.MAX_VALUE);
      }
      if (cost > least || cost == Integer.MAX_VALUE || !holds(chosen, kind)) continue;
      if (cost < least) sets.clear();
      least = cost;
      int price = cost;
      told.stream().filter(t -> kind != Kind.ISSUES || t.size() == price).forEach(sets::add);
    } while (next(at));
    return least == Integer.MAX_VALUE ? Optional.empty() : Optional.of(new Found(least, sets));
  }

  private boolean next(int[] at) {
    for (int g = 0; g < at.length; g++) {
      if (++at[g] < groups.get(g).size()) return true;
      at[g] = 0;
    }
    return false;
  }

  /// Whether what is wanted holds without any change.
  boolean holds(Kind kind) {
    return holds(List.of(), kind);
  }

  private boolean holds(List<Choice> chosen, Kind kind) {
    Model changed = model;
    for (Choice choice : chosen) {
      for (Edit edit : choice.edits()) changed = changed.with(edit);
    }
    int[] levels = goal.start();
    for (Choice choice : chosen) choice.levels().forEach((option, level) -> levels[option] = level);
    if (kind == Kind.BELIEFS) return isPerceived(chosen, levels);
    ByDefinition literal = new ByDefinition(changed);
    int s = literal.states().indexOf(Arrays.stream(levels).boxed().toList());
    int d = literal.states().indexOf(Arrays.stream(changed.disagreement()).boxed().toList());
    if (s < 0) return false;
    for (Party party : goal.consenting()) {
      if (!consents(changed, literal, changed.parties().get(party.index()), s, d)) return false;
    }
    for (Party party : goal.staying()) {
      Party there = changed.parties().get(party.index());
      if (!literal.isStable(goal.concept().name(), there, s)) return false;
    }
    return true;
  }

  private static boolean consents(Model model, ByDefinition literal, Party party, int s, int d) {
    int[] to = literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
    return switch (party) {
      case Actor actor ->
          actor.preference().redLines().stream().noneMatch(l -> l.never().holds(to))
              && !literal.prefers(actor, s, d);
      case Body body ->
          body.options().stream().allMatch(o -> to[o.index()] == model.disagreement()[o.index()])
              || literal.prefers(body, d, s);
    };
  }

  private boolean isPerceived(List<Choice> chosen, int[] levels) {
    Set<String> right = new HashSet<>();
    chosen.forEach(c -> right.addAll(c.keys()));
    for (Party party : goal.staying()) {
      Model world = model;
      if (party instanceof Actor actor) {
        for (BeliefEntry belief : model.scenario().beliefs()) {
          if (!belief.holder().text().equals(actor.id())) continue;
          Set<String> of = new HashSet<>();
          for (ActorEntry view : belief.views()) {
            if (right.contains("seen %s %s".formatted(actor.id(), view.id())))
              of.add(view.id().text());
          }
          world = Imagined.corrected(world, actor.id(), of);
          if (right.contains("sighted " + actor.id())) world = Imagined.sighted(world, actor.id());
        }
        world = Imagined.seenBy(world, actor.id());
      }
      ByDefinition literal = new ByDefinition(world);
      int s = literal.states().indexOf(Arrays.stream(levels).boxed().toList());
      if (s < 0) continue;
      Party there = world.parties().get(party.index());
      if (!literal.isStable(goal.concept().name(), there, s)) return false;
    }
    return true;
  }
}
