package demarche.lens.change;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.change.Goal.Freedom;
import demarche.lens.change.Search.Effort;
import demarche.lens.change.Search.Question;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Proposition;
import demarche.states.StateSpace;
import demarche.testing.RandomChanges;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The least change against trying every set of changes, on random models, for each kind of change.
final class ChangeByDefinitionTest {
  private static final List<Concept> CONCEPTS =
      List.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ, Concept.SIM);
  private static final int SEEDS = 600;
  private static final int GOALS = 2;
  private static final int MOST_SETS = 64;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingLessIsEnoughAndNothingAsLittleIsLeftOut(Kind kind) {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger repaired = new AtomicInteger();
    Seeds.each(
        SEEDS,
        seed -> {
          String yaml =
              kind == Kind.BELIEFS ? RandomChanges.pictures(seed) : RandomChanges.draw(seed);
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          if (space.size() > 40) return;
          Random random = new Random(seed);
          int left = GOALS;
          for (int k = 0; k < 60 && left > 0; k++) {
            Goal goal = goal(space, kind, random);
            LiteralChange literal = new LiteralChange(model, goal, EnumSet.of(kind));
            if (literal.size() > MOST_SETS || literal.size() == 1) continue;
            boolean wanting = left == 1 || kind == Kind.BELIEFS; // the last one wants a change
            if (wanting && literal.holds(kind)) continue;
            left--;
            String told =
                "%s %s; -Dseed=%d replays\n%s".formatted(kind, told(model, goal), seed, yaml);
            Optional<LiteralChange.Found> all = literal.least(kind);
            asked.incrementAndGet();
            if (all.isPresent() && all.get().cost() > 0) repaired.incrementAndGet();
            agree(space, new Question(goal, EnumSet.of(kind)), all, told);
          }
        });
    if (Long.getLong("seed") != null || Integer.getInteger("seeds") != null) return;
    assertThat(asked.get()).isGreaterThan(200);
    assertThat(repaired.get()).isGreaterThan(5);
  }

  @Test
  void kindsTogetherCostNoMoreThanTheyMust() {
    Set<Kind> kinds =
        EnumSet.of(Kind.PRIORITIES, Kind.RED_LINES, Kind.PARAMETERS, Kind.OPTIONS, Kind.RULES);
    Seeds.each(
        400,
        seed -> {
          String yaml = RandomChanges.draw(seed);
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          if (space.size() > 40) return;
          Random random = new Random(seed);
          for (int k = 0; k < 8; k++) {
            Goal goal = goal(space, Kind.OPTIONS, random);
            LiteralChange literal = new LiteralChange(model, goal, kinds);
            if (literal.size() > 3 * MOST_SETS || literal.holds(Kind.OPTIONS)) continue;
            String told = "%s; -Dseed=%d replays\n%s".formatted(told(model, goal), seed, yaml);
            agree(space, new Question(goal, kinds), literal.least(Kind.OPTIONS), told);
            return;
          }
        });
  }

  private static void agree(
      StateSpace space, Question question, Optional<LiteralChange.Found> all, String told) {
    switch (Search.of(space, question, new Effort(100_000, 10_000), Run.quiet())) {
      case Outcome.Least(var cost, var repairs, var whole) -> {
        assertThat(all).as(told).isPresent();
        assertThat(cost).as(told).isEqualTo(BigFraction.of(all.get().cost()));
        assertThat(whole).as(told).isEqualTo(Outcome.Whole.ALL);
        Set<Set<String>> sets = new HashSet<>();
        repairs.forEach(r -> sets.add(keys(space.model(), r, question.kinds())));
        assertThat(sets).as(told).isEqualTo(all.get().sets());
      }
      case Outcome.Never _ -> assertThat(all).as(told).isEmpty();
      case Outcome.Unfinished unfinished -> throw new AssertionError(unfinished + told);
    }
  }

  private static Goal goal(StateSpace space, Kind kind, Random random) {
    Model model = space.model();
    boolean free = kind == Kind.OPTIONS || kind == Kind.ISSUES;
    List<Party> all = model.parties();
    List<Party> one = List.of(all.get(random.nextInt(all.size())));
    if (kind == Kind.RULES && !model.bodies().isEmpty() && random.nextBoolean()) {
      one = List.of(model.bodies().get(random.nextInt(model.bodies().size())));
    }
    boolean accepted = random.nextInt(3) > 0;
    boolean holding = !accepted || random.nextInt(3) == 0;
    List<Party> consenting = !accepted ? List.of() : random.nextInt(4) == 0 ? all : one;
    List<Party> staying = !holding ? List.of() : random.nextInt(4) == 0 ? all : one;
    if (kind == Kind.BELIEFS) {
      consenting = List.of();
      List<String> holders =
          model.scenario().beliefs().stream().map(b -> b.holder().text()).toList();
      staying = model.parties().stream().filter(p -> holders.contains(p.id())).limit(1).toList();
    }
    List<Concept> concepts = kind == Kind.BELIEFS ? CONCEPTS.subList(3, 6) : CONCEPTS;
    Concept concept = concepts.get(random.nextInt(concepts.size() - (model.isGraph() ? 1 : 0)));
    return new Goal(
        Arrays.stream(space.levels(random.nextInt(space.size()))).boxed().toList(),
        Proposition.TRUE,
        consenting,
        staying,
        concept,
        free ? Freedom.PRICED : Freedom.FIXED);
  }

  private static String told(Model model, Goal goal) {
    return "%s acceptable to %s, %s for %s"
        .formatted(
            model.code(goal.start()),
            goal.consenting().stream().map(Party::id).toList(),
            goal.concept(),
            goal.staying().stream().map(Party::id).toList());
  }

  private static Set<String> keys(Model model, Repair repair, Set<Kind> kinds) {
    Set<String> keys = new TreeSet<>();
    for (Atom atom : repair.changes()) {
      if (kinds.contains(Kind.ISSUES) && atom instanceof Atom.Set) continue;
      keys.add(key(model, atom));
    }
    return keys;
  }

  private static String key(Model model, Atom atom) {
    List<Actor> actors = model.actors();
    List<Body> bodies = model.bodies();
    return switch (atom) {
      case Atom.Swapped(int a, int i, int j) ->
          "swapped %s %d %d".formatted(actors.get(a).id(), i, j);
      case Atom.Counted(int a, int k) -> "counted %s %d".formatted(actors.get(a).id(), k);
      case Atom.Moved(Lever.Parameter(var name), var to) ->
          "parameter %s %s".formatted(name, LiteralChoices.number(to));
      case Atom.Moved(Lever.Weight(int a, int t), var to) ->
          "moved %s %s %s"
              .formatted(actors.get(a).id(), id(actors.get(a), t), LiteralChoices.number(to));
      case Atom.Moved(Lever.Factor(int a, int t), var to) -> factor(model, actors.get(a), t, to);
      case Atom.Dropped(int a, int l) -> "line %s %d dropped".formatted(actors.get(a).id(), l);
      case Atom.Shifted s ->
          "line %s %d %s"
              .formatted(actors.get(s.actor()).id(), s.line(), new Table(model).of(s.never()));
      case Atom.Set(int option, int level) -> "set %d %d".formatted(option, level);
      case Atom.Opened(var area) -> "opened " + area;
      case Atom.Majority(int b, int r, int by) ->
          "majority %s %d %d".formatted(bodies.get(b).id(), r, by);
      case Atom.Veto(int b, int k) -> "veto %s %d".formatted(bodies.get(b).id(), k);
      case Atom.Seen(int h, var of) -> "seen %s %s".formatted(actors.get(h).id(), of);
      case Atom.Sighted(int h) -> "sighted " + actors.get(h).id();
    };
  }

  private static String id(Actor actor, int term) {
    return ((demarche.model.Preference.Values) actor.preference().order()).terms().get(term).id();
  }

  /// A factor of a term of one weight is told by the weight to which it leads.
  private static String factor(Model model, Actor actor, int term, BigFraction to) {
    Written written = Written.of(model, actor).get(term);
    if (written.isOf()) {
      return "scaled %s %s %s".formatted(actor.id(), id(actor, term), LiteralChoices.number(to));
    }
    BigFraction now = model.number(written.amounts().getFirst());
    return "moved %s %s %s"
        .formatted(actor.id(), id(actor, term), LiteralChoices.number(now.multiply(to)));
  }
}
