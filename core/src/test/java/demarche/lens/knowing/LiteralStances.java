package demarche.lens.knowing;

import demarche.lens.knowing.Attitudes.Attitude;
import demarche.lens.stability.Concept;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.testing.ByDefinition;
import demarche.testing.KnowingByDefinition;
import demarche.testing.KnowingByDefinition.Replies;
import demarche.testing.KnowingByDefinition.Test;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// What each reading makes of preferences, word by word, with settings that are drawn.
final class LiteralStances {
  private static final List<Attitude> ATTITUDES =
      List.of(Attitude.FOR, Attitude.NEUTRAL, Attitude.AGAINST);
  private static final List<BigFraction> SHARES =
      List.of(
          BigFraction.of(1, 10),
          BigFraction.of(1, 3),
          BigFraction.of(2, 5),
          BigFraction.of(1, 2),
          BigFraction.of(9, 10),
          BigFraction.ONE);

  private final Model model;
  private final Settings settings;
  private final int degree;
  private final KnowingByDefinition slow;
  private final Replies moves;
  private final Test prefers;
  private final Test unknown;
  private final Test mayGain;
  private final Map<Reading, LiteralStance> stances = new HashMap<>();

  private LiteralStances(Model model, Settings settings, int degree) {
    this.model = model;
    this.settings = settings;
    this.degree = degree;
    slow = new KnowingByDefinition(model);
    moves = slow.new Replies((_, _, _) -> true);
    prefers = slow.once(slow::prefers);
    unknown = slow.once(slow::isUnknown);
    mayGain = slow.once((i, s, q) -> prefers.holds(i, s, q) || unknown.holds(i, s, q));
  }

  /// How all parties take part under one reading.
  ///
  /// @param replies what their answers lead to
  record LiteralStance(Test leaves, Test fears, Test answers, Replies replies) {}

  /// With settings, attitudes and one degree of preference from a seed.
  static LiteralStances drawn(Model model, long seed) {
    Random random = new Random(seed);
    Settings settings = settings(model, random);
    return new LiteralStances(model, settings, random.nextInt(settings.degrees() + 1));
  }

  private static Settings settings(Model model, Random random) {
    List<BigFraction> steps =
        random.nextBoolean()
            ? List.of(BigFraction.of(1, 3))
            : List.of(BigFraction.of(1, 4), BigFraction.of(1, 2), BigFraction.of(4, 5));
    Map<String, Map<String, Attitude>> attitudes = new HashMap<>();
    for (Party who : model.parties()) {
      Map<String, Attitude> each = new HashMap<>();
      for (Party other : model.parties()) {
        if (random.nextInt(3) == 0) each.put(other.id(), ATTITUDES.get(random.nextInt(3)));
      }
      attitudes.put(who.id(), each);
    }
    return new Settings(
        steps,
        share(random),
        Map.of(model.actors().getFirst().id(), share(random)),
        share(random),
        share(random),
        share(random),
        new Attitudes(attitudes));
  }

  private static BigFraction share(Random random) {
    return SHARES.get(random.nextInt(SHARES.size()));
  }

  Settings settings() {
    return settings;
  }

  ByDefinition literal() {
    return slow.literal();
  }

  /// All definitions, of the degrees the one that was drawn.
  List<Definition> definitions() {
    return Definition.all().stream()
        .filter(d ->
            switch (d.reading()) {
              case Reading.Degree(int least) -> least == degree;
              case Reading.Strong _, Reading.Weak _ -> degree == settings.degrees();
              default -> true;
            })
        .toList();
  }

  boolean isStable(Concept rule, Reading reading, Party party, int s) {
    LiteralStance stance = stance(reading);
    return slow.isStable(
        rule.name(), party, s, stance.leaves, stance.fears, replies(rule, reading));
  }

  Replies replies(Concept rule, Reading reading) {
    return rule.replies() == Arcs.Kind.MOVES ? moves : stance(reading).replies;
  }

  /// What the others than a party may answer from `q`.
  Set<Integer> answers(Replies replies, Party party, int q) {
    return replies.from(party, q);
  }

  /// @param reading any but the weak one, which is the difference of two others
  LiteralStance stance(Reading reading) {
    return stances.computeIfAbsent(reading, this::made);
  }

  private LiteralStance made(Reading reading) {
    return switch (reading) {
      case Reading.Unknown(var extension) -> unknown(extension);
      case Reading.Degree(int least) -> degree(least);
      case Reading.Strong() -> degree(settings.degrees());
      case Reading.Weak() -> throw new IllegalArgumentException("weak");
      case Reading.Fuzzy() -> simple(slow.once(this::improves));
      case Reading.Probable() -> {
        Test answers = above(settings.gamma());
        yield new LiteralStance(
            above(settings.alpha()), not(above(settings.beta())), answers, repliesBy(answers));
      }
      case Reading.Relational() -> simple(slow.once(this::good));
    };
  }

  /// Leaves for, answers by and does not fear the same.
  private LiteralStance simple(Test good) {
    return new LiteralStance(good, not(good), good, repliesBy(good));
  }

  private Replies repliesBy(Test answers) {
    return slow.new Replies(answers);
  }

  private boolean improves(Party i, int s, int q) {
    if (i instanceof Body) return prefers.holds(i, s, q);
    return slow.better(i, s, q)
            .subtract(slow.better(i, q, s))
            .subtract(settings.satisficing(i.id()))
            .signum()
        >= 0;
  }

  private LiteralStance unknown(Reading.Extension x) {
    Test sure = (i, s, q) -> prefers.holds(i, s, q) && !unknown.holds(i, s, q);
    boolean onDoubt = x == Reading.Extension.A || x == Reading.Extension.C;
    boolean fearful = x == Reading.Extension.C || x == Reading.Extension.D;
    Test fears = (i, s, t) -> unknown.holds(i, s, t) ? fearful : !prefers.holds(i, s, t);
    return new LiteralStance(onDoubt ? mayGain : sure, fears, mayGain, repliesBy(mayGain));
  }

  private LiteralStance degree(int k) {
    Test fears =
        slow.once((i, s, t) ->
            k == 0 ? !prefers.holds(i, s, t) : slow.drop(i, s, t, settings.steps()) >= k);
    return new LiteralStance(prefers, fears, prefers, repliesBy(prefers));
  }

  private Test above(BigFraction threshold) {
    return slow.once(
        (i, s, q) -> slow.better(i, s, q).add(threshold).subtract(BigFraction.ONE).signum() > 0);
  }

  private static Test not(Test test) {
    return (i, s, q) -> !test.holds(i, s, q);
  }

  private boolean good(Party i, int s, int q) {
    return model.parties().stream()
        .allMatch(j ->
            switch (settings.attitudes().of(i, j)) {
              case FOR -> prefers.holds(j, s, q);
              case NEUTRAL -> true;
              case AGAINST -> !prefers.holds(j, s, q);
            });
  }
}
