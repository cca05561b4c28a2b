package demarche.lens.locks;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.LiteralZone;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomAgreements;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// Locks against a literal reading, on random models: the same file with a lock and without it.
final class LocksByDefinitionTest {
  private static final int SEEDS = 1_000;

  private final Map<String, Integer> met = new ConcurrentHashMap<>();

  @Test
  void locksAgreeWithTheirDefinition() {
    Seeds.each(SEEDS, this::agrees);
    if (Seeds.first(SEEDS).length < SEEDS) return;
    assertThat(met)
        .containsKeys("open", "closed", "key", "would", "wanted", "shut out", "left")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  private void agrees(long seed) {
    String yaml = RandomAgreements.draw(seed);
    Model free = Scenarios.model(yaml);
    // a graph has no options to lock, and in a variant another status quo could be shut out
    if (free.isGraph() || yaml.contains("\nvariants:")) return;
    Random random = new Random(seed);
    Actor holder = free.actors().get(random.nextInt(free.actors().size()));
    Option option = any(free, random);
    Option key = any(free, random);
    int level = random.nextInt(key.levels().size());
    int[] quo = free.statusQuo();
    if (quo[option.index()] > 0) level = quo[key.index()]; // else the status quo would be shut out
    int[] without = free.disagreement();
    boolean shut = without[option.index()] > 0 && without[key.index()] != level;
    if (shut) return; // the file would be refused
    String named = "    name: Actor %s\n".formatted(holder.id());
    String lock =
        "    locks: [{option: %s, unless: \"%s = %s\"}]\n"
            .formatted(option.id(), key.id(), key.levels().get(level));
    String locked = yaml.replace(named, named + lock);
    String what = "-Dseed=%d replays%n%s".formatted(seed, locked);
    Model model = Scenarios.model(locked);
    checks(
        Lock.all(StateSpace.of(model), Run.quiet()).getFirst(),
        new Read(free, model, key, level),
        what);
  }

  private static Option any(Model model, Random random) {
    return model.options().get(random.nextInt(model.options().size()));
  }

  private void checks(Lock lock, Read read, String what) {
    ByDefinition literal = new ByDefinition(read.model);
    int quo = literal.states().indexOf(Arrays.stream(read.model.statusQuo()).boxed().toList());
    boolean open = read.isOpen(literal, quo);
    assertThat(lock.opening() == Lock.Opening.OPEN).as(what).isEqualTo(open);
    List<String> keys = new ArrayList<>();
    for (Party party : read.model.parties()) {
      List<Integer> opened =
          literal.moves(party, quo).stream().filter(q -> read.isOpen(literal, q)).toList();
      if (open || opened.isEmpty()) continue;
      boolean would = opened.stream().anyMatch(q -> literal.prefers(party, quo, q));
      keys.add(party.id() + " " + would);
      met("key", true);
      met("would", would);
    }
    assertThat(lock.keys().stream().map(k -> k.party().id() + " " + (k.turn() == Lock.Turn.WOULD)))
        .as(what)
        .isEqualTo(keys);
    boolean wanted = read.isWanted(lock.option());
    assertThat(lock.wanted() == Lock.Wish.WANTED).as(what).isEqualTo(wanted);
    long unlocked = read.raised(new LiteralZone(read.free), lock.option(), List.of());
    assertThat(lock.unlocked()).as(what).isEqualTo(unlocked);
    long left = read.raised(new LiteralZone(read.model), lock.option(), List.of(lock.holder()));
    assertThat(lock.left()).as(what).isEqualTo(left);
    met(open ? "open" : "closed", true);
    met("wanted", wanted);
    met("shut out", left < unlocked);
    met("left", left > 0);
  }

  private void met(String what, boolean is) {
    if (is) met.merge(what, 1, Integer::sum);
  }

  /// The definitions, read word by word.
  private record Read(Model free, Model model, Option key, int level) {
    boolean isOpen(ByDefinition literal, int s) {
      return literal.states().get(s).get(key.index()) == level;
    }

    boolean isWanted(Option option) {
      ByDefinition literal = new ByDefinition(free);
      int quo = literal.states().indexOf(Arrays.stream(free.statusQuo()).boxed().toList());
      Party owner =
          free.parties().stream()
              .filter(p -> p.id().equals(option.holder()))
              .findFirst()
              .orElseThrow();
      return literal.improvements(owner, quo).stream()
          .anyMatch(q ->
              literal.states().get(q).get(option.index())
                  > literal.states().get(quo).get(option.index()));
    }

    long raised(LiteralZone zone, Option option, List<Actor> pleased) {
      return zone.settlements().stream()
          .filter(s -> zone.literal().states().get(s).get(option.index()) > 0)
          .filter(s -> pleased.stream().allMatch(a -> zone.accepts(a, s)))
          .count();
    }
  }
}
